import { closesSentence } from './line-measure.js';
import type { Line } from './lines.js';
import { readMarker } from './numbering.js';
import type { Row } from './rows.js';

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 10;
const FEWEST_KNOWN = 2;
const FEWEST_ROWS = 2;
/** Columns of print that the title of a column, and the name a row begins with, take at most. */
const WIDEST_TITLE = 40;
const WIDEST_NAME = 36;
/** A finished paragraph wider than this is no cell. */
const WIDEST_CELL = 160;
const STOPS = /[。；;!！?？，,：:]$/;
const IDENTIFIER = /^[\w.]*(?:[a-z][A-Z]|[._])[\w.]*$/;

type Words = (index: number) => string;

/**
 * Tables without a counter that an extraction wrote one cell a line, told by the titles of their columns. Either every row is a
 * block of its own, with as many lines as the header; or the header is all known titles and the lines below it, up to where the
 * table must end, divide into rows without remainder. Anything else is left as it stands.
 */
export function findHeadedTables(
  text: string,
  lines: readonly Line[],
  isTaken: (index: number) => boolean,
  titles: RegExp,
): Row[] {
  const isOpen = (index: number): boolean => {
    const line = lines[index];
    return line !== undefined && !line.hint && !isTaken(index) && !line.words.includes('\t');
  };
  const known = lines.map(
    ({ words }, index) => words.length < WIDEST_TITLE && isOpen(index) && titles.test(words),
  );
  const rows: Row[] = [];
  let table = 0;
  for (let at = 0; at < lines.length; at += 1) {
    if (!known[at] && !known[at + 1]) continue;
    const starts = blockRows(lines, known, isOpen, at) ?? evenRows(text, lines, known, isOpen, at);
    const columns = starts && (starts[1] ?? at) - at;
    if (!columns) continue;
    for (const start of starts) rows.push(rowOf(lines, start, columns, table));
    table += 1;
    at = (starts[starts.length - 1] ?? at) + columns - 1;
  }
  return rows;
}

/** Where a block of lines ends that no empty line parts; only so far as a row may reach. */
function blockEnd(lines: readonly Line[], isOpen: (index: number) => boolean, start: number): number {
  let end = start + 1;
  while (end - start <= MOST_COLUMNS && isOpen(end) && lines[end]?.gap === 0) end += 1;
  return end;
}

/** The header and the rows below it, each a block of as many lines. */
function blockRows(
  lines: readonly Line[],
  known: readonly boolean[],
  isOpen: (index: number) => boolean,
  header: number,
): number[] | undefined {
  if (!isOpen(header) || (header > 0 && lines[header]?.gap === 0)) return undefined;
  const columns = blockEnd(lines, isOpen, header) - header;
  const own = lines.slice(header, header + columns);
  const titled = known.slice(header, header + columns).filter(Boolean).length;
  if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS || titled < FEWEST_KNOWN) return undefined;
  if (!own.every(isTitle)) return undefined;
  const starts = [header];
  for (let at = header + columns; isOpen(at) && lines[at]?.gap !== 0; at += columns) {
    if (blockEnd(lines, isOpen, at) - at !== columns || !isName(lines[at]) || known[at]) break;
    starts.push(at);
  }
  return starts.length > FEWEST_ROWS && sameKinds(starts, columns, (at) => lines[at]?.words ?? '')
    ? starts
    : undefined;
}

const isTitle = ({ width, words }: Line): boolean => width <= WIDEST_TITLE && !STOPS.test(words);

const isName = (line: Line | undefined): boolean =>
  line !== undefined && line.width <= WIDEST_NAME && !STOPS.test(line.words) && !/[。，；]/.test(line.words);

/** A header of known titles alone, and rows of as many lines up to where something else begins. */
function evenRows(
  text: string,
  lines: readonly Line[],
  known: readonly boolean[],
  isOpen: (index: number) => boolean,
  header: number,
): number[] | undefined {
  if (!known[header] || known[header - 1]) return undefined;
  let first = header;
  while (known[first] && first - header <= MOST_COLUMNS) first += 1;
  const columns = first - header;
  if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS) return undefined;
  const gap = lines[header + 1]?.gap ?? 0;
  let end = first;
  while (isOpen(end) && lines[end]?.gap === gap && !known[end] && !endsTable(text, lines[end])) end += 1;
  if (known[end] && (end - first) % columns === 1) end -= 1;
  const starts = [header];
  for (let at = first; at < end; at += columns) starts.push(at);
  const fits = (end - first) % columns === 0 && starts.length > FEWEST_ROWS;
  const names = starts.slice(1).map((at) => lines[at]);
  const distinct = new Set(names.map((line) => line?.words)).size === names.length;
  const isProved = fits && distinct && names.every(isName);
  return isProved && sameKinds(starts, columns, (at) => lines[at]?.words ?? '') ? starts : undefined;
}

/** A numbered line, or a long finished paragraph. */
const endsTable = (text: string, line: Line | undefined): boolean =>
  !line ||
  (line.width > WIDEST_CELL && closesSentence(line.words)) ||
  readMarker(text, line.span)?.style !== undefined;

/** A column that holds a system's name in one row holds one in all. */
function sameKinds(starts: readonly number[], columns: number, words: Words): boolean {
  const rows = starts.slice(1);
  for (let column = 0; column < columns; column += 1) {
    const named = rows.filter((at) => IDENTIFIER.test(words(at + column))).length;
    if (named > 0 && named < rows.length && column === 0) return false;
    if (named > 0 && named * 2 < rows.length) return false;
  }
  return true;
}

function rowOf(lines: readonly Line[], start: number, columns: number, table: number): Row {
  const own = Array.from({ length: columns }, (_, column) => start + column);
  return { lines: own, cells: own.map((index) => [lines[index]?.span ?? { start: 0, end: 0 }]), table };
}
