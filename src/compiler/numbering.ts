import type { Span } from '../policy/model.js';

export type NumberStyle =
  | 'part'
  | 'chapter'
  | 'division'
  | 'article'
  | 'appendix'
  | 'ideograph'
  | 'ideograph-bracket'
  | 'digit'
  | 'digit-comma'
  | 'digit-bare'
  | 'digit-bracket'
  | 'digit-close'
  | 'circled'
  | 'upper'
  | 'lower'
  | 'letter-close'
  | 'letter-bracket'
  | 'roman'
  | 'roman-upper'
  | 'roman-bracket'
  | 'question'
  | 'bullet'
  | `level-${number}`;

/** A number or bullet at the beginning of a line, as written. */
export interface Marker {
  readonly style: NumberStyle;
  /** 1 for the first; 0 for bullets. */
  readonly ordinal: number;
  readonly span: Span;
  /** Where the words after it begin. */
  readonly body: number;
  /** A bullet that is filled or framed, as titles have them. */
  readonly heavy?: boolean;
}

const IDEOGRAPHS = '一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾';
const DIGIT = '[0-9０-９]{1,3}';
const GAP = '[ \\t\\u00a0\\u3000]*';

type Form = readonly [style: NumberStyle, pattern: RegExp, ordinal: (words: string) => number];

const digits = (words: string): number => Number(words.normalize('NFKC').replace(/\D+/g, ''));
const firstDigits = (words: string): number => Number(/\d+/.exec(words.normalize('NFKC'))?.[0] ?? 0);

const FORMAL = '壹贰叁肆伍陆柒捌玖拾';
const USUAL = '一二三四五六七八九十';

/** 一 to 九十九, also 廿-less forms such as 一百零二, and 壹, 贰, 叁. */
export function ideographNumber(words: string): number {
  let total = 0;
  let unit = 0;
  for (const written of words) {
    const formal = FORMAL.indexOf(written);
    const character = formal < 0 ? written : USUAL.charAt(formal);
    const value = '零一二三四五六七八九'.indexOf(
      character === '〇' ? '零' : character === '两' ? '二' : character,
    );
    if (value >= 0) unit = value;
    else if (character === '十' || character === '百') {
      total += (unit || 1) * (character === '十' ? 10 : 100);
      unit = 0;
    }
  }
  return total + unit;
}

const chineseOrDigits = (words: string): number => {
  const plain = words.normalize('NFKC');
  return /\d/.test(plain) ? firstDigits(plain) : ideographNumber(plain);
};

const letter = (words: string): number =>
  (/[a-z]/i.exec(words.normalize('NFKC'))?.[0].toLowerCase().charCodeAt(0) ?? 96) - 96;

export function romanNumber(words: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50 };
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^ivxl]/g, '');
  let total = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const value = values[plain.charAt(index)] ?? 0;
    total += value < (values[plain.charAt(index + 1)] ?? 0) ? -value : value;
  }
  return total;
}

const englishOrdinal = (words: string): number => {
  const label = words.replace(/^[a-z]+/i, '');
  if (/\d/.test(label)) return firstDigits(label);
  return /^[\s]*[ivxl]+\b/i.test(label) ? romanNumber(label) : letter(label);
};

const form = (style: NumberStyle, pattern: string, ordinal: (words: string) => number, flags = ''): Form => [
  style,
  new RegExp(pattern, `y${flags}`),
  ordinal,
];

const COUNT = `(?:${GAP}${DIGIT}${GAP}|[${IDEOGRAPHS}]{1,4})`;
const STOP = '[.．、:：]?';
const NO_AMOUNT = '(?!\\s*(?:[亿万元倍％%版]|GB|MB|km))';
/** What a number in front of counts: `14 周岁`, `30 days`. */
const UNIT =
  '(?:年(?![龄度])|月|日(?![志常历程])|天(?!气)|个(?![人性])|元|周?岁|小时|分钟|工作日|星期|(?:business |working |calendar )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\\b)';
