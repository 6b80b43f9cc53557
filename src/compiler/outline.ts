import type { Clause, Section, Span, Words } from '../policy/model.js';
import type { Block } from './document.js';
import type { Decided } from './headings.js';
import type { Node } from './nesting.js';
import type { Piece } from './pieces.js';
import { titleSpan } from './titles.js';

/** The document's body: what the layout holds together, and how it is divided. */
export interface Outline {
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  /** Clauses without what the fact steps add. */
  readonly clauses: readonly Clause[];
}

interface OpenSection {
  readonly node: Node;
  readonly id: string;
  readonly level: number;
  readonly number?: Words;
  readonly title: Words;
  readonly start: number;
  end: number;
  readonly clauses: string[];
  readonly sections: OpenSection[];
}

const wordsOf = (text: string, span: Span): Words => ({ text: text.slice(span.start, span.end), span });

/** The nearest heading a line stands under. */
function headingAbove(node: Node | undefined, headings: ReadonlySet<number>): Node | undefined {
  let at = node?.parent;
  while (at && !headings.has(at.index)) at = at.parent;
  return at;
}

/** How many numbered lines a line stands under before the next heading, itself counted. */
function itemLevel(node: Node | undefined, headings: ReadonlySet<number>): number {
  let level = 1;
  for (let at = node?.parent; at && !headings.has(at.index); at = at.parent) level += 1;
  return level;
}

class OutlineBuilder {
  readonly blocks: Block[] = [];
  readonly clauses: Clause[] = [];
  readonly roots: OpenSection[] = [];
  readonly #text: string;
  readonly #decided: Decided;
  readonly #open: OpenSection[] = [];
  #count = 0;
  #itemLevel = 0;

  constructor(text: string, decided: Decided) {
    this.#text = text;
    this.#decided = decided;
  }

  add(piece: Piece, index: number): void {
    const { headings, nodes, title } = this.#decided;
    const node = nodes[index];
    if (piece.contents) this.#block('contents', piece, 0);
    else if (index === title) this.#block('heading', piece, 0);
    else if (node && headings.has(index)) this.#heading(piece, node);
    else this.#clause(piece, node);
    for (const section of this.#open) section.end = Math.max(section.end, piece.span.end);
  }

  #closeTo(above: Node | undefined): void {
    while (this.#open.length > 0 && this.#open[this.#open.length - 1]?.node !== above) this.#open.pop();
  }

  #heading(piece: Piece, node: Node): void {
    this.#closeTo(headingAbove(node, this.#decided.headings));
    const parent = this.#open[this.#open.length - 1];
    const title = titleSpan(this.#text, {
      start: Math.min(piece.marker?.body ?? piece.span.start, piece.span.end),
      end: piece.span.end,
    });
    const section: OpenSection = {
      node,
      id: `s${(this.#count += 1)}`,
      level: this.#open.length + 1,
      ...(piece.marker &&
        piece.marker.style !== 'bullet' && { number: wordsOf(this.#text, piece.marker.span) }),
      title: wordsOf(this.#text, title),
      start: piece.span.start,
      end: piece.span.end,
      clauses: [],
      sections: [],
    };
    (parent ? parent.sections : this.roots).push(section);
    this.#open.push(section);
    this.#itemLevel = 0;
    this.#block('heading', piece, section.level);
  }

  #clause(piece: Piece, node: Node | undefined): void {
    if (node) {
      const above = headingAbove(node, this.#decided.headings);
      if (above === undefined || this.#open.some((section) => section.node === above)) this.#closeTo(above);
    }
    const id = `c${this.clauses.length + 1}`;
    this.clauses.push({ id, span: piece.span, topics: [], emphasis: [] });
    this.#open[this.#open.length - 1]?.clauses.push(id);
    this.#clauseBlock(piece, node);
  }

  #clauseBlock(piece: Piece, node: Node | undefined): void {
    if (piece.paragraph.row) return this.#block('row', piece, 1);
    if (node) {
      this.#itemLevel = itemLevel(node, this.#decided.headings);
      return this.#block('item', piece, this.#itemLevel);
    }
    if (piece.marker || piece.paragraph.item !== undefined) {
      return this.#block('item', piece, Math.max(piece.paragraph.item ?? 1, this.#itemLevel + 1));
    }
    return this.#block('paragraph', piece, 0);
  }

  #block(kind: Block['kind'], piece: Piece, level: number): void {
    const row = kind === 'row' ? piece.paragraph.row : undefined;
    this.blocks.push({
      kind,
      span: piece.span,
      level,
      ...(piece.marker && { number: piece.marker.span }),
      ...(row && { cells: row.cells, table: row.table }),
    });
  }
}

const sectionOf = ({ id, level, number, title, start, end, clauses, sections }: OpenSection): Section => ({
  id,
  ...(number && { number }),
  title,
  level,
  span: { start, end },
  clauses,
  sections: sections.map(sectionOf),
});

/** The tree of sections, the clauses in reading order, and the blocks both were made from. */
export function buildOutline(text: string, decided: Decided): Outline {
  const builder = new OutlineBuilder(text, decided);
  decided.pieces.forEach((piece, index) => builder.add(piece, index));
  return { blocks: builder.blocks, clauses: builder.clauses, sections: builder.roots.map(sectionOf) };
}
