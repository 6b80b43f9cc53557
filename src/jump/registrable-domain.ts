import { getDomain } from 'tldts';

/**
 * The registrable domain of a host (`pay.example.com.cn` gives `example.com.cn`), by the Public Suffix List, its private part included:
 * who has `alice.github.io` is not who has `bob.github.io`. ASCII in, ASCII out; a port and a trailing dot are left away. Undefined
 * for addresses of numbers, for one-label names, and for a public suffix itself. Needs the optional dependency `tldts`, about 47 KB
 * gzip, most of it the list: hand it to `createConsent({ registrableDomain })` where that is worth its size.
 */
export const registrableDomain = (host: string): string | undefined =>
  getDomain(host, { allowPrivateDomains: true }) ?? undefined;
