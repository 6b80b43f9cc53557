import type { Policy, Section, Span, Topic } from '../model.js';
import type { ComparedPiece } from './changes.js';
import { afterNumber, keyOfTokens, tokensOf, type Token } from './tokens.js';

/** A piece as it is compared: its words without the number, and what it stands under. */
export interface Piece extends ComparedPiece {
  readonly index: number;
  readonly tokens: readonly Token[];
  /** Equal for pieces of the same words. */
  readonly key: string;
  readonly topics: readonly Topic[];
  /** Index of the heading above it, -1 where there is none. */
  readonly heading: number;
  /** Index of the line ending in a colon that it is an item under, else that of its heading. */
  readonly context: number;
}

type Found = ComparedPiece & { readonly topics: readonly Topic[] };

/** The whole text in reading order: headings, clauses, and whatever lines stand in neither, so that no word goes uncompared. */
export function piecesOf(policy: Policy): Piece[] {
  const named = [...policy.clauses.map(clausePiece), ...headingsOf(policy.sections)];
  named.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return withContext(policy.text, fillGaps(policy, named));
}

const clausePiece = ({ id, span, topics }: Policy['clauses'][number]): Found => ({
  part: 'clause',
  id,
  span,
  topics,
});

function headingsOf(roots: readonly Section[]): Found[] {
  const found: Found[] = [];
  const waiting = [...roots];
  for (let section = waiting.pop(); section; section = waiting.pop()) {
    found.push({ part: 'heading', id: section.id, span: section.title.span, topics: [] });
    for (const inner of section.sections) waiting.push(inner);
  }
  return found;
}

/** Adds the lines between the named pieces, and cuts what overlaps: a policy from elsewhere may nest its clauses. */
function fillGaps({ text }: Policy, named: readonly Found[]): Found[] {
  const all: Found[] = [];
  let end = 0;
  for (const piece of named) {
    all.push(...linesBetween(text, end, piece.span.start));
    const start = Math.max(end, piece.span.start);
    if (piece.span.end > start) all.push({ ...piece, span: { start, end: piece.span.end } });
    end = Math.max(end, piece.span.end);
  }
  all.push(...linesBetween(text, end, text.length));
  return all;
}

function linesBetween(text: string, from: number, to: number): Found[] {
  const lines: Found[] = [];
  if (from >= to) return lines;
  for (const { 0: line, index } of text.slice(from, to).matchAll(/\S[^\n]*/g)) {
    const start = from + index;
    lines.push({ part: 'text', span: { start, end: start + line.trimEnd().length }, topics: [] });
  }
  return lines;
}

/** A line that is nothing but a number (a heading's, which stands before its title) has no words to compare. */
const BARE_NUMBER = /^[\s\d.．、()（）一二三四五六七八九十百第条章节§:：|-]*$/;

function withContext(text: string, found: readonly Found[]): Piece[] {
  const pieces: Piece[] = [];
  let heading = -1;
  let intro = -1;
  for (const { part, id, span, topics } of found) {
    const words = wordsSpan(text, part, span);
    if (part !== 'clause' && BARE_NUMBER.test(text.slice(words.start, words.end))) continue;
    const tokens = tokensOf(text, words);
    const index = pieces.length;
    const key = keyOfTokens(tokens);
    const context = part === 'heading' ? -1 : intro;
    pieces.push({
      part,
      ...(id !== undefined && { id }),
      span,
      topics,
      index,
      tokens,
      key,
      heading,
      context,
    });
    if (part === 'heading') heading = intro = index;
    else if (/[:：]\s*$/.test(text.slice(span.start, span.end))) intro = index;
  }
  return pieces;
}

const wordsSpan = (text: string, part: ComparedPiece['part'], span: Span): Span =>
  part === 'heading' ? span : { start: afterNumber(text, span), end: span.end };

/** What is shown of a piece. */
export const shownPiece = ({ part, id, span }: Piece): ComparedPiece => ({
  part,
  ...(id !== undefined && { id }),
  span,
});
