import type { StorageAdapter } from './port.js';
import { textStorage } from './text-storage.js';

/** Keeps events as long as this object lives; the default where no storage is given. Never fails. */
export const memoryStorage = (): StorageAdapter => {
  const texts = new Map<string, string>();
  const medium = {
    check: () => undefined,
    get: (key: string) => texts.get(key),
    set: (key: string, text: string) => void texts.set(key, text),
    keys: () => [...texts.keys()],
  };
  return textStorage(medium, '', {
    acknowledges: true,
    immediate: true,
    twoWay: false,
    durability: 'memory',
  });
};
