import { IndexedDbConnection } from '../indexeddb-connection.js';
import { checkedStorage } from './checked.js';
import { lazy } from '../lazy.js';
import { appendAll, createStore, readAll } from './indexeddb-events.js';
import { PageNews, type TabLine } from './page-news.js';
import type { StorageAdapter } from './port.js';
import { checkEvents, headsOf, sortStored } from './stored.js';
import type { WitnessStand } from './witness.js';

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
  const witness = { key: `${name}:witness`, stand: standIn(options) };
  const connection = new IndexedDbConnection({
    name,
    factory: options.factory,
    create: createStore,
    late: () => news.tell({ type: 'changed' }),
  });
  const read: StorageAdapter['read'] = async (query) => {
    const before = witness.stand((area) => area.getItem(witness.key)) ?? '';
    const records = await connection.run(readAll);
    if (before || records.length > 0) {
      withWitness(async ({ askWitness }) => {
        const error = await askWitness(witness, before, records);
        if (error) news.tell({ type: 'error', error });
      });
    }
    return sortStored(records, query);
  };
  return checkedStorage({
    capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
    ...news.around(connection),
    append: async (events) => {
      checkEvents(events);
      const added = await connection.run((database) => appendAll(database, events));
      if (added.length > 0) news.post();
      withWitness(({ addToWitness }) => addToWitness(witness, added));
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

/** One promise for all, so that calls come in their order. */
const loadWitness = lazy(() => import('./witness.js'));

/** The witness is loaded when there is something to bear witness of; where it does not load, it says nothing. */
const withWitness = (use: (witness: typeof import('./witness.js')) => Promise<void>): void => {
  loadWitness()
    .then(use)
    .catch(() => undefined);
};

const standIn =
  ({ witness, factory }: IndexedDbOptions): WitnessStand =>
  (use) => {
    try {
      const area = witness ?? (factory ? undefined : localStorage);
      return area && use(area);
    } catch {
      return undefined;
    }
  };

const openChannel = (name: string, heard: () => void): TabLine | undefined => {
  if (typeof BroadcastChannel === 'undefined') return undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = heard;
  return { post: () => channel.postMessage(0), close: () => channel.close() };
};
