import type { Box } from './box.js';
import type { Glyph } from './glyph.js';
import type { Rule } from './page-content.js';

/** Which glyphs a page's lines run under, and which they strike out. */
export interface RuledGlyphs {
  readonly underlined: ReadonlySet<Glyph>;
  readonly struck: ReadonlySet<Glyph>;
}

/** An underline is as long as its words, but for so much, in their size. */
const OVERHANG = 0.6;
/** How far below the baseline it stands at least and at most, in their size; negative is above. */
const UNDER = [0.02, 0.32] as const;
const THROUGH = [-0.48, -0.16] as const;
/** A thicker bar is a ground. */
const THICKEST = 0.16;
const STEP = 4;

const middle = ({ left, right }: Box | Glyph): number => (left + right) / 2;

/** Glyphs by the height of their baseline. */
function byHeight(glyphs: readonly Glyph[]): (at: number) => readonly Glyph[] {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const key = Math.floor(glyph.baseline / STEP);
    const known = rows.get(key);
    if (known) known.push(glyph);
    else rows.set(key, [glyph]);
  }
  return (at) => {
    const key = Math.floor(at / STEP);
    return [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((step) => rows.get(key + step) ?? []);
  };
}

/** What stands over, or behind, a line from end to end; nothing where the line is longer or shorter than its words. */
function ruled(rule: Rule, glyphs: readonly Glyph[], [least, most]: readonly [number, number]): Glyph[] {
  const height = (rule.top + rule.bottom) / 2;
  const over = glyphs.filter((glyph) => {
    const depth = (height - glyph.baseline) / glyph.size;
    const inside = middle(glyph) > rule.left && middle(glyph) < rule.right;
    return inside && depth > least && depth < most && rule.bottom - rule.top < glyph.size * THICKEST;
  });
  const size = over[0]?.size ?? 0;
  const left = Math.min(...over.map((glyph) => glyph.left));
  const right = Math.max(...over.map((glyph) => glyph.right));
  const fits = Math.abs(left - rule.left) < OVERHANG * size && Math.abs(right - rule.right) < OVERHANG * size;
  return fits ? over : [];
}

const isLink = (links: readonly Box[], { left, right, baseline, size }: Glyph): boolean =>
  links.some((link) => {
    const [x, y] = [(left + right) / 2, baseline - size * 0.3];
    return x > link.left - 1 && x < link.right + 1 && y > link.top - 1 && y < link.bottom + 1;
  });

/** Finds underlines and strokes through words among a page's lines. A link's underline stresses nothing. */
export function ruledGlyphs(
  glyphs: readonly Glyph[],
  rules: readonly Rule[],
  links: readonly Box[],
): RuledGlyphs {
  const near = byHeight(glyphs);
  const level = rules.filter((rule) => rule.level);
  const find = (range: readonly [number, number]): Glyph[] =>
    level.flatMap((rule) => ruled(rule, near((rule.top + rule.bottom) / 2), range));
  return {
    underlined: new Set(find(UNDER).filter((glyph) => !isLink(links, glyph))),
    struck: new Set(find(THROUGH)),
  };
}
