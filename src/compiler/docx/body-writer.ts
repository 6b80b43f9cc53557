import type { Span } from '../../policy/model.js';
import { PAPER, shaded, type Ground } from './colours.js';
import { isContents, withoutPage } from './contents-line.js';
import { chosenOf, childOf, elementsOf, isElement, valueOf } from './elements.js';
import type { Inlines } from './inline.js';
import { InlineReader } from './inline-reader.js';
import type { LineWriter } from './line-writer.js';
import { ListCounter, type ListMark } from './list-counter.js';
import { Notes, type Note } from './notes.js';
import { Numbering } from './numbering.js';
import { listMarkOf, shapeOf, type ParagraphShape } from './paragraph.js';
import type { DocxParts } from './parts.js';
import { RunLooks } from './run-look.js';
import { StyleSheet } from './styles.js';
import { gridOf, type GridCell, type GridRow } from './table-grid.js';
import type { XmlElement } from './xml.js';

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);
const DELETED: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom']);

type LineKind = 'heading' | 'item' | 'contents' | 'paragraph';

const nothing = (): Inlines => ({ pieces: [], notes: [], boxes: [] });

/** Walks the blocks of a document and writes their words. */
export class BodyWriter {
  readonly #lines: LineWriter;
  readonly #styles: StyleSheet;
  readonly #lists: ListCounter;
  readonly #looks: RunLooks;
  readonly #notes: Notes;
  #inlines: InlineReader;
  /** Words of a paragraph that belong to the next one. */
  #held: Inlines | undefined;
  /** How many tables and content controls of a table of contents are open. */
  #cells = 0;
  #contents = 0;
  #waiting: Note[] = [];
  #last: LineKind | undefined;

  constructor(parts: DocxParts, lines: LineWriter) {
    this.#lines = lines;
    this.#styles = new StyleSheet(parts.styles);
    this.#lists = new ListCounter(new Numbering(parts.numbering, this.#styles));
    this.#looks = new RunLooks(this.#styles);
    this.#notes = new Notes(parts);
    this.#inlines = new InlineReader(this.#looks);
  }

  document(root: XmlElement): void {
    const coloured = childOf(root, 'w:background') !== undefined;
    this.#blocks(childOf(root, 'w:body'), coloured ? undefined : PAPER);
  }

