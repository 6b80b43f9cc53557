import type { JumpTarget } from './model.js';

/**
 * The request id of a jump: `jump:<kind>:<host with its port>`, or the scheme or package of an app, a number, an e-mail address. It
 * names what was asked about, and never a whole address.
 */
export const jumpRequestId = ({ kind, href, host, display }: JumpTarget): string =>
  `jump:${kind}:${/^https?:/.test(href) ? host : `${href.startsWith('intent:') ? 'intent/' : ''}${display.name.replace(/ /g, '')}`}`;

/**
 * Whether a person may ask to remember a destination: only where nothing is to warn of. A name in its own script that is proven
 * safe stands in no way. A download is another file each time, a written message another message, and what is no web address, number or e-mail address leads to
 * whatever an app makes of it (every mini-program of it, every person, any page): these are always asked about.
 */
export const mayRemember = ({ kind, href, allowed, display, warnings }: JumpTarget): boolean =>
  allowed &&
  kind !== 'download' &&
  display.message === undefined &&
  /^(?:https?|mailto|tel(?:prompt)?|[ms]ms(?:to)?):/.test(href) &&
  warnings.every((warning) => warning === 'unicode-host' && display.unicode);
