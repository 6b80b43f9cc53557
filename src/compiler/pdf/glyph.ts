import type { Weight } from './font-face.js';

/** A character as it stands on a page; lengths in points, from the page's upper left corner. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the line it stands on. */
  readonly baseline: number;
  readonly size: number;
  readonly weight: Weight;
  readonly serif: boolean;
  /** Drawn a second time, or with an outline of its own, to look bold. */
  readonly thickened: boolean;
  readonly underlined: boolean;
  /** Small and raised behind a word: it sends to a note, and is no part of the words. */
  readonly isNoteMark?: boolean;
  readonly colour: string;
  /** Number of the marked content it belongs to; -1 for none. */
  readonly mark: number;
  /** Said by its author to be no words of the text: a running head, a page number. */
  readonly artifact: boolean;
}

export const isSpace = ({ text }: Glyph): boolean => text === ' ';
