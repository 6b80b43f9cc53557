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

/** Line and column, from 1, of an offset of the source. */
export function positionInSource(lines: readonly number[], offset: number): SourcePosition {
  const index = Math.max(
    0,
    lastUpTo(lines, offset, (start) => start),
  );
  return { offset, line: index + 1, column: offset - (lines[index] ?? 0) + 1 };
}

/**
 * Where a place of `policy.text` stands in the source the policy was compiled from. A place that the compiler wrote, such as
 * the space of a joined line, is told by the end of the words before it.
 */
export function sourcePosition(source: Pick<PolicySource, 'runs' | 'lines'>, offset: number): SourcePosition {
  const index = lastUpTo(source.runs, offset, ([text]) => text);
  const run = source.runs[index] ?? source.runs[0];
  if (!run) return positionInSource(source.lines, 0);
  const [text, start, length] = run;
  return positionInSource(source.lines, start + Math.max(0, Math.min(offset - text, length)));
}
