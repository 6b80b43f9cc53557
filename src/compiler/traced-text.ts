import type { PolicySource } from '../policy/model.js';

/** A text that knows where each of its characters came from; `runs` as in `PolicySource`. */
export interface TracedText {
  readonly text: string;
  readonly runs: PolicySource['runs'];
}

type Run = [text: number, source: number, length: number];

/** A text that is its own source. */
export const tracedSource = (text: string): TracedText => ({ text, runs: text ? [[0, 0, text.length]] : [] });

/** Index of the last run that begins at or before a text offset; -1 before the first. */
export function runAt(runs: PolicySource['runs'], offset: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Writes a new traced text out of pieces of another one and of words of our own. */
export class TraceBuilder {
  readonly #origin: TracedText;
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;

  constructor(origin: TracedText) {
    this.#origin = origin;
  }

  get length(): number {
    return this.#length;
  }

  /** Appends a piece of the origin; its characters stay traceable. */
  copy(start: number, end: number): void {
    if (end <= start) return;
    const { text, runs } = this.#origin;
    for (let index = Math.max(0, runAt(runs, start)); index < runs.length; index += 1) {
      const [from, source, length] = runs[index] ?? [0, 0, 0];
      if (from >= end) break;
      const first = Math.max(from, start);
      const last = Math.min(from + length, end);
      if (last > first) this.#trace(this.#length + first - start, source + first - from, last - first);
    }
    this.#parts.push(text.slice(start, end));
    this.#length += end - start;
  }

  /** Appends words that stand nowhere in the origin. */
  write(words: string): void {
    this.#parts.push(words);
    this.#length += words.length;
  }

  finish(): TracedText {
    return { text: this.#parts.join(''), runs: this.#runs };
  }

  #trace(text: number, source: number, length: number): void {
    const last = this.#runs[this.#runs.length - 1];
    if (last && last[0] + last[2] === text && last[1] + last[2] === source) last[2] += length;
    else this.#runs.push([text, source, length]);
  }
}
