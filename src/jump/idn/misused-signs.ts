import { lettersOf } from './letters-of.js';

/** Kana and marks that can be misused even where one script stands alone. */
const MISUSABLE = /[\u0300-\u0339\u3078-\u307a\u3099\u309a\u30d8-\u30da\u30fb-\u30fe]/;

const KANA = '\\p{scx=Kana}\\p{scx=Hira}';
const HAN = `${KANA}\\p{scx=Hani}`;
/** Signs of Han and bopomofo that pass for a letter, a digit or a hyphen. */
const STROKES = `[${lettersOf('30:07 31:08121a1f27-29b2b3ba 4e:0001030506282b425b 53:41 5d:e5 8b:a0')}]`;

const MISUSED = new RegExp(
  [
    // Like a slash, with nothing East Asian on either side.
    `[^${HAN}][\u30bd\u30be\u30ce\u30f3\u4e36\u4e3f-\u4e41][^${HAN}]`,
    // Marks that repeat, draw out or part, with nothing before them to repeat, draw out or part.
    `(?:^|[^\\p{scx=Kana}])[\u30fd\u30fe]|(?:^|[^${KANA}])\u30fc|[a-z]\u30fb|\u30fb[a-z]`,
    // Hiragana and katakana that look the same, alone among the others.
    '^\\p{scx=Kana}+[\u3078-\u307a]\\p{scx=Kana}+$|^\\p{scx=Hira}+[\u30d8-\u30da]\\p{scx=Hira}+$',
    `[^${HAN}\\p{scx=Bopo}]${STROKES}|${STROKES}[^${HAN}\\p{scx=Bopo}]`,
    // A mark on what takes none, a dot on what has one, a voice mark by itself.
    '(?:^|[^\\p{scx=Latn}\\p{scx=Grek}\\p{scx=Cyrl}\u0300-\u0339])[\u0300-\u0339]|\u0131[\u0300-\u0339]|[ijl\u0142]\u0307',
    '[\u3099\u309a]',
  ].join('|'),
  'u',
);

/** True where a sign stands where no language puts it. In one script alone, most signs are taken at their word. */
export const hasMisusedSign = (label: string, mixed: boolean): boolean =>
  (mixed || MISUSABLE.test(label)) && MISUSED.test(label);
