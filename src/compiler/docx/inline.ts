import type { RemarkKind } from '../remarks.js';
import type { XmlElement } from './xml.js';

/** A piece of a paragraph, in reading order. */
export type Inline =
  | {
      readonly kind: 'words';
      readonly words: string;
      readonly stressed: boolean;
      /** Stressed only because the whole document is. */
      readonly common: boolean;
      /** Part of a table of contents that Word keeps. */
      readonly contents: boolean;
    }
  /** A sign that Word writes, such as a note's number. */
  | { readonly kind: 'sign'; readonly words: string }
  | { readonly kind: 'tab' }
  | { readonly kind: 'break' }
  | { readonly kind: 'hidden'; readonly words: string }
  | { readonly kind: 'remark'; readonly remark: RemarkKind };

/** A reference to a footnote or an endnote. */
export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
  /** The author wrote a mark himself, so that the note is not counted. */
  readonly marked: boolean;
}

/** What stands in a paragraph, and what hangs on it. */
export interface Inlines {
  readonly pieces: Inline[];
  readonly notes: NoteReference[];
  /** The contents of text boxes that are anchored here. */
  readonly boxes: XmlElement[];
}
