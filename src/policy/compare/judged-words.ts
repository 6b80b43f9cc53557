import type { Span } from '../model.js';
import type { FactName } from './changes.js';
import type { Fact } from './facts-of.js';
import type { FactPair } from './pair-facts.js';
import { Ranges } from './ranges.js';

/** Words of one version that the comparison of facts has weighed. */
export interface JudgedSide {
  /** The words of every part of a fact. */
  readonly words: Ranges;
  /** Of facts that speak for the whole sentence they stand in. */
  readonly facts: Ranges;
  /** Of functions, permissions and recipients that the other version does not have. */
  readonly dropped: Ranges;
}

export interface JudgedWords {
  readonly before: JudgedSide;
  readonly after: JudgedSide;
}

const SPEAKING: readonly FactName[] = [
  'permission',
  'third-party',
  'data-use',
  'cross-border',
  'retention',
  'right',
  'withdrawal',
];
const NAMING: readonly FactName[] = ['sensitive', 'contact', 'date', 'publisher', 'app'];
const DROPPED: readonly FactName[] = ['permission', 'third-party', 'data-use'];

/** Which words the facts account for: of those compared in one place, and of those only one version has. */
export function judgedWords(pairs: readonly FactPair[]): JudgedWords {
  const judged = pairs.filter(({ before, after, samePlace }) => samePlace || !before || !after);
  return {
    before: judgedSide(
      judged.flatMap(({ before }) => before ?? []),
      judged.flatMap(({ before, after }) => (after ? [] : (before ?? []))),
    ),
    after: judgedSide(
      judged.flatMap(({ after }) => after ?? []),
      judged.flatMap(({ before, after }) => (before ? [] : (after ?? []))),
    ),
  };
}

const judgedSide = (facts: readonly Fact[], alone: readonly Fact[]): JudgedSide => ({
  words: spansOf(facts, [...SPEAKING, ...NAMING]),
  facts: spansOf(facts, SPEAKING),
  dropped: spansOf(alone, DROPPED),
});

const spansOf = (facts: readonly Fact[], names: readonly FactName[]): Ranges =>
  new Ranges(facts.filter(({ name }) => names.includes(name)).flatMap(placesOf));

const placesOf = ({ words, fields }: Fact): Span[] => [
  words.span,
  ...fields.map((field) => field.words.span),
];
