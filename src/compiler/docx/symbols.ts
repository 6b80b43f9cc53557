/** Signs of the fonts that Word takes its symbols from, as Unicode has them. */
const WINGDINGS: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x74: '⬧',
  0x75: '◆',
  0x76: '❖',
  0x77: '⬥',
  0x9e: '·',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xb2: '✧',
  0xd8: '➢',
  0xe0: '→',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
};

const WINGDINGS_2: Readonly<Record<number, string>> = {
  0x4f: '✗',
  0x50: '✓',
  0x51: '☒',
  0x52: '☑',
  0xa3: '□',
};

const SYMBOL: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xa5: '∞',
  0xae: '→',
  0xb0: '°',
  0xb1: '±',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb9: '≠',
  0xd2: '®',
  0xd3: '©',
  0xd4: '™',
};

const FONTS: ReadonlyMap<string, Readonly<Record<number, string>>> = new Map([
  ['wingdings', WINGDINGS],
  ['wingdings 2', WINGDINGS_2],
  ['symbol', SYMBOL],
]);

/** Fonts whose letters are signs. */
export const isSymbolFont = (font: string | undefined): boolean =>
  font !== undefined && FONTS.has(font.toLowerCase());

/** A sign of a font; as it stands where it is not known, or the font is one of letters. */
export function symbolOf(font: string | undefined, code: number): string {
  const signs = FONTS.get((font ?? '').toLowerCase());
  const sign = signs?.[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code];
  return sign ?? (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '');
}
