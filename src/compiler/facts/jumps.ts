import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import { findStatements } from './statements.js';

/** Where the app opens, or lets a third party open, another app or site. */
export const findJumps: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  return findStatements(reading, reading.language.statements.jumps);
};
