/**
 * What a prompt showed, word for word: its canonical bytes give `noticeHash` (ISO/IEC 29184: the notice is part of the proof).
 */
export interface Notice {
  readonly locale: string;
  /** Version of the message catalogue. */
  readonly catalogue: string;
  /** Every string shown, in reading order, without the answers. */
  readonly strings: readonly string[];
  readonly answers: readonly string[];
  /** Ids of the clauses shown or marked. */
  readonly clauses: readonly string[];
}
