import type { Box } from './box.js';
import { isSpace, type Glyph } from './glyph.js';
import { markNotes } from './note-marks.js';

/** Characters of one line that stand side by side, without a gap that a reader takes for another column. */
export interface TextLine extends Box {
  /** Of the page, from 0. */
  readonly page: number;
  readonly baseline: number;
  /** The size most of its characters have. */
  readonly size: number;
  /** From left to right; spaces at the ends are left out, but for `spaceAfter`. */
  readonly glyphs: readonly Glyph[];
  /** A space was written at its end. */
  readonly spaceAfter: boolean;
}

/** Glyphs in one line differ at most so much in height, in their size: footnote marks stand higher. */
const LEVEL = 0.5;

/** Sorts glyphs into lines by where they stand; each from left to right. */
export function glyphLines(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const lines: Glyph[][] = [];
  let baseline = -Infinity;
  let size = 0;
  for (const glyph of sorted) {
    const line = lines[lines.length - 1];
    if (line && glyph.baseline - baseline <= LEVEL * Math.max(size, glyph.size)) {
      line.push(glyph);
      if (glyph.size > size) ({ baseline, size } = glyph);
    } else {
      lines.push([glyph]);
      ({ baseline, size } = glyph);
    }
  }
  return lines
    .map((line) => markNotes(withoutDoubles(line.sort((a, b) => a.left - b.left))))
    .filter((line) => line.some(isWord));
}

const isWord = (glyph: Glyph): boolean => !isSpace(glyph);

/** How far, in its size, a copy may stand from a glyph that it thickens. */
const NEAR = 0.12;

/** The same character drawn twice almost at one place is one, made bold if both have one colour. */
function withoutDoubles(line: readonly Glyph[]): Glyph[] {
  const kept: Glyph[] = [];
  for (const glyph of line) {
    let twin = -1;
    for (let at = kept.length - 1; at >= Math.max(0, kept.length - 4) && twin < 0; at -= 1) {
      const one = kept[at];
      if (one?.text === glyph.text && glyph.left - one.left < NEAR * glyph.size) twin = at;
    }
    const one = kept[twin];
    if (!one || isSpace(glyph)) kept.push(glyph);
    else if (one.colour === glyph.colour) kept[twin] = { ...one, thickened: true };
  }
  return kept;
}

function usualSize(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { size, text } of glyphs) if (text !== ' ') counts.set(size, (counts.get(size) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0;
}

/** One line of the given glyphs, which run from left to right; undefined where they are all spaces. */
export function textLine(page: number, glyphs: readonly Glyph[]): TextLine | undefined {
  let from = 0;
  let to = glyphs.length;
  while (from < to && glyphs[from]?.text === ' ') from += 1;
  while (to > from && glyphs[to - 1]?.text === ' ') to -= 1;
  const words = glyphs.slice(from, to);
  const [first, last] = [words[0], words[words.length - 1]];
  if (!first || !last) return undefined;
  const size = usualSize(words);
  const baseline = (words.find((glyph) => glyph.size === size) ?? first).baseline;
  return {
    page,
    glyphs: words,
    size,
    baseline,
    left: first.left,
    right: Math.max(...words.slice(-8).map(({ right }) => right)),
    top: baseline - size * 0.85,
    bottom: baseline + size * 0.2,
    spaceAfter: to < glyphs.length,
  };
}

/** Divides a line where gaps between its words are at least so wide, in its size. */
export function segments(page: number, glyphs: readonly Glyph[], gap: number): TextLine[] {
  const parts: Glyph[][] = [];
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    if (isSpace(glyph)) {
      parts[parts.length - 1]?.push(glyph);
      continue;
    }
    const isFar = last !== undefined && glyph.left - last.right > gap * Math.max(glyph.size, last.size);
    const part = isFar ? undefined : parts[parts.length - 1];
    if (part) part.push(glyph);
    else parts.push([glyph]);
    last = glyph;
  }
  return parts.flatMap((part) => textLine(page, part) ?? []);
}
