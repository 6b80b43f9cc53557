import type { Span, Words } from '../model.js';

/** A piece of one version: a clause, the words of a heading (without its number), or text that is in neither, such as a contents line. */
export interface ComparedPiece {
  readonly part: 'clause' | 'heading' | 'text';
  /** Of the clause, or of the section whose heading it is; absent for `text`. */
  readonly id?: string;
  /** Into that version's `text`. */
  readonly span: Span;
}

/** Words exchanged for others, as spans into both texts; one of the two is empty where words were only added or only left out. */
export interface WordChange {
  readonly before: Span;
  readonly after: Span;
}

export interface PieceAdded {
  readonly kind: 'added';
  readonly after: ComparedPiece;
}

export interface PieceRemoved {
  readonly kind: 'removed';
  readonly before: ComparedPiece;
}

/** The same words elsewhere: another place among its neighbours, or a paragraph of its own where it was part of one. */
export interface PieceMoved {
  readonly kind: 'moved';
  readonly before: ComparedPiece;
  readonly after: ComparedPiece;
}

export interface PieceReworded {
  readonly kind: 'reworded';
  /** True where it stands elsewhere as well. */
  readonly moved: boolean;
  readonly before: ComparedPiece;
  readonly after: ComparedPiece;
  /** In reading order; empty where only the numbering, spaces, or the form of the same letters differ. */
  readonly words: readonly WordChange[];
}

export type PieceChange = PieceAdded | PieceRemoved | PieceMoved | PieceReworded;

export type FactName =
  | 'permission'
  | 'third-party'
  | 'data-use'
  | 'sensitive'
  | 'cross-border'
  | 'retention'
  | 'separate-consent'
  | 'alternative'
  | 'exemption'
  | 'jump'
  | 'minors'
  | 'right'
  | 'withdrawal'
  | 'contact'
  | 'date'
  | 'publisher'
  | 'app';

/**
 * A fact that came, went or says something else. Facts are compared only where the text changed: what a newer compiler finds in
 * words that stood there before is no change.
 */
export interface FactChange {
  readonly fact: FactName;
  readonly change: 'added' | 'removed' | 'changed';
  /** The part of the fact that differs, such as `purpose`, `data`, `company`, `deadline`; absent where the fact is one statement. */
  readonly field?: string;
  /** Absent where it was not stated before. */
  readonly before?: Words;
  /** Absent where it is no longer stated. */
  readonly after?: Words;
}

/**
 * Why consent must be asked for again. PIPL 14 ¶2: another purpose (`new-purpose`), another way (`new-way`: background, another
 * way of sharing), other kinds of data (`new-data`); PIPL 22, 23: another recipient or handler (`new-recipient`, `new-publisher`);
 * PIPL 38, 39: `cross-border`; PIPL 17 ¶2: `longer-retention`, `changed-retention`; `new-permission`. `limit-removed`: words that
 * limited the handling are gone. `unclear`: a sentence about purposes, data or recipients says something else, and a program cannot
 * tell what it means for a person: the stricter answer is taken.
 */
export type ReasonCode =
  | 'new-purpose'
  | 'new-data'
  | 'new-recipient'
  | 'new-publisher'
  | 'new-permission'
  | 'new-way'
  | 'cross-border'
  | 'longer-retention'
  | 'changed-retention'
  | 'limit-removed'
  | 'unclear';

/** A reason and the words it rests on; `before` alone where words are gone, `after` alone where they are new. */
export interface ChangeReason {
  readonly code: ReasonCode;
  readonly before?: Span;
  readonly after?: Span;
}

/** What `comparePolicies` found. All lists are in reading order, and empty where nothing differs. */
export interface PolicyChanges {
  readonly pieces: readonly PieceChange[];
  readonly facts: readonly FactChange[];
  /** True where consent to the version before does not cover the one after: exactly when there is a reason. */
  readonly material: boolean;
  readonly reasons: readonly ChangeReason[];
}
