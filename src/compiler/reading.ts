import type { Span } from '../policy/model.js';
import type { LeftOut } from './left-out.js';
import type { TracedText } from './traced-text.js';

/** What the source's own markup says about a stretch of the text. */
export type Hint =
  | { readonly kind: 'heading'; readonly span: Span; readonly level: number }
  | { readonly kind: 'item'; readonly span: Span; readonly level: number }
  /** A line of a table of contents that the source keeps as one. */
  | { readonly kind: 'contents'; readonly span: Span }
  | { readonly kind: 'row'; readonly span: Span; readonly table: number; readonly cells: readonly Span[] };

/** A source without its markup: the plain words, what the author stressed, and what the markup said about the layout. */
export interface SourceReading {
  readonly traced: TracedText;
  /** Bold or underlined, in reading order. */
  readonly emphasis: readonly Span[];
  /** In reading order; they do not overlap. */
  readonly hints: readonly Hint[];
  /** Line ends mean what they say: no line of this source was cut by a page's width. */
  readonly exactLines: boolean;
  /** Where, in the source, words were left out that a browser does not show. */
  readonly hidden?: readonly number[];
  /** The characters that source positions count, of a file that is no text; default: the words as written. */
  readonly source?: string;
  /** Offset in `source` at which each page begins, of a source that has pages. */
  readonly pages?: readonly number[];
  /** What else was left out of the source, or could not be known of it. */
  readonly leftOut?: readonly LeftOut[];
}
