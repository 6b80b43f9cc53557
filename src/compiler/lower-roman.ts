const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** A number above 0 in small Roman numerals. */
export function lowerRoman(value: number): string {
  let rest = value;
  let words = '';
  for (const [worth, sign] of ROMAN) {
    words += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return words;
}
