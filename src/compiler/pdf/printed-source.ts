import type { Block } from './block.js';
import { printLine, type PrintedLine } from './printed-line.js';
import type { TextLine } from './text-line.js';

/** The words of a document as its pages show them, line by line: what positions in it count. */
export interface PrintedSource {
  readonly text: string;
  /** Offset at which each page begins. */
  readonly pages: readonly number[];
  /** Where a line's words stand. */
  place(line: TextLine): PrintedLine & { readonly start: number };
}

export const linesOfBlock = (block: Block): TextLine[] =>
  block.kind === 'text'
    ? [...block.lines]
    : block.cells.flatMap(({ lines, carried }) => (carried === true ? [] : [...lines]));

/** Prints all lines, in the order their blocks are told, pages apart. */
export function printSource(blocks: readonly Block[], pageCount: number): PrintedSource {
  const places = new Map<TextLine, PrintedLine & { readonly start: number }>();
  const parts: string[] = [];
  const pages: number[] = [];
  let start = 0;
  // A row that two pages share is told once: its lines are printed on their own pages all the same.
  const lines = blocks.flatMap(linesOfBlock).sort((a, b) => a.page - b.page);
  for (const line of lines) {
    while (pages.length <= line.page) pages.push(start);
    const printed = printLine(line);
    places.set(line, { ...printed, start });
    parts.push(printed.text, '\n');
    start += printed.text.length + 1;
  }
  while (pages.length < pageCount) pages.push(start);
  const nowhere = { text: '', glyphs: [], start: 0 };
  return { text: parts.join(''), pages, place: (line) => places.get(line) ?? nowhere };
}
