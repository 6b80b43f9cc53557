/** The contract of `mingshi/testing`, run with the core a test names (as built, or as shipped). */
import { contractFor } from '../../build/src/testing/contract.js';

export { findBrokenClauses } from '../../build/src/testing/find-broken-clauses.js';
export { manualTimer } from '../../build/src/testing/manual-timer.js';
export { unsoundRecords } from '../../build/src/testing/unsound-records.js';
export { until } from '../../build/src/testing/until.js';

/** `core` is `{createConsent, hashText, hashRecord}`; `kit` is a `StorageKit`. */
export const storageContract = (kit, core) => contractFor(core)(kit);
