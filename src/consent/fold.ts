import { compare, comparePlaces } from '../place.js';
import type { ConsentEvent, Decision } from './model.js';
import { causalOrder, findCauses } from './order.js';

/** Where the answers to one request lead. */
export interface Standing {
  /** The answer that counts: a grant, a refusal or a withdrawal. */
  readonly answer: ConsentEvent | undefined;
  /** The refusal of another version than the answer's: it leaves the answer as it stood. */
  readonly refused: ConsentEvent | undefined;
}

export interface Folded extends Standing {
  /** The events nothing supersedes: what the next event about this request supersedes. */
  readonly frontier: readonly ConsentEvent[];
}

const nothing: Standing = { answer: undefined, refused: undefined };

/**
 * The state of one request: each event applied to what it knew of, by `supersedes`, then by its writer's sequence, never by
 * clock. Where two answers knew nothing of each other the stricter counts. The order the events are given in is without effect.
 */
export const fold = (events: readonly ConsentEvent[]): Folded => {
  const causes = findCauses(events);
  const ordered = causalOrder(events, causes);
  const states = new Map<ConsentEvent, Standing>();
  const frontier = new Set(events);
  for (const event of ordered) {
    const { named = [], before } = causes.get(event) ?? {};
    // Its writer's event before it counts for itself where nothing led on from it yet.
    const known = before && frontier.has(before) ? [...named, before] : named;
    for (const cause of known) if (cause !== event) frontier.delete(cause);
    states.set(event, apply(event, known, states));
  }
  const open = [...frontier].sort(comparePlaces);
  return { ...join(open.map((event) => states.get(event) ?? nothing)), frontier: open };
};

/** A grant whose causes run in a circle was forged and counts for nothing; a refusal counts all the same. */
const apply = (
  event: ConsentEvent,
  causes: readonly ConsentEvent[],
  states: ReadonlyMap<ConsentEvent, Standing>,
): Standing => {
  const past = join(causes.map((cause) => states.get(cause) ?? nothing));
  if (event.decision === 'dismissed' || event.decision === 'requested') return past;
  if (event.decision === 'granted' && !causes.every((cause) => states.has(cause))) return past;
  if (event.decision === 'denied' && standsBeside(event, past.answer)) return { ...past, refused: event };
  return { answer: event, refused: undefined };
};

/** Refusing a version of a policy leaves the grant of another one. */
const standsBeside = (refusal: ConsentEvent, answer: ConsentEvent | undefined): boolean =>
  refusal.request.kind === 'general' &&
  answer?.decision === 'granted' &&
  answer.policy.version !== refusal.policy.version;

/**
 * What several states come to that know nothing of each other: the strictest answer. A grant of a version that another branch
 * refused is no grant.
 */
const join = (states: readonly Standing[]): Standing => {
  const { answer, refused } = states.reduce((a, b) => (weight(b) > weight(a) ? b : a), nothing);
  const refusals = states
    .flatMap((state) => [state.refused, state.answer?.decision === 'denied' ? state.answer : undefined])
    .flatMap((event) => (event && event !== answer ? [event] : []))
    .sort((a, b) => compare(a.id, b.id));
  const against = refusals.find(({ policy }) => policy.version === answer?.policy.version);
  if (answer?.decision === 'granted' && against) return { answer: against, refused: undefined };
  return { answer, refused: refused ?? refusals[0] };
};

const strictness: Readonly<Record<Decision, number>> = {
  dismissed: 0,
  requested: 0,
  granted: 1,
  denied: 3,
  withdrawn: 4,
};

/** How strict a state is, as text that compares: a digit, then ids, so that equals have an order too. */
const weight = ({ answer, refused }: Standing): string => {
  const beside = answer?.decision === 'granted' && refused ? 1 : 0;
  return answer ? `${strictness[answer.decision] + beside}${answer.id}${refused?.id ?? ''}` : '';
};
