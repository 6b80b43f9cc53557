import { canonicalJson } from '../canonical.js';
import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent, isErasedEvent } from '../event-shape.js';
import { hashRecord } from '../hash.js';
import { placeOf } from '../place.js';
import { defaultPlatform } from '../platform.js';

/**
 * The records that must still be put in the place of the event they are left of, where `stored` has what stands in their
 * places. Rejects `storage/conflict` where another event stands there, or something else; `storage/invalid` for no record.
 */
export const findErasable = async (
  records: readonly ErasedEvent[],
  stored: readonly unknown[],
): Promise<readonly ErasedEvent[]> => {
  const due = [];
  for (const [index, record] of records.entries()) {
    if (await isDue(record, stored[index])) due.push(record);
  }
  return due;
};

const isDue = async (record: ErasedEvent, stored: unknown): Promise<boolean> => {
  if (!isErasedEvent(record)) {
    throw new ConsentError('storage/invalid', 'This is not what is left of an event.', record);
  }
  if (stored === undefined) return false;
  if (isErasedEvent(stored) && canonicalJson(stored) === canonicalJson(record)) return false;
  if (isConsentEvent(stored) && (await isLeftOf(record, stored))) return true;
  throw new ConsentError('storage/conflict', 'This record is not left of what stands here.', placeOf(record));
};

/** True where a stored value is what is left of this very event. */
export const isLeftOf = async (stored: unknown, event: ConsentEvent): Promise<boolean> =>
  isErasedEvent(stored) &&
  placeOf(stored) === placeOf(event) &&
  stored.hash === (await hashRecord(event, defaultPlatform().sha256));
