import { ConsentError } from '../../errors.js';

/** Hosts that are this very machine, which browsers trust without a certificate. */
const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d+){3}|\[::1\])$/;

/**
 * The address to send to, made absolute by the page's own where there is one. Throws `storage/invalid-endpoint` for what is no
 * address or carries a password, `storage/insecure-endpoint` for one that is neither `https:`, nor of the page's own origin,
 * nor on this machine.
 */
export const checkEndpoint = (endpoint: unknown, page: string | undefined): string => {
  const url = parse(endpoint, page);
  if (!url || url.username || url.password || !/^https?:$/.test(url.protocol)) {
    throw new ConsentError('storage/invalid-endpoint', 'The endpoint is no http(s) address.', endpoint);
  }
  const own = parse(page, undefined);
  const same = own?.protocol === url.protocol && own.host === url.host;
  if (url.protocol === 'https:' || same || loopback.test(url.hostname)) return url.href;
  throw new ConsentError(
    'storage/insecure-endpoint',
    'Choices are sent over https, to the page’s own origin, or to this machine.',
    endpoint,
  );
};

const parse = (address: unknown, base: string | undefined): URL | undefined => {
  try {
    return typeof address === 'string' ? new URL(address, base) : undefined;
  } catch {
    return undefined;
  }
};
