import type { Span } from '../policy/model.js';
import { alignUnmarked } from './align-unmarked.js';
import type { LeftOut } from './left-out.js';
import type { Hint, SourceReading } from './reading.js';
import { TraceBuilder, tracedSource } from './traced-text.js';

/** A stretch being written; it begins with the first words after it was opened. */
export interface OpenStretch {
  start: number;
}

/** Writes the words of a marked-up source one after the other, and remembers what its markup said about them. */
export class PlainWriter {
  readonly emphasis: Span[] = [];
  readonly hints: Hint[] = [];
  readonly hidden: number[] = [];
  readonly leftOut: LeftOut[] = [];
  tables = 0;
  readonly #source: string | undefined;
  readonly #out: TraceBuilder;
  readonly #open = new Set<OpenStretch>();
  #between = '';
  #end = 0;

  /** Without a source (a file that is no text), what is written is its own source: positions count its characters. */
  constructor(source?: string) {
    this.#source = source;
    this.#out = new TraceBuilder(tracedSource(source ?? ''));
  }

  /** How much is written: where the next words will stand, but for what separates them. */
  get length(): number {
    return this.#out.length;
  }

  /** Asks for a line end (or an empty line) before the next words. */
  separate(between: '\n' | '\n\n'): void {
    if (this.#out.length > 0 && this.#between.length < between.length) this.#between = between;
  }

  /** Writes a character of our own, such as a table's border, at once. */
  border(character: string): void {
    this.#flush();
    this.#out.write(character);
  }

  /** Writes `value`, which the parser found in the source between two offsets. */
  words(start: number, end: number, value: string): void {
    this.put(value, alignUnmarked(this.#source ?? '', start, end, value), 0, value.length);
  }

  /** Writes words of a file that is no text. */
  say(words: string): void {
    this.put(words, new Int32Array(words.length).fill(-1), 0, words.length);
  }

  /** Writes part of a value whose characters' places in the source are known. */
  put(value: string, offsets: Int32Array, from: number, to: number): void {
    if (to <= from) return;
    this.#flush();
    for (const stretch of this.#open) if (stretch.start < 0) stretch.start = this.#out.length;
    let at = from;
    while (at < to) {
      const first = offsets[at] ?? -1;
      let next = at + 1;
      while (next < to && (offsets[next] ?? -1) === (first < 0 ? -1 : first + next - at)) next += 1;
      if (first < 0) this.#out.write(value.slice(at, next));
      else this.#out.copy(first, first + next - at);
      at = next;
    }
    this.#end = this.#out.length;
  }

  open(): OpenStretch {
    const stretch = { start: -1 };
    this.#open.add(stretch);
    return stretch;
  }

  /** Where the words written since stand; empty at the end where none were. */
  close(stretch: OpenStretch): Span {
    this.#open.delete(stretch);
    const start = stretch.start < 0 ? this.#out.length : stretch.start;
    return { start, end: Math.max(start, stretch.start < 0 ? start : this.#end) };
  }

  finish(exactLines: boolean): SourceReading {
    const byStart = (a: { span: Span }, b: { span: Span }): number => a.span.start - b.span.start;
    const written = this.#out.finish();
    return {
      traced: this.#source === undefined ? tracedSource(written.text) : written,
      emphasis: this.emphasis.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start),
      hints: this.hints.filter(({ span }) => span.end > span.start).sort(byStart),
      exactLines,
      hidden: this.hidden,
      leftOut: this.leftOut,
    };
  }

  #flush(): void {
    if (this.#between) this.#out.write(this.#between);
    this.#between = '';
  }
}
