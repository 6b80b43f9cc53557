import type { ConsentEvent } from '../../consent/model.js';
import { placeOf } from '../../place.js';
import type { StoredEvents } from '../port.js';
import { findOutgoing } from './may-leave.js';
import type { ChainLink, DeliveryMark } from './port.js';

export { groupEvents, packBatch } from './batch.js';
export { findOutgoing } from './may-leave.js';

/** More than this is never on its way at once: 30 days without a network. */
const most = { records: 10_000, bytes: 20_000_000 };

/** How many links an event takes along at most. */
const linksOfOne = 100;

export interface Plan {
  /** What is to be sent, by writer and sequence. */
  readonly waiting: readonly ConsentEvent[];
  /** Older answers that need not be sent: newer ones to the same question go in their place. */
  readonly skipped: readonly ConsentEvent[];
  /** The hashes of what stays here right before an event, nearest first. */
  readonly linksTo: (event: ConsentEvent) => readonly ChainLink[];
}

export const planSending = (
  stored: StoredEvents,
  marks: ReadonlyMap<string, DeliveryMark>,
  refusals: boolean,
): Plan => {
  const outgoing = findOutgoing(stored, refusals);
  const states = new Map(stored.events.map((event) => [event, marks.get(event.id)?.state ?? 'waiting']));
  const open = stored.events.filter((event) => outgoing.has(event) && states.get(event) === 'waiting');
  const skipped = new Set(findSuperfluous(open));
  const goes = (event: ConsentEvent): boolean =>
    outgoing.has(event) && states.get(event) !== 'skipped' && !skipped.has(event);
  const going = new Set(stored.events.filter(goes).map(placeOf));
  const byPlace = new Map(stored.events.map((event) => [placeOf(event), event]));
  return {
    waiting: open.filter((event) => !skipped.has(event)),
    skipped: [...skipped],
    linksTo: (event) => linkBack(event, going, byPlace),
  };
};

/** The oldest superseded events, as many as there is no room for; never the latest about a question. */
const findSuperfluous = (open: readonly ConsentEvent[]): readonly ConsentEvent[] => {
  let records = open.length;
  let bytes = open.reduce((sum, event) => sum + sizeOf(event), 0);
  const isTooMuch = (): boolean => records > most.records || bytes > most.bytes;
  if (!isTooMuch()) return [];
  const superseded = new Set(open.flatMap((event) => event.supersedes));
  const candidates = open
    .filter((event) => superseded.has(event.id))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  return candidates.filter((event) => {
    if (!isTooMuch()) return false;
    records -= 1;
    bytes -= sizeOf(event);
    return true;
  });
};

const sizeOf = (event: ConsentEvent): number => JSON.stringify(event).length;

/** Each event names the hash of the one before it: so no hash is computed here, and what was erased needs not be there. */
const linkBack = (
  event: ConsentEvent,
  going: ReadonlySet<string>,
  byPlace: ReadonlyMap<string, ConsentEvent>,
): readonly ChainLink[] => {
  const links: ChainLink[] = [];
  const { writer } = event;
  let next: ConsentEvent | undefined = event;
  while (next && next.sequence > 1 && links.length < linksOfOne) {
    const sequence: number = next.sequence - 1;
    const place = placeOf({ writer, sequence });
    if (going.has(place)) break;
    links.push({ writer, sequence, hash: next.previous });
    next = byPlace.get(place);
  }
  return links;
};
