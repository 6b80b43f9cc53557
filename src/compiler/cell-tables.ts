import type { Span } from '../policy/model.js';
import type { Line } from './lines.js';
import type { Noise } from './noise.js';
import type { Row } from './rows.js';

/** The first header cell of a table whose rows are counted. */
const COUNTER = /^(?:序号|编号|No\.?|#|S\/N)$/i;
const MOST_COLUMNS = 14;
const WIDEST_HEADER = 48;
const STOPS = /[。；;！!？?，,]$/;

/** A table in the making: where its first row begins, and how many lines a row has. */
interface Shape {
  readonly header: number;
  readonly columns: number;
}

/** Tables that an extraction wrote one cell a line, told by their strokes or by their counters. */
export function findCellTables(lines: readonly Line[], noise: Noise): Row[] {
  const stroked = findStrokedTables(lines);
  const cells = new Set(stroked.flatMap((row) => row.lines));
  const counted = findCountedTables(lines, (index) => cells.has(index) || noise.has(index));
  const next = new Set(stroked.map(({ table }) => table)).size;
  return [...stroked, ...counted.map((row) => ({ ...row, table: row.table + next }))];
}

const BORDER = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)+\|?$/;
const CELL_END = /\s*\|$/;
/** A cell of more lines than this is none. */
const TALLEST_CELL = 8;

/** `序号 |`, `用途 |`, `---|---|`: each cell ends with a stroke, and the border says how many make a row. */
function findStrokedTables(lines: readonly Line[]): Row[] {
  let table = 0;
  return lines.flatMap(({ words, hint }, border): Row[] => {
    if (hint?.kind === 'row' || !BORDER.test(words)) return [];
    const columns = words.match(/-{2,}/g)?.length ?? 0;
    const header = Array.from({ length: columns }, (_, cell) => border - columns + cell);
    if (!header.every((index) => CELL_END.test(lines[index]?.words ?? ''))) return [];
    const body = strokedRows(lines, border + 1, columns);
    if (body.length === 0) return [];
    const number = table++;
    const head: Row = {
      ...rowOfCells(
        lines,
        header.map((index) => [index]),
        number,
      ),
      lines: [...header, border],
    };
    return [head, ...body.map((cells) => rowOfCells(lines, cells, number))];
  });
}

/** The cells below a border, each as its lines, in full rows. */
function strokedRows(lines: readonly Line[], from: number, columns: number): number[][][] {
  const rows: number[][][] = [];
  let row: number[][] = [];
  let cell: number[] = [];
  for (let index = from; index < lines.length && cell.length < TALLEST_CELL; index += 1) {
    cell.push(index);
    if (!CELL_END.test(lines[index]?.words ?? '')) continue;
    row.push(cell);
    cell = [];
    if (row.length < columns) continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

function rowOfCells(lines: readonly Line[], cells: readonly (readonly number[])[], table: number): Row {
  const spanOf = (index: number): Span => {
    const { span = { start: 0, end: 0 }, words = '' } = lines[index] ?? {};
    return { start: span.start, end: span.end - (CELL_END.exec(words)?.[0].length ?? 0) };
  };
  return { lines: cells.flat(), cells: cells.map((cell) => cell.map(spanOf)), table };
}

/**
 * A header that begins with a counter's title, then rows that begin with 1, 2, 3 …
 * A row with another number of lines than the header is left as it stands, for nobody can say which cell is which.
 */
function findCountedTables(lines: readonly Line[], isTaken: (index: number) => boolean): Row[] {
  const open = lines.flatMap((line, index) =>
    isTaken(index) && !/^\d{1,4}$/.test(line.words) ? [] : [index],
  );
  const words = (at: number): string => lines[open[at] ?? -1]?.words ?? '';
  const rows: Row[] = [];
  let table = 0;
  for (let at = 0; at < open.length; at += 1) {
    const shape = shapeAt(words, at);
    const starts = shape ? rowStarts(words, shape, open.length) : [];
    if (!shape || starts.length === 0) continue;
    for (const start of [shape.header, ...starts]) rows.push(rowOf(lines, open, start, shape.columns, table));
    table += 1;
    at = (starts[starts.length - 1] ?? at) + shape.columns - 1;
  }
  return rows;
}

function shapeAt(words: (at: number) => string, header: number): Shape | undefined {
  if (!COUNTER.test(words(header))) return undefined;
  for (let columns = 1; columns <= MOST_COLUMNS; columns += 1) {
    const cell = words(header + columns);
    if (/^0?1$/.test(cell)) return columns > 2 ? { header, columns } : undefined;
    if (cell === '' || cell.length > WIDEST_HEADER || STOPS.test(cell)) return undefined;
  }
  return undefined;
}

/** Where the rows begin that have a line for each column; two at least, or nothing proves the table. */
function rowStarts(words: (at: number) => string, { header, columns }: Shape, end: number): number[] {
  const starts: number[] = [];
  let counted = 0;
  for (let at = header + columns; at < end && Number(words(at)) === counted + 1; counted += 1) {
    const next = nextCounter(words, at, columns, counted + 2, end);
    if ((next ?? at + columns) - at === columns && at + columns <= end) starts.push(at);
    if (next === undefined) break;
    at = next;
  }
  return counted > 0 && starts.length > 0 ? starts : [];
}

/** The line with the next row's number: where it must stand, else not far from there. */
function nextCounter(
  words: (at: number) => string,
  at: number,
  columns: number,
  value: number,
  end: number,
): number | undefined {
  if (Number(words(at + columns)) === value) return at + columns;
  for (let near = at + 2; near < Math.min(end, at + columns * 2); near += 1)
    if (/^\d{1,3}$/.test(words(near)) && Number(words(near)) === value) return near;
  return undefined;
}

function rowOf(
  lines: readonly Line[],
  open: readonly number[],
  start: number,
  columns: number,
  table: number,
): Row {
  const own = open.slice(start, start + columns);
  return { lines: own, cells: own.map((index) => [lines[index]?.span ?? { start: 0, end: 0 }]), table };
}
