import { boxAround, holds, type Box } from './box.js';
import { transformed, type Matrix } from './matrix.js';
import type { Rule } from './page-content.js';

/** A colour, or a picture, that words may stand on. */
interface Ground {
  readonly box: Box;
  /** Undefined for a picture: nobody knows its colours. */
  readonly colour: string | undefined;
}

const MOVE = 0;
const LINE = 1;
/** How many numbers follow a code of pdf.js' paths: move, line, cubic curve, quadratic curve, close. */
const LENGTHS = [2, 2, 6, 4, 0];
/** The thickest line that still is one, and the shortest. */
const THICKEST = 2.5;
const SHORTEST = 3;
/** Nobody rules a page with more: what is drawn then is a picture. */
const MOST = 20_000;
const MOST_LOOKED_AT = 400;
const PAPER = '#ffffff';

/** The points of each stretch of a path, in page coordinates; a curve counts by its end. */
function stretchesOf(matrix: Matrix, path: ArrayLike<number>): number[][] {
  const stretches: number[][] = [];
  for (let at = 0; at < path.length;) {
    const code = path[at] ?? 0;
    const length = LENGTHS[code];
    if (length === undefined) break;
    if (code === MOVE) stretches.push([]);
    const [x, y] = [path[at + length - 1] ?? 0, path[at + length] ?? 0];
    if (code <= 3) (stretches[stretches.length - 1] ?? []).push(...transformed(matrix, x, y));
    if (code > LINE && code <= 3) stretches[stretches.length - 1]?.push(NaN, NaN);
    at += length + 1;
  }
  return stretches;
}

/** Collects the lines and grounds that a page draws. */
export class Painted {
  readonly rules: Rule[] = [];
  readonly pictures: Box[] = [];
  readonly #grounds: Ground[] = [];

  fill(matrix: Matrix, path: ArrayLike<number>, colour: string): void {
    for (const points of stretchesOf(matrix, path)) {
      const box = boxAround(points);
      if (!box || !isUpright(points)) continue;
      if (!this.#rule(box)) this.#grounds.push({ box, colour });
    }
  }

  stroke(matrix: Matrix, path: ArrayLike<number>, width: number): void {
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    const half = (width * scale) / 2;
    for (const points of stretchesOf(matrix, path)) {
      if (!isUpright(points)) continue;
      const closed = points.length >= 6 ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
      for (let at = 0; at + 3 < closed.length; at += 2) this.#segment(closed.slice(at, at + 4), half);
    }
  }

  picture(box: Box): void {
    this.pictures.push(box);
    this.#grounds.push({ box, colour: undefined });
  }

  /** Whether a colour is seen at a place. */
  shows(colour: string, x: number, y: number): boolean {
    const least = Math.max(0, this.#grounds.length - MOST_LOOKED_AT);
    for (let at = this.#grounds.length - 1; at >= least; at -= 1) {
      const ground = this.#grounds[at];
      if (ground && holds(ground.box, x, y))
        return ground.colour === undefined || !areAlike(ground.colour, colour);
    }
    return !areAlike(PAPER, colour);
  }

  #segment(points: readonly number[], half: number): void {
    const box = boxAround(points);
    if (!box) return;
    const { left, top, right, bottom } = box;
    this.#rule({ left: left - half, top: top - half, right: right + half, bottom: bottom + half });
  }

  #rule(box: Box): boolean {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    if (Math.min(width, height) > THICKEST || Math.max(width, height) < SHORTEST) return false;
    if (this.rules.length < MOST) this.rules.push({ ...box, level: width > height });
    return true;
  }
}

/** Only right angles: a straight line, a rectangle or several. */
function isUpright(points: readonly number[]): boolean {
  if (points.length < 4) return false;
  for (let at = 2; at + 1 < points.length; at += 2) {
    const dx = Math.abs((points[at] ?? 0) - (points[at - 2] ?? 0));
    const dy = Math.abs((points[at + 1] ?? 0) - (points[at - 1] ?? 0));
    if (!(Math.min(dx, dy) < THICKEST)) return false;
  }
  return true;
}

const LEAST_SEEN = 12;

/** Two colours, `#rrggbb`, that no eye tells apart. */
function areAlike(a: string, b: string): boolean {
  if (a.length !== 7 || b.length !== 7) return false;
  return [1, 3, 5].every((at) => {
    const [one, other] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16));
    return Math.abs((one ?? 0) - (other ?? 0)) <= LEAST_SEEN;
  });
}
