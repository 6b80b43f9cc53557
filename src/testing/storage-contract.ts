import { createConsent } from '../engine.js';
import { hashRecord, hashText } from '../hash.js';
import { defaultPlatform } from '../platform.js';
import { contractFor } from './contract.js';
import type { Clause, StorageKit } from './kit.js';

const { sha256 } = defaultPlatform();

/**
 * What every storage must do, clause by clause: for the author of an adapter, in any test runner. A clause that needs what the
 * kit does not have (`plant`, `breakWrites`, `elsewhere`) is left out, one about what the adapter does not have (`erase`) passes.
 */
export const storageContract: (kit: StorageKit) => readonly Clause[] = contractFor({
  createConsent,
  hashText: (text) => hashText(text, sha256),
  hashRecord: (record) => hashRecord(record, sha256),
});
