import { lowerRoman } from '../lower-roman.js';
import { englishCardinal, englishOrdinal, englishSuffix } from './english-numerals.js';

type Written = (value: number) => string | undefined;

const letters = (first: string): Written => {
  const start = first.charCodeAt(0);
  return (value) =>
    value < 1 ? '' : String.fromCharCode(start + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
};

/** Word writes no Roman numeral beyond this. */
const LARGEST_ROMAN = 32767;

const roman: Written = (value) => (value < 1 || value > LARGEST_ROMAN ? undefined : lowerRoman(value));

/** Counts with one sign after the other; beyond the last one there is none. */
const row = (signs: string): Written => {
  const list = [...signs];
  return (value) => list[value - 1];
};

/** The enclosed numbers of Unicode stand side by side. */
const enclosed =
  (first: number, last: number): Written =>
  (value) =>
    value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : undefined;

/** Digit by digit: 10 is 一〇. */
const digitByDigit = (digits: string): Written => {
  const signs = [...digits];
  return (value) => [...String(value)].map((digit) => signs[Number(digit)] ?? digit).join('');
};

interface Counting {
  /** From nought to nine. */
  readonly digits: string;
  /** Ten, hundred, thousand. */
  readonly units: string;
  /** What 10 to 19 begin with: 十一, or 壹拾壹. */
  readonly oneTen: boolean;
}

const counting =
  ({ digits, units, oneTen }: Counting): Written =>
  (value) => {
    if (value < 0 || value > 9999) return undefined;
    if (value === 0) return digits.charAt(0);
    let words = '';
    for (let power = 3; power >= 0; power -= 1) {
      const digit = Math.floor(value / 10 ** power) % 10;
      if (digit > 0) {
        const bare = digit === 1 && power === 1 && words === '' && !oneTen;
        words += (bare ? '' : digits.charAt(digit)) + (power > 0 ? units.charAt(power - 1) : '');
      } else if (words && value % 10 ** power > 0 && !words.endsWith(digits.charAt(0)))
        words += digits.charAt(0);
    }
    return words;
  };

const chinese = counting({ digits: '零一二三四五六七八九', units: '十百千', oneTen: false });
const ideographs = digitByDigit('〇一二三四五六七八九');
const circled = enclosed(0x2460, 20);
const wide = digitByDigit('０１２３４５６７８９');

/** How ECMA-376 17.18.59 (ST_NumberFormat) writes a number; formats that are missing are written in digits. */
const FORMATS: ReadonlyMap<string, Written> = new Map<string, Written>([
  ['upperRoman', (value) => roman(value)?.toUpperCase()],
  ['lowerRoman', roman],
  ['upperLetter', letters('A')],
  ['lowerLetter', letters('a')],
  ['ordinal', (value) => `${value}${englishSuffix(value)}`],
  ['cardinalText', englishCardinal],
  ['ordinalText', englishOrdinal],
  ['hex', (value) => value.toString(16).toUpperCase()],
  ['chicago', (value) => '*†‡§'.charAt((value - 1) % 4).repeat(Math.ceil(value / 4))],
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['numberInDash', (value) => `- ${value} -`],
  ['decimalFullWidth', wide],
  ['decimalFullWidth2', wide],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedFullstop', enclosed(0x2488, 20)],
  ['decimalEnclosedParen', enclosed(0x2474, 20)],
  ['ideographEnclosedCircle', enclosed(0x3280, 10)],
  ['ideographDigital', ideographs],
  ['taiwaneseDigital', ideographs],
  ['japaneseDigitalTenThousand', ideographs],
  ['chineseCounting', chinese],
  ['chineseCountingThousand', chinese],
  ['taiwaneseCounting', chinese],
  ['taiwaneseCountingThousand', chinese],
  ['japaneseCounting', chinese],
  ['chineseLegalSimplified', counting({ digits: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟', oneTen: true })],
  ['ideographLegalTraditional', counting({ digits: '零壹貳參肆伍陸柒捌玖', units: '拾佰仟', oneTen: true })],
  ['ideographTraditional', row('甲乙丙丁戊己庚辛壬癸')],
  ['ideographZodiac', row('子丑寅卯辰巳午未申酉戌亥')],
  ['none', () => ''],
]);

/** A number as a list shows it; `pattern` is the example a custom format gives, such as `001, 002, …`. */
export function formatNumber(value: number, format: string, pattern?: string): string {
  if (format === 'custom') return String(value).padStart(/^0*\d/.exec(pattern ?? '')?.[0].length ?? 1, '0');
  return FORMATS.get(format)?.(value) ?? String(value);
}
