import { appOf, schemeFault } from './schemes.js';
import { decoded } from './shown-text.js';
import { isAllowed, type TargetContext, type TargetFinding } from './target-finding.js';
import { webFinding } from './web-finding.js';

/**
 * An Android intent (`intent:…#Intent;…;end`): an app to open, and pages of the web it may lead to: what it asks the app for
 * (`scheme=https`), and where the browser goes without the app (`S.browser_fallback_url`). Each page is described as a target of
 * its own, and one that may not be opened forbids the whole. So does an intent that names a component or a selector, which no
 * link needs and browsers drop. Source: developer.chrome.com/docs/android/intents, android.content.Intent.parseUri.
 */
export const intentFinding = ({ href, protocol }: URL, context: TargetContext): TargetFinding => {
  const parts = href.split(/[#;]/).slice(1).map(readPart);
  const values = (key: string): readonly string[] =>
    parts.filter((part) => part.key === key).map(({ value }) => value);
  const schemes = values('scheme');
  const name = lastOf(values('package')) ?? lastOf(schemes) ?? protocol.slice(0, -1);
  const asked = schemes.filter(isWeb).map((scheme) => `${scheme}:${href.slice(protocol.length)}`);
  const pages = [...asked, ...values('S.browser_fallback_url')].map((page) => pageFinding(page, context));
  const forbidden =
    schemes.some(
      (scheme) => schemeFault(`${scheme.toLowerCase()}:`) ?? /^(?:intent|android-app)$/i.test(scheme),
    ) || parts.some(({ key }) => key === 'component' || key === 'SEL');
  return {
    kind: 'app',
    name,
    app: appOf(lastOf(schemes) ?? ''),
    leadsTo: [...new Set(pages.flatMap((page) => page?.leadsTo ?? []))],
    warnings: [
      ...new Set([
        'unverified-app' as const,
        ...(forbidden ? (['forbidden-scheme'] as const) : []),
        ...(pages.length > 0 ? (['web-fallback'] as const) : []),
        ...pages.flatMap((page) => page?.warnings ?? (['hostile-fallback'] as const)),
      ]),
    ],
  };
};

/** Of several of a kind, Android takes the last. */
const lastOf = (values: readonly string[]): string | undefined =>
  values.filter((value) => /^[\w.+-]+$/.test(value)).pop();

const isWeb = (scheme: string): boolean => /^https?$/i.test(scheme);

const readPart = (part: string): { readonly key: string; readonly value: string } => {
  const [key = '', ...value] = part.split('=');
  return { key: decoded(key), value: decoded(value.join('=')) };
};

/** Undefined where it may not be opened. */
const pageFinding = (
  page: string,
  context: TargetContext,
): Required<Pick<TargetFinding, 'leadsTo' | 'warnings'>> | undefined => {
  try {
    const url = new URL(page);
    if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
    const { leadsTo = [], warnings } = webFinding(url, context);
    return isAllowed(warnings) ? { leadsTo: [url.host, ...leadsTo], warnings } : undefined;
  } catch {
    return undefined;
  }
};
