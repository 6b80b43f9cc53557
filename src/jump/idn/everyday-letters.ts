import { lettersOf } from './letters-of.js';

/**
 * The letters in everyday use. Of Latin, Greek and Cyrillic the common blocks; of other scripts what UTS 39 allows. Left out on
 * purpose: ß, ς and the joiners (engines read them in two ways), kra, quotation marks, hyphens, pinyin, Latin Extended
 * Additional but for Vietnamese, the extended blocks of Greek and Cyrillic, strokes and slashes laid over a letter.
 */
const COMMON = lettersOf(
  [
    '0:b7e0-f6f8-ff 1:01-373a-484b-7ea1b0df-e3e7-f0f5f9-ff 2:00-1b1f27-3359 1e:a1-f9 3:00-0406-0c23-283190ac-c1c3-ce',
    '4:30-5f8b-ff 5:11-29d0-eaf0-f4 f:0b 30:05-0741-9a9d9ea1-fe 31:05-2d2fa0-bf',
  ].join(' '),
);
const EAST_ASIAN = '\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\u{20000}-\\u{323af}';

/** Where further scripts stand, and what UTS 39 leaves out of them. */
const FURTHER = `\\u0900-\\u109f\\u1200-\\u139f${lettersOf('5:61-86 6:20-ff 7:00-b1 10:d0-ff 17:80-e9 2d:80-df aa:60-7f ab:01-2e')}`;
const ARCHAIC = lettersOf(
  [
    '6:4056-5f6e6f738ea1d6-e4e7-ed 7:10-4f 9:004e51-557880fc a:5175f9 b:446263 c:003458-5c626381dcde',
    'd:01043b3c445f6263818f90a6df-eff3 f:181939 10:f1-f6 17:a3a4a8b4b5cecfd1d3dd',
  ].join(' '),
);

const EVERYDAY = new RegExp(
  `^(?:[-a-z\\d${COMMON}${EAST_ASIAN}]|(?=[\\p{L}\\p{M}\\p{Nd}])(?![${ARCHAIC}])[${FURTHER}])+$`,
  'u',
);

/** One mark laid on itself, or three laid on one letter: fewer are seen than there are. */
const HEAPED_MARKS = /(\p{M})\1|[\u0300-\u0339]{3}/u;

/** True where a label has only letters in everyday use, and no marks heaped on one letter. */
export const isEveryday = (label: string): boolean => EVERYDAY.test(label) && !HEAPED_MARKS.test(label);
