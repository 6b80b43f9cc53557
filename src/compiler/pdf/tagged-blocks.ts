import type { Block, Cell, RowBlock, TableCounter, TextBlock } from './block.js';
import { inPlace } from './in-place.js';
import { isSpace, type Glyph } from './glyph.js';
import type { PageContent } from './page-content.js';
import { marksOf, type StructureNode } from './structure.js';
import { glyphLines, textLine, type TextLine } from './text-line.js';

const HEADING = /^H([1-6])?$/;
const INLINE = new Set(
  'Span Link NonStruct Private Lbl Quote Code Em Strong Reference BibEntry Annot Ruby RB RT RP Warichu WT WP Sub'.split(
    ' ',
  ),
);
/** A label that is no number: markup, not words. */
const LABEL_BULLET = /^[•·●○◦■□▪▫◆◇➢➤▶►✓✔‣⁃*–—-]$/;

/** Content of marks, as lines: a column that begins anew higher up ends a group of lines. */
function linesOf(page: number, glyphs: readonly Glyph[]): TextLine[] {
  const groups: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const isHigher = last !== undefined && glyph.baseline < last.baseline - 1.6 * glyph.size;
    const group = isHigher ? undefined : groups[groups.length - 1];
    if (group) group.push(glyph);
    else groups.push([glyph]);
    last = glyph;
  }
  return groups.flatMap((group) => glyphLines(group)).flatMap((line) => textLine(page, line) ?? []);
}

/** Reads one page's structure into blocks. */
export class TaggedPage {
  readonly blocks: Block[] = [];
  /** Marks that the structure holds. */
  readonly covered = new Set<number>();
  readonly #content: PageContent;
  readonly #counter: TableCounter;
  readonly #byMark = new Map<number, Glyph[]>();
  readonly #right: number;
  #pending: number[] = [];
  #label = '';
  #item: number | undefined;

  constructor(content: PageContent, counter: TableCounter, right: number) {
    this.#content = content;
    this.#counter = counter;
    this.#right = right;
    for (const glyph of content.glyphs) {
      const known = this.#byMark.get(glyph.mark);
      if (known) known.push(glyph);
      else this.#byMark.set(glyph.mark, [glyph]);
    }
  }

  read(root: StructureNode): this {
    this.#walk(root, 0);
    this.#flush();
    this.blocks.splice(0, this.blocks.length, ...inPlace(this.blocks));
    return this;
  }

