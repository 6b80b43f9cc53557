import type { TargetWarning } from '../model.js';
import { isEveryday } from './everyday-letters.js';
import { lettersOf } from './letters-of.js';
import { hasMisusedSign } from './misused-signs.js';
import { scriptMix } from './script-mix.js';
import { passesForLatin } from './whole-script.js';

/** Why a label stays in its ASCII form: a rare or misplaced letter, several scripts, or letters that pass for others. */
export type LabelFault = Extract<TargetWarning, 'unicode-host' | 'mixed-scripts' | 'looks-alike'>;

/**
 * What is wrong with a decoded label of a host; undefined where it is proven safe to show. The rules are those Chrome publishes
 * for its address bar (docs/idn.md, after UTS 39); where two readings differ the stricter one holds. `topLevel` is the last
 * label, decoded and as it stands in the host. The label comes from a host that the platform's `URL` gives back unchanged:
 * normal form, case and direction are not checked again.
 */
export const labelFault = (label: string, topLevel: readonly string[]): LabelFault | undefined => {
  if (!isEveryday(label)) return 'unicode-host';
  const mix = scriptMix(label);
  if (mix === 'mixed') return 'mixed-scripts';
  if (DIGITS_ONLY.test(label) || passesForLatin(label, topLevel)) return 'looks-alike';
  if (hasMisusedSign(label, mix === 'with-latin')) return 'looks-alike';
  return isAbroad(label, topLevel) ? 'unicode-host' : undefined;
};

/** Nothing but digits, and letters and digits of other scripts that pass for digits. */
const PASSING_FOR_DIGITS = lettersOf(
  '3:b8 4:3799e1 5:7377 9:096893e8ea a:245c68-6be8e9ed b:686a6b c:6869e9ed 10:12d5de 31:10 4e:29',
);
const DIGITS_ONLY = new RegExp(`^[\\d${PASSING_FOR_DIGITS}]+$`, 'u');

/** A letter that only some languages have, and that passes for another elsewhere: thorn, eth, schwa, the Catalan middle dot. */
const isAbroad = (label: string, topLevel: readonly string[]): boolean => {
  const outside = (...homes: readonly string[]): boolean => !homes.some((home) => topLevel.includes(home));
  return (
    (/[\u00f0\u00fe]/.test(label) && outside('is', 'fo')) ||
    (label.includes('\u0259') && outside('az')) ||
    (outside('cat') ? label : label.replace(/l\u00b7(?=l)/g, '')).includes('\u00b7')
  );
};
