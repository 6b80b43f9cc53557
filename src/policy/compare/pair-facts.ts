import type { Fact } from './facts-of.js';
import { pieceAt, type Side } from './side.js';

/** A fact of both versions, or of one. */
export interface FactPair {
  readonly before?: Fact;
  readonly after?: Fact;
  /** True where both stand in the same piece of text. */
  readonly samePlace: boolean;
}

/** Index of the piece of the other version that is the same as the one at an offset; -1 where there is none. */
export type Partner = (index: number) => number;

/**
 * Finds the same facts of two versions: equal ones in the same piece, then equal ones anywhere, then those that stand in the same
 * piece, in their order.
 */
export function pairFacts(
  before: readonly Fact[],
  after: readonly Fact[],
  sides: readonly [Side, Side],
  partnerOf: Partner,
): FactPair[] {
  const place = ({ words }: Fact, side: Side): number => pieceAt(side, words.span.start)?.index ?? -1;
  const placesBefore = new Map(before.map((fact) => [fact, place(fact, sides[0])]));
  const placesAfter = new Map(after.map((fact) => [fact, partnerOf(place(fact, sides[1]))]));
  const left = new Set(before);
  const pairs = new Map<Fact, FactPair>();
  const join = (keyOf: (fact: Fact, place: number) => string): void => {
    const open = groupBy([...left], (fact) => keyOf(fact, placesBefore.get(fact) ?? -1));
    for (const fact of after) {
      if (pairs.has(fact)) continue;
      const found = open.get(keyOf(fact, placesAfter.get(fact) ?? -1))?.shift();
      if (!found) continue;
      left.delete(found);
      pairs.set(fact, {
        before: found,
        after: fact,
        samePlace: placesBefore.get(found) === placesAfter.get(fact),
      });
    }
  };
  join(({ name, key }, at) => `${name}\u0001${at}\u0001${key}`);
  join(({ name, key }) => `${name}\u0001${key}`);
  join(({ name }, at) => (at === -1 ? '' : `${name}\u0001${at}`));
  const alone = after.map((fact) => pairs.get(fact) ?? { after: fact, samePlace: false });
  return [...alone, ...[...left].map((fact) => ({ before: fact, samePlace: false }))];
}

/** Facts without a key stay alone. */
function groupBy(facts: readonly Fact[], keyOf: (fact: Fact) => string): Map<string, Fact[]> {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return groups;
}
