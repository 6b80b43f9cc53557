import type { Clause, Diagnostic, Emphasis, Section, Span } from '../policy/model.js';

/**
 * A parallel view of `text` for matching only: NFKC, CJK radicals and full-width forms folded; spaces beside ideographs and
 * invisible characters are left out, other spaces made one; line ends and tabs stay.
 * `folded.text[i]` came from `text[offsets[i]]`; `offsets` has one more entry than `folded.text`, the end.
 */
export interface Folded {
  readonly text: string;
  readonly offsets: Uint32Array;
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'contents';

/** A run of `text` that the layout holds together. `contents` is a line of a table of contents: neither heading nor clause. */
export interface Block {
  readonly kind: BlockKind;
  readonly span: Span;
  /** The numbering or bullet at its start, as written. */
  readonly number?: Span;
  /** For headings: 1 is outermost, 0 the document's own title. For items: nesting from 1. */
  readonly level: number;
  /** For rows: the cells in order; empty cells are empty spans. */
  readonly cells?: readonly Span[];
  /** For rows: which table of the document, from 0, so that a header row and its rows are found together. */
  readonly table?: number;
}

/** What the structural steps hand to the fact steps. */
export interface PolicyDocument {
  readonly text: string;
  readonly folded: Folded;
  /** `zh-Hans` or `en`. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly clauses: readonly Clause[];
  /** Bold or underlined by the author. */
  readonly emphasis: readonly Emphasis[];
}

/** A fact step: pure, finds one kind of fact. Replace or add one by changing the list in `facts/index.ts`. */
export type FactStep<Facts> = (document: PolicyDocument) => Facts;

/** A diagnostic before its source position is known. */
export type Finding = Omit<Diagnostic, 'source'>;
