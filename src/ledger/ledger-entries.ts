import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { isConsentEvent, isErasedEvent } from '../event-shape.js';
import { own } from '../own.js';

/** A link of a chain: an event, or what is left of one. */
export type LedgerEntry = ConsentEvent | ErasedEvent;

/** True for what is left of an erased event. */
export const isErased = (entry: LedgerEntry): entry is ErasedEvent => entry.schema === 'mingshi.erased/1';

/** The entry, if the value is one of either kind. */
export const readEntry = (value: unknown): LedgerEntry | undefined =>
  isConsentEvent(value) || isErasedEvent(value) ? value : undefined;

/**
 * Everything a ledger holds, in the order to check it in: a list of events as it is; where `erased` stands beside it, each
 * record at its place in its writer's chain. Undefined where there is no list.
 */
export const entriesOf = (ledger: unknown): readonly unknown[] | undefined => {
  const events: unknown = Array.isArray(ledger) ? ledger : own(ledger, 'events');
  const erased = Array.isArray(ledger) ? undefined : own(ledger, 'erased');
  if (!Array.isArray(events) || !(erased === undefined || Array.isArray(erased))) return undefined;
  return putInPlace(
    Array.from(events as readonly unknown[]),
    Array.from((erased ?? []) as readonly unknown[]),
  );
};

const putInPlace = (events: readonly unknown[], erased: readonly unknown[]): readonly unknown[] => {
  const waiting = byWriter(erased);
  const placed: unknown[] = [];
  for (const event of events) {
    const records = waiting.get(own(event, 'writer')) ?? [];
    while (records[0] !== undefined && sequenceOf(records[0]) < sequenceOf(event))
      placed.push(records.shift());
    placed.push(event);
  }
  return [...placed, ...[...waiting.values()].flat()];
};

const byWriter = (records: readonly unknown[]): ReadonlyMap<unknown, unknown[]> => {
  const groups = new Map<unknown, unknown[]>();
  for (const record of [...records].sort((a, b) => sequenceOf(a) - sequenceOf(b))) {
    const writer = own(record, 'writer');
    groups.set(writer, [...(groups.get(writer) ?? []), record]);
  }
  return groups;
};

const sequenceOf = (entry: unknown): number => Number(own(entry, 'sequence'));
