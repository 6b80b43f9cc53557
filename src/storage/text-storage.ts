import { attempt } from '../attempt.js';
import { canonicalJson } from '../canonical.js';
import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { placeOf, type Place } from '../place.js';
import { checkSame } from './check-same.js';
import type { StorageAdapter, StorageCapabilities } from './port.js';
import { checkEvents, headsOf, sortStored } from './stored.js';

/** A synchronous medium of texts under keys. Each call may throw a `storage/…` error. */
export interface TextMedium {
  /** Throws `storage/unavailable` where there is no such medium. */
  check(): void;
  get(key: string): string | undefined;
  set(key: string, text: string): void;
  /** The keys that start with `prefix`. */
  keys(prefix: string): readonly string[];
}

/** An adapter over such a medium: one text an event, its canonical JSON, under `prefix` + writer + `/` + sequence. */
export const textStorage = (
  medium: TextMedium,
  prefix: string,
  capabilities: StorageCapabilities,
): StorageAdapter => {
  const at = (record: Place): unknown => parseAt(medium.get(prefix + placeOf(record)), placeOf(record));
  const put = (record: ConsentEvent | ErasedEvent): void =>
    medium.set(prefix + placeOf(record), canonicalJson(record));
  const read: StorageAdapter['read'] = (query) =>
    attempt(() => {
      medium.check();
      const keys = medium.keys(prefix);
      const records = keys.map((key) => parseAt(medium.get(key), key.slice(prefix.length)));
      return sortStored(records, query);
    });
  return {
    capabilities,
    open: () => attempt(() => medium.check()),
    append: async (events) => {
      medium.check();
      checkEvents(events);
      const taken = events.filter((event) => at(event) !== undefined);
      for (const event of events) if (!taken.includes(event)) put(event);
      for (const event of taken) await checkSame(event, at(event));
      return { durability: capabilities.durability };
    },
    read,
    heads: headsOf(read),
    erase: async (records) => {
      const { findErasable } = await import('./erasure.js');
      medium.check();
      for (const record of await findErasable(records, records.map(at))) put(record);
    },
    close: () => undefined,
  };
};

/** What a text says, if it is JSON and stands under the place it names; null where it says nothing. */
const parseAt = (text: string | undefined, place: string): unknown => {
  if (text === undefined) return undefined;
  try {
    const value = JSON.parse(text) as Place;
    return placeOf(value) === place ? value : null;
  } catch {
    return null;
  }
};
