import { compare, comparePlaces } from '../place.js';
import type { ConsentEvent } from './model.js';

/** What must stand before each event: the events it supersedes, and its writer's event before it. */
export type Causes = ReadonlyMap<ConsentEvent, readonly ConsentEvent[]>;

/** The causes of each event among those given. Events that share an id are all kept: a forged twin hides nothing. */
export const findCauses = (events: readonly ConsentEvent[]): Causes => {
  const byId = new Map<string, ConsentEvent[]>();
  for (const event of events) byId.set(event.id, [...(byId.get(event.id) ?? []), event]);
  const causes = new Map<ConsentEvent, ConsentEvent[]>();
  for (const event of events)
    causes.set(
      event,
      event.supersedes.flatMap((id) => byId.get(id) ?? []),
    );
  for (const [before, event] of neighbours(events)) {
    const known = causes.get(event) ?? [];
    if (!reaches(known, before, causes)) known.push(before);
  }
  return causes;
};

/** Pairs of events that follow each other in one writer's chain. */
const neighbours = (events: readonly ConsentEvent[]): (readonly [ConsentEvent, ConsentEvent])[] => {
  const pairs: (readonly [ConsentEvent, ConsentEvent])[] = [];
  const sorted = [...events].sort(comparePlaces);
  sorted.reduce<ConsentEvent | undefined>((before, event) => {
    if (before?.writer === event.writer) pairs.push([before, event]);
    return event;
  }, undefined);
  return pairs;
};

const reaches = (from: readonly ConsentEvent[], target: ConsentEvent, causes: Causes): boolean => {
  const open = [...from];
  const seen = new Set<ConsentEvent>();
  for (let event = open.pop(); event; event = open.pop()) {
    if (event === target) return true;
    if (seen.has(event)) continue;
    seen.add(event);
    open.push(...(causes.get(event) ?? []));
  }
  return false;
};

/**
 * Events with every cause before its effect, whatever order they are given in. Among events that know nothing of each other
 * the claimed time decides, then the writer: for showing only, since no state follows from it. A cycle, which only a forged
 * ledger holds, is cut where it is met.
 */
export const causalOrder = (events: readonly ConsentEvent[], causes = findCauses(events)): ConsentEvent[] => {
  const ordered = new Set<ConsentEvent>();
  const entered = new Set<ConsentEvent>();
  const stack = [...events].sort(byClaim).reverse();
  for (let event = stack.pop(); event; event = stack.pop()) {
    const waiting = entered.has(event)
      ? []
      : (causes.get(event) ?? []).filter((cause) => !entered.has(cause));
    entered.add(event);
    if (waiting.length === 0) ordered.add(event);
    else stack.push(event, ...waiting.sort(byClaim).reverse());
  }
  return [...ordered];
};

const byClaim = (a: ConsentEvent, b: ConsentEvent): number =>
  compare(a.time, b.time) || comparePlaces(a, b) || compare(a.decision, b.decision);
