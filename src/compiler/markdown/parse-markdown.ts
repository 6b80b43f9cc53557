import type { Nodes, Root, RootContent } from 'mdast';
import { loadReader } from '../load-reader.js';
import { chunksOf, type Chunk } from './chunks.js';
import { readPlainBlock } from './plain-block.js';

type Parser = (source: string) => Root;

async function loadParser(): Promise<Parser> {
  const { fromMarkdown } = await loadReader(
    'mdast-util-from-markdown',
    () => import('mdast-util-from-markdown'),
  );
  const tables = await loadReader('mdast-util-gfm-table', () => import('mdast-util-gfm-table'));
  const syntax = await loadReader(
    'micromark-extension-gfm-table',
    () => import('micromark-extension-gfm-table'),
  );
  const friendly = await loadReader(
    'micromark-extension-cjk-friendly',
    () => import('micromark-extension-cjk-friendly'),
  );
  const extensions = [friendly.cjkFriendlyExtension(), syntax.gfmTable()];
  const mdastExtensions = [tables.gfmTableFromMarkdown()];
  return (source) => fromMarkdown(source, { extensions, mdastExtensions });
}

/** Characters given to the parser at once: its time for each grows with their number. */
const PORTION = 8000;

/** Moves a tree's places by what stands before its source. */
function shift(node: Nodes, by: number): void {
  if (node.position) {
    const { start, end } = node.position;
    start.offset = (start.offset ?? 0) + by;
    end.offset = (end.offset ?? 0) + by;
  }
  if ('children' in node) for (const child of node.children) shift(child, by);
}

/** Puts the blocks of a document together, in reading order. */
class BlockList {
  readonly blocks: RootContent[] = [];
  readonly #source: string;
  readonly #parse: Parser;
  #open: { readonly start: number; end: number } | undefined;

  constructor(source: string, parse: Parser) {
    this.#source = source;
    this.#parse = parse;
  }

  take({ start, end }: Chunk): void {
    const plain = readPlainBlock(this.#source, start, end);
    if (plain) {
      this.flush();
      this.blocks.push(plain);
    } else if (this.#open && end - this.#open.start <= PORTION) this.#open.end = end;
    else {
      this.flush();
      this.#open = { start, end };
    }
  }

  flush(): void {
    if (!this.#open) return;
    const { start, end } = this.#open;
    this.#open = undefined;
    for (const block of this.#parse(this.#source.slice(start, end)).children) {
      shift(block, start);
      this.blocks.push(block);
    }
  }
}

/**
 * The tree of a Markdown text: CommonMark with tables, and with emphasis beside Chinese signs, which CommonMark pairs wrongly. Only
 * the offsets of its places are kept. Where blocks cannot touch each other they are parsed apart, and plain ones without the parser.
 */
export async function parseMarkdown(source: string): Promise<Root> {
  const parse = await loadParser();
  const chunks = chunksOf(source);
  if (!chunks) return parse(source);
  const list = new BlockList(source, parse);
  for (const chunk of chunks) list.take(chunk);
  list.flush();
  return { type: 'root', children: list.blocks };
}
