import type { TextLine } from './text-line.js';

/** A paragraph, heading or list item as far as one page shows it. */
export interface TextBlock {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
  /** Where lines of its column end at the latest. */
  readonly right: number;
  /** Level by the file's own structure, or by its size. */
  readonly heading?: number;
  /** Nesting by the file's own structure. */
  readonly item?: number;
  /** A line of a table of contents, by the file's own structure. */
  readonly contents?: boolean;
  /** The file's own structure says where it begins and, but for a page's end, where it ends. */
  readonly tagged: boolean;
}

/** A cell's lines; `carried` is one that began in a row above. */
export interface Cell {
  readonly lines: readonly TextLine[];
  readonly right: number;
  readonly carried?: boolean;
}

/** A row of a table as far as one page shows it. */
export interface RowBlock {
  readonly kind: 'row';
  readonly page: number;
  /** Its table, numbered through the document. */
  readonly table: number;
  readonly cells: readonly Cell[];
  /** Its place in the table by the file's own structure, and how many rows that table has. */
  readonly place?: { readonly row: number; readonly rows: number };
  /** Its cells name columns. */
  readonly header: boolean;
  readonly left: number;
  readonly right: number;
}

export type Block = TextBlock | RowBlock;

/** Numbers for tables, through the whole document. */
export class TableCounter {
  #next = 0;

  next(): number {
    this.#next += 1;
    return this.#next - 1;
  }
}
