import type { Span } from '../policy/model.js';
import type { Marker } from './numbering.js';
import type { Paragraph } from './paragraphs.js';

/** A paragraph, or a part of one that holds several: the unit in which headings are looked for. */
export interface Piece {
  readonly span: Span;
  readonly marker?: Marker;
  /** The words after the number, or all of them. */
  readonly words: string;
  readonly paragraph: Paragraph;
  /** For a part of a longer line: worked out where its title ends, and whether it is a heading. */
  readonly cut?: { readonly titleEnd?: number };
  readonly contents?: boolean;
}
