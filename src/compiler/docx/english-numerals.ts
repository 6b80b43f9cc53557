const ONES =
  'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen'.split(
    ' ',
  );
const TENS = '- - Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(' ');
const IRREGULAR: Readonly<Record<string, string>> = {
  One: 'First',
  Two: 'Second',
  Three: 'Third',
  Five: 'Fifth',
  Eight: 'Eighth',
  Nine: 'Ninth',
  Twelve: 'Twelfth',
};

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

const ordinalOf = (word: string): string =>
  IRREGULAR[word] ?? (word.endsWith('y') ? `${word.slice(0, -1)}ieth` : `${word}th`);

/** `1st`, `2nd`, `11th`: the letters after the digits. */
export function englishSuffix(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/** `Twenty-one`; undefined from one hundred on, which no list of clauses reaches. */
export function englishCardinal(value: number): string | undefined {
  if (value < 20) return ONES[value];
  const tens = TENS[Math.floor(value / 10)];
  return tens === undefined || value % 10 === 0 ? tens : `${tens}-${lower(ONES[value % 10] ?? '')}`;
}

/** `Twenty-first`; undefined from one hundred on. */
export function englishOrdinal(value: number): string | undefined {
  if (value < 20) return ordinalOf(ONES[value] ?? '');
  const tens = TENS[Math.floor(value / 10)];
  if (tens === undefined) return undefined;
  return value % 10 === 0 ? ordinalOf(tens) : `${tens}-${lower(ordinalOf(ONES[value % 10] ?? ''))}`;
}
