import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { readingOf } from './reading.js';
import { findStatements } from './statements.js';

/** Whether data leaves the country, and on what terms. */
export const findCrossBorder: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  return findStatements(reading, reading.language.statements.crossBorder);
};
