import { RADICALS } from '../radicals.js';

const UNKNOWN = '\ufffd';
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/g;
const SPACE = /[\u0009\u00a0\u2000-\u200a\u202f\u205f]/g;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
/** Letters that a font draws as one, and the ideographs' radicals that a font puts in place of the ideograph. */
const FROM_FONTS = /[\u2e80-\u2fdf\ufb00-\ufb06]/g;
const PRIVATE = /[\ue000-\uf8ff]/g;

/** The bullets of the symbol fonts that word processors use. */
const BULLETS: ReadonlyMap<string, string> = new Map([
  ['\uf0b7', '•'],
  ['\uf06c', '●'],
  ['\uf06e', '■'],
  ['\uf075', '◆'],
  ['\uf0a7', '▪'],
  ['\uf0d8', '•'],
  ['\uf0fc', '✓'],
  ['\uf0a8', '□'],
  ['\uf071', '□'],
  ['\uf06f', '□'],
]);

/** What a glyph says, in characters that mean it; U+FFFD where that is not known. */
export function charactersOf(unicode: string): string {
  if (/^[!-~\u4e00-\u9fff]$/.test(unicode)) return unicode;
  return unicode
    .replace(SPACE, ' ')
    .replace(CONTROL, '')
    .replace(INVISIBLE, '')
    .replace(FROM_FONTS, (one) => RADICALS.get(one) ?? one.normalize('NFKC'))
    .replace(PRIVATE, (one) => BULLETS.get(one) ?? UNKNOWN);
}
