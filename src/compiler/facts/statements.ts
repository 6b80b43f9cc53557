import type { Words } from '../../policy/model.js';
import type { StatementRule } from '../languages/language.js';
import { distinct, isPresent } from './distinct.js';
import type { Reading, Sentence } from './reading.js';

/** Whether a sentence states what a rule describes. */
export function states(text: string, rule: StatementRule): boolean {
  return rule.all.every((pattern) => pattern.test(text)) && !rule.not?.test(text);
}

/** The sentences that one of the rules describes, each once, definitions left out. */
export function findStatements(reading: Reading, rules: readonly StatementRule[]): Words[] {
  const found = reading.sentences
    .filter((sentence) => isProse(reading, sentence) && rules.some((rule) => states(sentence.text, rule)))
    .map((sentence) => reading.statement(sentence.start, sentence.end))
    .filter(isPresent);
  return distinct(found);
}

function isProse(reading: Reading, sentence: Sentence): boolean {
  const kind = reading.passages[sentence.passage]?.block.kind;
  return kind !== 'row' && sentence.text.length > 5 && !reading.defines(sentence.start);
}
