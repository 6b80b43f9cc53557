import { parseAddress } from './parse-address.js';
import { decoded, shownText } from './shown-text.js';
import { isAllowed, type TargetFinding } from './target-finding.js';

/** Describes an address that stands inside another. */
type Find = (url: URL) => TargetFinding;

/**
 * An Android intent (`intent:…#Intent;…;end`, `android-app://<package>/<scheme>/…`): an app to open, and what that may open in its
 * turn. A page of the web (`scheme=https`, and `S.browser_fallback_url` where the app is missing) is described as a target of its
 * own, and one that may not be opened forbids the whole. A call, a text message or an e-mail (`scheme=tel`) is shown, and refused,
 * as one without an intent is. A component or a selector, which no link needs and browsers drop, is refused. Source:
 * developer.chrome.com/docs/android/intents, android.content.Intent.parseUri.
 */
export const intentFinding = ({ href }: URL, find: Find): TargetFinding => {
  const parts = href.split(/[#;]/).slice(1).map(readPart);
  const values = (key: RegExp): readonly string[] =>
    parts.filter((part) => key.test(part.key)).map(({ value }) => value);
  const schemes = values(/^scheme$/);
  const { data, inPath } = readData(href);
  const inner = [
    ...[data, ...schemes.map((scheme) => `${scheme}:${data}`)].map((address) => findInner(address, find)),
    ...values(/^S\.browser_fallback_url$/).map((page) => findPage(parseAddress(page), find)),
    ...values(/^(component|SEL)$/).map(() => FORBIDDEN),
  ];
  // By the last scheme that is named, or by none.
  const opened = inner[schemes.length] ?? APP;
  const isContact = /phone|sms|email/.test(opened.kind);
  const packages = [...values(/^package$/), inPath].filter((value) => /^[\w.+-]+$/.test(value));
  // What a message says may stand beside the address (`S.sms_body`).
  const words = [opened.message, ...values(/^S\.(?!browser_)/).map(shownText)];
  return {
    ...opened,
    ...(isContact
      ? { message: words.filter(Boolean).join('\n') }
      : // Of several packages, Android takes the last.
        { kind: 'app', name: packages.pop() ?? opened.name }),
    leadsTo: [...new Set(inner.flatMap(({ leadsTo }) => leadsTo))],
    warnings: [...new Set(['unverified-app' as const, ...inner.flatMap(({ warnings }) => warnings)])],
  };
};

const readPart = (part: string): { readonly key: string; readonly value: string } => {
  const [key = '', ...value] = part.split('=');
  return { key: decoded(key), value: decoded(value.join('=')) };
};

/** What stands before the parts, and the package that an `android-app:` has there. */
const readData = (href: string): { readonly data: string; readonly inPath: string } => {
  const data = href.replace(/#[^#]*$/, '').replace(/^intent:/, '');
  const [app, inPath = '', scheme, rest = ''] =
    /^android-app:\/\/([^/]*)\/?([^/]*)\/?(.*)$/s.exec(data) ?? [];
  return { data: !app ? data : scheme ? `${scheme}://${rest}` : '', inPath };
};

type Inner = TargetFinding & Required<Pick<TargetFinding, 'leadsTo'>>;

const APP: Inner = { kind: 'app', name: 'intent', leadsTo: [], warnings: [] };
const FORBIDDEN: Inner = { ...APP, warnings: ['forbidden-scheme'] };

/** What the app is to open, which need not be an address. */
const findInner = (address: string, find: Find): Inner => {
  const url = parseAddress(address);
  const protocol = url?.protocol ?? address;
  if (/^https?:/i.test(protocol)) return findPage(url, find);
  return /^(?:intent|android-app):/.test(protocol) ? FORBIDDEN : { ...APP, ...(url && find(url)) };
};

const findPage = (url: URL | undefined, find: Find): Inner => {
  const { leadsTo = [], warnings } = url && /^https?:/.test(url.protocol) ? find(url) : FORBIDDEN;
  return url && isAllowed(warnings)
    ? { ...APP, leadsTo: [url.host, ...leadsTo], warnings: ['web-fallback', ...warnings] }
    : { ...APP, warnings: ['hostile-fallback'] };
};
