import type { PieceReworded } from '../../policy/compare/changes.js';
import type { Span } from '../../policy/model.js';

/** Words that stayed, went or came. */
export interface Segment {
  readonly kind: 'same' | 'gone' | 'come';
  readonly text: string;
}

/** Characters of unchanged words kept on each side of a change, and of a clause that is shown alone. */
const AROUND = 24;
const MOST = 240;

/** A piece as it is, cut where it is long. */
export function plainSegments(text: string, { start, end }: Span): Segment[] {
  const shown = text.slice(start, Math.min(end, start + MOST));
  return [{ kind: 'same', text: shown + (end - start > MOST ? '…' : '') }];
}

/** A reworded piece: the words that changed, and those around them. */
export function exchangedSegments(
  texts: { readonly before: string; readonly after: string },
  { after, words }: PieceReworded,
): Segment[] {
  const segments: Segment[] = [];
  let end = after.span.start;
  words.forEach((change, at) => {
    segments.push({ kind: 'same', text: between(texts.after.slice(end, change.after.start), at > 0, true) });
    segments.push({ kind: 'gone', text: texts.before.slice(change.before.start, change.before.end) });
    segments.push({ kind: 'come', text: texts.after.slice(change.after.start, change.after.end) });
    end = change.after.end;
  });
  segments.push({
    kind: 'same',
    text: between(texts.after.slice(end, after.span.end), words.length > 0, false),
  });
  return segments.filter(({ text }) => text !== '');
}

/** Unchanged words, with their middle left out where they are long. */
function between(words: string, follows: boolean, leads: boolean): string {
  const kept = (follows ? AROUND : 0) + (leads ? AROUND : 0);
  if (words.length <= kept + 8) return words;
  return `${follows ? words.slice(0, AROUND) : ''}…${leads ? words.slice(-AROUND) : ''}`;
}
