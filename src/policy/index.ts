export type { PolicyArchive } from './archive.js';
export type * from './compare/changes.js';
export { comparePolicies } from './compare/compare-policies.js';
export { memoryArchive } from './memory-archive.js';
export { POLICY_SCHEMA } from './model.js';
export type * from './model.js';
export { readPolicy } from './read-policy.js';
export { positionInSource, sourcePosition, tellPosition } from './source-position.js';
