import { IndexedDbConnection } from '../indexeddb-connection.js';
import { checkedStorage } from './checked.js';
import { appendAll, createStore, readAll } from './indexeddb-events.js';
import { PageNews, type TabLine } from './page-news.js';
import type { StorageAdapter } from './port.js';
import { checkEvents, headsOf, sortStored } from './stored.js';
import { Testimony } from './testimony.js';

export interface IndexedDbOptions {
  /** Separates the ledgers of apps on one origin; each has a database of its own. Default `default`. */
  readonly namespace?: string;
  /** Default: the page's `indexedDB`, looked up when it is needed. */
  readonly factory?: IDBFactory;
  /**
   * Where it is remembered how much the database held, so that one that was silently emptied is found out. Default:
   * `localStorage`; none where a `factory` is given, which may belong to another place.
   */
  readonly witness?: Storage;
}

/**
 * Keeps events in IndexedDB, in the database `mingshi/<namespace>`. `append` issues its write before it returns, if the
 * connection is open, and resolves once the transaction is complete, with strict durability. A lost connection is replaced
 * by a new one, at most three times in a row and nine times a minute. Rejects `storage/unavailable`, `storage/newer` (a newer
 * version made the database; it is left as it is), `storage/blocked` (another tab holds an older one), `storage/timeout`,
 * `storage/lost`, `storage/full`, `storage/conflict`, `storage/invalid` and `storage/failed`.
 *
 * `watch` tells `changed` when another tab wrote (by BroadcastChannel), when the page is seen again and when it comes back from
 * the back/forward cache; and `storage/reset` where the database lost what it had kept: `value` is `{expected, found, missing}`.
 * The line in `localStorage` that finds this out (`mingshi/<namespace>:witness`) holds a count and a hash.
 */
export const indexedDbStorage = (options: IndexedDbOptions = {}): StorageAdapter => {
  const name = `mingshi/${options.namespace ?? 'default'}`;
  const news = new PageNews((heard) => openChannel(name, heard));
  const testimony = new Testimony(`${name}:witness`, areaOf(options), (error) =>
    news.tell({ type: 'error', error }),
  );
  const connection = new IndexedDbConnection({
    name,
    factory: options.factory,
    create: createStore,
    late: () => news.tell({ type: 'changed' }),
  });
  const read: StorageAdapter['read'] = async (query) => {
    const before = testimony.said;
    const records = await connection.run(readAll);
    testimony.compare(before, records);
    return sortStored(records, query);
  };
  return checkedStorage({
    capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
    ...news.around(connection),
    append: async (events) => {
      checkEvents(events);
      const before = testimony.said;
      const added = await connection.run((database) => appendAll(database, events));
      if (added.length > 0) news.post();
      testimony.add(before, added);
      return { durability: 'disk' };
    },
    read,
    heads: headsOf(read),
    erase: async (records) => {
      const { eraseAll } = await import('./indexeddb-erase.js');
      if (await eraseAll(connection, records)) news.post();
    },
  });
};

const areaOf =
  ({ witness, factory }: IndexedDbOptions) =>
  (): Storage | undefined =>
    witness ?? (factory ? undefined : localStorage);

const openChannel = (name: string, heard: () => void): TabLine | undefined => {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = heard;
  return { post: () => channel.postMessage(0), close: () => channel.close() };
};
