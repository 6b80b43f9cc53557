import { lazy } from '../lazy.js';
import { checkedStorage } from './checked.js';
import type { StorageAdapter } from './port.js';

/**
 * Keeps events as long as this object lives; the default where no storage is given. What it takes to keep one begins to load
 * when it is opened: whoever keeps nothing longer is asked at each start.
 */
export const memoryStorage = (): StorageAdapter => {
  let used = false;
  const texts = lazy(async () => (await import('./memory-texts.js')).memoryTexts());
  return checkedStorage({
    capabilities: { acknowledges: true, immediate: false, twoWay: false, durability: 'memory' },
    open: () => {
      texts().catch(() => undefined);
      return Promise.resolve();
    },
    append: async (events) => {
      used = true;
      return (await texts()).append(events);
    },
    read: async (query) => (used ? (await texts()).read(query) : { events: [], unreadable: 0 }),
    heads: async () => (await texts()).heads(),
    erase: async (records) => (await texts()).erase?.(records),
    close: () => undefined,
  });
};
