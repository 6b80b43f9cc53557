import type { Policy, Span } from '../model.js';
import { piecesOf, type Piece } from './pieces.js';
import { sentencesOf, type Sentence } from './sentences.js';

/** One of the two versions, cut up. */
export interface Side {
  readonly policy: Policy;
  readonly text: string;
  readonly pieces: readonly Piece[];
  /** The sentences of each piece, by its index. */
  readonly sentences: readonly (readonly Sentence[])[];
  /** How often each sentence stands in the text. */
  readonly counts: ReadonlyMap<string, number>;
}

export function sideOf(policy: Policy): Side {
  const { text } = policy;
  const pieces = piecesOf(policy);
  const sentences = pieces.map((piece) => sentencesOf(piece));
  const counts = new Map<string, number>();
  for (const one of sentences) for (const { key } of one) counts.set(key, (counts.get(key) ?? 0) + 1);
  return { policy, text, pieces, sentences, counts };
}

/** The sentences of a piece that stand more often in this version than in the other: those that really came, or went. */
export const ownSentences = (here: Side, there: Side, { index }: Piece): Sentence[] =>
  (here.sentences[index] ?? []).filter(
    ({ key }) => (here.counts.get(key) ?? 0) > (there.counts.get(key) ?? 0),
  );

/** True where two places share a character, or one is empty and touches the other. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.start === one.end || other.start === other.end
    ? one.start <= other.end && one.end >= other.start
    : one.start < other.end && one.end > other.start;

/** The piece a place stands in, or the last one before it. */
export function pieceAt({ pieces }: Side, offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as Piece).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return pieces[low - 1];
}
