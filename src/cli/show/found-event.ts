import type { ConsentEvent, ErasedEvent } from '../../consent/model.js';
import { isConsentEvent, isErasedEvent } from '../../event-shape.js';
import { isRecord, own } from '../../own.js';
import type { ExportedLedger } from '../../ledger/index.js';
import { entriesOf } from '../../ledger/ledger-entries.js';
import { Failure } from '../failure.js';
import { oneLine } from '../people/one-line.js';

/** An event, and the file it was found in. */
export interface FoundEvent {
  readonly event: ConsentEvent;
  /** Every sound event of the file, in its order. */
  readonly events: readonly ConsentEvent[];
  /** What is left of those that were erased. */
  readonly erased: readonly ErasedEvent[];
  /** The whole ledger, where the file is an exported one. */
  readonly exported: ExportedLedger | undefined;
  /** How many entries are neither. */
  readonly unreadable: number;
}

/** How many events are listed where one must be named. */
const LISTED = 20;

/**
 * Finds an event in parsed JSON: the one it is, or the one of a list or an exported ledger whose id begins with `id`. Throws
 * `Failure` where there is none, or several.
 */
export function findEvent(json: unknown, file: string, id: string | undefined): FoundEvent {
  const entries = entriesOf(json) ?? (own(json, 'decision') === undefined ? undefined : [json]);
  if (!entries) throw new Failure(`${file} holds no event, no list of events and no exported ledger.`);
  const events = entries.filter(isConsentEvent);
  const event = chosen(events, file, id);
  const isExport = own(json, 'schema') === 'mingshi.ledger/1' && isRecord(own(json, 'heads'));
  const exported = isExport ? (json as ExportedLedger) : undefined;
  const erased = entries.filter(isErasedEvent);
  return { event, events, erased, exported, unreadable: entries.length - events.length - erased.length };
}

function chosen(events: readonly ConsentEvent[], file: string, id: string | undefined): ConsentEvent {
  if (events.length === 0) throw new Failure(`${file} holds no event of the schema mingshi.event/1.`);
  const found = events.filter((event) => event.id.startsWith(id ?? ''));
  const [first] = found;
  if (!first) throw new Failure(`${file} holds no event whose id begins with ${id ?? ''}.`);
  if (found.length === 1) return first;
  if (found.every((event) => event.id === first.id))
    throw new Failure(`${file} holds several events with the id ${first.id}: one of them is forged.`);
  throw new Failure(`${file} holds ${found.length} events; name one: ${file}#<id>.\n${listOf(found)}`);
}

function listOf(events: readonly ConsentEvent[]): string {
  const lines = events
    .slice(0, LISTED)
    .map(
      ({ id, time, request, decision }) => `  ${id}  ${[time, request.id, decision].map(oneLine).join('  ')}`,
    );
  const more = events.length - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}
