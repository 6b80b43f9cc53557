import type { RequestEnd } from '../port.js';

/** The end of a request that gave `value`. Nothing at all is no grant: a page may have replaced the call. */
export const granted = <Value>(value: Value): RequestEnd<Value> =>
  value === undefined || value === null ? { end: 'failed' } : { end: 'granted', value };