  #glyphs(marks: readonly number[]): Glyph[] {
    return marks.flatMap((mark) => {
      if (this.covered.has(mark)) return [];
      this.covered.add(mark);
      return this.#byMark.get(mark) ?? [];
    });
  }

  #walk(node: StructureNode, lists: number): void {
    const level = HEADING.exec(node.role) ?? (node.role === 'Title' ? ['', '1'] : undefined);
    if (level) this.#heading(node, Number(level[1] ?? 1));
    else if (node.role === 'Table') this.#table(node);
    else if (node.role === 'TOCI') this.#contents(node);
    else if (node.role === 'LI') this.#listItem(node, lists);
    else if (node.role === 'Lbl') this.#labelled(node);
    else if (INLINE.has(node.role)) this.#children(node, lists);
    else this.#block(node, lists + (node.role === 'L' ? 1 : 0));
  }

  #children(node: StructureNode, lists: number): void {
    for (const child of node.children) {
      if (typeof child === 'number') this.#pending.push(child);
      else this.#walk(child, lists);
    }
  }

  /** The first block of a list item stands beside its number. */
  #block(node: StructureNode, lists: number): void {
    const follows = this.#label !== '' && this.#pending.length === 0 && node.role !== 'L';
    if (!follows && node.role !== 'LBody') this.#flush();
    this.#children(node, lists);
    if (node.role !== 'LBody') this.#flush();
  }

  #heading(node: StructureNode, heading: number): void {
    this.#flush();
    const lines = linesOf(this.#content.index, this.#glyphs(marksOf(node)));
    if (lines.length > 0) this.#push({ lines, heading });
  }

  /** A line of contents without the number of its page. */
  #contents(node: StructureNode): void {
    this.#flush();
    const inner = node.children.filter((child) => typeof child === 'number' || child.role !== 'TOC');
    const glyphs = this.#glyphs(marksOf({ ...node, children: inner }));
    const lines = linesOf(this.#content.index, withoutPage(glyphs));
    if (lines.length > 0) this.#push({ lines, contents: true });
    for (const child of node.children)
      if (typeof child !== 'number' && child.role === 'TOC') this.#walk(child, 0);
  }

  #listItem(node: StructureNode, lists: number): void {
    this.#flush();
    this.#item = Math.max(1, lists);
    this.#children(node, lists);
    this.#flush();
    this.#item = undefined;
  }

  /** A number is part of the words; a bullet is markup. */
  #labelled(node: StructureNode): void {
    const marks = marksOf(node);
    const words = marks.flatMap((mark) => this.#byMark.get(mark) ?? []).filter((glyph) => !isSpace(glyph));
    this.#label = words.map(({ text }) => text).join('');
    if (!LABEL_BULLET.test(this.#label)) this.#pending.push(...marks);
    else for (const mark of marks) this.covered.add(mark);
  }

  #flush(): void {
    const lines = linesOf(this.#content.index, this.#glyphs(this.#pending));
    this.#pending = [];
    if (lines.length === 0) return;
    this.#label = '';
    this.#push({ lines, ...(this.#item !== undefined && { item: this.#item }) });
    this.#item = undefined;
  }

  #push(block: Pick<TextBlock, 'lines' | 'heading' | 'item' | 'contents'>): void {
    this.blocks.push({ kind: 'text', tagged: true, right: this.#right, ...block });
  }

  #table(table: StructureNode): void {
    this.#flush();
    const number = this.#counter.next();
    const rows = rowsOf(table);
    const read = rows.map((row) => this.#row(row));
    const columns = columnsOf(read);
    const above: Cell[] = [];
    read.forEach(({ cells, header }, row) => {
      if (cells.every(({ lines }) => lines.length === 0)) return;
      const placed = placeCells(cells, columns, above);
      placed.forEach((cell, column) => {
        above[column] = cell;
      });
      const block: RowBlock = {
        kind: 'row',
        page: this.#content.index,
        table: number,
        cells: placed,
        header,
        place: { row, rows: rows.length },
        left: Math.min(...cells.flatMap(({ lines }) => lines.map(({ left }) => left))),
        right: this.#right,
      };
      this.blocks.push(block);
    });
  }

  #row(row: StructureNode): { cells: Cell[]; header: boolean } {
    const nodes = row.children.filter(
      (child): child is StructureNode => typeof child !== 'number' && /^T[DH]$/.test(child.role),
    );
    const cells = nodes.map((node): Cell => {
      const lines = linesOf(this.#content.index, this.#glyphs(marksOf(node)));
      return { lines, right: Math.max(0, ...lines.map(({ right }) => right)) };
    });
    return { cells, header: nodes.length > 0 && nodes.every(({ role }) => role === 'TH') };
  }
}

/** What stands before the page's number and the dots that lead to it. */
function withoutPage(glyphs: readonly Glyph[]): readonly Glyph[] {
  let end = glyphs.length;
  while (end > 0 && /^[\d\s]$/.test(glyphs[end - 1]?.text ?? '')) end -= 1;
  const number = glyphs.slice(end);
  while (end > 0 && /^[.·…\s]+$/.test(glyphs[end - 1]?.text ?? '')) end -= 1;
  const [before, first] = [glyphs[end - 1], number.find((glyph) => !isSpace(glyph))];
  const isApart = before && first && first.left - before.right > 1.5 * first.size;
  return isApart ? glyphs.slice(0, end) : glyphs;
}

/** The rows of a table itself, not of tables inside its cells. */
function rowsOf(table: StructureNode): StructureNode[] {
  return table.children.flatMap((child) => {
    if (typeof child === 'number' || child.role === 'Table' || child.role === 'Caption') return [];
    return child.role === 'TR' ? [child] : rowsOf(child);
  });
}

/** Where each column's words begin, and how far they reach, by the rows that have all cells. */
function columnsOf(rows: readonly { readonly cells: readonly Cell[] }[]): { left: number; right: number }[] {
  const most = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from({ length: most }, () => ({ left: Infinity, right: -Infinity }));
  for (const { cells } of rows) {
    if (cells.length !== most) continue;
    cells.forEach(({ lines }, index) => {
      const column = columns[index];
      for (const line of column ? lines : []) {
        if (!column) continue;
        column.left = Math.min(column.left, line.left);
        column.right = Math.max(column.right, line.right);
      }
    });
  }
  return columns;
}

/**
 * A row of fewer cells than its table has columns leaves out those that began in a row above: each cell stands where its words
 * do, and the columns left out before it are carried on. A single cell is a title across the table.
 */
function placeCells(
  cells: readonly Cell[],
  columns: readonly { left: number; right: number }[],
  above: readonly Cell[],
): Cell[] {
  const wide = cells.map((cell, index) => ({ ...cell, right: columns[index]?.right ?? cell.right }));
  if (cells.length >= columns.length || cells.length < 2) return wide;
  const placed: Cell[] = [];
  const carry = (): void => {
    const cell = above[placed.length];
    placed.push(cell ? { ...cell, carried: true } : { lines: [], right: 0 });
  };
  cells.forEach((cell, index) => {
    const left = cell.lines[0]?.left ?? Infinity;
    const most = columns.length - (cells.length - index);
    while (placed.length < most && left > (columns[placed.length]?.right ?? Infinity)) carry();
    placed.push({ ...cell, right: columns[placed.length]?.right ?? cell.right });
  });
  while (placed.length < columns.length) carry();
  return placed;
}
