import { canonicalJson } from '../canonical.js';
import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent } from '../event-shape.js';
import { completionOf, IndexedDbConnection } from '../indexeddb-connection.js';
import { placeOf } from '../place.js';
import { defaultPlatform } from '../platform.js';
import { findHeads } from './heads.js';
import type { EventQuery, StorageAdapter } from './port.js';
import { selectEvents } from './text-storage.js';

export interface IndexedDbOptions {
  /** Separates the ledgers of apps on one origin; each has a database of its own. Default `default`. */
  readonly namespace?: string;
  /** Default: the page's `indexedDB`, looked up when it is needed. */
  readonly factory?: IDBFactory;
}

const store = 'events';

/**
 * Keeps events in IndexedDB, in the database `mingshi/<namespace>`. `append` issues its write before it returns, if the
 * connection is open, and resolves once the transaction is complete, with strict durability. A lost connection is opened
 * once more. Rejects `storage/unavailable`, `storage/blocked` (another tab holds an older version), `storage/timeout`,
 * `storage/full`, `storage/conflict` and `storage/failed`.
 */
export const indexedDbStorage = (options: IndexedDbOptions = {}): StorageAdapter => {
  const connection = new IndexedDbConnection({
    name: `mingshi/${options.namespace ?? 'default'}`,
    factory: options.factory,
    create: (database) =>
      void database.createObjectStore(store, { keyPath: ['writer', 'sequence'], autoIncrement: false }),
  });
  const read = async (query: EventQuery = {}): ReturnType<StorageAdapter['read']> => {
    const records = await connection.run((database) => readAll(database));
    const events = records.filter(isConsentEvent);
    return { events: selectEvents(events, query), unreadable: records.length - events.length };
  };
  return {
    capabilities: { acknowledges: true, immediate: true, twoWay: false, durability: 'disk' },
    open: () => connection.open(),
    append: async (events) => {
      await connection.run((database) => appendAll(database, events));
      return { durability: 'disk' };
    },
    read,
    heads: async () => findHeads((await read()).events, defaultPlatform().sha256),
    close: () => connection.close(),
  };
};

/**
 * `add` and `commit` go out before anything is awaited, so that an answer survives a navigation in the same task. A taken
 * place aborts the whole: only then is what stands there read, and what is still missing added.
 */
const appendAll = async (database: IDBDatabase, events: readonly ConsentEvent[]): Promise<void> => {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const target = transaction.objectStore(store);
  const requests = events.map((event) => target.add(event));
  transaction.commit();
  try {
    await completionOf(transaction, requests);
  } catch (error) {
    if ((error as DOMException).name !== 'ConstraintError') throw error;
    const missing = await findMissing(database, events);
    if (missing.length === events.length) throw error;
    if (missing.length > 0) await appendAll(database, missing);
  }
};

/** The events that are not stored yet. Rejects `storage/conflict` where another one stands in the place of one of them. */
const findMissing = async (
  database: IDBDatabase,
  events: readonly ConsentEvent[],
): Promise<readonly ConsentEvent[]> => {
  const transaction = database.transaction(store, 'readonly');
  const target = transaction.objectStore(store);
  const requests = events.map((event) => target.get([event.writer, event.sequence]) as IDBRequest<unknown>);
  await completionOf(transaction, requests);
  return events.filter((event, index) => !isStored(event, requests[index]?.result));
};

const isStored = (event: ConsentEvent, stored: unknown): boolean => {
  if (stored === undefined) return false;
  if (isConsentEvent(stored) && canonicalJson(stored) === canonicalJson(event)) return true;
  throw new ConsentError('storage/conflict', 'Another event is stored at this place.', placeOf(event));
};

const readAll = async (database: IDBDatabase): Promise<readonly unknown[]> => {
  const transaction = database.transaction(store, 'readonly');
  const request = transaction.objectStore(store).getAll() as IDBRequest<unknown[]>;
  await completionOf(transaction, [request]);
  return request.result;
};
