/**
 * The entry of `mingshi.js` and `mingshi.global.js` (`window.Mingshi`): every element registered, and the parts a page without
 * a build needs to make an engine of its own.
 */
import './define.js';

export { createConsent } from '../src/engine.js';
export { ConsentError } from '../src/errors.js';
export { describeTarget } from '../src/jump/describe-target.js';
export { guardLinks } from '../src/jump/web/guard-links.js';
export { verifyLedger } from '../src/ledger/index.js';
export * from '../src/permission/web/index.js';
export { readPolicy } from '../src/policy/read-policy.js';
export { indexedDbArchive } from '../src/policy/indexeddb-archive.js';
export { indexedDbStorage } from '../src/storage/indexeddb.js';
export { memoryStorage } from '../src/storage/memory.js';
export { webStorage } from '../src/storage/web-storage.js';
export { getLocale, setLocale } from './locale.js';
export { activateTemplates } from './requires/activate-templates.js';
