import type { Span } from '../model.js';
import type { Piece } from './pieces.js';
import { CELL_END, isSign, keyOfTokens, type Token } from './tokens.js';

/** A sentence, a cell of a row or a line of a list. */
export interface Sentence extends Span {
  readonly key: string;
  readonly piece: Piece;
}

const END = new Set(['。', '!', '?', ';', CELL_END]);

/** The sentences of a piece, in order; together they hold all its words. */
export function sentencesOf(piece: Piece): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  piece.tokens.forEach((token, at) => {
    const next = piece.tokens[at + 1];
    if (next && !endsHere(token, next)) return;
    sentences.push(sentenceOf(piece, piece.tokens.slice(from, at + 1)));
    from = at + 1;
  });
  return sentences;
}

const endsHere = (token: Token, next: Token): boolean =>
  END.has(token.key) || (token.key === '.' && token.end < next.start);

function sentenceOf(piece: Piece, found: readonly Token[]): Sentence {
  const tokens = found.filter(({ key }) => key !== CELL_END);
  const start = tokens[0]?.start ?? piece.span.start;
  const end = tokens[tokens.length - 1]?.end ?? start;
  return { start, end, key: keyOfTokens(tokens.filter(({ key }) => !isSign(key))), piece };
}
