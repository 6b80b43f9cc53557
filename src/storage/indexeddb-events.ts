import type { ConsentEvent } from '../consent/model.js';
import { completionOf } from '../indexeddb-connection.js';
import type { Place } from '../place.js';

/** The one store of the ledger's database. */
export const store = 'events';

/** Version 1 of the ledger's database. */
export const createStore = (database: IDBDatabase): void => {
  database.createObjectStore(store, { keyPath: ['writer', 'sequence'], autoIncrement: false });
};

/**
 * `add` and `commit` go out before anything is awaited, so that an answer survives a navigation in the same task. A taken
 * place aborts the whole: only then is what stands there read, and what is still missing added. Resolves with what was added.
 */
export const appendAll = async (
  database: IDBDatabase,
  events: readonly ConsentEvent[],
): Promise<readonly ConsentEvent[]> => {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const target = transaction.objectStore(store);
  const requests = events.map((event) => target.add(event));
  transaction.commit();
  try {
    await completionOf(transaction, requests);
    return events;
  } catch (error) {
    if ((error as DOMException).name !== 'ConstraintError') throw error;
    const missing = await findMissing(database, events);
    if (missing.length === events.length) throw error;
    return missing.length > 0 ? appendAll(database, missing) : [];
  }
};

/** The events that are not stored yet. Rejects `storage/conflict` where another one stands in the place of one of them. */
const findMissing = async (
  database: IDBDatabase,
  events: readonly ConsentEvent[],
): Promise<readonly ConsentEvent[]> => {
  const stored = await readAt(database, events);
  const { checkSame } = await import('./check-same.js');
  for (const [index, event] of events.entries()) await checkSame(event, stored[index]);
  return events.filter((_, index) => stored[index] === undefined);
};

/** What stands at these places. */
export const readAt = async (
  database: IDBDatabase,
  places: readonly Place[],
): Promise<readonly unknown[]> => {
  const transaction = database.transaction(store, 'readonly');
  const target = transaction.objectStore(store);
  const requests = places.map(
    ({ writer, sequence }) => target.get([writer, sequence]) as IDBRequest<unknown>,
  );
  await completionOf(transaction, requests);
  return requests.map(({ result }) => result);
};

/** Everything that stands in the store. */
export const readAll = async (database: IDBDatabase): Promise<readonly unknown[]> => {
  const transaction = database.transaction(store, 'readonly');
  const request = transaction.objectStore(store).getAll() as IDBRequest<unknown[]>;
  await completionOf(transaction, [request]);
  return request.result;
};
