import { quoteFirst } from '../left-out.js';
import type { OpenStretch, PlainWriter } from '../plain-writer.js';
import type { RemarkKind } from '../remarks.js';
import type { Span } from '../../policy/model.js';
import type { Inline } from './inline.js';

/** Where the words of a paragraph are written to. */
export interface LineShape {
  /** What a line end and a tab become: a cell and a heading are one line, and a tab in it would look like a cell's border. */
  readonly oneLine: boolean;
  readonly tab: '\t' | ' ';
}

type Words = Extract<Inline, { kind: 'words' }>;

/** Writes the pieces of paragraphs, without white space at the ends of lines, and remembers which of them are stressed. */
export class LineWriter {
  readonly out: PlainWriter;
  /** Stressed only because the document makes all its words bold. */
  readonly common: Span[] = [];
  /** How many characters were written. */
  written = 0;
  /** Nothing was written yet in this line. */
  #fresh = true;
  /** White space since the last word. */
  #gap = '';
  /** A space is due before the next word, unless white space stands there. */
  #owed = false;
  /** Borders of cells that stand before the next word; a row without words has none. */
  #borders = 0;
  #stress: { readonly stretch: OpenStretch; readonly common: boolean } | undefined;

  constructor(out: PlainWriter) {
    this.out = out;
  }

  begin(): void {
    this.#fresh = true;
    this.#owed = false;
    this.#gap = '';
  }

  /** A row begins, or the next cell of one. */
  cell(column: number): void {
    this.#borders = column === 0 ? 0 : this.#borders + 1;
    this.begin();
  }

  /** Writes a number or a note's sign, which nobody stressed. */
  sign(words: string, gap: boolean): void {
    if (words === '') return;
    this.#say(words);
    this.#owed = gap;
  }

  pieces(pieces: readonly Inline[], shape: LineShape): void {
    for (const piece of pieces) {
      if (piece.kind === 'words') this.#words(piece);
      else if (piece.kind === 'sign') this.sign(piece.words, true);
      else if (piece.kind === 'tab') this.#gap += shape.tab;
      else if (piece.kind === 'break') this.#break(shape);
      else if (piece.kind === 'hidden') this.remark('layout/hidden-text', quoteFirst(piece.words));
      else this.remark(piece.remark);
    }
    this.#calm();
  }

  /** Paragraphs in one cell stand side by side. */
  space(): void {
    this.#gap += ' ';
  }

  #words({ words, stressed, common }: Words): void {
    if (words.trim()) this.#stressAs(stressed, common);
    this.#say(words);
  }

  #say(words: string): void {
    const bare = words.trimStart();
    const lead = words.slice(0, words.length - bare.length);
    if (bare === '') {
      this.#gap += lead;
      return;
    }
    const gap = this.#gap + lead || (this.#owed ? ' ' : '');
    if (this.#borders > 0) this.out.border('\t'.repeat(this.#borders));
    this.#borders = 0;
    if (!this.#fresh && gap) this.out.border(gap);
    const kept = bare.trimEnd();
    this.out.say(kept);
    this.written += kept.length;
    this.#owed = false;
    this.#gap = bare.slice(kept.length);
    this.#fresh = false;
  }

  #break({ oneLine }: LineShape): void {
    if (oneLine) this.space();
    else if (!this.#fresh) {
      this.out.separate('\n');
      this.begin();
    }
  }

  /** Tells of something at the place that was reached; the same again without words between is no other place. */
  remark(kind: RemarkKind, words = ''): void {
    const { leftOut, length } = this.out;
    const last = leftOut[leftOut.length - 1];
    if (last?.kind !== kind || last.source !== length) leftOut.push({ kind, source: length, words });
  }

  #stressAs(stressed: boolean, common: boolean): void {
    if (stressed === (this.#stress !== undefined) && (!stressed || common === this.#stress?.common)) return;
    this.#calm();
    if (stressed) this.#stress = { stretch: this.out.open(), common };
  }

  #calm(): void {
    if (!this.#stress) return;
    const span = this.out.close(this.#stress.stretch);
    (this.#stress.common ? this.common : this.out.emphasis).push(span);
    this.#stress = undefined;
  }
}
