import { createConsent, memoryArchive, memoryStorage } from '../../build/src/index.js';
import { hashRecord, hashText } from '../../build/src/hash.js';
import { defaultPlatform } from '../../build/src/platform.js';

const { sha256 } = defaultPlatform();

/** The core as built, in the shape the suites of test/support take. */
export const core = {
  createConsent,
  memoryArchive,
  memoryStorage,
  hashText: (text) => hashText(text, sha256),
  hashRecord: (record) => hashRecord(record, sha256),
};
