import type { Reading, Stretch } from './reading.js';

/** A table that lost its borders: the header's words in one run, and rows that only their rising counters tell apart. */
export interface CountedTable {
  readonly header: string;
  readonly start: number;
  readonly rows: readonly Stretch[];
}

const LONGEST_HEADER = 90;
const LONGEST_ROW = 2500;
const LONGEST_LAST_ROW = 500;
const FEWEST_ROWS = 2;

const known = new WeakMap<Reading, readonly CountedTable[]>();

/** Every table flattened into one line, cut into rows by its counters. */
export function countedTablesOf(reading: Reading): readonly CountedTable[] {
  const tables = known.get(reading) ?? findTables(reading);
  known.set(reading, tables);
  return tables;
}

function findTables(reading: Reading): CountedTable[] {
  const mark = reading.language.counted.mark;
  const tables: CountedTable[] = [];
  for (const match of reading.text.matchAll(mark)) {
    const end = match.index + match[0].length;
    if (reading.passages[reading.passageAt(match.index)]?.block.kind === 'row') continue;
    const one = HEADER.exec(reading.text.slice(end, end + LONGEST_HEADER));
    const rows = one ? rowsFrom(reading, end + one[0].length) : [];
    if (one && rows.length >= FEWEST_ROWS) tables.push({ header: one[0], start: match.index, rows });
  }
  return tables;
}

function rowsFrom(reading: Reading, first: number): Stretch[] {
  const rows: Stretch[] = [];
  let from = first;
  for (let counter = 1; from >= 0; counter += 1) {
    const start = from + String(counter).length;
    from = counterAfter(reading, start, counter + 1);
    rows.push({ start, end: from < 0 ? lastRowEnd(reading, start) : from });
  }
  return rows;
}

/** Where the next counter stands: glued to words on both sides, not part of a longer number, a measure or a version. */
function counterAfter(reading: Reading, from: number, counter: number): number {
  const window = beforeNextTable(reading, reading.text.slice(from, from + LONGEST_ROW));
  const found = new RegExp(
    `(?<![\\dA-Za-z.(:/#~<>=]|[\\dA-Za-z]-)\\s?${counter}(?![\\d.,、)%年月日天个岁项条号~-])(?=\\s?[A-Za-z\\u4e00-\\u9fff])`,
  ).exec(window);
  return found && found.index > 3 ? from + found.index + found[0].length - String(counter).length : -1;
}

/** A header's run of words, up to the first counter. */
const HEADER = /^[^\d\n。]{4,}?(?=1(?!\d))/;

/** A window of text up to where the header of another table begins. */
function beforeNextTable(reading: Reading, window: string): string {
  const next = [...window.matchAll(reading.language.counted.mark)].find((match) =>
    HEADER.test(window.slice(match.index + match[0].length).slice(0, LONGEST_HEADER)),
  );
  return next ? window.slice(0, next.index) : window;
}

function lastRowEnd(reading: Reading, start: number): number {
  const passage = reading.passages[reading.passageAt(start)];
  const window = reading.text.slice(
    start,
    Math.min(start + LONGEST_LAST_ROW, passage?.end ?? reading.text.length),
  );
  const stop = window.search(reading.language.counted.after);
  return start + (stop < 0 ? window.length : stop);
}

/** The list of data at a row's end, cut from the prose it is glued to; undefined where there is none. */
export function trailingData(reading: Reading, row: Stretch): Stretch | undefined {
  const { dataTail, dataItem } = reading.language.counted;
  const text = reading.text.slice(row.start, row.end).replace(/[\s。;]+$/, '');
  let at = text.length;
  let start = -1;
  for (;;) {
    const from = itemStart(text, at);
    const piece = text.slice(from, at);
    const whole = dataItem.test(piece);
    const tail = whole ? null : dataTail.exec(piece);
    if (whole) start = from;
    else if (tail) start = from + tail.index;
    if (!whole || from === 0) break;
    at = from - 1;
  }
  return start < 0 ? undefined : { start: row.start + start, end: row.start + text.length };
}

/** Where the list item that ends at `end` begins; brackets are passed over whole. */
function itemStart(text: string, end: number): number {
  let depth = 0;
  for (let index = end - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    if (character === ')') depth += 1;
    else if (character === '(') depth -= 1;
    else if (depth === 0 && /[、,:;。ü]/.test(character)) return index + 1;
  }
  return 0;
}
