import type { Clause, Emphasis } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { states } from './statements.js';

export interface RuleMark {
  readonly clause: string;
  readonly emphasis: Emphasis;
}

/** Marks stay rare enough to mean something: at most this share of a policy's clauses. */
const LARGEST_SHARE = 0.15;
const SHORTEST_SENTENCE = 8;

/** The clauses that a rule says must stand out, the weightiest ones, each at the sentence that matters. */
export const findRuleEmphasis: FactStep<RuleMark[]> = (document) => {
  const reading = readingOf(document);
  const candidates = document.clauses.flatMap((clause, order) => markOf(reading, clause, order) ?? []);
  const room = Math.floor(document.clauses.length * LARGEST_SHARE);
  return candidates
    .sort((left, right) => right.weight - left.weight || left.order - right.order)
    .slice(0, room)
    .sort((left, right) => left.order - right.order)
    .map(({ mark }) => mark);
};

interface Candidate {
  readonly mark: RuleMark;
  readonly weight: number;
  readonly order: number;
}

function markOf(reading: Reading, clause: Clause, order: number): Candidate | undefined {
  const { start, end } = reading.stretch(clause.span);
  let best: Candidate | undefined;
  for (let index = reading.sentenceAt(start); index < reading.sentences.length; index += 1) {
    const sentence = reading.sentences[index];
    if (!sentence || sentence.start >= end) break;
    if (sentence.text.length < SHORTEST_SENTENCE || reading.defines(sentence.start)) continue;
    if (reading.passages[sentence.passage]?.block.kind === 'row') continue;
    const rule = reading.language.emphasis.find((one) => states(sentence.text, one.pattern));
    const words = rule && reading.words(sentence.start, Math.min(sentence.end, end));
    if (!rule || !words || (best && best.weight >= rule.weight)) continue;
    const emphasis: Emphasis = { origin: 'rule', span: words.span, rule: rule.rule };
    best = { mark: { clause: clause.id, emphasis }, weight: rule.weight, order };
  }
  return best;
}
