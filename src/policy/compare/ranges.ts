import type { Span } from '../model.js';

/** Places of a text, to be asked whether a span meets one. */
export class Ranges {
  readonly #starts: readonly number[];
  /** The furthest end of the ranges up to each one. */
  readonly #ends: readonly number[];

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.start - b.start);
    this.#starts = sorted.map(({ start }) => start);
    let furthest = 0;
    this.#ends = sorted.map(({ end }) => (furthest = Math.max(furthest, end)));
  }

  /** True where a range shares a character with the span, or is empty (words were left out there) and lies inside it. */
  touches({ start, end }: Span): boolean {
    const last = this.#lastStartingUpTo(end - 1);
    return last >= 0 && (this.#ends[last] as number) > start;
  }

  /** True where one range holds the whole span. */
  holds({ start, end }: Span): boolean {
    const last = this.#lastStartingUpTo(start);
    return last >= 0 && (this.#ends[last] as number) >= end;
  }

  #lastStartingUpTo(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
