import { parseAddress } from './parse-address.js';

/** Addresses inside an address: with a scheme of the web, or of any scheme (`//`) where a value starts. */
const ADDRESS =
  /(?:https?:|[=?#&;,("'[][\0- ]{0,9}(?=[\\/]{2}))[\\/]*(?:[^\\/\s?#]{0,256}@)?[^\\/\s?#&;,"'<>(){}|]+/gi;

const MOST = 16;

/**
 * The hosts that an address leads on to by what it carries (`?url=https://…`), as it stands and percent-decoded up to three times;
 * at most 16. Its own host is none of them.
 */
export const embeddedHosts = (text: string, ownHost: string): readonly string[] => {
  const hosts = new Set<string>();
  for (let pass = 0, rest = text; pass < 4; pass++) {
    for (const [found] of rest.replace(/[\t\n\r]/g, '').matchAll(ADDRESS)) {
      for (const host of hostsOf(found)) if (host !== ownHost && hosts.size < MOST) hosts.add(host);
    }
    const read = rest.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
      String.fromCharCode(parseInt(code, 16)),
    );
    if (read === rest) break;
    rest = read;
  }
  return [...hosts];
};

/** Where it has an @, of the shorter reading too: a sign before that may part values. */
const hostsOf = (found: string): readonly string[] => {
  const address = found.replace(/^[^\\/h]+/i, '').replace(/^(?=[\\/])/, 'https:');
  return [address, address.replace(/[&;,"'<>(){}|].*/, '')].flatMap((each) => parseAddress(each)?.host ?? []);
};
