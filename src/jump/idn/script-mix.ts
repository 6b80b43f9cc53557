import { SCRIPTS } from './letter-scripts.js';

/** Scripts that are written as one. */
const EAST_ASIAN = ['Hani Bopo', 'Hani Hira Kana', 'Hani Hang'];

const madeOf = (scripts: string): RegExp =>
  new RegExp(`^[${`${scripts} Zyyy Zinh`.replace(/\w+ ?/g, (name) => `\\p{scx=${name.trim()}}`)}]*$`, 'u');

const together = EAST_ASIAN.map(madeOf);

const alone = SCRIPTS.map(([script]) => madeOf(script)).concat(together);

/**
 * How many scripts a label is written in: `one` (or East Asian ones that go together), `with-latin` where a-z stand among East
 * Asian ones, and otherwise `mixed`: UTS 39 "highly restrictive" with Latin kept to a-z, and one system of digits.
 */
export const scriptMix = (label: string): 'one' | 'with-latin' | 'mixed' => {
  if (hasMixedDigits(label)) return 'mixed';
  if (alone.some((script) => script.test(label))) return 'one';
  const rest = label.replace(/[a-z]/g, '');
  return together.some((script) => script.test(rest)) ? 'with-latin' : 'mixed';
};

/** The ten digits of a system follow each other. */
const hasMixedDigits = (label: string): boolean => {
  const digits = (label.match(/\p{Nd}/gu) ?? []).map((digit) => digit.codePointAt(0) ?? 0);
  return Math.max(...digits) - Math.min(...digits) > 9;
};
