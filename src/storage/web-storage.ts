import { ConsentError } from '../errors.js';
import { checkedStorage } from './checked.js';
import { PageNews, type TabLine } from './page-news.js';
import type { StorageAdapter } from './port.js';
import { textStorage, type TextMedium } from './text-storage.js';

export interface WebStorageOptions {
  /** Separates the ledgers of apps on one origin. Default `default`. */
  readonly namespace?: string;
  /** The storage area. Default `localStorage`, looked up when it is needed. */
  readonly area?: Storage;
}

/**
 * Keeps events in `localStorage`. A save means that this browser has seen the event (`browser`): it writes to disk some
 * seconds later, so a kill in between loses it. Rejects `storage/unavailable` where there is no `localStorage`,
 * `storage/full` where there is no room. `watch` tells `changed` when another tab wrote, when the page is seen again and when
 * it comes back from the back/forward cache.
 */
export const webStorage = (options: WebStorageOptions = {}): StorageAdapter => {
  const prefix = `mingshi/${encodeURIComponent(options.namespace ?? 'default')}/`;
  const news = new PageNews((heard) => listenToOthers(prefix, heard));
  const texts = textStorage(
    areaMedium(() => options.area ?? localStorage),
    prefix,
    { acknowledges: true, immediate: true, twoWay: true, durability: 'browser' },
  );
  return checkedStorage({ ...texts, ...news.around(texts) });
};

/** The browser tells of what other tabs wrote; `key` is null where they cleared everything. */
const listenToOthers = (prefix: string, heard: () => void): TabLine => {
  const onStorage = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(prefix)) heard();
  };
  addEventListener('storage', onStorage);
  return { close: () => removeEventListener('storage', onStorage) };
};

/** Blocked cookies make the very look-up of `localStorage` throw; Android WebViews without DOM storage give null. */
const areaMedium = (find: () => Storage | null): TextMedium => {
  const area = (): Storage => {
    try {
      const found = find();
      if (found) return found;
    } catch (error) {
      throw new ConsentError('storage/unavailable', 'This page may not use localStorage.', undefined, error);
    }
    throw new ConsentError('storage/unavailable', 'There is no localStorage here.', undefined);
  };
  return {
    check: () => void area(),
    get: (key) => area().getItem(key) ?? undefined,
    set: (key, text) => writeText(area(), key, text),
    keys: (prefix) => listKeys(area()).filter((key) => key.startsWith(prefix)),
  };
};

/** Read back after writing: some private modes accept a write and keep nothing. */
const writeText = (area: Storage, key: string, text: string): void => {
  try {
    area.setItem(key, text);
  } catch (error) {
    throw isFull(error)
      ? new ConsentError('storage/full', 'localStorage has no room for the event.', key, error)
      : new ConsentError('storage/failed', 'localStorage refused the event.', key, error);
  }
  if (area.getItem(key) !== text) {
    throw new ConsentError('storage/failed', 'localStorage did not keep the event.', key);
  }
};

const isFull = (error: unknown): boolean =>
  error instanceof DOMException &&
  (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED');

const listKeys = (area: Storage): string[] =>
  Array.from({ length: area.length }, (_, index) => area.key(index) ?? '');
