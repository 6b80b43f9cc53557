import type { Span } from '../policy/model.js';
import { LineCutter, LONG_LINE } from './cut-line.js';
import { asRomans, readMarker } from './numbering.js';
import type { Paragraph } from './paragraphs.js';
import type { Piece } from './pieces.js';

/** A bullet in front of a number is no part of the piece. */
function pieceOf(text: string, paragraph: Paragraph): Piece {
  const marker = paragraph.row ? undefined : readMarker(text, paragraph.span);
  const isNumber = marker !== undefined && marker.style !== 'bullet';
  const span = { start: isNumber ? marker.span.start : paragraph.span.start, end: paragraph.span.end };
  const words = text.slice(Math.min(marker?.body ?? span.start, span.end), span.end);
  return {
    span,
    words,
    paragraph,
    ...(marker && { marker }),
    ...(paragraph.contents && { contents: true }),
  };
}

/** Nobody can be sent to a clause longer than this: it is divided where sentences end. */
const LONGEST_CLAUSE = 8000;
const PART = 4000;
const SENTENCE_END = /[。！？!?]["”’」』)）]?|\.\s/;

/** The first sentence end after a part's length; where none comes soon, the last white space, else the length itself. */
function partEnd(text: string, from: number): number {
  const window = text.slice(from + PART, from + 2 * PART);
  const stop = SENTENCE_END.exec(window);
  if (stop) return from + PART + stop.index + stop[0].length;
  const space = window.lastIndexOf(' ');
  return from + PART + (space > 0 ? space : PART);
}

function sentenceEnds(text: string, { start, end }: Span): number[] {
  const ends: number[] = [];
  for (let next = partEnd(text, start); next < end - 1; next = partEnd(text, next)) ends.push(next);
  return ends;
}

function divided(text: string, piece: Piece): Piece[] {
  const { span } = piece;
  if (span.end - span.start <= LONGEST_CLAUSE || piece.cut || piece.contents || piece.paragraph.row)
    return [piece];
  const starts = [span.start, ...sentenceEnds(text, span)];
  return starts.map((start, index) => {
    const part = { start, end: starts[index + 1] ?? span.end };
    const words = text.slice(start, part.end);
    if (index === 0) return { ...piece, span: part, words };
    return { span: trimmedSpan(text, part), words: words.trim(), paragraph: piece.paragraph };
  });
}

function trimmedSpan(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  return { start: from, end: from + words.trim().length };
}

/** A document that is one line is cut from here on: it has no other paragraphs. */
const LONE_LINE = 300;

/** The paragraphs as pieces; very long ones are cut where numbers rise inside them, and where sentences end. */
export function splitPieces(text: string, paragraphs: readonly Paragraph[], language: string): Piece[] {
  const longest = paragraphs.length === 1 ? LONE_LINE : LONG_LINE;
  const pieces = paragraphs.flatMap((paragraph) => {
    const { start, end } = paragraph.span;
    const isLong = end - start > longest && !paragraph.row;
    return isLong ? new LineCutter(text, paragraph, language).cut() : [pieceOf(text, paragraph)];
  });
  const parts = pieces.flatMap((piece) => divided(text, piece)).filter(({ span }) => span.end > span.start);
  const markers = asRomans(parts.map(({ marker }) => marker));
  return parts.map((piece, index) => {
    const marker = markers[index];
    return marker === piece.marker || !marker ? piece : { ...piece, marker };
  });
}
