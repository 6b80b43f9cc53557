import type { Policy, Span, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { distinct, isPresent } from './distinct.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { findStatements } from './statements.js';

/** What is said of minors, and the ages named there. */
export const findMinors: FactStep<Policy['minors']> = (document) => {
  const reading = readingOf(document);
  return {
    ages: distinct(findAges(reading)),
    statements: findMinorStatements(reading),
  };
};

/** Statements, and the sentences that go on with one without naming minors again. */
function findMinorStatements(reading: Reading): Words[] {
  const found = findStatements(reading, reading.language.statements.minors);
  const ends = new Set(found.map(({ span }) => placeOf(reading, span)));
  const next = reading.sentences.flatMap((sentence, index) => {
    const goesOn = ends.has(index - 1) && !ends.has(index) && reading.language.minorsGoOn.test(sentence.text);
    const same = reading.sentences[index - 1]?.passage === sentence.passage;
    return goesOn && same ? [reading.statement(sentence.start, sentence.end)] : [];
  });
  const all = [...found, ...next.filter(isPresent)];
  return distinct(all.sort((one, other) => one.span.start - other.span.start));
}

/** Which sentence a statement is. */
const placeOf = (reading: Reading, span: Span): number => reading.sentenceAt(reading.stretch(span).start);

function findAges(reading: Reading): Words[] {
  const { age, ageContext } = reading.language;
  return reading.sentences
    .filter((sentence) => ageContext.test(sentence.text))
    .flatMap((sentence) =>
      [...sentence.text.matchAll(age)].map((match) => {
        const start = sentence.start + match.index;
        return reading.words(start, start + match[0].length);
      }),
    )
    .filter(isPresent);
}
