import { compare, comparePlaces } from '../place.js';
import type { ConsentEvent } from './model.js';

/** What must stand before an event: the events it supersedes by name, and its writer's event before it. */
export interface Causes {
  readonly named: readonly ConsentEvent[];
  readonly before: ConsentEvent | undefined;
}

/** The causes of each event among those given. Events that share an id are all kept: a forged twin hides nothing. */
export const findCauses = (events: readonly ConsentEvent[]): ReadonlyMap<ConsentEvent, Causes> => {
  const byId = new Map<string, ConsentEvent[]>();
  for (const event of events) {
    const twins = byId.get(event.id);
    if (twins) twins.push(event);
    else byId.set(event.id, [event]);
  }
  const causes = new Map<ConsentEvent, Causes>();
  let last: ConsentEvent | undefined;
  for (const event of [...events].sort(comparePlaces)) {
    causes.set(event, {
      named: event.supersedes.flatMap((id) => byId.get(id) ?? []),
      before: last?.writer === event.writer ? last : undefined,
    });
    last = event;
  }
  return causes;
};

/**
 * Events with every cause before its effect, whatever order they are given in. Among events that know nothing of each other
 * the claimed time decides, then the writer: for showing only, since no state follows from it. A cycle, which only a forged
 * ledger holds, is cut where it is met.
 */
export const causalOrder = (
  events: readonly ConsentEvent[],
  causes = findCauses(events),
): readonly ConsentEvent[] => {
  const ordered = new Set<ConsentEvent>();
  const entered = new Set<ConsentEvent>();
  const stack = [...events].sort(byClaim).reverse();
  for (let event = stack.pop(); event; event = stack.pop()) {
    const { named = [], before } = (entered.has(event) ? undefined : causes.get(event)) ?? {};
    entered.add(event);
    const waiting = (before ? [...named, before] : named).filter((cause) => !entered.has(cause));
    if (waiting.length === 0) ordered.add(event);
    else stack.push(event, ...waiting.sort(byClaim).reverse());
  }
  return [...ordered];
};

const byClaim = (a: ConsentEvent, b: ConsentEvent): number =>
  compare(a.time, b.time) || comparePlaces(a, b) || compare(a.decision, b.decision);
