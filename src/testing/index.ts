export { storageContract } from './storage-contract.js';
export { describeStorage, type TestRunner } from './describe-storage.js';
export { findBrokenClauses, type BrokenClause } from './find-broken-clauses.js';
export type { Clause, Mend, StorageKit } from './kit.js';
