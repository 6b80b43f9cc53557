import type { Stretch } from './reading.js';

/** Stretches of one text, asked often: does one of them overlap a stretch? */
export class Covered {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  /** Takes stretches in any order; those that overlap are joined. */
  constructor(stretches: readonly Stretch[]) {
    for (const { start, end } of [...stretches].sort((left, right) => left.start - right.start)) {
      const last = this.#ends.length - 1;
      if (last >= 0 && start <= (this.#ends[last] ?? 0))
        this.#ends[last] = Math.max(end, this.#ends[last] ?? 0);
      else {
        this.#starts.push(start);
        this.#ends.push(end);
      }
    }
  }

  /** Whether a stretch overlaps one of them. */
  overlaps({ start, end }: Stretch): boolean {
    let low = 0;
    let high = this.#ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low < this.#ends.length && (this.#starts[low] ?? Infinity) < end;
  }
}
