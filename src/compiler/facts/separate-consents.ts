import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import { findStatements } from './statements.js';

/** What is asked by a consent of its own. */
export const findSeparateConsents: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  return findStatements(reading, reading.language.statements.separateConsents);
};
