import type { ErasedEvent } from '../consent/model.js';
import { completionOf, type IndexedDbConnection } from '../indexeddb-connection.js';
import { findErasable } from './erasure.js';
import { readAt, store } from './indexeddb-events.js';

/** Erases, as the port says. Resolves with whether anything was left to erase. */
export const eraseAll = async (
  connection: IndexedDbConnection,
  records: readonly ErasedEvent[],
): Promise<boolean> => {
  const stored = await connection.run((database) => readAt(database, records));
  const due = await findErasable(records, stored);
  await connection.run((database) => putAll(database, due));
  return due.length > 0;
};

const putAll = async (database: IDBDatabase, records: readonly ErasedEvent[]): Promise<void> => {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const target = transaction.objectStore(store);
  await completionOf(
    transaction,
    records.map((record) => target.put(record)),
  );
};
