import { completionOf, IndexedDbConnection } from '../indexeddb-connection.js';
import type { PolicyArchive } from './archive.js';
import { inForce } from './in-force.js';
import type { Policy } from './model.js';

export interface IndexedDbArchiveOptions {
  /** Separates the archives of apps on one origin; each has a database of its own. Default `default`. */
  readonly namespace?: string;
  /** Default: the page's `indexedDB`, looked up when it is needed. */
  readonly factory?: IDBFactory;
}

const store = 'policies';

/**
 * Keeps policies in IndexedDB, in the database `mingshi-archive/<namespace>`, under their hash. Opens when first used; rejects
 * as `indexedDbStorage` does.
 */
export const indexedDbArchive = (options: IndexedDbArchiveOptions = {}): PolicyArchive => {
  const connection = new IndexedDbConnection({
    name: `mingshi-archive/${options.namespace ?? 'default'}`,
    factory: options.factory,
    create: (database) => void database.createObjectStore(store, { keyPath: 'hash', autoIncrement: false }),
  });
  return {
    put: (policy) => connection.run((database) => putOne(database, policy)),
    get: (hash) => connection.run((database) => getOne(database, hash)),
    at: async (date) => inForce(await connection.run(getAll), date),
  };
};

const putOne = async (database: IDBDatabase, policy: Policy): Promise<void> => {
  const transaction = database.transaction(store, 'readwrite', { durability: 'strict' });
  const request = transaction.objectStore(store).add(policy);
  await completionOf(transaction, [request]).catch((error: unknown) => {
    if ((error as DOMException).name !== 'ConstraintError') throw error;
  });
};

const getOne = (database: IDBDatabase, hash: string): Promise<Policy | undefined> =>
  readResult(database, (policies) => policies.get(hash) as IDBRequest<Policy | undefined>);

const getAll = (database: IDBDatabase): Promise<Policy[]> =>
  readResult(database, (policies) => policies.getAll() as IDBRequest<Policy[]>);

const readResult = async <T>(
  database: IDBDatabase,
  ask: (policies: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const transaction = database.transaction(store, 'readonly');
  const request = ask(transaction.objectStore(store));
  await completionOf(transaction, [request]);
  return request.result;
};
