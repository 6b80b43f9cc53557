import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import { findStatements } from './statements.js';

/** How long data is kept, or how that is decided. */
export const findRetention: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  return findStatements(reading, reading.language.statements.retention);
};
