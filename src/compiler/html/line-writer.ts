import { alignUnmarked } from '../align-unmarked.js';
import { quoteFirst } from '../left-out.js';
import type { OpenStretch, PlainWriter } from '../plain-writer.js';
import type { Span } from '../../policy/model.js';
import { isUnseen, type Look } from './look.js';

const PIECES = /[ \t\n\r\f]+|[^ \t\n\r\f]+/g;
/** Shown as nothing: places where a word may be cut, and marks of an editor. */
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
/** An author's indent. */
const LEADING = /^[\s\u00a0\u3000]+/;

interface Unseen {
  readonly source: number;
  words: string;
  readonly struck: boolean;
}

/** Writes words as a browser lays them out: white space once, lines where blocks begin and end, a cell on one line. */
export class LineWriter {
  readonly #source: string;
  readonly #out: PlainWriter;
  /** Nothing was written yet in this line or cell. */
  #fresh = true;
  /** White space was seen since the last word. */
  #gap = false;
  #breaks = 0;
  #cells = 0;
  #marker = '';
  #stressed: OpenStretch | undefined;
  #item: { stretch: OpenStretch; level: number } | undefined;
  #unseen: Unseen | undefined;

  constructor(source: string, out: PlainWriter) {
    this.#source = source;
    this.#out = out;
  }

  get inCell(): boolean {
    return this.#cells > 0;
  }

  /** A line's end; inside a cell, which is one line, a space. */
  line(between: '\n' | '\n\n'): void {
    if (this.#cells > 0) {
      this.space();
      return;
    }
    this.#calm();
    if (this.#item && this.#item.stretch.start >= 0) this.closeItem();
    this.#out.separate(between);
    this.#fresh = true;
    this.#gap = false;
  }

  /** `<br>`: two of them are an empty line. */
  lineBreak(): void {
    this.#breaks += 1;
    this.line(this.#breaks > 1 ? '\n\n' : '\n');
  }

  space(): void {
    if (!this.#fresh) this.#gap = true;
  }

  /** A number to stand before the next words. */
  mark(marker: string): void {
    this.#marker += marker;
  }

  dropMarker(): void {
    this.#marker = '';
  }

  openItem(level: number): void {
    if (this.#cells > 0) return;
    this.closeItem();
    this.#item = { stretch: this.#out.open(), level };
  }

  closeItem(): void {
    if (!this.#item) return;
    const { stretch, level } = this.#item;
    this.#item = undefined;
    this.#out.hints.push({ kind: 'item', level, span: this.#out.close(stretch) });
  }

  /** Writes what `write` writes as a heading. */
  heading(level: number, write: () => void): void {
    if (this.#item) this.#out.close(this.#item.stretch);
    this.#item = undefined;
    const stretch = this.#out.open();
    write();
    this.#calm();
    this.#out.hints.push({ kind: 'heading', level, span: this.#out.close(stretch) });
  }

  /** Writes what `write` writes as one cell. */
  cell(write: () => void): Span {
    this.#calm();
    const stretch = this.#out.open();
    this.#cells += 1;
    this.#fresh = true;
    this.#gap = false;
    write();
    this.#calm();
    this.#cells -= 1;
    this.#fresh = true;
    this.#gap = false;
    return this.#out.close(stretch);
  }

  /** Words found in the source between two offsets, in the look of their element. */
  text(value: string, from: number, to: number, look: Look): void {
    if (look.struck || isUnseen(look)) {
      this.#hide(value, from, look.struck);
      return;
    }
    const offsets = alignUnmarked(this.#source, from, to, value);
    if (look.exact && this.#cells === 0) {
      this.#exact(value, offsets, look);
      return;
    }
    for (const { 0: piece, index } of value.matchAll(PIECES)) {
      if (/^[ \t\n\r\f]/.test(piece)) this.space();
      else this.#piece(value, offsets, index, index + piece.length, look);
    }
  }

  /** Words that a browser shows and the source does not hold. */
  generated(words: string, look: Look): void {
    if (isUnseen(look)) return;
    this.#before(look);
    this.#out.say(words);
    if (/\s$/.test(words)) this.#fresh = true;
  }

  /** Tells what was hidden last. */
  finish(): void {
    this.#tellUnseen();
    this.#calm();
    this.closeItem();
  }

  #exact(value: string, offsets: Int32Array, look: Look): void {
    if (!value.trim() && this.#fresh) return;
    if (value.trim()) this.#before(look);
    this.#out.put(value, offsets, 0, value.length);
    this.#fresh = value.endsWith('\n');
  }

  #piece(value: string, offsets: Int32Array, from: number, to: number, look: Look): void {
    const indent = this.#fresh ? (LEADING.exec(value.slice(from, to))?.[0].length ?? 0) : 0;
    const start = from + indent;
    if (start >= to) return;
    if (!INVISIBLE.test(value.slice(start, to))) {
      this.#put(value, offsets, start, to, look);
      return;
    }
    for (const { 0: part, index } of value.slice(start, to).matchAll(/[^\u00ad\u200b\u2060\ufeff]+/g)) {
      this.#put(value, offsets, start + index, start + index + part.length, look);
    }
  }

  #put(value: string, offsets: Int32Array, from: number, to: number, look: Look): void {
    this.#before(look);
    this.#out.put(value, offsets, from, to);
  }

  /** Everything that is due before a word: what was hidden is told, the gap, the item's number, the stress. */
  #before(look: Look): void {
    this.#tellUnseen();
    const isStressed = look.bold === 'stressed' || look.underlined;
    if (!isStressed) this.#calm();
    if (this.#gap && !this.#fresh) this.#out.border(' ');
    if (this.#marker) this.#out.say(this.#marker);
    this.#marker = '';
    if (isStressed) this.#stressed ??= this.#out.open();
    this.#gap = false;
    this.#fresh = false;
    this.#breaks = 0;
  }

  #calm(): void {
    if (this.#stressed) this.#out.emphasis.push(this.#out.close(this.#stressed));
    this.#stressed = undefined;
  }

  #hide(value: string, source: number, struck: boolean): void {
    if (this.#unseen && this.#unseen.struck !== struck) this.#tellUnseen();
    if (!this.#unseen && !value.trim()) return;
    this.#unseen ??= { source: source + value.length - value.trimStart().length, words: '', struck };
    if (this.#unseen.words.length < 60) this.#unseen.words += value.slice(0, 200).replace(/\s+/g, ' ');
  }

  #tellUnseen(): void {
    if (!this.#unseen) return;
    const { source, words, struck } = this.#unseen;
    this.#unseen = undefined;
    const quote = quoteFirst(words);
    if (struck)
      this.#out.leftOut.push({ kind: 'layout/markup-removed', source, words: `struck-out words ${quote}` });
    else this.#out.leftOut.push({ kind: 'layout/hidden-text', source, words: quote });
  }
}