const AHEAD = '(?![0-9０-９])';

/** Tried in this order; the first that fits is the marker. */
const FORMS: readonly Form[] = [
  form('part', `第${COUNT}(?:部分|编|篇)${GAP}${STOP}`, chineseOrDigits),
  form('chapter', `第${COUNT}章${GAP}${STOP}`, chineseOrDigits),
  form('division', `第${COUNT}节${GAP}${STOP}`, chineseOrDigits),
  form('article', `第${COUNT}条${GAP}${STOP}(?!第)`, chineseOrDigits),
  form(
    'appendix',
    `(?:附件|附录|附表)${GAP}(?:${DIGIT}|[${IDEOGRAPHS}]{1,2}|[A-Z](?![a-zA-Z]))?(?:${GAP}[:：、.．]|[ \\u00a0\\u3000]+)`,
    chineseOrDigits,
  ),
  form('part', `part[ \\u00a0]+(?:${DIGIT}|[IVXL]+|[A-Z])\\b${GAP}[.:—–-]?`, englishOrdinal, 'i'),
  form('chapter', `chapter[ \\u00a0]+(?:${DIGIT}|[IVXL]+)\\b${GAP}[.:—–-]?`, englishOrdinal, 'i'),
  form(
    'article',
    `(?:article|section|clause)[ \\u00a0]+(?:${DIGIT}|[IVXL]+)\\b(?!\\.\\d|\\()${GAP}[.:—–-]?`,
    englishOrdinal,
    'i',
  ),
  form(
    'appendix',
    `(?:appendix|annex|schedule|exhibit)(?:[ \\u00a0]+(?:${DIGIT}|[IVXL]+|[A-Z])\\b)?${GAP}[.:—–-]`,
    englishOrdinal,
    'i',
  ),
  form('question', `(?:Q|问题?)${GAP}${DIGIT}${GAP}[:：.．、]`, digits),
  form('ideograph-bracket', `[(（]${GAP}[${IDEOGRAPHS}]{1,3}${GAP}[)）]${GAP}[、.．]?`, ideographNumber),
  form('ideograph-bracket', '[\\u3220-\\u3229]', (words) => words.charCodeAt(0) - 0x321f),
  form('ideograph', `[${IDEOGRAPHS}]{1,4}${GAP}[、.．](?!\\d)`, ideographNumber),
  form('ideograph', `[${IDEOGRAPHS}]{1,3}[ \\u00a0\\u3000]+(?=[^\\s])`, ideographNumber),
  form('digit-bracket', `[(（]${GAP}${DIGIT}${GAP}[)）]${GAP}[、.．]?`, digits),
  form('digit-bracket', '[\\u2474-\\u2487]', (words) => words.charCodeAt(0) - 0x2473),
  form(
    'circled',
    '[\\u2460-\\u2473\\u2776-\\u277f]',
    (words) => ((words.charCodeAt(0) - 0x2460) % 0x316) + 1,
  ),
  form('level-4', `${DIGIT}(?:[.．]${DIGIT}){3}[.．、]?${AHEAD}${NO_AMOUNT}(?=[^0-9a-zA-Z%.])`, lastDigits),
  form('level-3', `${DIGIT}(?:[.．]${DIGIT}){2}[.．、]?${AHEAD}${NO_AMOUNT}(?=[^0-9a-zA-Z%.])`, lastDigits),
  form('level-2', `${DIGIT}[.．]${DIGIT}[.．、]?${AHEAD}${NO_AMOUNT}(?=[^0-9a-zA-Z%.])`, lastDigits),
  form('digit-comma', `${DIGIT}${GAP}、`, digits),
  form('digit', `${DIGIT}${GAP}[.．]${AHEAD}`, digits),
  form('digit-close', `${DIGIT}${GAP}[)）]`, digits),
  form('roman-upper', '(?:[IVX]{2,5}|I)[.．、](?=\\s)', romanNumber),
  form('upper', '[A-Z][.．、](?![A-Za-z.])', letter),
  form('roman', '(?:[ivx]{2,5}|i)[.．](?=\\s)', romanNumber),
  form('lower', '[a-z][.．、](?![A-Za-z.])', letter),
  form('roman-bracket', '[(（](?:[ivx]{2,5}|i)[)）]', romanNumber),
  form('letter-bracket', `[(（]${GAP}[a-zA-Z]${GAP}[)）]`, letter),
  form('letter-close', `[a-zA-Z]${GAP}[)）]`, letter),
  form('digit-bare', `${DIGIT}(?=[ \\u00a0\\u3000\\t]+[^\\s0-9%.,，、:：])(?!\\s*${UNIT})`, digits),
];