  #blocks(parent: XmlElement | undefined, ground: Ground): void {
    for (const child of parent?.children ?? []) if (isElement(child)) this.#block(child, ground);
    if (parent && !WRAPPERS.has(parent.name)) this.#release(ground);
  }

  #block(element: XmlElement, ground: Ground): void {
    const { name } = element;
    if (name === 'w:p') this.#paragraph(element, ground);
    else if (name === 'w:tbl') this.#table(element, ground);
    else if (name === 'w:sdt') this.#control(element, ground);
    else if (WRAPPERS.has(name)) this.#blocks(element, ground);
    else if (DELETED.has(name)) this.#lines.remark('source/tracked-changes');
    else if (name === 'w:altChunk') this.#lines.remark('source/part-not-read');
    else if (name === 'mc:AlternateContent') this.#blocks(chosenOf(element), ground);
  }

  /** A content control; Word marks that of a table of contents (ECMA-376 17.5.2.12). */
  #control(control: XmlElement, ground: Ground): void {
    const part = childOf(childOf(control, 'w:sdtPr'), 'w:docPartObj');
    const contents = /^table of contents$/i.test(valueOf(part, 'w:docPartGallery') ?? '') ? 1 : 0;
    this.#contents += contents;
    this.#blocks(childOf(control, 'w:sdtContent'), ground);
    this.#contents -= contents;
  }

  #paragraph(paragraph: XmlElement, ground: Ground): void {
    const shape = shapeOf(paragraph, this.#styles);
    if (shape.newPage) this.#inlines.newPage();
    const inlines = this.#held ?? nothing();
    const heading = shape.heading !== undefined && this.#cells === 0;
    const place = { style: shape.style, heading, link: false, ground: shaded(shape.shading, ground) };
    this.#inlines.read(elementsOf(paragraph), place, inlines);
    if (shape.lastOnPage) this.#inlines.newPage();
    this.#held = shape.joinsNext ? inlines : undefined;
    if (!shape.joinsNext) this.#write(inlines, shape, paragraph);
  }

  /** Words that no paragraph follows are a paragraph of their own. */
  #release(ground: Ground): void {
    if (!this.#held) return;
    this.#paragraph({ name: 'w:p', attributes: {}, children: [] }, ground);
  }

  #write(inlines: Inlines, shape: ParagraphShape, paragraph: XmlElement): void {
    const visible = inlines.pieces.some((piece) => piece.kind === 'words' && piece.words.trim());
    const mark = visible || !shape.endHidden ? listMarkOf(paragraph, shape, this.#lists) : undefined;
    if (this.#cells > 0) this.#writeInCell(inlines, visible ? mark : undefined);
    else if (visible) this.#writeLine(inlines, shape, mark);
    else this.#lines.pieces(inlines.pieces, { oneLine: true, tab: ' ' });
    for (const box of inlines.boxes) this.#story(box);
    for (const reference of inlines.notes) {
      const note = this.#notes.take(reference);
      if (note) this.#waiting.push(note);
    }
    if (this.#cells === 0) this.#writeNotes();
  }

  #writeInCell({ pieces }: Inlines, mark: ListMark | undefined): void {
    this.#lines.space();
    if (mark) this.#lines.sign(mark.number, mark.gap && needsGap(mark.number));
    this.#lines.pieces(pieces, { oneLine: true, tab: ' ' });
  }

  #writeLine({ pieces }: Inlines, shape: ParagraphShape, mark: ListMark | undefined): void {
    const { out } = this.#lines;
    const contents = shape.contents || this.#contents > 0 || isContents(pieces);
    const kind = contents
      ? 'contents'
      : shape.heading !== undefined
        ? 'heading'
        : mark
          ? 'item'
          : 'paragraph';
    out.separate(kind === this.#last && (kind === 'item' || kind === 'contents') ? '\n' : '\n\n');
    this.#lines.begin();
    const stretch = out.open();
    if (mark) this.#lines.sign(mark.number, mark.gap && needsGap(mark.number));
    const oneLine = kind === 'heading' || kind === 'contents';
    const tab = !oneLine && hasColumns(pieces) ? '\t' : ' ';
    this.#lines.pieces(contents ? withoutPage(pieces) : pieces, { oneLine, tab });
    const span = out.close(stretch);
    this.#last = kind;
    if (kind === 'heading') out.hints.push({ kind, span, level: shape.heading ?? 1 });
    else if (kind === 'item') out.hints.push({ kind, span, level: (mark?.level ?? 0) + 1 });
    else if (kind === 'contents') out.hints.push({ kind, span });
  }

  /** Words beside the text, such as a text box: on which colour they stand is not known. */
  #story(parent: XmlElement, sign = ''): void {
    const [outer, held] = [this.#inlines, this.#held];
    this.#inlines = new InlineReader(this.#looks);
    this.#held = sign ? { ...nothing(), pieces: [{ kind: 'sign', words: sign }] } : undefined;
    this.#last = undefined;
    this.#blocks(parent, sign ? PAPER : undefined);
    [this.#inlines, this.#held] = [outer, held];
  }

  /** Notes stand after the paragraph, or the table, that refers to them. */
  #writeNotes(): void {
    for (const { sign, body } of this.#waiting.splice(0)) {
      this.#lines.remark('layout/notes-moved');
      this.#story(body, sign);
    }
  }

  /** Rows of one cell above and below the columns are no part of the table: a frame, a title, a remark. */
  #table(table: XmlElement, ground: Ground): void {
    const properties = childOf(table, 'w:tblPr');
    const coloured = this.#styles.shadesCells(valueOf(properties, 'w:tblStyle'));
    const behind = coloured ? undefined : shaded(childOf(properties, 'w:shd'), ground);
    const rows = gridOf(table).filter((row) => this.#isKept(row));
    const wide = rows.map(({ own }) => own > 1);
    const [first, last] = [wide.indexOf(true), wide.lastIndexOf(true)];
    const frame = (from: number, to: number): void =>
      rows
        .slice(from, to)
        .forEach(({ cells }) => cells.forEach(({ element }) => this.#blocks(element, behind)));
    if (this.#cells > 0) return this.#flat(rows, behind);
    if (first < 0) return frame(0, rows.length);
    frame(0, first);
    this.#rows(rows.slice(first, last + 1), behind);
    frame(last + 1, rows.length);
  }

  #isKept({ deleted }: GridRow): boolean {
    if (deleted) this.#lines.remark('source/tracked-changes');
    return !deleted;
  }

  /** A table inside a cell: its words, side by side. */
  #flat(rows: readonly GridRow[], ground: Ground): void {
    for (const { cells } of rows)
      for (const { element, merge } of cells)
        if (merge !== 'goes-on') this.#blocks(element, this.#cellGround(element, ground));
  }

  #cellGround(cell: XmlElement | undefined, behind: Ground): Ground {
    return shaded(childOf(childOf(cell, 'w:tcPr'), 'w:shd'), behind);
  }

  #rows(rows: readonly GridRow[], ground: Ground): void {
    const { out } = this.#lines;
    const number = out.tables++;
    const above: (Span | undefined)[] = [];
    rows.forEach(({ cells }, index) => {
      out.separate(index === 0 ? '\n\n' : '\n');
      const line = out.open();
      const spans = cells.map((cell, column) => this.#cell(cell, column, above, ground));
      out.hints.push({ kind: 'row', table: number, cells: spans, span: out.close(line) });
    });
    this.#lines.cell(0);
    this.#last = undefined;
    this.#writeNotes();
  }

  /** A cell that spans rows stands in each of them; its words are written once. */
  #cell({ element, merge }: GridCell, column: number, above: (Span | undefined)[], ground: Ground): Span {
    const { out } = this.#lines;
    this.#lines.cell(column);
    const carried = merge === 'goes-on' ? above[column] : undefined;
    if (carried) return carried;
    const stretch = out.open();
    this.#cells += 1;
    this.#blocks(element, this.#cellGround(element, ground));
    this.#cells -= 1;
    const span = out.close(stretch);
    above[column] = merge === 'begins' ? span : undefined;
    return span;
  }
}

/** Numbers that end in a full-width sign need no space. */
const needsGap = (number: string): boolean => !/[\u3001-\u303f\uff00-\uffef]$/.test(number);

/** Two tabs between words make columns; one sets words apart. */
function hasColumns(pieces: Inlines['pieces']): boolean {
  let columns = 0;
  let tab = false;
  for (const piece of pieces) {
    if (piece.kind === 'tab') tab = true;
    else if (piece.kind === 'words' && piece.words.trim()) {
      if (tab) columns += 1;
      tab = false;
    }
  }
  return columns > 1;
}
