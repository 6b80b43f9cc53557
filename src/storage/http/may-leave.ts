import type { ConsentEvent, ErasedEvent } from '../../consent/model.js';
import { own } from '../../own.js';
import { placeOf } from '../../place.js';
import type { StoredEvents } from '../port.js';

/**
 * The events that may leave the device. Of a person who never agreed to a general policy: none. While that consent stands:
 * everything but refusals and closed questions, and these too where `refusals` says so. After it ended: what came before its
 * end, and what ends something, for a receiver that knows of a grant must learn of its end; and the rights a person makes use of.
 */
export const findOutgoing = (stored: StoredEvents, refusals: boolean): ReadonlySet<ConsentEvent> => {
  const outgoing = new Set<ConsentEvent>();
  const byId = new Map(stored.events.map((event) => [event.id, event]));
  for (const events of byPerson(stored.events)) {
    if (!everAgreed(events, stored.erased ?? [])) continue;
    const before = hasStanding(events, byId) ? undefined : pastOf(events.filter(isEnd), byId, events);
    for (const event of events) if (mayLeave(event, { refusals, before, byId })) outgoing.add(event);
  }
  return outgoing;
};

interface Gate {
  readonly refusals: boolean;
  /** What came before the end of the general consent; undefined while it stands. */
  readonly before: ReadonlySet<ConsentEvent> | undefined;
  readonly byId: ReadonlyMap<string, ConsentEvent>;
}

const mayLeave = (event: ConsentEvent, { refusals, before, byId }: Gate): boolean => {
  if (event.decision === 'withdrawn' || event.decision === 'requested' || endsGrant(event, byId)) return true;
  return (refusals || event.decision === 'granted') && (!before || before.has(event));
};

/** A refusal that takes the place of a grant; refusing another version of a policy leaves the grant as it stood. */
const endsGrant = (event: ConsentEvent, byId: Gate['byId']): boolean =>
  event.decision === 'denied' &&
  event.supersedes.some((id) => {
    const known = byId.get(id);
    return known?.decision === 'granted' && (known.request.kind !== 'general' || sameVersion(known, event));
  });

const sameVersion = (a: ConsentEvent, b: ConsentEvent): boolean => a.policy.version === b.policy.version;

/** Two tabs opened before any answer draw two local ids on one device: all local ids are one person. */
const byPerson = (events: readonly ConsentEvent[]): Iterable<readonly ConsentEvent[]> => {
  const people = new Map<string, ConsentEvent[]>();
  for (const event of events) {
    const person = event.subject.id.replace(/^local-.*/, 'local-');
    const known = people.get(person);
    if (known) known.push(event);
    else people.set(person, [event]);
  }
  return people.values();
};

const isGeneralGrant = ({ request, decision }: ConsentEvent | ErasedEvent): boolean =>
  request.kind === 'general' && decision === 'granted';

/** A grant that was erased since counts for the person whose deletion named it. */
const everAgreed = (events: readonly ConsentEvent[], erased: readonly ErasedEvent[]): boolean => {
  if (events.some(isGeneralGrant)) return true;
  const gone = new Set(
    events.flatMap((event) => (own(event, 'erases') === undefined ? [] : (event.erases ?? []))),
  );
  return erased.some((record) => isGeneralGrant(record) && gone.has(placeOf(record)));
};

const isEnd = ({ request, decision }: ConsentEvent): boolean =>
  request.kind === 'general' && (decision === 'withdrawn' || decision === 'denied');

/** Whether the consent to one of the general policies stands. */
const hasStanding = (events: readonly ConsentEvent[], byId: Gate['byId']): boolean => {
  const general = events.filter(({ request }) => request.kind === 'general');
  const ids = new Set(general.map(({ request }) => request.id));
  return [...ids].some((id) =>
    stands(
      general.filter(({ request }) => request.id === id),
      byId,
    ),
  );
};

/** From the last answers back to what they left as it was: grants, none withdrawn, not all of a version refused. */
const stands = (events: readonly ConsentEvent[], byId: Gate['byId']): boolean => {
  const superseded = new Set(events.flatMap((event) => event.supersedes));
  const open = events.filter((event) => !superseded.has(event.id));
  const seen = new Set<ConsentEvent>();
  const [granted, refused] = [new Set<string>(), new Set<string>()];
  for (let event = open.pop(); event; event = open.pop()) {
    if (event.decision === 'withdrawn') return false;
    if (event.decision === 'denied') refused.add(event.policy.version);
    if (event.decision === 'granted') granted.add(event.policy.version);
    else open.push(...event.supersedes.flatMap((id) => freshOf(byId.get(id), seen)));
  }
  return [...granted].some((version) => !refused.has(version));
};

/** These events and all before them, by what they superseded and by their writers' chains. */
const pastOf = (
  ends: readonly ConsentEvent[],
  byId: Gate['byId'],
  events: readonly ConsentEvent[],
): ReadonlySet<ConsentEvent> => {
  const byPlace = new Map(events.map((event) => [placeOf(event), event]));
  const seen = new Set<ConsentEvent>();
  const open = [...ends];
  for (let event = open.pop(); event; event = open.pop()) {
    const before = byPlace.get(placeOf({ writer: event.writer, sequence: event.sequence - 1 }));
    open.push(...freshOf(before, seen), ...event.supersedes.flatMap((id) => freshOf(byId.get(id), seen)));
  }
  return seen;
};

/** The event, the first time it is met. */
const freshOf = (event: ConsentEvent | undefined, seen: Set<ConsentEvent>): readonly ConsentEvent[] => {
  if (!event || seen.has(event)) return [];
  seen.add(event);
  return [event];
};
