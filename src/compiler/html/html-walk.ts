import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Span } from '../../policy/model.js';
import { nameWithWords, quoteFirst } from '../left-out.js';
import type { OpenStretch, PlainWriter } from '../plain-writer.js';
import { boxOf } from './box.js';
import { declaredFor, type Declared } from './cascade.js';
import { Counters } from './counters.js';
import { attribute, firstWords, isElement, isText, startOf, WORDLESS } from './elements.js';
import { headingLevel, isBlock, isListItem } from './element-kind.js';
import { columnsOf, isCell, isLayoutTable, nextCell, partsOf, rowsOf } from './html-table.js';
import { LineWriter } from './line-writer.js';
import { ListNumbers } from './list-numbers.js';
import { isUnseen, lookOf, readerOf, type Look } from './look.js';
import { nameOmitted } from './omitted.js';
import type { Part, StyleRules } from './style-rules.js';
import { variablesOf } from './variables.js';

/** What is known of a page before its words are written. */
export interface PageView {
  readonly source: string;
  /** Where the parsed part begins in the source. */
  readonly base: number;
  readonly rules: StyleRules | undefined;
  /** Ids of parts that a control of the page shows. */
  readonly opened: ReadonlySet<string>;
  /** Parts of the page that are no part of the policy, and what they are. */
  readonly omitted: ReadonlyMap<Tree.Element, string>;
  /** Elements that hold nearly all words of the page. */
  readonly bulk: ReadonlySet<Tree.Element>;
}

/** A cell that spans rows stands in each of them. */
interface Spanning {
  readonly span: Span;
  rows: number;
}

interface Shown {
  readonly look: Look;
  readonly declared: Declared;
  readonly get: (property: string) => string | undefined;
}

const HIDING = /^(?:visibility|opacity|display|font-size|color|position|transform)$/;
const QUOTED = 40;
/** Cells that go on in later rows; a page with more is built to be endless. */
const MOST_CARRIED = 100_000;

/** Walks a page's tree and writes the words that a reader of the page sees. */
export class HtmlWalk {
  readonly #page: PageView;
  readonly #out: PlainWriter;
  readonly #lines: LineWriter;
  readonly #numbers = new ListNumbers();
  readonly #counters = new Counters();
  readonly #writes: Readonly<Record<'before' | 'after' | 'marker', boolean>>;
  #level = 0;
  #carried = 0;

  constructor(page: PageView, out: PlainWriter) {
    this.#page = page;
    this.#out = out;
    this.#lines = new LineWriter(page.source, out);
    const speaks = (part: Part): boolean => page.rules?.speaksOf(part) === true;
    this.#writes = { before: speaks('before'), after: speaks('after'), marker: speaks('marker') };
  }

  write(root: Tree.ParentNode, look: Look): void {
    this.#children(root, look);
    this.#lines.finish();
  }

