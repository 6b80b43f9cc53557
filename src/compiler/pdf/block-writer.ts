import type { Span } from '../../policy/model.js';
import type { LeftOut } from '../left-out.js';
import type { OpenStretch } from '../plain-writer.js';
import { PlainWriter } from '../plain-writer.js';
import type { Block, Cell, RowBlock, TextBlock } from './block.js';
import type { Glyph } from './glyph.js';
import { jointOf } from './joint.js';
import { isFull } from './is-full.js';
import type { PrintedSource } from './printed-source.js';
import type { Stress } from './stress.js';
import type { TextLine } from './text-line.js';
import { Vocabulary } from './vocabulary.js';

const LETTER = /[\p{L}\p{N}]/u;
const SOFT_HYPHEN = '\u00ad';
/** Enough of a paragraph's end to tell an address that goes on. */
const TAIL = 500;

/** Writes blocks as the compiler reads them: paragraphs and cells on one line each, tables as rows. */
export class BlockWriter {
  readonly out: PlainWriter;
  /** What was changed on the way: lines joined, marks of notes left out. */
  readonly changes: LeftOut[] = [];
  readonly #source: PrintedSource;
  readonly #offsets: Int32Array;
  readonly #stress: Stress;
  readonly #vocabulary: Vocabulary;
  /** Where the words of a cell stand that later rows share. */
  readonly #cells = new Map<readonly TextLine[], Span>();
  #tail = '';
  #stretch: OpenStretch | undefined;
  #stressed = '';

  constructor(source: PrintedSource, stress: Stress) {
    this.out = new PlainWriter(source.text);
    this.#source = source;
    this.#stress = stress;
    this.#offsets = Int32Array.from({ length: source.text.length }, (_, index) => index);
    this.#vocabulary = new Vocabulary(source.text);
  }

  write(blocks: readonly Block[]): void {
    let table = -1;
    for (const block of blocks) {
      if (block.kind === 'text') {
        table = -1;
        this.#text(block);
      } else {
        this.out.separate(block.table === table ? '\n' : '\n\n');
        table = block.table;
        this.#row(block);
      }
    }
  }

  #text({ lines, heading, item, contents, right }: TextBlock): void {
    this.out.separate(item !== undefined || contents ? '\n' : '\n\n');
    const stretch = this.out.open();
    this.#lines(lines, heading === undefined, right, false);
    const span = this.out.close(stretch);
    if (heading !== undefined) this.out.hints.push({ kind: 'heading', level: heading, span });
    else if (contents) this.out.hints.push({ kind: 'contents', span });
    else if (item !== undefined) this.out.hints.push({ kind: 'item', level: item, span });
  }

  #row({ cells, table, header }: RowBlock): void {
    const line = this.out.open();
    let written = 0;
    const spans = cells.map((cell) => {
      const shared = cell.carried === true ? this.#cells.get(cell.lines) : undefined;
      if (shared) return shared;
      if (written > 0) this.out.border('\t');
      written += 1;
      return this.#cell(cell, header);
    });
    this.out.hints.push({ kind: 'row', table, cells: spans, span: this.out.close(line) });
  }

  #cell(cell: Cell, header: boolean): Span {
    const stretch = this.out.open();
    this.#lines(cell.lines, !header, cell.right, true);
    const span = this.out.close(stretch);
    this.#cells.set(cell.lines, span);
    return span;
  }

  #lines(lines: readonly TextLine[], stresses: boolean, right: number, inCell: boolean): void {
    this.#tail = '';
    const edge = inCell ? right : Math.min(right, Math.max(...lines.map((line) => line.right)));
    lines.forEach((line, index) => {
      const before = lines[index - 1];
      const next = lines[index + 1];
      const cut = next ? this.#cutHyphen(line, next) : 0;
      if (before) this.#joint(before, line, isFull(before, line, edge), inCell);
      this.#line(line, stresses, cut);
    });
    this.#closeStress();
  }

  /** A line that was not full ends where its author ended it; in a cell, which is one line, a space tells so. */
  #joint(before: TextLine, line: TextLine, full: boolean, inCell: boolean): void {
    const place = this.#source.place(line);
    if (!full && !inCell) {
      this.#closeStress();
      this.out.separate('\n');
      this.#tail = '';
      return;
    }
    this.changes.push({ kind: 'layout/lines-joined', source: place.start, words: '' });
    if (this.#cutHyphen(before, line) > 0) return;
    const isCut = !before.spaceAfter && this.#vocabulary.isCutWord(this.#tail, place.text);
    const joint = isCut ? '' : !full ? ' ' : jointOf(this.#tail, place.text, before.spaceAfter);
    if (joint) {
      this.out.border(joint);
      this.#tail += joint;
    }
  }

  /** How many characters of a line's end go because a word was divided there: a hyphen that the whole word does not have. */
  #cutHyphen(line: TextLine, next: TextLine): number {
    const [words, after] = [this.#source.place(line).text, this.#source.place(next).text];
    if (words.endsWith(SOFT_HYPHEN)) return 1;
    return this.#vocabulary.isDivided(words, after) ? 1 : 0;
  }

  #line(line: TextLine, stresses: boolean, cut: number): void {
    const { text, glyphs, start } = this.#source.place(line);
    const end = text.length - cut;
    if (line.glyphs.some(({ isNoteMark }) => isNoteMark))
      this.changes.push({ kind: 'layout/markup-removed', source: start, words: 'marks of notes' });
    let from = 0;
    let stressed: boolean = stresses && this.#isStressed(glyphs[0]);
    for (let at = 1; at <= end; at += 1) {
      const now = at < end && stresses && this.#isStressedAt(text, glyphs, at, stressed);
      if (at < end && now === stressed) continue;
      this.#piece(text, start, from, at, stressed);
      from = at;
      stressed = now;
    }
    this.#tail = (this.#tail + text.slice(0, end)).slice(-TAIL);
  }

  /** A space is stressed between stressed words. */
  #isStressedAt(text: string, glyphs: readonly (Glyph | undefined)[], at: number, before: boolean): boolean {
    if (text.charAt(at) === ' ') return before && this.#isStressed(glyphs[at + 1]);
    return this.#isStressed(glyphs[at]);
  }

  #isStressed(glyph: Glyph | undefined): boolean {
    return glyph !== undefined && this.#stress(glyph);
  }

  #piece(text: string, start: number, from: number, to: number, stressed: boolean): void {
    if (to <= from) return;
    if (stressed) this.#stretch ??= this.out.open();
    else this.#closeStress();
    this.out.put(this.#source.text, this.#offsets, start + from, start + to);
    if (stressed) this.#stressed += text.slice(from, to);
  }

  #closeStress(): void {
    if (!this.#stretch) return;
    const span = this.out.close(this.#stretch);
    if (LETTER.test(this.#stressed)) this.out.emphasis.push(span);
    this.#stretch = undefined;
    this.#stressed = '';
  }
}
