import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent, isErasedEvent } from '../event-shape.js';
import { compare } from '../place.js';
import { defaultPlatform } from '../platform.js';
import type { EventQuery, StorageAdapter, StoredEvents } from './port.js';

/**
 * What stored values are: events, what is left of erased ones, and what is neither, counted. By writer and sequence, those
 * the query asks for.
 */
export const sortStored = (values: readonly unknown[], query: EventQuery = {}): StoredEvents => {
  const events = values.filter(isConsentEvent);
  const erased = values.filter(isErasedEvent);
  const unreadable = values.length - events.length - erased.length;
  const left = select(erased, query);
  return { events: select(events, query), unreadable, ...(left.length > 0 && { erased: left }) };
};

const select = <T extends ConsentEvent | ErasedEvent>(records: readonly T[], query: EventQuery): T[] =>
  records
    .filter(({ request }) => query.request === undefined || request.id === query.request)
    .filter(({ writer }) => query.writer === undefined || writer === query.writer)
    .sort((a, b) => compare(a.writer, b.writer) || a.sequence - b.sequence);

/** Throws `storage/invalid` for what would not be read as an event again. */
export const checkEvents = (events: readonly ConsentEvent[]): void => {
  const unsound = events.find((event) => !isConsentEvent(event));
  if (unsound)
    throw new ConsentError('storage/invalid', 'This is no event that could be read again.', unsound);
};

/** The `heads` of a storage that can be read. */
export const headsOf =
  (read: StorageAdapter['read']): StorageAdapter['heads'] =>
  async () => {
    const [{ findHeads }, { events, erased }] = await Promise.all([import('./heads.js'), read()]);
    return findHeads(events, defaultPlatform().sha256, erased);
  };
