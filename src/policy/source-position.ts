import type { PolicySource, SourcePosition } from './model.js';

/** Index of the last entry at or below a value; -1 where there is none. */
function lastUpTo<Entry>(sorted: readonly Entry[], value: number, keyOf: (entry: Entry) => number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOf(sorted[middle] as Entry) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const ofItself = (start: number): number => start;

/** Where an offset of the source stands. Several pages may begin at one offset, where some have no words: the last one has them. */
export function positionInSource(
  lines: readonly number[],
  offset: number,
  pages?: readonly number[],
): SourcePosition {
  const index = Math.max(0, lastUpTo(lines, offset, ofItself));
  const position = { offset, line: index + 1, column: offset - (lines[index] ?? 0) + 1 };
  if (!pages || pages.length === 0) return position;
  const page = Math.max(0, lastUpTo(pages, offset, ofItself));
  const first = Math.max(0, lastUpTo(lines, pages[page] ?? 0, ofItself));
  return { ...position, page: page + 1, line: index - first + 1 };
}

/** A position as messages tell it: `12:5`, or `page 3, line 12` of a source that has pages. */
export const tellPosition = ({ page, line, column }: SourcePosition): string =>
  page === undefined ? `${line}:${column}` : `page ${page}, line ${line}`;

/**
 * Where a place of `policy.text` stands in the source the policy was compiled from. A place that the compiler wrote, such as
 * the space of a joined line, is told by the end of the words before it.
 */
export function sourcePosition(
  source: Pick<PolicySource, 'runs' | 'lines' | 'pages'>,
  offset: number,
): SourcePosition {
  const index = lastUpTo(source.runs, offset, ([text]) => text);
  const run = source.runs[index] ?? source.runs[0];
  if (!run) return positionInSource(source.lines, 0, source.pages);
  const [text, start, length] = run;
  return positionInSource(source.lines, start + Math.max(0, Math.min(offset - text, length)), source.pages);
}
