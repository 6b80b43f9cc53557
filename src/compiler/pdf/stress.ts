import type { Glyph } from './glyph.js';

/** Tells what the author stressed: what is drawn heavier than most of the document. */
export type Stress = (glyph: Glyph) => boolean;

/** A document of which so much is heavy stresses nothing by it. */
const MOST = 0.5;
const LEAST_SERIF = 0.3;
const IDEOGRAPH = /[\u3400-\u9fff]/;

/** Decides from all words of a document what its heavy faces mean. */
export function findStress(glyphs: Iterable<Glyph>): Stress {
  let [all, heavy, hei, serif, thickened, underlined] = [0, 0, 0, 0, 0, 0];
  let [ideographs, heavyIdeographs] = [0, 0];
  for (const glyph of glyphs) {
    if (glyph.text === ' ') continue;
    all += 1;
    if (glyph.weight === 'heavy') heavy += 1;
    else if (glyph.weight === 'hei') hei += 1;
    else if (glyph.serif) serif += 1;
    if (glyph.thickened) thickened += 1;
    if (glyph.underlined) underlined += 1;
    if (!IDEOGRAPH.test(glyph.text)) continue;
    ideographs += 1;
    if (glyph.weight !== 'plain' || glyph.thickened) heavyIdeographs += 1;
  }
  // Heavy letters alone in a text of ideographs: the bold of the ideographs is not to be seen, and pieces of it mislead.
  const isPiecemeal = ideographs > all * MOST && heavyIdeographs === 0;
  const isStressed = {
    plain: false,
    heavy: heavy < all * MOST && !isPiecemeal,
    hei: hei < all * MOST && serif > all * LEAST_SERIF,
  };
  const [byOutline, byLine] = [thickened < all * MOST, underlined < all * MOST];
  return (glyph) =>
    isStressed[glyph.weight] || (byOutline && glyph.thickened) || (byLine && glyph.underlined);
}
