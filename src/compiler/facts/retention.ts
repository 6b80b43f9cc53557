import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { distinct, isPresent } from './distinct.js';
import { readingOf } from './reading.js';
import type { Reading, Sentence } from './reading.js';
import { findStatements } from './statements.js';
import { cellWords, tablesOf } from './tables.js';

/** How long data is kept, or how that is decided. */
export const findRetention: FactStep<Words[]> = (document) => {
  const reading = readingOf(document);
  const listed = reading.sentences.flatMap((sentence) => keptFor(reading, sentence) ?? []);
  return distinct([
    ...findStatements(reading, reading.language.statements.retention),
    ...listed,
    ...tabled(reading),
  ]);
};

/** The cells of a table's column of terms, where its title or the column says that it is about keeping. */
function tabled(reading: Reading): Words[] {
  const { heading, header } = reading.language.keptFor;
  return tablesOf(reading).flatMap((table) => {
    const column = table.header.findIndex((cell) => header.test(cell));
    const title = table.headings.slice(table.headings.lastIndexOf('\n') + 1);
    if (column < 0 || !heading.test(`${title}\n${table.header[column] ?? ''}`)) return [];
    return table.rows.map((row) => cellWords(reading, row[column])).filter(isPresent);
  });
}

/** How many of the headings over a place say what it is about. */
const NEAREST = 2;

/** Under a heading about it, a term is enough: `Feeding log: 24 months`. */
function keptFor(reading: Reading, sentence: Sentence): Words | undefined {
  const { heading, term, not } = reading.language.keptFor;
  const passage = reading.passages[sentence.passage];
  if (!passage || passage.block.kind === 'row' || not.test(sentence.text)) return undefined;
  const titles = passage.headings.split('\n').slice(-NEAREST);
  if (!titles.some((title) => heading.test(title))) return undefined;
  // `8 years` at a line's start was read as a number and its words.
  const isFirst = reading.text.slice(passage.body, sentence.start).trim() === '';
  const start = isFirst && !term.test(sentence.text) ? passage.start : sentence.start;
  return term.test(reading.text.slice(start, sentence.end))
    ? reading.statement(start, sentence.end)
    : undefined;
}
