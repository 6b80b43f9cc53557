import type { Block, TableCounter, TextBlock } from './block.js';
import { readBullets } from './bullets.js';
import { topOf } from './in-place.js';
import { findEdges, type EdgeLine } from './page-edges.js';
import { measureFlow, type FlowMeasure } from './flow-measure.js';
import { isSpace, type Glyph } from './glyph.js';
import type { PageContent } from './page-content.js';
import { pageLines, type Flow, type FlowLine } from './page-lines.js';
import { plainBlocks } from './plain-blocks.js';
import type { ReadPage } from './read-pdf.js';
import { marksOf } from './structure.js';
import { TaggedPage } from './tagged-blocks.js';

/** The blocks of all pages in reading order, and what was left out at their edges. */
export interface LaidOutPages {
  readonly blocks: readonly Block[];
  readonly edges: readonly EdgeLine[];
}

/** A structure is followed where it holds so much of the words, and says more about them than that they are words. */
const COVERS = 0.9;
const LINES_A_BLOCK = 12;
/** Where a file calls so much of itself no words, it does not know what it says. */
const MOST_ARTIFACTS = 0.3;

const without = (content: PageContent, left: ReadonlySet<Glyph>): PageContent =>
  left.size === 0 ? content : { ...content, glyphs: content.glyphs.filter((glyph) => !left.has(glyph)) };

const words = (glyphs: readonly Glyph[]): Glyph[] => glyphs.filter((glyph) => !isSpace(glyph));

/** What the file itself calls no words: left out, unless that is much of it. */
function withoutArtifacts(contents: readonly PageContent[]): { contents: PageContent[]; edges: EdgeLine[] } {
  const artifacts = contents.map(({ glyphs }) => new Set(glyphs.filter(({ artifact }) => artifact)));
  const all = contents.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
  const left = artifacts.reduce((sum, { size }) => sum + size, 0);
  if (left > all * MOST_ARTIFACTS) return { contents: [...contents], edges: [] };
  const edges = contents.flatMap(({ index }, at): EdgeLine[] => {
    const glyphs = artifacts[at] ?? new Set();
    return words([...glyphs]).length === 0 ? [] : [{ page: index, kind: 'layout/running-head', glyphs }];
  });
  return { contents: contents.map((content, at) => without(content, artifacts[at] ?? new Set())), edges };
}

function isCovered(pages: readonly ReadPage[], contents: readonly PageContent[]): boolean {
  let [all, covered] = [0, 0];
  contents.forEach(({ glyphs }, index) => {
    const marks = new Set(pages[index] ? marksOf(pages[index].structure) : []);
    for (const { mark } of words(glyphs)) {
      all += 1;
      if (marks.has(mark)) covered += 1;
    }
  });
  return covered > all * COVERS;
}

/** Whether the structure tells blocks apart, rather than that a page is one. */
function tellsBlocks(blocks: readonly Block[]): boolean {
  const lines = blocks.reduce((sum, block) => sum + (block.kind === 'text' ? block.lines.length : 1), 0);
  return lines <= blocks.length * LINES_A_BLOCK;
}

function leaveOutEdges(contents: readonly PageContent[], edges: readonly EdgeLine[]): PageContent[] {
  const left = new Map<number, Set<Glyph>>();
  for (const { page, glyphs } of edges) left.set(page, new Set([...(left.get(page) ?? []), ...glyphs]));
  return contents.map((content) => without(content, left.get(content.index) ?? new Set()));
}

function plainPages(contents: readonly PageContent[], counter: TableCounter): LaidOutPages {
  const edges = findEdges(contents, ({ glyphs }) => glyphs);
  const flow = leaveOutEdges(contents, edges).flatMap((content) => pageLines(content, counter));
  return { blocks: plainBlocks(flow, measureOf(flow, contents)), edges };
}

function measureOf(flow: readonly Flow[], contents: readonly PageContent[]): FlowMeasure {
  const lines = flow.filter((one): one is FlowLine => one.kind === 'line');
  return measureFlow(
    lines,
    contents.map(({ width }) => width),
  );
}

function taggedPages(
  pages: readonly ReadPage[],
  contents: readonly PageContent[],
  counter: TableCounter,
): LaidOutPages {
  const right = measureOf(
    contents.flatMap((content) => pageLines({ ...content, rules: [] }, counter)),
    contents,
  );
  const read = contents.map((content, index) => {
    const first = pageLines({ ...content, rules: [] }, counter).find((one) => one.kind === 'line');
    const edge = first?.kind === 'line' ? right.right({ ...first, column: 0 }) : content.width;
    return new TaggedPage(content, counter, edge).read(
      pages[index]?.structure ?? { role: 'Document', children: [] },
    );
  });
  const rest = contents.map((content, index) => {
    return {
      ...content,
      glyphs: content.glyphs.filter(({ mark }) => read[index]?.covered.has(mark) !== true),
    };
  });
  const edges = findEdges(rest, ({ glyphs }) => glyphs);
  const loose = leaveOutEdges(rest, edges);
  const blocks = read.flatMap((page, index) => {
    const content = loose[index];
    if (!content || words(content.glyphs).length === 0) return page.blocks;
    const flow = pageLines({ ...content, rules: [] }, counter);
    return inserted(page.blocks, plainBlocks(flow, measureOf(flow, contents)));
  });
  return { blocks: withTitle(blocks), edges };
}

/** How much larger than the headings, and than the text, a title is. */
const TITLE = 1.02;
const LARGER = 1.2;

const sizeOf = (block: TextBlock): number => Math.max(...block.lines.map(({ size }) => size));

/** Word processors tag a document's title as a paragraph: the first one, if nothing else is set so large. */
function withTitle(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'text' || first.heading !== undefined || first.lines.length > 3) return [...blocks];
  const texts = rest.filter((block): block is TextBlock => block.kind === 'text');
  const largest = Math.max(0, ...texts.map(sizeOf));
  const usual = usualSize(texts);
  if (sizeOf(first) < largest * TITLE || sizeOf(first) < usual * LARGER) return [...blocks];
  const outer = texts.some(({ heading }) => heading === 1);
  const deeper = (block: Block): Block =>
    outer && block.kind === 'text' && block.heading !== undefined
      ? { ...block, heading: block.heading + 1 }
      : block;
  return [{ ...first, heading: 1 }, ...rest.map(deeper)];
}

function usualSize(blocks: readonly TextBlock[]): number {
  const counts = new Map<number, number>();
  for (const { lines } of blocks)
    for (const { size, glyphs } of lines) counts.set(size, (counts.get(size) ?? 0) + glyphs.length);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Words that a structure forgot stand before the first block below them. */
function inserted(blocks: readonly Block[], forgotten: readonly Block[]): Block[] {
  const all = [...blocks];
  for (const block of forgotten) {
    const at = all.findIndex((one) => topOf(one) > topOf(block));
    all.splice(at < 0 ? all.length : at, 0, block);
  }
  return all;
}

/** Lays out a document's pages by its own structure where that can be trusted, else by where the words stand. */
export function layOutPages(pages: readonly ReadPage[], counter: TableCounter): LaidOutPages {
  const { contents, edges } = withoutArtifacts(pages.map(({ content }) => content));
  const tagged = isCovered(pages, contents) ? taggedPages(pages, contents, counter) : undefined;
  const { blocks, edges: found } =
    tagged && tellsBlocks(tagged.blocks) ? tagged : plainPages(contents, counter);
  return { blocks: readBullets(blocks), edges: [...edges, ...found] };
}
