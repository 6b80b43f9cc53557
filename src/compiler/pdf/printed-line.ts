import type { Glyph } from './glyph.js';
import type { TextLine } from './text-line.js';

/** A line's characters, spaces between its words written out, and the glyph each character came from. */
export interface PrintedLine {
  readonly text: string;
  /** One for each UTF-16 unit of `text`; undefined for a space that only a gap stands for. */
  readonly glyphs: readonly (Glyph | undefined)[];
}

const IDEOGRAPH = /[\u2e80-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—·]/;
/** A gap between letters that is a space, in their size; between ideographs it must be a character wide, they are often spread. */
const LATIN_GAP = 0.17;
const WIDE_GAP = 0.8;

function isGap(before: Glyph, after: Glyph): boolean {
  const gap = after.left - before.right;
  const size = Math.min(before.size, after.size);
  const wide = IDEOGRAPH.test(before.text) || IDEOGRAPH.test(after.text);
  return gap > size * (wide ? WIDE_GAP : LATIN_GAP);
}

/** Writes a line's characters one after the other; several spaces are one. */
export function printLine({ glyphs }: Pick<TextLine, 'glyphs'>): PrintedLine {
  const parts: string[] = [];
  const sources: (Glyph | undefined)[] = [];
  let last: Glyph | undefined;
  let spaced = false;
  for (const glyph of glyphs) {
    if (glyph.isNoteMark) continue;
    if (glyph.text === ' ') {
      spaced = true;
      continue;
    }
    if (last && (spaced || isGap(last, glyph))) {
      parts.push(' ');
      sources.push(undefined);
    }
    parts.push(glyph.text);
    sources.push(...Array.from({ length: glyph.text.length }, () => glyph));
    last = glyph;
    spaced = false;
  }
  return { text: parts.join(''), glyphs: sources };
}
