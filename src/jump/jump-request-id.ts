import type { JumpTarget, TargetWarning } from './model.js';

/**
 * The request id of a jump: `jump:<kind>:<host with its port>`, or the scheme of an app, a number, an e-mail address. It names what a
 * person may ask to remember, and never a whole address.
 */
export const jumpRequestId = ({ kind, href, host, display }: JumpTarget): string =>
  `jump:${kind}:${/^https?:/.test(href) ? host : `${href.startsWith('intent:') ? 'intent/' : ''}${display.name.replace(/ /g, '')}`}`;

/**
 * Whether a person may ask to remember a destination: only where nothing is to warn of. A name in its own script that is proven
 * safe, and that an app's scheme is never verified, stand in no way. A download is another file each time, and the scheme of an
 * app leads to every mini-program or service of it: these are always asked about.
 */
export const mayRemember = ({ kind, href, allowed, display, warnings }: JumpTarget): boolean =>
  allowed &&
  kind !== 'download' &&
  (/^https?:/.test(href) || (kind !== 'mini-program' && kind !== 'service')) &&
  warnings.every((warning) => HARMLESS.includes(warning)) &&
  (display.unicode !== undefined || !warnings.includes('unicode-host'));

const HARMLESS: readonly TargetWarning[] = ['unicode-host', 'unverified-app'];
