import type { Span } from '../policy/model.js';
import type { Line } from './lines.js';

/** A table row as it was written: its cells, each in one or more pieces. */
export interface Row {
  readonly lines: readonly number[];
  readonly cells: readonly (readonly Span[])[];
  readonly table: number;
}

function cellsOf(text: string, line: Line): Span[] {
  const hint = line.hint;
  if (hint?.kind === 'row') return [...hint.cells];
  const cells: Span[] = [];
  let start = line.whole.start;
  const end = line.span.end;
  for (let at = start; at <= end; at += 1) {
    if (at < end && text.charAt(at) !== '\t') continue;
    cells.push(trimmed(text, { start, end: at }));
    start = at + 1;
  }
  return cells;
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return words.trim() ? { start: from, end: from + words.trim().length } : { start, end: start };
}

const isEmpty = ({ start, end }: Span): boolean => end <= start;

/** Tabs inside a line's words make it a row; a tab before them is an indent or an empty first cell. */
export const hasTabs = (line: Line): boolean =>
  line.hint?.kind === 'row' || (line.words.includes('\t') && !NO_ROW.test(line.words));

/** A title and its page, or a number or bullet and its words: one tab, no table. */
const NO_ROW =
  /^[^\t]+\t+\d{1,4}$|^(?:[(（]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）.．、]+|\d{1,2}(?:\.\d{1,2}){1,3}\.?|[•·●○■◆*–—-]|第.{1,4}[条章节])\t+[^\t]*$/;

const OPENS = /[（(【《「“][^）)】》」”]*$/;
const CLOSES = /^[^（(【《「“]{0,12}[）)】》」”、，。；]/;

/**
 * The rest of a row that a page cut: its first cell is empty, and either the page's edge stands between, or a cell goes on
 * with a bracket that the cell above left open. An empty first cell alone may as well mean `the same as above`.
 */
function continues(
  text: string,
  row: readonly (readonly Span[])[],
  cells: readonly Span[],
  line: Line,
): boolean {
  const first = cells[0];
  if (!first || !isEmpty(first) || cells.length > row.length || cells.every(isEmpty)) return false;
  if (line.gap > 0 || line.newPage) return true;
  return cells.some((cell, column) => {
    return CLOSES.test(text.slice(cell.start, cell.end)) && OPENS.test(lastWords(text, row[column]));
  });
}

const lastWords = (text: string, pieces: readonly Span[] | undefined): string => {
  const last = pieces?.[pieces.length - 1];
  return last ? text.slice(last.start, last.end) : '';
};

interface Growing {
  lines: number[];
  cells: Span[][];
  table: number;
}

/** Finds the rows among the lines; a table needs two rows of two cells, or the source's own markup. */
export function findRows(text: string, lines: readonly Line[], skipped: (index: number) => boolean): Row[] {
  const rows: Growing[] = [];
  let table = -1;
  let last = -2;
  lines.forEach((line, index) => {
    if (skipped(index)) return;
    if (!hasTabs(line) && !(rowAbove(last, index, skipped) && startsWithTab(text, line))) return;
    const cells = cellsOf(text, line);
    const above = rows[rows.length - 1];
    const adjoins = above !== undefined && rowAbove(last, index, skipped);
    last = index;
    if (adjoins && above && continues(text, above.cells, cells, line)) {
      above.lines.push(index);
      cells.forEach((cell, column) => !isEmpty(cell) && above.cells[column]?.push(cell));
      return;
    }
    const sameTable =
      adjoins &&
      (line.hint?.kind === 'row'
        ? line.hint.table === hintTable(lines, above)
        : line.gap === 0 || cells.length === above?.cells.length);
    if (!sameTable) table += 1;
    rows.push({ lines: [index], cells: cells.map((cell) => [cell]), table });
  });
  return renumbered(lines, rows);
}

const startsWithTab = (text: string, line: Line): boolean =>
  text.slice(line.whole.start, line.span.start).includes('\t');

const hintTable = (lines: readonly Line[], row: Growing | undefined): number | undefined => {
  const hint = lines[row?.lines[0] ?? -1]?.hint;
  return hint?.kind === 'row' ? hint.table : undefined;
};

function rowAbove(last: number, index: number, skipped: (index: number) => boolean): boolean {
  for (let at = index - 1; at >= 0 && at >= last; at -= 1) {
    if (at === last) return true;
    if (!skipped(at)) return false;
  }
  return false;
}

/** A single line with a tab in it is no table. */
function renumbered(lines: readonly Line[], rows: readonly Growing[]): Row[] {
  const counts = new Map<number, number>();
  for (const { table } of rows) counts.set(table, (counts.get(table) ?? 0) + 1);
  const isTable = ({ table, lines: [first = -1] }: Growing): boolean =>
    (counts.get(table) ?? 0) > 1 || lines[first]?.hint?.kind === 'row';
  const numbers = [...new Set(rows.filter(isTable).map(({ table }) => table))];
  return rows.filter(isTable).map((row) => ({ ...row, table: numbers.indexOf(row.table) }));
}
