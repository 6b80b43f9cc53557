/** Anything that is the same as another where their keys are equal. */
export interface Keyed {
  readonly key: string;
}

/** A run exchanged for another: half-open ranges into both lists. */
export interface Edit {
  readonly a: readonly [start: number, end: number];
  readonly b: readonly [start: number, end: number];
}

/** More differences than this are not looked for: the time stays in proportion to the lists. */
const MOST_EDITS = 300;

/** The fewest single edits between two ranges (Myers' greedy algorithm, Algorithmica 1, 1986); undefined past the bound. */
export function shortestEdits(
  before: readonly Keyed[],
  after: readonly Keyed[],
  { a, b }: Edit,
): Edit[] | undefined {
  const [n, m] = [a[1] - a[0], b[1] - b[0]];
  const most = Math.min(n + m, MOST_EDITS);
  const far = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(far.slice(most - d, most + d + 3));
    for (let k = -d; k <= d; k += 2) {
      const at = most + 1 + k;
      const down = k === -d || (k !== d && (far[at - 1] as number) < (far[at + 1] as number));
      let x = down ? (far[at + 1] as number) : (far[at - 1] as number) + 1;
      while (x < n && x - k < m && before[a[0] + x]?.key === after[b[0] + x - k]?.key) x += 1;
      far[at] = x;
      if (x >= n && x - k >= m) return walkBack(trace, d, [n, m], [a[0], b[0]]);
    }
  }
  return undefined;
}

type Point = readonly [x: number, y: number];

function walkBack(trace: readonly Int32Array[], last: number, end: Point, origin: Point): Edit[] {
  const edits: Edit[] = [];
  let [x, y] = end;
  for (let d = last; d > 0; d -= 1) {
    const far = trace[d] as Int32Array;
    const farAt = (k: number): number => far[k + d + 1] as number;
    const k = x - y;
    const down = k === -d || (k !== d && farAt(k - 1) < farAt(k + 1));
    const fromX = down ? farAt(k + 1) : farAt(k - 1);
    const fromY = fromX - (down ? k + 1 : k - 1);
    const [toX, toY] = down ? [fromX, fromY + 1] : [fromX + 1, fromY];
    edits.push({
      a: [origin[0] + fromX, origin[0] + toX],
      b: [origin[1] + fromY, origin[1] + toY],
    });
    [x, y] = [fromX, fromY];
  }
  return edits.reverse();
}
