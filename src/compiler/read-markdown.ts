import type { Code, Nodes, Parents, Root, Table, List, Html } from 'mdast';
import { loadReader } from './load-reader.js';
import { PlainWriter, type OpenStretch } from './plain-writer.js';
import type { SourceReading } from './reading.js';
import { loadHtmlParser, writeHtml, type HtmlParser } from './read-html.js';

const OPENS = /^<(?:u|b|ins|strong)\b[^>]*>$/i;
const CLOSES = /^<\/(?:u|b|ins|strong)>$/i;
const BREAKS = /^<br\s*\/?>$/i;

async function parseMarkdown(source: string): Promise<Root> {
  const { fromMarkdown } = await loadReader(
    'mdast-util-from-markdown',
    () => import('mdast-util-from-markdown'),
  );
  const tables = await loadReader('mdast-util-gfm-table', () => import('mdast-util-gfm-table'));
  const syntax = await loadReader(
    'micromark-extension-gfm-table',
    () => import('micromark-extension-gfm-table'),
  );
  return fromMarkdown(source, {
    extensions: [syntax.gfmTable()],
    mdastExtensions: [tables.gfmTableFromMarkdown()],
  });
}

/** Blocks nested deeper are written as they stand. */
const DEEPEST = 200;

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Walks a Markdown tree and writes its words. */
class MarkdownWalk {
  readonly #source: string;
  readonly #out: PlainWriter;
  readonly #html: HtmlParser | undefined;
  readonly #underlined: OpenStretch[] = [];

  constructor(source: string, out: PlainWriter, html: HtmlParser | undefined) {
    this.#source = source;
    this.#out = out;
    this.#html = html;
  }

  block(node: Nodes, depth: number): void {
    if (depth > DEEPEST) this.#lines(node, this.#source.slice(startOf(node), endOf(node)));
    else if (node.type === 'heading') this.#heading(node, node.depth);
    else if (node.type === 'list') this.#list(node, depth + 1);
    else if (node.type === 'table') this.#table(node);
    else if (node.type === 'html') this.#block(node);
    else if (node.type === 'code') this.#code(node);
    else if (node.type === 'blockquote' || node.type === 'root')
      for (const child of node.children) this.block(child, depth + (node.type === 'root' ? 0 : 1));
    else if ('children' in node) {
      this.#out.separate('\n\n');
      this.#inline(node);
    }
  }

  #heading(node: Parents, level: number): void {
    this.#out.separate('\n\n');
    const stretch = this.#out.open();
    this.#inline(node);
    this.#out.hints.push({ kind: 'heading', level, span: this.#out.close(stretch) });
  }

  /** A number is part of the words; a bullet is markup. */
  #list(list: List, level: number): void {
    for (const item of list.children) {
      this.#out.separate(list.spread ? '\n\n' : '\n');
      const [first, ...rest] = item.children;
      const stretch = this.#out.open();
      const marker = this.#source.slice(startOf(item), first ? startOf(first) : startOf(item));
      if (list.ordered)
        this.#out.words(startOf(item), startOf(item) + marker.length, marker.replace(/\s+/g, ' '));
      if (first?.type === 'paragraph') this.#inline(first);
      this.#out.hints.push({ kind: 'item', level, span: this.#out.close(stretch) });
      if (first && first.type !== 'paragraph') this.block(first, level);
      for (const child of rest) this.block(child, level);
    }
  }

  #table(table: Table): void {
    this.#out.separate('\n\n');
    const number = this.#out.tables++;
    for (const row of table.children) {
      this.#out.separate('\n');
      const line = this.#out.open();
      const cells = row.children.map((cell, index) => {
        if (index > 0) this.#out.border('\t');
        const stretch = this.#out.open();
        this.#inline(cell);
        return this.#out.close(stretch);
      });
      this.#out.hints.push({ kind: 'row', table: number, cells, span: this.#out.close(line) });
    }
  }

  #block(node: Html): void {
    this.#out.separate('\n\n');
    if (this.#html && this.#source.slice(startOf(node), endOf(node)) === node.value) {
      writeHtml(
        this.#html.parseFragment(node.value, { sourceCodeLocationInfo: true }),
        this.#source,
        startOf(node),
        this.#out,
      );
    }
  }

  /** Indented lines are no code in a policy: they are written with their indent, which may be a table's empty cell. */
  #code(node: Code): void {
    const fenced = /^\s*(?:`{3}|~{3})/.test(this.#source.slice(startOf(node), endOf(node)));
    if (fenced) return this.#lines(node, node.value);
    const from = this.#source.lastIndexOf('\n', startOf(node) - 1) + 1;
    this.#out.separate('\n\n');
    this.#out.words(from, endOf(node), this.#source.slice(from, endOf(node)));
  }

  #lines(node: Nodes, value: string): void {
    this.#out.separate('\n\n');
    this.#out.words(startOf(node), endOf(node), value);
  }

  #inline(node: Nodes): void {
    if (node.type === 'text' || node.type === 'inlineCode')
      this.#out.words(startOf(node), endOf(node), node.value);
    else if (node.type === 'break') this.#out.separate('\n');
    else if (node.type === 'html') this.#tag(node.value);
    else if ('children' in node) {
      const stretch = node.type === 'strong' ? this.#out.open() : undefined;
      for (const child of node.children) this.#inline(child);
      if (stretch) this.#out.emphasis.push(this.#out.close(stretch));
    }
  }

  #tag(tag: string): void {
    if (BREAKS.test(tag)) this.#out.separate('\n');
    if (OPENS.test(tag)) this.#underlined.push(this.#out.open());
    const open = CLOSES.test(tag) ? this.#underlined.pop() : undefined;
    if (open) this.#out.emphasis.push(this.#out.close(open));
  }
}

/** Markdown (CommonMark with tables). Numbers of lists stay; other marks of Markdown go. */
export async function readMarkdown(source: string): Promise<SourceReading> {
  const root = await parseMarkdown(source);
  const html = root.children.some((node) => node.type === 'html') ? await loadHtmlParser() : undefined;
  const out = new PlainWriter(source);
  new MarkdownWalk(source, out, html).block(root, 0);
  return out.finish(false);
}
