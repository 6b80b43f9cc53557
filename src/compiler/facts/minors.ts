import type { Policy, Words } from '../../policy/model.js';
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
    statements: findStatements(reading, reading.language.statements.minors),
  };
};

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
