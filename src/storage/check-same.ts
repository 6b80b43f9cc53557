import { canonicalJson } from '../canonical.js';
import type { ConsentEvent } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent, isErasedEvent } from '../event-shape.js';
import { placeOf } from '../place.js';

/** Rejects `storage/conflict` where something else is stored in the place of an event than it, or what is left of it. */
export const checkSame = async (event: ConsentEvent, stored: unknown): Promise<void> => {
  if (stored === undefined) return;
  if (isConsentEvent(stored) && canonicalJson(stored) === canonicalJson(event)) return;
  if (isErasedEvent(stored) && (await (await import('./erasure.js')).isLeftOf(stored, event))) return;
  throw new ConsentError('storage/conflict', 'Another event is stored at this place.', placeOf(event));
};
