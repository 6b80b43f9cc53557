import type { Glyph } from './glyph.js';

const MARK = /^[\d*†‡①-⑳]$/;
/** A mark's size, and how much higher it stands, in the size of its line. */
const SMALL = 0.78;
const RAISED = 0.18;
const LETTER = /^[A-Za-z]$/;

/** Behind a number or a unit of a letter or two, a small number is a power. */
function isPower(line: readonly Glyph[], index: number): boolean {
  const [before, second, third] = [line[index - 1], line[index - 2], line[index - 3]];
  if (!before || /^\d$/.test(before.text)) return true;
  const isWord = [second, third].every((glyph) => glyph !== undefined && LETTER.test(glyph.text));
  return LETTER.test(before.text) && !isWord;
}

/** A line, from left to right, with the marks of its notes known as such. */
export function markNotes(line: readonly Glyph[]): Glyph[] {
  const largest = line.reduce<Glyph | undefined>(
    (most, one) => (most && most.size >= one.size ? most : one),
    undefined,
  );
  const marked: Glyph[] = [];
  line.forEach((glyph, index) => {
    const isSmall = largest !== undefined && glyph.size < largest.size * SMALL && MARK.test(glyph.text);
    const isRaised = largest !== undefined && glyph.baseline < largest.baseline - largest.size * RAISED;
    const goesOn = marked[index - 1]?.isNoteMark === true;
    const isNoteMark = isSmall && isRaised && (goesOn || !isPower(line, index));
    marked.push(isNoteMark ? { ...glyph, isNoteMark } : glyph);
  });
  return marked;
}
