import type { StorageAdapter } from './port.js';
import { textStorage } from './text-storage.js';

/** Events as texts in a map: what is given is read once, and what becomes of it later changes nothing kept. */
export const memoryTexts = (): StorageAdapter => {
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
