import { waitUntil as waitUntilIn } from '@open-wc/testing';

/** As open-wc's, with 10 s instead of one: a busy machine is slow, not wrong. */
export const waitUntil = (predicate, message) => waitUntilIn(predicate, message, { timeout: 10_000 });
