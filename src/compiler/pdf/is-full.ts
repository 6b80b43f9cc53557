import type { TextLine } from './text-line.js';

const NEVER_BEGINS = /^[，。、；：！？）】」』》”’…,;:!?)\]}%]/;
const NEVER_ENDS = /^[（【「『《“‘(\[{]/;
const LATIN = /^[!-~\u00c0-\u024f]/;

/** Whether a line may be cut between two characters. */
const mayCut = (before: string, after: string): boolean =>
  !NEVER_ENDS.test(before) && !NEVER_BEGINS.test(after) && !(LATIN.test(before) && LATIN.test(after));

/** Width of what could not be parted from a line's first character. */
function firstWordWidth({ glyphs, left }: TextLine): number {
  let at = 0;
  const text = (index: number): string => glyphs[index]?.text ?? ' ';
  while (at < LONGEST_WORD && text(at + 1) !== ' ' && !mayCut(text(at), text(at + 1))) at += 1;
  return (glyphs[at]?.right ?? left) - left;
}

const LONGEST_WORD = 60;
/** A line ends so much before the margin, in its size, and is full all the same: spread letters, hanging stops. */
const SLACK = 0.6;

/** No place was left on the line for what the next one begins with. */
export function isFull(line: TextLine, next: TextLine, right: number): boolean {
  const [last, first] = [line.glyphs[line.glyphs.length - 1], next.glyphs[0]];
  const isLatin = /^[!-~]$/.test(last?.text ?? '') && /^[!-~]$/.test(first?.text ?? '');
  const space = isLatin ? line.size * 0.25 : 0;
  return line.right + space + firstWordWidth(next) > right - line.size * SLACK;
}
