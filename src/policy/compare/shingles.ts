import type { Token } from './tokens.js';

/** How many of a piece's shingles stand for it in the index; and how many pieces are looked at for one shingle. */
const SKETCH = 24;
const CROWD = 24;
/** Tokens read of one piece, so that a piece of a million words costs no more than it should. */
const READ = 4000;

/** How often each pair of neighbouring words occurs. */
export type Shingles = ReadonlyMap<number, number>;

function hashOf(left: string, right: string): number {
  let hash = 0x811c9dc5;
  const words = `${left}\u0001${right}`;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

export function shinglesOf(tokens: readonly Token[]): Shingles {
  const counts = new Map<number, number>();
  const last = Math.min(tokens.length, READ);
  for (let at = 0; at <= last; at += 1) {
    const hash = hashOf(tokens[at - 1]?.key ?? '', tokens[at]?.key ?? '');
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  return counts;
}

/** 1 for the same words, 0 for none in common (Dice). */
export function likeness(left: Shingles, right: Shingles): number {
  let common = 0;
  let total = 0;
  for (const [hash, count] of left) {
    common += Math.min(count, right.get(hash) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return (2 * common) / total;
}

const sketchOf = (shingles: Shingles): number[] =>
  [...shingles.keys()].sort((a, b) => a - b).slice(0, SKETCH);

/**
 * For each piece of one side, the pieces of the other that share the most of its sketch: at most four, found through an index, so
 * that the time grows with the text and not with its square.
 */
export function candidatesOf(left: readonly Shingles[], right: readonly Shingles[]): number[][] {
  const index = new Map<number, number[]>();
  right.forEach((shingles, at) => {
    for (const hash of sketchOf(shingles)) {
      const crowd = index.get(hash) ?? [];
      if (crowd.length < CROWD) crowd.push(at);
      index.set(hash, crowd);
    }
  });
  return left.map((shingles) => mostShared(sketchOf(shingles), index));
}

function mostShared(sketch: readonly number[], index: ReadonlyMap<number, readonly number[]>): number[] {
  const votes = new Map<number, number>();
  for (const hash of sketch) for (const at of index.get(hash) ?? []) votes.set(at, (votes.get(at) ?? 0) + 1);
  return [...votes]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 4)
    .map(([at]) => at);
}
