import { closesSentence } from '../line-measure.js';
import { readMarker, type Marker, type NumberStyle } from '../numbering.js';
import type { Block, TextBlock } from './block.js';
import type { FlowMeasure } from './flow-measure.js';
import type { Flow, FlowLine } from './page-lines.js';
import { isFull } from './is-full.js';
import { printLine } from './printed-line.js';
import type { TextLine } from './text-line.js';

/** Sizes that differ less are one. */
const SIZE_STEP = 0.12;
const WIDER = 1.3;
const INDENT = 1.2;

const markerOf = (words: string): Marker | undefined => readMarker(words, { start: 0, end: words.length });

/** The numbers that a document's lists have come to, by their style. */
type Numbering = ReadonlyMap<NumberStyle, number>;

/** A number that begins an item: the first of a list, or the next one; else it is a number that a line's end cut off. */
function beginsItem(words: string, numbering: Numbering): boolean {
  const marker = markerOf(words);
  if (!marker) return false;
  return marker.ordinal <= 1 || numbering.get(marker.style) === marker.ordinal - 1;
}

/** Whether a paragraph goes on in the next line of the same column, of the next column or of the next page. */
function goesOn(one: FlowLine, other: FlowLine, measure: FlowMeasure, numbering: Numbering): boolean {
  const [line, next] = [one.line, other.line];
  if (Math.abs(line.size - next.size) > SIZE_STEP * Math.max(line.size, next.size)) return false;
  if (!isFull(line, next, measure.right(one))) return false;
  const beside = line.page === next.page && one.column === other.column;
  if (beside && next.baseline - line.baseline > measure.leading * WIDER * line.size) return false;
  const [words, nextWords] = [printLine(line).text, printLine(next).text];
  const closed = closesSentence(words);
  if (closed ? markerOf(nextWords) : beginsItem(nextWords, numbering)) return false;
  const isIndented =
    next.left > measure.left(other) + INDENT * next.size && next.left > line.left + INDENT * next.size;
  if (measure.indented && isIndented) return false;
  if (!closed) return true;
  return (measure.indented && !isIndented) || (measure.spaced && beside);
}

const LONGEST_HEADING = 90;
/** How much larger than the text a heading is: a bold one, and any. */
const LARGER = { heavy: 1.1, plain: 1.3 };

const isHeavy = ({ glyphs }: TextLine): boolean =>
  glyphs.every(({ text, weight, thickened }) => text === ' ' || weight !== 'plain' || thickened);

function isHeading({ lines }: Pick<TextBlock, 'lines'>, size: number): boolean {
  const words = lines.map((line) => printLine(line).text).join('');
  return (
    lines.length <= 3 &&
    words.length <= LONGEST_HEADING &&
    lines.every((line) => line.size > size * (isHeavy(line) ? LARGER.heavy : LARGER.plain)) &&
    /[\p{L}]/u.test(words) &&
    !/[。；;，,：:]$/.test(words)
  );
}

/** Headings by their size: the largest size is the outermost level. */
function withHeadings(blocks: readonly Block[], size: number): Block[] {
  const headings = new Set(
    blocks.filter((block): block is TextBlock => block.kind === 'text' && isHeading(block, size)),
  );
  const sizeOf = (block: TextBlock): number => Math.max(...block.lines.map((line) => line.size));
  const sizes: number[] = [];
  for (const one of [...headings].map(sizeOf).sort((a, b) => b - a))
    if (sizes.length === 0 || one < (sizes[sizes.length - 1] ?? 0) * 0.95) sizes.push(one);
  return blocks.map((block) => {
    if (block.kind !== 'text' || !headings.has(block)) return block;
    const level = sizes.findIndex((one) => sizeOf(block) >= one * 0.95) + 1;
    return { ...block, heading: Math.min(6, level) };
  });
}

/** Lines of running text as paragraphs; rows stay as they are. Paragraphs may begin on one page and end on another. */
export function plainBlocks(flow: readonly Flow[], measure: FlowMeasure): Block[] {
  const blocks: Block[] = [];
  const numbering = new Map<NumberStyle, number>();
  let open: { lines: TextLine[]; last: FlowLine } | undefined;
  const close = (): void => {
    if (open)
      blocks.push({ kind: 'text', lines: open.lines, right: measure.right(open.last), tagged: false });
    open = undefined;
  };
  for (const one of flow) {
    if (one.kind === 'row') {
      close();
      blocks.push(one);
    } else if (open && goesOn(open.last, one, measure, numbering)) {
      open.lines.push(one.line);
      open.last = one;
    } else {
      close();
      open = { lines: [one.line], last: one };
      const marker = markerOf(printLine(one.line).text);
      if (marker) numbering.set(marker.style, marker.ordinal);
    }
  }
  close();
  return withHeadings(blocks, measure.size);
}
