import type { Code, Html, List, ListItem, Nodes, Paragraph, Parents, Table } from 'mdast';
import type { HtmlParser } from '../html/parse-html.js';
import { writeFragment } from '../html/write-fragment.js';
import type { PlainWriter } from '../plain-writer.js';
import { MarkdownWords } from './markdown-words.js';
import { leftOpen, OpenTags } from './open-tags.js';

/** Blocks nested deeper are written as they stand. */
const DEEPEST = 200;
const BREAKS = /^<br\s*\/?>$/i;
const IMAGE = /^<img\b/i;
const TABLE = /<table\b/i;
/** A heading whose sharps no blank follows, as many write who write no Latin. One sharp may be anything. */
const TIGHT_HEADING = /^#{2,6}(?=[^#\s])/;
const TASK = /^\[[ xX]\]\s+/;

const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** Walks a Markdown tree and writes its words. */
export class MarkdownWalk {
  readonly #source: string;
  readonly #out: PlainWriter;
  readonly #html: HtmlParser | undefined;
  readonly #tags: OpenTags | undefined;
  readonly #words: MarkdownWords;

  constructor(source: string, out: PlainWriter, html: HtmlParser | undefined) {
    this.#source = source;
    this.#out = out;
    this.#html = html;
    this.#tags = html && new OpenTags(html);
    this.#words = new MarkdownWords(source, out, this.#tags);
  }

  write(root: Parents): void {
    this.#blocks(root, 0);
    this.#words.finish();
  }

