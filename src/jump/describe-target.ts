import { own } from '../own.js';
import { appFinding } from './app-finding.js';
import { intentFinding } from './intent-finding.js';
import { mailFinding } from './mail-finding.js';
import type { JumpTarget, TargetKind } from './model.js';
import { parseAddress } from './parse-address.js';
import { phoneFinding } from './phone-finding.js';
import { schemeFault } from './schemes.js';
import { hidesCharacters, shownAddress, shownText } from './shown-text.js';
import { isAllowed, type TargetContext, type TargetFinding } from './target-finding.js';
import { webFinding } from './web-finding.js';

/** What is known beside the address. */
export interface TargetOptions {
  /** What a relative address is relative to: the address of the page. */
  readonly base?: string;
  /**
   * What opening does, by the app's word; used only where the address leaves it open: a web address or an app's may be of an
   * app, a mini-program, a download or a service, a number or an e-mail address is what it is.
   */
  readonly kind?: TargetKind;
  /** The registrable domain of an ASCII host without port; `mingshi/registrable-domain` has one. */
  readonly registrableDomain?: (host: string) => string | undefined;
  /** Hosts this one must not pass for, beside that of `base`: its publisher's, well-known ones. */
  readonly ownHosts?: readonly string[];
}

/**
 * Where an address really leads, and what is wrong with it. The platform's parser reads it; everything is decided on, and shown
 * from, what came out of that, and `href` of an allowed target is exactly that. Pure; throws nothing: what is no address is described
 * as refused.
 */
export const describeTarget = (url: string, options: TargetOptions = {}): JumpTarget => {
  const base = own(options, 'base');
  const parsed = parseAddress(url, base) ?? parseAddress(url);
  if (!parsed) return noAddress(url);
  const finding = find(parsed, readContext(options));
  const warnings = hidesCharacters(parsed.href)
    ? [...finding.warnings, 'hidden-characters' as const]
    : finding.warnings;
  const allowed = isAllowed(warnings);
  const { name, unicode, app, message, leadsTo = [] } = Object.assign(Object.create(null) as object, finding);
  return {
    kind: kindOf(finding.kind, own(options, 'kind')),
    href: allowed ? parsed.href : '',
    host: parsed.host,
    display: {
      name,
      ...(unicode && { unicode }),
      address: shownAddress(parsed.href),
      leadsTo,
      ...(app && { app }),
      ...(message && { message }),
    },
    warnings,
    allowed,
  };
};

const readContext = (options: TargetOptions): TargetContext => {
  const [domainOf, hosts] = [own(options, 'registrableDomain'), own(options, 'ownHosts')];
  return {
    registrableDomain:
      typeof domainOf === 'function' ? (domainOf as TargetContext['registrableDomain']) : () => undefined,
    known: [
      ...(Array.isArray(hosts) ? hosts.filter((host) => typeof host === 'string') : []),
      ...pageHost(own(options, 'base')),
    ],
  };
};

const pageHost = (base: unknown): readonly string[] => {
  const page = typeof base === 'string' ? parseAddress(base) : undefined;
  return page && /^https?:$/.test(page.protocol) ? [page.hostname] : [];
};

const find = (parsed: URL, context: TargetContext): TargetFinding => {
  const { protocol } = parsed;
  const fault = schemeFault(protocol);
  if (fault) return { kind: 'website', name: protocol.slice(0, -1), warnings: [fault] };
  const finding = findByScheme(parsed, context);
  return hasUserInfo(parsed) ? { ...finding, warnings: ['user-info', ...finding.warnings] } : finding;
};

const findByScheme = (parsed: URL, context: TargetContext): TargetFinding => {
  const { protocol } = parsed;
  if (/^https?:$/.test(protocol)) return webFinding(parsed, context);
  if (/^(?:intent|android-app):$/.test(protocol))
    return intentFinding(parsed, (inner) => find(inner, context));
  if (/^(?:tel(?:prompt)?|[ms]ms(?:to)?):$/.test(protocol)) return phoneFinding(parsed);
  return protocol === 'mailto:' ? mailFinding(parsed, context) : appFinding(parsed);
};

/** Chrome before 130 leaves what follows an unknown scheme unread: there the user is found in the text. */
const hasUserInfo = ({ username, password, href }: URL): boolean =>
  username !== '' || password !== '' || /^[^:]*:\/\/[^/?#]*@/.test(href);

const OPEN_KINDS: readonly unknown[] = ['website', 'app', 'mini-program', 'download', 'service'];

const kindOf = (found: TargetKind, said: unknown): TargetKind =>
  OPEN_KINDS.includes(found) && OPEN_KINDS.slice(found === 'app' ? 1 : 0).includes(said)
    ? (said as TargetKind)
    : found;

const noAddress = (url: unknown): JumpTarget => ({
  kind: 'website',
  href: '',
  host: '',
  display: {
    name: '',
    // What may be a user and a password stands before the last @.
    address: typeof url === 'string' ? shownText(url.replace(/^.*@/s, '').slice(0, 2000)) : '',
    leadsTo: [],
  },
  warnings: ['not-an-address'],
  allowed: false,
});
