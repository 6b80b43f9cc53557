import type { Matrix } from './matrix.js';

/** How much a line may rise and still be level. */
const SLANT = 0.06;

/** The quarter turns that a line set by a matrix makes: 0 upright, 1 downwards …, -1 aslant. */
export function turnOf([a, b]: Matrix): number {
  const length = Math.hypot(a, b);
  if (length === 0) return -1;
  if (Math.abs(b) < SLANT * length) return a > 0 ? 0 : 2;
  if (Math.abs(a) < SLANT * length) return b > 0 ? 1 : 3;
  return -1;
}