  #blocks({ children }: Parents, depth: number): void {
    for (let at = 0; at < children.length; at += 1) {
      const node = children[at] as Nodes;
      if (node.type === 'html') at = this.#htmlBlock(children, at, node);
      else this.#block(node, depth);
    }
  }

  #block(node: Nodes, depth: number): void {
    if (depth > DEEPEST) this.#lines(node, this.#source.slice(startOf(node), endOf(node)));
    else if (node.type === 'heading') this.#heading(node, node.depth);
    else if (node.type === 'list') this.#list(node, depth + 1);
    else if (node.type === 'table') this.#table(node);
    else if (node.type === 'code') this.#code(node);
    else if (node.type === 'definition') this.#definition(node);
    else if (node.type === 'blockquote') this.#blocks(node, depth + 1);
    else if (node.type === 'paragraph') this.#paragraph(node);
    else if ('children' in node) {
      this.#out.separate('\n\n');
      this.#inline(node);
    }
  }

  #heading(node: Parents, level: number): void {
    this.#out.separate('\n\n');
    const stretch = this.#out.open();
    this.#line(node);
    this.#out.hints.push({ kind: 'heading', level, span: this.#out.close(stretch) });
  }

  #paragraph(node: Paragraph): void {
    const [first, ...rest] = node.children;
    const sharps = first?.type === 'text' ? TIGHT_HEADING.exec(first.value)?.[0].length : undefined;
    this.#out.separate('\n\n');
    if (first?.type !== 'text' || sharps === undefined) {
      this.#line(node);
      return;
    }
    const lineEnd = first.value.indexOf('\n');
    const stretch = this.#out.open();
    const stop = lineEnd < 0 ? first.value.length : lineEnd;
    this.#words.write(startOf(first), endOf(first), first.value, sharps, stop);
    if (lineEnd < 0) for (const child of rest) this.#inline(child);
    this.#out.hints.push({ kind: 'heading', level: sharps, span: this.#out.close(stretch) });
    if (lineEnd < 0) return;
    this.#out.separate('\n\n');
    this.#words.write(startOf(first), endOf(first), first.value, lineEnd + 1);
    for (const child of rest) this.#inline(child);
  }

  /** A number is part of the words; a bullet is markup. */
  #list(list: List, level: number): void {
    for (const item of list.children) {
      this.#out.separate(list.spread ? '\n\n' : '\n');
      const [first, ...rest] = item.children;
      const stretch = this.#out.open();
      const marker = this.#source.slice(startOf(item), first ? startOf(first) : startOf(item));
      if (list.ordered)
        this.#words.write(startOf(item), startOf(item) + marker.length, marker.replace(/\s+/g, ' '));
      if (first?.type === 'paragraph') this.#itemLine(item, first);
      this.#out.hints.push({ kind: 'item', level, span: this.#out.close(stretch) });
      this.#blocks({ ...item, children: first?.type === 'paragraph' ? rest : item.children }, level);
    }
  }

  /** The box of a task is no word. */
  #itemLine(item: ListItem, line: Paragraph): void {
    const [first, ...rest] = line.children;
    const box = first?.type === 'text' ? TASK.exec(first.value)?.[0].length : undefined;
    if (first?.type !== 'text' || box === undefined || typeof item.checked === 'boolean') {
      this.#line(line);
      return;
    }
    this.#words.write(startOf(first), endOf(first), first.value, box);
    for (const child of rest) this.#inline(child);
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
        this.#line(cell);
        return this.#out.close(stretch);
      });
      this.#out.hints.push({ kind: 'row', table: number, cells, span: this.#out.close(line) });
    }
  }

  /** Where the tags of HTML stand in blocks of their own, Markdown between them is read in their look. Gives the last block's index. */
  #htmlBlock(siblings: readonly Nodes[], index: number, node: Html): number {
    this.#out.separate('\n\n');
    const last = TABLE.test(node.value) ? tableEnd(siblings, index) : index;
    const [start, end] = [startOf(node), endOf(siblings[last] ?? node)];
    const html = last === index ? node.value : this.#source.slice(start, end);
    if (!this.#html || !this.#tags || (last === index && this.#source.slice(start, end) !== node.value))
      return index;
    if (this.#tags.state === 'seen') {
      this.#words.finish();
      writeFragment(this.#html, this.#source, start, end, this.#out, this.#tags.look);
    } else this.#words.write(start, end, html.slice(0, 2000).replace(/<[^<>]*>/g, ''));
    this.#tags.take(html);
    return last;
  }

  /** Indented lines are no code in a policy: they are written with their indent, which may be a table's empty cell. */
  #code(node: Code): void {
    const fenced = /^\s*(?:`{3}|~{3})/.test(this.#source.slice(startOf(node), endOf(node)));
    if (fenced) return this.#lines(node, node.value);
    const from = this.#source.lastIndexOf('\n', startOf(node) - 1) + 1;
    this.#out.separate('\n\n');
    this.#words.write(from, endOf(node), this.#source.slice(from, endOf(node)));
  }

  /** A footnote of one word looks like the address of a link. */
  #definition(node: Nodes & { type: 'definition' }): void {
    if (!node.label?.startsWith('^')) return;
    const source = this.#source.slice(startOf(node), endOf(node));
    const from = source.indexOf(']:') + 2;
    this.#out.separate('\n\n');
    this.#words.write(startOf(node) + from, endOf(node), source.slice(from).trim());
  }

  #lines(node: Nodes, value: string): void {
    this.#out.separate('\n\n');
    this.#words.write(startOf(node), endOf(node), value);
  }

  /** One line's words; what HTML was opened in it ends with it. */
  #line(node: Nodes): void {
    const depth = this.#tags?.depth ?? 0;
    this.#inline(node);
    this.#tags?.backTo(Math.max(depth, 0));
    this.#words.calm();
  }

  #inline(node: Nodes): void {
    if (node.type === 'text' || node.type === 'inlineCode')
      this.#words.write(startOf(node), endOf(node), node.value);
    else if (node.type === 'break') this.#out.separate('\n');
    else if (node.type === 'html') this.#tag(node);
    else if (node.type === 'image' || node.type === 'imageReference') {
      this.#words.omit('an image', startOf(node), node.alt ?? '');
    } else if (node.type === 'linkReference' && node.label?.startsWith('^')) return;
    else if ('children' in node) {
      const stretch = node.type === 'strong' ? this.#out.open() : undefined;
      for (const child of node.children) this.#inline(child);
      if (stretch) this.#out.emphasis.push(this.#out.close(stretch));
    }
  }

  #tag(node: Html): void {
    if (BREAKS.test(node.value)) this.#out.separate('\n');
    else if (IMAGE.test(node.value)) this.#words.omit('an image', startOf(node), '');
    else this.#tags?.take(node.value);
  }
}

/** Index of the block in which a table ends that an empty line cut; the block itself where it never does. */
function tableEnd(siblings: readonly Nodes[], index: number): number {
  let open = 0;
  for (let at = index; at < siblings.length && at < index + LONGEST_TABLE; at += 1) {
    const node = siblings[at];
    if (node?.type === 'html') open += leftOpen(node.value, 'table');
    if (open <= 0) return at;
  }
  return index;
}

const LONGEST_TABLE = 2000;
