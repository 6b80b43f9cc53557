import { hashRecord, hashText } from '../../dist/src/hash.js';
import { createConsent, memoryArchive, memoryStorage } from '../../dist/src/index.js';
import { defaultPlatform } from '../../dist/src/platform.js';

const { sha256 } = defaultPlatform();

/** The core as shipped, in the shape the suites of test/support take. */
export const core = {
  createConsent,
  memoryArchive,
  memoryStorage,
  hashText: (text) => hashText(text, sha256),
  hashRecord: (record) => hashRecord(record, sha256),
};
