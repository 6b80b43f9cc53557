import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { alignUnmarked } from './align-unmarked.js';
import { loadReader } from './load-reader.js';
import { PlainWriter } from './plain-writer.js';
import type { SourceReading } from './reading.js';
import type { Span } from '../policy/model.js';

export type HtmlParser = typeof import('parse5');

export const loadHtmlParser = (): Promise<HtmlParser> => loadReader('parse5', () => import('parse5'));

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const UNSEEN = words(
  'script style template noscript head title svg math iframe object select button textarea nav dialog',
);
const BLOCKS = words(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form header hr html ' +
    'legend main menu ol p pre section summary table tbody tfoot thead ul caption',
);
const STRESSED = words('b strong u ins');
const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]*underline/i;
const HIDDEN = /(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]))/i;

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const isHidden = (element: Tree.Element): boolean =>
  attribute(element, 'hidden') !== undefined || HIDDEN.test(attribute(element, 'style') ?? '');

const DEEPEST = 200;

const isStressed = (element: Tree.Element): boolean =>
  !BLOCKS.has(element.tagName) && BOLD.test(attribute(element, 'style') ?? '');

/** What a rendering keeps from the row above: a cell that spans rows stands in each of them. */
interface Spanning {
  readonly span: Span;
  rows: number;
}

class HtmlWalk {
  readonly #source: string;
  readonly #base: number;
  readonly #out: PlainWriter;
  /** Nothing was written yet in this line or cell. */
  #fresh = true;
  /** White space was seen since the last word. */
  #gap = false;
  #pre = 0;
  #cells = 0;
  #depth = 0;

  constructor(source: string, base: number, out: PlainWriter) {
    this.#source = source;
    this.#base = base;
    this.#out = out;
  }

  children(node: Tree.ParentNode): void {
    if (this.#depth > DEEPEST) {
      this.#flat(node);
      return;
    }
    this.#depth += 1;
    for (const child of node.childNodes) this.#node(child);
    this.#depth -= 1;
  }

