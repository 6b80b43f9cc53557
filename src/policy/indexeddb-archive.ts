import { completionOf, IndexedDbConnection } from '../indexeddb-connection.js';
import type { Notice } from '../notice.js';
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
/** Since version 2. */
const noticeStore = 'notices';

/**
 * Keeps policies and notices in IndexedDB, in the database `mingshi-archive/<namespace>`, under their hash. Opens when first used; rejects
 * as `indexedDbStorage` does.
 */
export const indexedDbArchive = (options: IndexedDbArchiveOptions = {}): PolicyArchive => {
  const connection = new IndexedDbConnection({
    name: `mingshi-archive/${options.namespace ?? 'default'}`,
    factory: options.factory,
    version: 2,
    create: (database, before) => {
      if (before < 1) database.createObjectStore(store, { keyPath: 'hash', autoIncrement: false });
      database.createObjectStore(noticeStore);
    },
  });
  return {
    put: (policy) =>
      connection.run((database) => putOne(database, store, (policies) => policies.add(policy))),
    get: (hash) => connection.run((database) => getOne<Policy>(database, store, hash)),
    putNotice: (hash, notice) =>
      connection.run((database) => putOne(database, noticeStore, (notices) => notices.add(notice, hash))),
    getNotice: (hash) => connection.run((database) => getOne<Notice>(database, noticeStore, hash)),
    at: async (date) => inForce(await connection.run(getAll), date),
  };
};

/** What is kept already stays as it is. */
const putOne = async (
  database: IDBDatabase,
  name: string,
  add: (records: IDBObjectStore) => IDBRequest,
): Promise<void> => {
  const transaction = database.transaction(name, 'readwrite', { durability: 'strict' });
  const request = add(transaction.objectStore(name));
  await completionOf(transaction, [request]).catch((error: unknown) => {
    if ((error as DOMException).name !== 'ConstraintError') throw error;
  });
};

const getOne = <T>(database: IDBDatabase, name: string, hash: string): Promise<T | undefined> =>
  readResult(database, name, (records) => records.get(hash) as IDBRequest<T | undefined>);

const getAll = (database: IDBDatabase): Promise<Policy[]> =>
  readResult(database, store, (policies) => policies.getAll() as IDBRequest<Policy[]>);

const readResult = async <T>(
  database: IDBDatabase,
  name: string,
  ask: (records: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const transaction = database.transaction(name, 'readonly');
  const request = ask(transaction.objectStore(name));
  await completionOf(transaction, [request]);
  return request.result;
};