  #children(node: Tree.ParentNode, look: Look): void {
    this.#level += 1;
    for (const child of node.childNodes) {
      if (isText(child)) this.#text(child, look);
      else if (isElement(child)) this.#element(child, look);
    }
    this.#counters.leave(this.#level);
    this.#level -= 1;
  }

  #text(node: Tree.TextNode, look: Look): void {
    const { base } = this.#page;
    const place = node.sourceCodeLocation;
    const [from, to] = place ? [base + place.startOffset, base + place.endOffset] : [base, base];
    this.#lines.text(node.value, from, to, look);
  }

  #element(element: Tree.Element, parent: Look): void {
    const shown = this.#enter(element, parent);
    if (!shown) return;
    const heading = headingLevel(element, shown.get);
    const tag = element.tagName;
    if (tag === 'br') this.#lines.lineBreak();
    else if (tag === 'hr') this.#lines.line('\n\n');
    else if (heading !== undefined && !this.#lines.inCell) this.#heading(element, heading, shown);
    else if (tag === 'table' && !this.#lines.inCell && !isLayoutTable(element))
      this.#table(element, shown.look);
    else if (tag === 'ol' || tag === 'ul' || tag === 'menu' || tag === 'dir') this.#list(element, shown);
    else if (isListItem(tag, shown.get)) this.#item(element, shown);
    else if (/^ignore$/i.test(shown.get('mso-list') ?? '')) this.#officeNumber(element, shown);
    else if (isBlock(tag, shown.get)) this.#block(element, shown);
    else this.#content(element, shown);
  }

  /** How an element is shown; undefined where it is not, which is told if there were words in it. */
  #enter(element: Tree.Element, parent: Look): Shown | undefined {
    const omitted = this.#page.omitted.get(element) ?? nameOmitted(element);
    if (WORDLESS.has(element.tagName) && omitted === undefined) return undefined;
    const declared = this.#declared(element, parent);
    const get = readerOf(declared, variablesOf(declared, parent.variables));
    const isBulk = this.#page.bulk.has(element);
    const box = isBulk ? 'shown' : boxOf(element, declared, get, this.#page.opened);
    if (box === 'gone') this.#tellHidden(element);
    else if (omitted !== undefined) this.#tellOmitted(element, omitted);
    else {
      this.#counters.take(get, this.#level);
      return { look: lookOf(element, declared, parent), declared, get };
    }
    return undefined;
  }

  /** What hides nearly the whole page goes when its scripts run. */
  #declared(element: Tree.Element, parent: Look): Declared {
    const declared = declaredFor(element, this.#page.rules);
    if (!this.#page.bulk.has(element)) return declared;
    const get = readerOf(declared, variablesOf(declared, parent.variables));
    const isHidden =
      boxOf(element, declared, get, this.#page.opened) === 'gone' ||
      isUnseen(lookOf(element, declared, parent));
    if (!isHidden) return declared;
    this.#out.leftOut.push({
      kind: 'source/shown-by-scripts',
      source: this.#page.base + (startOf(element) ?? 0),
      words: '',
    });
    return new Map([...declared].filter(([property]) => !HIDING.test(property)));
  }

  #tellHidden(element: Tree.Element): void {
    const words = firstWords(element, QUOTED);
    if (words) this.#leave('layout/hidden-text', element, quoteFirst(words));
  }

  #tellOmitted(element: Tree.Element, what: string): void {
    if (!what) return;
    const within = element.tagName === 'template' ? (element as Tree.Template).content : element;
    const words = attribute(element, 'alt') ?? firstWords(within, QUOTED);
    const speaksForItself = /^(?:img|iframe|object|embed|area)$/.test(element.tagName);
    if (words.trim() || speaksForItself)
      this.#leave('layout/markup-removed', element, nameWithWords(what, words));
  }

  #leave(kind: 'layout/hidden-text' | 'layout/markup-removed', element: Tree.Element, words: string): void {
    this.#out.leftOut.push({ kind, source: this.#page.base + (startOf(element) ?? 0), words });
  }

  /** An element's words, between those that a style sheet writes before and after them. */
  #content(element: Tree.Element, { look }: Shown): void {
    this.#written(element, 'before', look);
    this.#children(element, look);
    this.#written(element, 'after', look);
  }

  #written(element: Tree.Element, part: 'before' | 'after', parent: Look): void {
    if (!this.#writes[part]) return;
    const declared = declaredFor(element, this.#page.rules, part);
    if (declared.size === 0) return;
    const get = readerOf(declared, variablesOf(declared, parent.variables));
    if (boxOf(element, declared, get, this.#page.opened) !== 'shown') return;
    this.#level += 1;
    this.#counters.take(get, this.#level);
    const words = this.#counters.content(get('content'), this.#numbers.current);
    this.#level -= 1;
    if (words !== undefined) this.#lines.generated(words, lookOf(element, declared, parent));
  }

  #block(element: Tree.Element, shown: Shown): void {
    const office = /level(\d)/i.exec(shown.get('mso-list') ?? '')?.[1];
    this.#lines.line('\n\n');
    if (office) this.#lines.openItem(Number(office));
    this.#content(element, shown);
    this.#lines.line('\n\n');
    if (office) this.#lines.closeItem();
  }

  #heading(element: Tree.Element, level: number, shown: Shown): void {
    this.#lines.line('\n\n');
    this.#lines.heading(level, () => this.#content(element, shown));
    this.#lines.line('\n\n');
  }

  #list(element: Tree.Element, shown: Shown): void {
    this.#lines.line('\n');
    this.#numbers.begin(element);
    this.#content(element, shown);
    this.#numbers.end();
    this.#lines.line('\n');
  }

  #item(element: Tree.Element, shown: Shown): void {
    this.#lines.line('\n');
    this.#numbers.count(element);
    this.#lines.openItem(Math.max(1, this.#numbers.depth));
    this.#lines.mark(this.#marker(element, shown));
    this.#content(element, shown);
    this.#lines.dropMarker();
    this.#lines.line('\n');
    this.#lines.closeItem();
  }

  #marker(element: Tree.Element, { look }: Shown): string {
    const declared = this.#writes.marker ? declaredFor(element, this.#page.rules, 'marker') : undefined;
    const content = declared?.get('content');
    const own = content && this.#counters.content(content, this.#numbers.current);
    return own ?? this.#numbers.marker(element, look.listStyle);
  }

  /** The number an office program wrote before a list item; the sign of a bullet is no word. */
  #officeNumber(element: Tree.Element, shown: Shown): void {
    const words = firstWords(element, QUOTED)
      .replace(/[\s\u00a0]+/g, ' ')
      .trim();
    if (/[\p{L}\p{N}]/u.test(words) && !shown.look.symbols) this.#lines.mark(`${words} `);
  }

  #table(table: Tree.Element, look: Look): void {
    this.#lines.line('\n\n');
    const number = this.#out.tables++;
    const above: (Spanning | undefined)[] = [];
    for (const part of partsOf(table)) this.#tablePart(part, look, number, above);
    this.#lines.line('\n\n');
  }

  #tablePart(part: Tree.Element, parent: Look, table: number, above: (Spanning | undefined)[]): void {
    const shown = this.#enter(part, parent);
    if (!shown) return;
    if (part.tagName === 'tr') this.#row(part, shown.look, table, above);
    else if (part.tagName === 'caption') this.#block(part, shown);
    else
      for (const row of part.childNodes) if (isElement(row)) this.#tablePart(row, shown.look, table, above);
  }

  #row(row: Tree.Element, look: Look, table: number, above: (Spanning | undefined)[]): void {
    this.#lines.line('\n');
    const line = this.#out.open();
    const cells: Span[] = [];
    for (const cell of row.childNodes.filter(isCell)) {
      const shown = this.#enter(cell, look);
      if (!shown) continue;
      this.#carry(above, cells);
      if (cells.length > 0) this.#out.border('\t');
      this.#cell(cell, shown, above, cells);
    }
    if (cells.length > 0) this.#carry(above, cells);
    this.#closeRow(line, table, cells);
  }

  #closeRow(line: OpenStretch, table: number, cells: readonly Span[]): void {
    this.#out.hints.push({ kind: 'row', table, cells, span: this.#out.close(line) });
    this.#lines.line('\n');
  }

  /** A cell over several columns is followed by empty ones, so that those after it stand under their heads. */
  #cell(cell: Tree.Element, shown: Shown, above: (Spanning | undefined)[], cells: Span[]): void {
    const span = this.#lines.cell(() => this.#content(cell, shown));
    const rows = rowsOf(cell) - 1;
    const isWhole = cells.length === 0 && nextCell(cell) === undefined;
    for (let column = isWhole ? 1 : columnsOf(cell), first = true; column > 0; column -= 1, first = false) {
      const own = first ? span : { start: span.end, end: span.end };
      if (!first) this.#out.border('\t');
      above[cells.length] = rows > 0 ? { span: own, rows } : undefined;
      cells.push(own);
    }
  }

  /** Cells of rows above that go on here: their words are not written again, their place is kept. */
  #carry(above: (Spanning | undefined)[], cells: Span[]): void {
    for (let open = above[cells.length]; open && open.rows > 0; open = above[cells.length]) {
      if (this.#carried > MOST_CARRIED) return;
      this.#carried += 1;
      open.rows -= 1;
      if (cells.length > 0) this.#out.border('\t');
      cells.push(open.span);
    }
  }
}
