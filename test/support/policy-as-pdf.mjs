// Sets a Markdown policy as a PDF: pages with a running head and numbers, lines cut by the page's width, tables with borders that pages
// cut, bold by font. Without a structure, as most word processors export it.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { pdfFile, rule, say, widthOf } from './pdf-file.mjs';

const PAGE = { width: 842, height: 595, left: 50, right: 792, top: 60, bottom: 545 };
const SIZES = [10, 18, 14, 12, 11];
const LEADING = 1.5;
const NEVER_BEGINS = /^[，。、；：！？）】」』》”’…,.;:!?)\]}%]/;
const NEVER_ENDS = /[（【「『《“‘([{]$/;

/** @typedef {{words: string, bold: boolean}} Run */

/** @param {any} node @returns {Run[]} */
const runsOf = (node, bold = false) =>
  node.children
    ? node.children.flatMap((/** @type {any} */ child) => runsOf(child, bold || node.type === 'strong'))
    : [{ words: (node.value ?? '').replace(/\s+/g, ' '), bold }];

/** Cuts runs into what may stand at a line's beginning: a word with the space after it, an ideograph with the stop after it. */
function pieces(/** @type {readonly Run[]} */ runs) {
  /** @type {Run[][]} */
  const all = [];
  let last = ' ';
  for (const { words, bold } of runs)
    for (const one of words) {
      const isLatin = /[!-~]/.test(last) && /[!-~]/.test(one);
      const sticks = isLatin || one === ' ' || NEVER_BEGINS.test(one) || NEVER_ENDS.test(last);
      const piece = sticks ? all[all.length - 1] : undefined;
      if (piece) piece.push({ words: one, bold });
      else all.push([{ words: one, bold }]);
      last = one;
    }
  return all;
}

/** Lines of runs no wider than `width`, at a size; a piece that is wider than a line is cut. */
function linesOf(
  /** @type {readonly Run[]} */ runs,
  /** @type {number} */ width,
  /** @type {number} */ size,
) {
  const limit = width / size;
  const whole = pieces(runs).flatMap((piece) => {
    const isWide = widthOf(piece.map(({ words }) => words).join('')) > limit;
    return isWide ? piece.map((run) => [run]) : [piece];
  });
  /** @type {Run[][]} */
  const lines = [];
  let used = Infinity;
  for (const piece of whole) {
    const needed = widthOf(
      piece
        .map(({ words }) => words)
        .join('')
        .trimEnd(),
    );
    if (used + needed > limit) {
      lines.push([]);
      used = 0;
    }
    lines[lines.length - 1]?.push(...piece);
    used += widthOf(piece.map(({ words }) => words).join(''));
  }
  return lines;
}

class Typesetter {
  /** @type {string[]} */
  pages = [];
  #y = Infinity;
  #content = '';

  constructor(/** @type {string} */ head) {
    this.head = head;
    this.#turn();
  }

  #turn() {
    if (this.#content) this.pages.push(this.#content);
    this.#content = this.#said(this.head, 300, 30, 'song', 9);
    this.#content += this.#said(`- ${this.pages.length + 1} -`, 410, 575, 'song', 9);
    this.#y = PAGE.top;
  }

  finish() {
    this.pages.push(this.#content);
    return this.pages;
  }

  #said(
    /** @type {string} */ words,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {string} */ font,
    /** @type {number} */ size,
  ) {
    return say(words, x, y, { font, size, height: PAGE.height });
  }

  #line(
    /** @type {readonly Run[]} */ line,
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ size,
  ) {
    let at = x;
    /** @type {Run[]} */
    const runs = [];
    for (const { words, bold } of line) {
      const last = runs[runs.length - 1];
      if (last?.bold === bold) last.words += words;
      else runs.push({ words, bold });
    }
    for (const { words, bold } of runs) {
      this.#content += this.#said(words, at, y, bold ? 'bold' : 'song', size);
      at += widthOf(words) * size;
    }
  }

  /** A paragraph with the space after it. */
  paragraph(/** @type {readonly Run[]} */ runs, { size = 10, x = PAGE.left, after = 8 } = {}) {
    for (const line of linesOf(runs, PAGE.right - x, size)) {
      if (this.#y + size * LEADING > PAGE.bottom) this.#turn();
      this.#y += size * LEADING;
      this.#line(line, x, this.#y, size);
    }
    this.#y += after;
  }

  /** A table with borders; a row that has no place on a page goes on on the next one. */
  table(/** @type {readonly Run[][][]} */ rows) {
    const columns = rows[0]?.length ?? 1;
    const width = (PAGE.right - PAGE.left) / columns;
    const size = 7;
    for (const row of rows) {
      let cells = row.map((runs) => linesOf(runs, width - 8, size));
      while (cells.some((lines) => lines.length > 0)) {
        const fits = Math.floor((PAGE.bottom - this.#y - 6) / (size * LEADING));
        if (fits < 1) {
          this.#turn();
          continue;
        }
        this.#row(
          cells.map((lines) => lines.slice(0, fits)),
          width,
          size,
        );
        cells = cells.map((lines) => lines.slice(fits));
      }
    }
    this.#y += 8;
  }

  #row(/** @type {readonly Run[][][]} */ cells, /** @type {number} */ width, /** @type {number} */ size) {
    const depth = Math.max(...cells.map((lines) => lines.length)) * size * LEADING + 6;
    const [top, bottom] = [this.#y, this.#y + depth];
    const border = (/** @type {number[]} */ ...[x0 = 0, y0 = 0, x1 = 0, y1 = 0]) =>
      rule(x0, y0, x1, y1, { height: PAGE.height });
    cells.forEach((lines, column) => {
      const x = PAGE.left + column * width;
      lines.forEach((line, index) => this.#line(line, x + 4, top + (index + 1) * size * LEADING, size));
      this.#content += border(x, top, x + width, top) + border(x, bottom, x + width, bottom);
      this.#content += border(x, top, x, bottom) + border(x + width, top, x + width, bottom);
    });
    this.#y = bottom;
  }
}

/** @param {Typesetter} page @param {any} node */
function set(page, node, depth = 0) {
  if (node.type === 'heading')
    page.paragraph(
      [
        {
          words: runsOf(node)
            .map(({ words }) => words)
            .join(''),
          bold: true,
        },
      ],
      { size: SIZES[node.depth] ?? 10 },
    );
  else if (node.type === 'table')
    page.table(
      node.children.map((/** @type {any} */ row) =>
        row.children.map((/** @type {any} */ cell) => runsOf(cell)),
      ),
    );
  else if (node.type === 'list')
    node.children.forEach((/** @type {any} */ item, /** @type {number} */ index) => {
      const label = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
      const [first, ...rest] = item.children;
      page.paragraph([{ words: label, bold: false }, ...runsOf(first)], {
        x: PAGE.left + 15 * (depth + 1),
        after: 2,
      });
      for (const child of rest) set(page, child, depth + 1);
    });
  else if (node.type === 'paragraph') page.paragraph(runsOf(node));
}

/** @param {string} markdown @returns {Uint8Array} */
export function policyAsPdf(markdown) {
  // A stop inside the stars is no end of strong words to CommonMark.
  const stars = markdown.replace(
    /\*\*(.+?)\*\*/g,
    (_, /** @type {string} */ words) => `\u0001${words}\u0002`,
  );
  const tree = fromMarkdown(stars, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const page = new Typesetter('Sample Bank 示例银行');
  for (const node of tree.children) set(page, marked(node));
  return pdfFile(page.finish(), { width: PAGE.width, height: PAGE.height });
}

/** Words between our marks as strong ones. @param {any} node @returns {any} */
function marked(node) {
  if (!node.children) return node;
  let open = false;
  const children = node.children.flatMap((/** @type {any} */ child) => {
    if (child.type !== 'text') return [marked(child)];
    return child.value.split(/(?=[\u0001\u0002])/).map((/** @type {string} */ part) => {
      if (/^[\u0001\u0002]/.test(part)) open = part.startsWith('\u0001');
      const text = { type: 'text', value: part.replace(/^[\u0001\u0002]/, '') };
      return open ? { type: 'strong', children: [text] } : text;
    });
  });
  return { ...node, children };
}
