import { closesSentence } from '../line-measure.js';
import { readMarker } from '../numbering.js';
import type { Block, Cell, RowBlock, TextBlock } from './block.js';
import { isFull } from './is-full.js';
import { printLine } from './printed-line.js';

const textOf = ({ lines }: Cell): string => lines.map((line) => printLine(line).text).join('');
const wordsOf = ({ cells }: RowBlock): string => cells.map(textOf).join('\t');
const isEmpty = ({ lines, carried }: Cell): boolean => lines.length === 0 && carried !== true;

/** The edges of a drawn table's parts differ so little, in points. */
const LEVEL = 6;

function isSameTable(above: RowBlock, row: RowBlock): boolean {
  if (above.table === row.table) return true;
  if (above.page === row.page || above.cells.length !== row.cells.length) return false;
  if (above.place && row.place) return above.place.rows === row.place.rows;
  if (above.place || row.place) return false;
  return Math.abs(above.left - row.left) < LEVEL && Math.abs(above.right - row.right) < LEVEL;
}

const beginsInside = (cell: Cell): boolean => /^[\p{Ll}，。、；：）】」』》,;:)\]]/u.test(textOf(cell));

/** Cells that go on were filled to the end of the row's first part. */
function fillsFirstPart(above: RowBlock, row: RowBlock): boolean {
  const ends = above.cells.map(({ lines }) => Math.max(-Infinity, ...lines.map(({ bottom }) => bottom)));
  const lowest = Math.max(...ends);
  return row.cells.every((cell, column) => {
    return isEmpty(cell) || (ends[column] ?? 0) > lowest - (cell.lines[0]?.size ?? 0);
  });
}

/**
 * The rest of a row that a page cut: by the file's own structure; else its first cell is empty; else what it says goes on in
 * cells that were full, and it leaves a column empty or begins in mid-sentence where no other row of the table does.
 */
function isRest(above: RowBlock, row: RowBlock, others: readonly RowBlock[]): boolean {
  if (above.page === row.page) return false;
  if (above.place && row.place) return above.place.row === row.place.row;
  const [first] = row.cells;
  if (!first || row.cells.every(isEmpty)) return false;
  if (isEmpty(first)) return true;
  if (others.length < 3 || !fillsFirstPart(above, row)) return false;
  const isUnusual = (judge: (cell: Cell) => boolean): boolean =>
    row.cells.some(
      (cell, column) => judge(cell) && !others.some(({ cells }) => cells[column] && judge(cells[column])),
    );
  return isUnusual(isEmpty) || isUnusual(beginsInside);
}

function mergeRows(above: RowBlock, row: RowBlock): RowBlock {
  const cells = above.cells.map((cell, index): Cell => {
    const rest = row.cells[index];
    return rest ? { ...cell, lines: [...cell.lines, ...rest.lines] } : cell;
  });
  return { ...above, page: row.page, cells };
}

function continues(above: TextBlock, block: TextBlock): boolean {
  const line = above.lines[above.lines.length - 1];
  const next = block.lines[0];
  if (!line || !next || !above.tagged || !block.tagged || line.page === next.page) return false;
  if (above.heading !== undefined || block.heading !== undefined || block.item !== undefined) return false;
  const words = printLine(next).text;
  const marker = readMarker(words, { start: 0, end: words.length });
  return !marker && !closesSentence(printLine(line).text) && isFull(line, next, above.right);
}

/** Puts together what pages cut: tables, rows and tagged paragraphs. */
class PageJoiner {
  readonly joined: Block[] = [];
  /** Parts of tables by their number, and the table they belong to. */
  readonly #tables = new Map<number, number>();
  /** The rows of the table being read, and the words of its first one. */
  #rows: RowBlock[] = [];
  #head = '';

  take(block: Block): void {
    const above = this.joined[this.joined.length - 1];
    if (block.kind === 'row')
      this.#row(above, { ...block, table: this.#tables.get(block.table) ?? block.table });
    else if (above?.kind === 'text' && continues(above, block))
      this.#replace({ ...above, lines: [...above.lines, ...block.lines] });
    else this.joined.push(block);
  }

  /** A table's head that each page repeats stands once. */
  #row(above: Block | undefined, row: RowBlock): void {
    if (above?.kind !== 'row' || !isSameTable(above, row)) {
      this.#head = wordsOf(row);
      this.#rows = [row];
      this.joined.push(row);
      return;
    }
    this.#tables.set(row.table, above.table);
    if (above.page < row.page && wordsOf(row) === this.#head) return;
    if (isRest(above, row, this.#rows)) this.#replace(mergeRows(above, row));
    else {
      this.#rows.push(row);
      this.joined.push({ ...row, table: above.table });
    }
  }

  #replace(block: Block): void {
    this.joined[this.joined.length - 1] = block;
  }
}

/** The blocks of all pages, with those put together that the end of a page cut. */
export function joinPages(blocks: readonly Block[]): Block[] {
  const joiner = new PageJoiner();
  for (const block of blocks) joiner.take(block);
  return joiner.joined;
}
