import type { Words } from '../../policy/model.js';
import type { Passage, Reading, Stretch } from './reading.js';

/** A table: the words of its header cells (folded), and its rows' cells as stretches. */
export interface Table {
  readonly header: readonly string[];
  readonly headings: string;
  /** The short line right above it, or nothing. */
  readonly caption?: Stretch;
  readonly rows: readonly (readonly Stretch[])[];
}

const known = new WeakMap<Reading, readonly Table[]>();

/** The document's tables, each with its first row as the header; a header repeated at a page's top is left out. */
export function tablesOf(reading: Reading): readonly Table[] {
  const tables = known.get(reading) ?? readTables(reading);
  known.set(reading, tables);
  return tables;
}

function readTables(reading: Reading): Table[] {
  const groups = new Map<number, Passage[]>();
  for (const passage of reading.passages) {
    const { table, cells } = passage.block;
    if (table === undefined || !cells) continue;
    const group = groups.get(table) ?? [];
    group.push(passage);
    groups.set(table, group);
  }
  return [...groups.values()].flatMap((rows) => tableOf(reading, rows) ?? []);
}

const LONGEST_CAPTION = 40;

function captionOf(reading: Reading, first: Passage | undefined): Stretch | undefined {
  const above = first && reading.passages[reading.passageAt(first.start) - 1];
  const isShort = above && above.block.kind !== 'row' && above.end - above.body <= LONGEST_CAPTION;
  return isShort ? { start: above.body, end: above.end } : undefined;
}

function tableOf(reading: Reading, passages: readonly Passage[]): Table | undefined {
  const rows = passages.map((passage) => (passage.block.cells ?? []).map((cell) => reading.stretch(cell)));
  const header = (rows[0] ?? []).map((cell) => wordsOf(reading, cell));
  if (header.length < 2 || rows.length < 2) return undefined;
  const joined = header.join('|');
  const isHeader = (row: readonly Stretch[]): boolean =>
    joined.startsWith(row[0] ? wordsOf(reading, row[0]) : '') &&
    row.map((cell) => wordsOf(reading, cell)).join('|') === joined;
  const body = rows.slice(1).filter((row) => !isHeader(row));
  const caption = captionOf(reading, passages[0]);
  return { header, headings: passages[0]?.headings ?? '', rows: body, ...(caption && { caption }) };
}

function wordsOf(reading: Reading, cell: Stretch): string {
  return reading.text.slice(cell.start, cell.end).replace(/\*\*/g, '').replace(/\s+/g, ' ').trim();
}

/** A cell's words without the marks around them; undefined for an empty cell. */
export function cellWords(reading: Reading, cell: Stretch | undefined): Words | undefined {
  return cell && reading.phrase(cell.start, cell.end);
}
