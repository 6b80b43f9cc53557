import { ConsentError } from '../../src/errors.js';
import type { PolicyArchive } from '../../src/policy/archive.js';
import { indexedDbArchive } from '../../src/policy/indexeddb-archive.js';
import { indexedDbStorage } from '../../src/storage/indexeddb.js';
import type { StorageAdapter } from '../../src/storage/port.js';

/** Where choices and texts are kept; what is absent is kept in memory. */
export interface Places {
  readonly storage?: StorageAdapter;
  readonly archive?: PolicyArchive;
}

/** The places a name of the `storage` attribute stands for. Rejects `provider/unknown-storage`. */
export async function findStorage(name: string, namespace: string): Promise<Places> {
  if (name === 'memory') return {};
  if (name === 'indexeddb') {
    return { storage: indexedDbStorage({ namespace }), archive: indexedDbArchive({ namespace }) };
  }
  if (name === 'local-storage') {
    const { webStorage } = await import('../../src/storage/web-storage.js');
    return { storage: webStorage({ namespace }) };
  }
  throw new ConsentError('provider/unknown-storage', 'storage is indexeddb, local-storage or memory.', name);
}
