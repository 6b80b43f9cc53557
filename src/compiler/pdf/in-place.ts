import type { Block } from './block.js';

/** Where a block begins on its page. */
export function topOf(block: Block): number {
  const lines = block.kind === 'text' ? block.lines : block.cells.flatMap((cell) => cell.lines);
  return Math.min(...lines.map(({ top }) => top));
}

/** So many of a page's blocks stand one below the other where it has one column. */
const MOST = 0.9;

/** Indices of a longest run of blocks that stand one below the other. */
function descending(tops: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before = tops.map((top, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tops[ends[middle] ?? 0] ?? 0) <= top) low = middle + 1;
      else high = middle;
    }
    ends[low] = index;
    return low > 0 ? ends[low - 1] : undefined;
  });
  const kept = new Set<number>();
  for (let at = ends[ends.length - 1]; at !== undefined; at = before[at]) kept.add(at);
  return kept;
}

/** A frame's words may stand in the structure where the frame is anchored: they are read where they are seen. */
export function inPlace(blocks: readonly Block[]): Block[] {
  const tops = blocks.map(topOf);
  const kept = descending(tops);
  if (kept.size === blocks.length || kept.size < blocks.length * MOST) return [...blocks];
  const placed = blocks.filter((_, index) => kept.has(index));
  blocks.forEach((block, index) => {
    if (kept.has(index)) return;
    const at = placed.findIndex((one) => topOf(one) > (tops[index] ?? 0));
    placed.splice(at < 0 ? placed.length : at, 0, block);
  });
  return placed;
}
