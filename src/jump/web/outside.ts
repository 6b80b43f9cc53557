/** What the page itself holds: it leads nowhere. */
const PAGE_MADE = /^(?:blob|about):/;

/** A link that is no link but a button: `javascript:`, `javascript:;`, `javascript:void(0)`. */
const EMPTY_SCRIPT = /^javascript:(?:void\s*\(?\s*0?\s*\)?)?;*$/;

/**
 * The rule where the app has none: an address leaves the app unless it has the page's own origin (the same scheme and host
 * where the page has none: a `file:` package, a native shell) or an own host. A download is asked about wherever it lies,
 * unless the page made the file itself (`blob:`, `data:`).
 */
export function isOutside(
  url: URL,
  { view, ownHosts, download }: { view: Window; ownHosts: readonly string[]; download: boolean },
): boolean {
  if (PAGE_MADE.test(url.href) || EMPTY_SCRIPT.test(url.href)) return false;
  if (download) return url.protocol !== 'data:';
  const { protocol, host } = view.location;
  if (url.protocol === protocol && url.host === host) return false;
  // A frame without an address of its own (`srcdoc`) has the origin of the page around it.
  if (url.origin === view.origin && url.origin !== 'null') return false;
  return !(/^https?:$/.test(url.protocol) && ownHosts.some((own) => isHostOf(url.hostname, own)));
}

/** The host itself or one below it, on whole labels: `notbank.example` and `bank.example.` are not below `bank.example`. */
const isHostOf = (host: string, own: string): boolean => {
  const name = own.toLowerCase();
  return name !== '' && (host === name || host.endsWith(`.${name}`));
};
