import { ConsentError } from '../../errors.js';
import type { HostMessage } from '../port.js';

/** The longest query WeChat takes in a link to a page, in characters as they stand in the address. */
const maxQuery = 512;

/**
 * The address of a page of the mini-program with a short receipt of a choice in its query: `mingshi=1`, then `id`, `request`,
 * `decision`, `version`, `time`, `until` and `actsFor` where there is one, `policyHash`, `namespace`, `noticeHash`; what no longer fits
 * into 512 characters is left out, from the end down to `policyHash`. A query can be forged: whoever reads it asks the server.
 * Throws `host/receipt-too-long` where the first ones do not fit.
 */
export const receiptAddress = (page: string, message: HostMessage): string => {
  const { id, request, decision, version, time, until, actsFor, policyHash, namespace, noticeHash } = message;
  let address = withQuery(page, { mingshi: '1', id, request, decision, version, time, until, actsFor });
  if (!fits(address)) {
    throw new ConsentError('host/receipt-too-long', 'The ids of this choice do not fit in a query.', request);
  }
  for (const more of [{ policyHash }, { namespace }, { noticeHash }]) {
    const longer = withQuery(address, more);
    if (fits(longer)) address = longer;
  }
  return address;
};

/** Adds to an address's query; what is undefined or empty is left out. */
export const withQuery = (page: string, query: Readonly<Record<string, string | undefined>>): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  );
  return page + (page.includes('?') ? '&' : '?') + pairs.join('&');
};

const fits = (address: string): boolean => address.length - address.indexOf('?') - 1 <= maxQuery;