  /** Elements nested past all reason: their words alone, without another call for each level. */
  #flat(root: Tree.ParentNode): void {
    const waiting: Tree.ChildNode[] = [...root.childNodes].reverse();
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      if (node.nodeName === '#text') this.#text(node as Tree.TextNode);
      else if ('childNodes' in node && !UNSEEN.has(node.nodeName))
        waiting.push(...[...node.childNodes].reverse());
    }
  }

  #node(node: Tree.ChildNode): void {
    if (node.nodeName === '#text') this.#text(node as Tree.TextNode);
    else if ('tagName' in node && !UNSEEN.has(node.tagName)) {
      if (isHidden(node)) this.#hide(node);
      else this.#element(node);
    }
  }

  /** Hidden words are left out, and said to be. */
  #hide(element: Tree.Element): void {
    const { startOffset = 0, endOffset = 0 } = element.sourceCodeLocation ?? {};
    const inner = this.#source
      .slice(this.#base + startOffset, this.#base + endOffset)
      .replace(/<[^>]*>/g, '');
    if (inner.trim()) this.#out.hidden.push(this.#base + startOffset);
  }

  #element(element: Tree.Element): void {
    const tag = element.tagName;
    const heading = /^h([1-6])$/.exec(tag);
    if (tag === 'br' || tag === 'hr') this.#line('\n');
    else if (heading) this.#heading(element, Number(heading[1]));
    else if (tag === 'table' && this.#cells === 0) this.#table(element);
    else if (tag === 'li') this.#item(element);
    else if (STRESSED.has(tag) || isStressed(element)) this.#stressed(element);
    else if (BLOCKS.has(tag) || tag === 'tr' || tag === 'td' || tag === 'th') this.#block(element);
    else this.children(element);
  }

  /** A line end; inside a cell, which is one line, a space. */
  #line(between: '\n' | '\n\n'): void {
    if (this.#cells > 0) this.#space();
    else {
      this.#out.separate(between);
      this.#fresh = true;
      this.#gap = false;
    }
  }

  #block(element: Tree.Element): void {
    this.#line('\n\n');
    if (element.tagName === 'pre') this.#pre += 1;
    this.children(element);
    if (element.tagName === 'pre') this.#pre -= 1;
    this.#line('\n\n');
  }

  #heading(element: Tree.Element, level: number): void {
    this.#line('\n\n');
    const stretch = this.#out.open();
    this.children(element);
    this.#out.hints.push({ kind: 'heading', level, span: this.#out.close(stretch) });
    this.#line('\n\n');
  }

  #item(element: Tree.Element): void {
    this.#line('\n');
    this.children(element);
    this.#line('\n');
  }

  #stressed(element: Tree.Element): void {
    const stretch = this.#out.open();
    this.children(element);
    this.#out.emphasis.push(this.#out.close(stretch));
  }

  #table(table: Tree.Element): void {
    this.#line('\n\n');
    const number = this.#out.tables++;
    const above: (Spanning | undefined)[] = [];
    for (const row of rowsOf(table)) this.#row(row, number, above);
    this.#line('\n\n');
  }

  #row(row: Tree.Element, table: number, above: (Spanning | undefined)[]): void {
    this.#line('\n');
    const line = this.#out.open();
    const cells: Span[] = [];
    let written = 0;
    for (const cell of row.childNodes.filter(isCell)) {
      this.#carry(above, cells);
      if (written > 0) this.#out.border('\t');
      const span = this.#cell(cell);
      const rows = Number(attribute(cell, 'rowspan') ?? 1);
      above[cells.length] = rows > 1 ? { span, rows: rows - 1 } : undefined;
      cells.push(span);
      written += 1;
    }
    this.#carry(above, cells);
    this.#out.hints.push({ kind: 'row', table, cells, span: this.#out.close(line) });
  }

  #carry(above: (Spanning | undefined)[], cells: Span[]): void {
    for (let open = above[cells.length]; open && open.rows > 0; open = above[cells.length]) {
      open.rows -= 1;
      cells.push(open.span);
    }
  }

  #cell(cell: Tree.Element): Span {
    const stretch = this.#out.open();
    this.#cells += 1;
    this.#fresh = true;
    this.#gap = false;
    this.children(cell);
    this.#cells -= 1;
    return this.#out.close(stretch);
  }

  /** White space is one space, as a browser shows it; none at a line's beginning. */
  #text(node: Tree.TextNode): void {
    const place = node.sourceCodeLocation;
    const from = place ? this.#base + place.startOffset : 0;
    const offsets = alignUnmarked(this.#source, from, place ? this.#base + place.endOffset : 0, node.value);
    if (this.#pre > 0) {
      this.#out.put(node.value, offsets, 0, node.value.length);
      return;
    }
    for (const part of node.value.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (/^[ \t\n\r\f]/.test(part[0])) this.#space();
      else this.#part(node.value, offsets, part.index, part.index + part[0].length);
    }
  }

  #space(): void {
    if (!this.#fresh) this.#gap = true;
  }

  #part(value: string, offsets: Int32Array, from: number, to: number): void {
    if (this.#gap && !this.#fresh) this.#out.border(' ');
    this.#gap = false;
    this.#fresh = false;
    this.#out.put(value, offsets, from, to);
  }
}

const isCell = (node: Tree.ChildNode): node is Tree.Element =>
  'tagName' in node && (node.tagName === 'td' || node.tagName === 'th') && !isHidden(node);

/** The rows of a table itself, not of tables inside its cells. */
function rowsOf(table: Tree.Element): Tree.Element[] {
  return table.childNodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    if (node.tagName === 'tr') return [node];
    return /^(?:thead|tbody|tfoot)$/.test(node.tagName) ? rowsOf(node) : [];
  });
}

/** Writes the visible words of a parsed fragment; `base` is where the fragment begins in the source. */
export function writeHtml(tree: Tree.ParentNode, source: string, base: number, out: PlainWriter): void {
  new HtmlWalk(source, base, out).children(tree);
}

/** HTML, as a browser shows it: scripts, hidden elements, navigation and controls are left out. */
export async function readHtml(source: string): Promise<SourceReading> {
  const parser = await loadHtmlParser();
  const out = new PlainWriter(source);
  writeHtml(parser.parse(source, { sourceCodeLocationInfo: true }), source, 0, out);
  return out.finish(true);
}
