import { canonicalJson } from '../canonical.js';
import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { compare, placeOf } from '../place.js';
import type { StoredEvents } from './port.js';

/** How two storages differ. */
export interface Difference {
  /** Everything, each place once: what stands in the first storage, else in the second; what was erased in one is. */
  readonly merged: StoredEvents;
  /** What only the first has, and what only the second has. */
  readonly first: Side;
  readonly second: Side;
  /** Places where they hold different events: each keeps its own, and the first one's counts. */
  readonly conflicts: readonly ConsentEvent[];
}

export interface Side {
  readonly events: readonly ConsentEvent[];
  /** What it erased and the other did not yet. */
  readonly erased: readonly ErasedEvent[];
}

type Kept = ConsentEvent | ErasedEvent;

/** Compares two storages place by place. Resolves when every erasure was checked against the event in the other one. */
export const mergeStored = (first: StoredEvents, second: StoredEvents): Difference => {
  const [a, b] = [byPlace(first), byPlace(second)];
  const merged = new Map<string, Kept>([...b, ...a]);
  const [onlyFirst, onlySecond] = [sideOf(a, b), sideOf(b, a)];
  for (const record of onlySecond.erased) merged.set(placeOf(record), record);
  const conflicts = first.events.filter((event) => {
    const other = b.get(placeOf(event));
    return other && !isErased(other) && canonicalJson(other) !== canonicalJson(event);
  });
  const records = [...merged.values()].sort((x, y) => compare(x.writer, y.writer) || x.sequence - y.sequence);
  const erased = records.filter(isErased);
  return {
    merged: {
      events: records.filter((record): record is ConsentEvent => !isErased(record)),
      unreadable: first.unreadable + second.unreadable,
      ...(erased.length > 0 && { erased }),
    },
    first: onlyFirst,
    second: onlySecond,
    conflicts,
  };
};

const isErased = (record: Kept): record is ErasedEvent => 'hash' in record;

const byPlace = ({ events, erased = [] }: StoredEvents): ReadonlyMap<string, Kept> =>
  new Map([...events, ...erased].map((record) => [placeOf(record), record]));

const sideOf = (own: ReadonlyMap<string, Kept>, other: ReadonlyMap<string, Kept>): Side => {
  const events: ConsentEvent[] = [];
  const erased: ErasedEvent[] = [];
  for (const [place, record] of own) {
    const there = other.get(place);
    if (!isErased(record)) {
      if (!there) events.push(record);
    } else if (there && !isErased(there)) erased.push(record);
  }
  return { events, erased };
};
