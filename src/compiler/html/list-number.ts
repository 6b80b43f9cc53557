import { lowerRoman } from '../lower-roman.js';

const CJK_DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const GREEK = 'αβγδεζηθικλμνξοπρστυφχψω';
/** 1 is the first letter, and after the last one letters double: `z`, `aa`. */
function letters(number: number, alphabet: string): string {
  let left = number;
  let written = '';
  for (; left > 0; left = Math.floor((left - 1) / alphabet.length)) {
    written = alphabet.charAt((left - 1) % alphabet.length) + written;
  }
  return written;
}

const LATIN = 'abcdefghijklmnopqrstuvwxyz';
const UNITS = ['', '十', '百', '千'];

/** Chinese numerals up to 9999, as they are counted: 十二, 一百零三. */
function ideographic(number: number): string {
  const digits = [...String(number)];
  const written = digits
    .map((digit, at) =>
      digit === '0' ? '零' : CJK_DIGITS.charAt(Number(digit)) + (UNITS[digits.length - at - 1] ?? ''),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return written.replace(/^一十/, '十');
}

const fixed = (number: number, signs: string): string =>
  number <= signs.length ? signs.charAt(number - 1) : String(number);

const WRITTEN: ReadonlyMap<string, (number: number) => string> = new Map<string, (number: number) => string>([
  ['decimal-leading-zero', (number) => String(number).padStart(2, '0')],
  ['lower-alpha', (number) => letters(number, LATIN)],
  ['lower-latin', (number) => letters(number, LATIN)],
  ['upper-alpha', (number) => letters(number, LATIN).toUpperCase()],
  ['upper-latin', (number) => letters(number, LATIN).toUpperCase()],
  ['lower-roman', lowerRoman],
  ['upper-roman', (number) => lowerRoman(number).toUpperCase()],
  ['lower-greek', (number) => letters(number, GREEK)],
  ['cjk-decimal', (number) => [...String(number)].map((digit) => CJK_DIGITS.charAt(Number(digit))).join('')],
  ['cjk-ideographic', ideographic],
  ['trad-chinese-informal', ideographic],
  ['simp-chinese-informal', ideographic],
  ['japanese-informal', ideographic],
  ['cjk-heavenly-stem', (number) => fixed(number, STEMS)],
  ['cjk-earthly-branch', (number) => fixed(number, BRANCHES)],
]);

const WITH_COMMA = /^(?:cjk-|trad-chinese|simp-chinese|japanese)/;
const NO_NUMBER = /^(?:none|disc|circle|square|disclosure-open|disclosure-closed|-.*)$/;

/** A number as a counter style writes it, without what stands behind it. */
export function counterText(number: number, style: string): string {
  const write = number > 0 && number < 4000 ? WRITTEN.get(style.toLowerCase()) : undefined;
  return write ? write(number) : String(number);
}

/** What a browser shows in front of a list item: the number and its stop; empty for bullets, which are no words. */
export function listMarker(number: number, style: string): string {
  const name = style.trim();
  if (/^["']/.test(name)) {
    const words = name.slice(1, -1);
    return /[\p{L}\p{N}]/u.test(words) ? `${words.trim()} ` : '';
  }
  if (NO_NUMBER.test(name.toLowerCase())) return '';
  return counterText(number, name) + (WITH_COMMA.test(name.toLowerCase()) ? '、' : '. ');
}
