import { Misuse } from './misuse.js';

/** Standard input is read once. Throws `Misuse`. */
export function refuseTwoInputs(one: string, other: string | undefined): void {
  if (one === '-' && other === '-') throw new Misuse('Only one of the two can be standard input.');
}
