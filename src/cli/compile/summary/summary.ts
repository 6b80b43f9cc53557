import type { Where } from '../../people/where.js';

/** Words, and where they stand; words of ours stand nowhere. */
export interface Piece {
  readonly words: string;
  readonly where?: Where;
}

/** One thing told; none of it: not stated. */
export type Cell = readonly Piece[];

export interface Field {
  readonly label: string;
  readonly cell: Cell;
  /** A field that is not said to be missing where it is. */
  readonly extra?: true;
}

/** A thing and what is said of it. */
export interface Entry {
  readonly head: Cell;
  readonly fields: readonly Field[];
}

export interface Group {
  /** Absent where the part has one group. */
  readonly title?: Piece;
  readonly entries: readonly Entry[];
}

export interface Part {
  readonly title: string;
  /** What the heads of its entries are, over their column; a part without fields is a list. */
  readonly heads?: string;
  /** Sentences of ours before its entries. */
  readonly lead: readonly string[];
  readonly groups: readonly Group[];
}

/** A policy as people are told of it, before it is laid out. */
export interface Summary {
  readonly title: string;
  readonly labels: SummaryLabels;
  /** How places are written. */
  readonly legend: string;
  readonly facts: readonly Field[];
  readonly parts: readonly Part[];
  /** What it was made from. */
  readonly origin: readonly string[];
}

/** Words of ours between those of the policy. */
export interface SummaryLabels {
  /** How a list is joined, a label ends, words are put in brackets. */
  readonly comma: string;
  readonly colon: string;
  readonly brackets: readonly [open: string, close: string];
  readonly notStated: string;
  /** The same, at the beginning of a line. */
  readonly missing: string;
  readonly more: string;
  readonly where: string;
  readonly item: string;
  readonly content: string;
  /** Says how places are written: in a text, in a file that is no text, in one that has pages. */
  readonly legend: Readonly<Record<'lines' | 'words' | 'pages', string>>;
  readonly count: (title: string, count: number) => string;
  /** Sentences without their ends, as one paragraph. */
  readonly paragraph: (sentences: readonly string[]) => string;
}
