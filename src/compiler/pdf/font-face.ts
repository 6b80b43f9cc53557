/** How heavy a face is drawn: `hei` is the sans-serif of Chinese typewriting, stressed only beside a serif face. */
export type Weight = 'plain' | 'heavy' | 'hei';

/** What a font's own data says about the words set in it. */
export interface FontFace {
  /** Without the letters that mark a subset. */
  readonly name: string;
  readonly weight: Weight;
  /** Its ideographs have serifs or brush strokes (宋, 仿宋, 楷, Ming). */
  readonly serif: boolean;
  /** What a glyph's widths are counted in, at size 1. */
  readonly unit: number;
  readonly vertical: boolean;
  /** Its codes stand for known characters; else what it shows cannot be told. */
  readonly decodes: boolean;
}

const HEAVY =
  /bold|heavy|black|\bdemi|semi-?b|(?:^|[-_ ,])(?:bd|blk|hv)(?:$|[-_ ,])|-(?:W[7-9]|B)$|粗|大黑|特黑/i;
/** `Noto Sans CJK DemiLight` and `Source Han Sans Normal` are as light as their names say. */
const LIGHT = /demi-?light|semi-?light/i;
const HEI = /sim-?hei|黑体|stheiti(?!.*light)|(?:^|[^a-z])heiti(?!.*light)|fzht|方正黑|hei-gb/i;
const SERIF =
  /sim-?sun|song|sung|宋|ming|明|fang|仿|kai|楷|serif|roman|times|georgia|garamond|cambria|mincho|batang/i;
const SANS = /sans/i;

interface FontData {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly composite?: boolean;
  readonly toUnicode?: object;
}

const UNIT = 0.001;

function weightOf(name: string, { bold, black }: FontData): Weight {
  const words = name.replace(LIGHT, '');
  if (bold || black || HEAVY.test(words)) return 'heavy';
  return HEI.test(words) ? 'hei' : 'plain';
}

function unitOf({ fontMatrix }: FontData): number {
  const [unit = UNIT] = fontMatrix ?? [];
  return unit === 0 ? UNIT : unit;
}

/** A composite font whose codes are numbers of glyphs, and no table that tells their characters. */
const isGlyphNumbers = ({ composite, toUnicode }: FontData): boolean =>
  composite === true && (!toUnicode || !('_map' in toUnicode));

const UNREADABLE: FontFace = {
  name: '',
  weight: 'plain',
  serif: false,
  unit: UNIT,
  vertical: false,
  decodes: false,
};

/** Reads what pdf.js tells of a font; one that it could not read shows nothing that can be told. */
export function fontFace(font: unknown): FontFace {
  if (typeof font !== 'object' || font === null) return UNREADABLE;
  const known: FontData = font;
  const name = (known.name ?? '').replace(/^[A-Z]{6}\+/, '');
  return {
    name,
    weight: weightOf(name, known),
    serif: SERIF.test(name) && !SANS.test(name),
    unit: unitOf(known),
    vertical: known.vertical === true,
    decodes: !isGlyphNumbers(known),
  };
}
