import { attempt } from '../attempt.js';
import { canonicalJson } from '../canonical.js';
import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent } from '../event-shape.js';
import { comparePlaces, placeOf } from '../place.js';
import { defaultPlatform } from '../platform.js';
import { findHeads } from './heads.js';
import type { EventQuery, StorageAdapter, StorageCapabilities } from './port.js';

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
  const read = (query: EventQuery = {}): ReturnType<StorageAdapter['read']> =>
    attempt(() => {
      medium.check();
      const records = medium.keys(prefix).map((key) => parseEvent(medium.get(key), key, prefix));
      const events = records.filter((record) => record !== undefined);
      return { events: selectEvents(events, query), unreadable: records.length - events.length };
    });
  return {
    capabilities,
    open: () => attempt(() => medium.check()),
    append: (events) =>
      attempt(() => {
        medium.check();
        for (const event of events) appendOne(medium, prefix + placeOf(event), canonicalJson(event));
        return { durability: capabilities.durability };
      }),
    read,
    heads: async () => findHeads((await read()).events, defaultPlatform().sha256),
    close: () => undefined,
  };
};

/** By writer and sequence, those the query asks for. */
export const selectEvents = (events: readonly ConsentEvent[], query: EventQuery): ConsentEvent[] =>
  events
    .filter((event) => query.request === undefined || event.request.id === query.request)
    .filter((event) => query.writer === undefined || event.writer === query.writer)
    .sort(comparePlaces);

const appendOne = (medium: TextMedium, key: string, text: string): void => {
  const stored = medium.get(key);
  if (stored === text) return;
  if (stored !== undefined) {
    throw new ConsentError('storage/conflict', 'Another event is stored at this place.', key);
  }
  medium.set(key, text);
};

/** The event, if the text is one and stands under its own place. */
const parseEvent = (text: string | undefined, key: string, prefix: string): ConsentEvent | undefined => {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return isConsentEvent(value) && prefix + placeOf(value) === key ? value : undefined;
  } catch {
    return undefined;
  }
};