function lastDigits(words: string): number {
  const all = words.normalize('NFKC').match(/\d+/g) ?? [];
  return Number(all[all.length - 1] ?? 0);
}

const BULLET = /(?:[•·●○■□▪▫◆◇►▶➢✓✔\uf000-\uf0ff*–—]|-(?!-)|ü(?=\s))[ \t\u00a0\u3000]*/y;
const HEAVY = /[●■◆◇□○►▶➢]/;
const SPACES = /[ \t\u00a0\u3000]*/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What every form begins with: most lines begin with none of it, and are not tried with each. */
const BEGINNINGS =
  /[第附问(（0-9０-９一二三四五六七八九十百零〇两壹贰叁肆伍陆柒捌玖拾\u2460-\u2487\u2776-\u277f\u3220-\u3229]|[a-z]{1,5}[ \t\u00a0\u3000]*[.．、)）]|q[ \t\u00a0\u3000]*[0-9０-９]|part|chapter|article|section|clause|appendix|annex|schedule|exhibit/iy;

function mayBegin(text: string, at: number): boolean {
  BEGINNINGS.lastIndex = at;
  return BEGINNINGS.test(text);
}

/** The number a line begins with, without looking at what follows; bullets in front of it are passed over. */
export function readMarker(text: string, span: Span): Marker | undefined {
  const bullet = match(BULLET, text, span.start) ?? '';
  const start = span.start + bullet.length;
  if (bullet && start >= span.end) return undefined;
  for (const [style, pattern, ordinal] of mayBegin(text, start) ? FORMS : []) {
    const words = match(pattern, text, start);
    if (words === undefined || start + words.length > span.end) continue;
    const number = ordinal(words);
    if (number <= 0 && style !== 'appendix') continue;
    const end = start + words.trimEnd().length;
    return { style, ordinal: number, span: { start, end }, body: skipSpaces(text, start + words.length) };
  }
  if (!bullet) return undefined;
  const end = span.start + bullet.trimEnd().length;
  return {
    style: 'bullet',
    ordinal: 0,
    span: { start: span.start, end },
    body: start,
    heavy: HEAVY.test(bullet),
  };
}

const skipSpaces = (text: string, at: number): number => at + (match(SPACES, text, at) ?? '').length;

const ROMAN_LETTERS: Readonly<Record<number, number>> = { 3: 100, 4: 500, 9: 1, 12: 50, 22: 5, 24: 10 };

/** `V.` and `X.` are letters but where they go on from `IV.` and `IX.`. */
export function asRomans<T extends Marker | undefined>(markers: readonly T[]): T[] {
  let roman = 0;
  return markers.map((marker) => {
    if (marker?.style === 'roman-upper') roman = marker.ordinal;
    const value = marker?.style === 'upper' ? ROMAN_LETTERS[marker.ordinal] : undefined;
    if (!marker || roman === 0 || value !== roman + 1) return marker;
    roman = value;
    return { ...marker, style: 'roman-upper', ordinal: value };
  });
}
