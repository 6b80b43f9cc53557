import type { Span } from '../policy/model.js';
import type { TracedText } from './traced-text.js';

/** What the source's own markup says about a stretch of the text. */
export type Hint =
  | { readonly kind: 'heading'; readonly span: Span; readonly level: number }
  | { readonly kind: 'item'; readonly span: Span; readonly level: number }
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
}
