import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { distinct, isPresent } from './distinct.js';
import { readingOf } from './reading.js';
import type { Reading, Sentence } from './reading.js';
import { findStatements, states } from './statements.js';

/** Where no consent is asked, or no liability taken: the sentences that say so, and the cases they announce. */
export const findExemptions: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  const rules = reading.language.statements.exemptions;
  const cases = reading.sentences.flatMap((sentence, index) =>
    /:\s*$/.test(sentence.text) && rules.some((rule) => states(sentence.text, rule))
      ? casesAfter(reading, sentence, index)
      : [],
  );
  return distinct([...findStatements(reading, rules), ...cases]);
};

/** How many sentences a list of cases may have. */
const MOST_CASES = 24;
const SHORTEST_CASE = 6;

function casesAfter(reading: Reading, lead: Sentence, index: number): Words[] {
  const cases: Words[] = [];
  let before = lead;
  for (let next = index + 1; next <= index + MOST_CASES; next += 1) {
    const one = reading.sentences[next];
    if (!one || !isCase(reading, lead, before, one)) break;
    const mark = reading.language.caseMark.exec(one.text)?.[0].length ?? 0;
    const words =
      one.text.trim().length < SHORTEST_CASE ? undefined : reading.statement(one.start + mark, one.end);
    if (isPresent(words)) cases.push(words);
    before = one;
  }
  return cases;
}

/** A case stands under the same heading, first in an item or after a number; a full stop in a paragraph ends its list. */
function isCase(reading: Reading, lead: Sentence, before: Sentence, one: Sentence): boolean {
  const passage = reading.passages[one.passage];
  if (!passage || passage.headings !== reading.passages[lead.passage]?.headings) return false;
  if (one.passage === before.passage)
    return reading.language.caseMark.test(one.text) && !/[。.]\s*$/.test(before.text);
  const isFirst = reading.text.slice(passage.body, one.start).trim() === '';
  const isEntry = passage.block.kind === 'item' || passage.block.number !== undefined;
  return isFirst && (isEntry || reading.language.caseMark.test(one.text));
}
