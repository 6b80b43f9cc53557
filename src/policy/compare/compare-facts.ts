import type { Words } from '../model.js';
import type { FactChange } from './changes.js';
import { factsOf, type Fact } from './facts-of.js';
import { pairFacts, type FactPair, type Partner } from './pair-facts.js';
import type { Ranges } from './ranges.js';
import type { Side } from './side.js';
import { keyOfWords } from './tokens.js';

/** The places of both texts that changed. */
export interface ChangedText {
  readonly before: Ranges;
  readonly after: Ranges;
}

/** What the facts say of the change, and which words they have thereby judged. */
export interface ComparedFacts {
  readonly changes: readonly FactChange[];
  readonly pairs: readonly FactPair[];
}

/** Compares the facts of two versions where their text differs. */
export function compareFacts(
  sides: readonly [Side, Side],
  changed: ChangedText,
  partnerOf: Partner,
): ComparedFacts {
  const pairs = pairFacts(factsOf(sides[0].policy), factsOf(sides[1].policy), sides, partnerOf);
  return { changes: pairs.flatMap((pair) => changesOf(pair, changed)).sort(inReadingOrder), pairs };
}

const place = ({ before, after }: FactChange): number => (after ?? before)?.span.start ?? 0;

const inReadingOrder = (a: FactChange, b: FactChange): number => place(a) - place(b);

function changesOf({ before, after }: FactPair, changed: ChangedText): FactChange[] {
  if (before && after) return fieldChanges(before, after, changed);
  if (after)
    return isNew(after, changed.after) ? [{ fact: after.name, change: 'added', after: after.words }] : [];
  if (before && isNew(before, changed.before))
    return [{ fact: before.name, change: 'removed', before: before.words }];
  return [];
}

/** A fact is new where the text that states it is. */
const isNew = ({ words, fields }: Fact, places: Ranges): boolean =>
  places.touches(words.span) ||
  fields.some(({ field, words: part }) => field === 'data' && places.touches(part.span));

function fieldChanges(before: Fact, after: Fact, changed: ChangedText): FactChange[] {
  const old = new Map(before.fields.map(({ field, words }) => [field, words]));
  const young = new Map(after.fields.map(({ field, words }) => [field, words]));
  return [...new Set([...young.keys(), ...old.keys()])].flatMap((field) => {
    const [left, right] = [old.get(field), young.get(field)];
    if (!differs(left, right) || !isChanged(left, right, changed)) return [];
    return [
      {
        fact: after.name,
        change: 'changed' as const,
        ...(field !== undefined && { field }),
        ...(left && { before: left }),
        ...(right && { after: right }),
      },
    ];
  });
}

const differs = (left?: Words, right?: Words): boolean =>
  keyOfWords(left?.text ?? '') !== keyOfWords(right?.text ?? '');

const isChanged = (
  left: Words | undefined,
  right: Words | undefined,
  { before, after }: ChangedText,
): boolean =>
  (left !== undefined && before.touches(left.span)) || (right !== undefined && after.touches(right.span));
