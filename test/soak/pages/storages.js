import { indexedDbStorage } from '/dist/src/storage/indexeddb.js';
import { webStorage } from '/dist/src/storage/web-storage.js';

/** What a save is given to: ours, and two that promise what they do not keep. */
export const storages = {
  indexeddb: (namespace) => indexedDbStorage({ namespace }),
  /** `localStorage`, told as if it were on disk. */
  'local-as-disk': (namespace) => {
    const adapter = webStorage({ namespace });
    return {
      ...adapter,
      capabilities: { ...adapter.capabilities, durability: 'disk' },
      append: (events) => adapter.append(events).then(() => ({ durability: 'disk' })),
    };
  },
  /** Acknowledges at once and writes a second later. */
  'acks-first': (namespace) => {
    const adapter = indexedDbStorage({ namespace });
    return {
      ...adapter,
      append: async (events) => {
        setTimeout(() => void adapter.append(events), 1000);
        return { durability: 'disk' };
      },
    };
  },
};
