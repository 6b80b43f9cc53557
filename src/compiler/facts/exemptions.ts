import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import { findStatements } from './statements.js';

/** Where no consent is asked, or no liability taken. */
export const findExemptions: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  return findStatements(reading, reading.language.statements.exemptions);
};
