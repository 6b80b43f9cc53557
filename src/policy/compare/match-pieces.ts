import type { Piece } from './pieces.js';
import { candidatesOf, likeness, shinglesOf, type Shingles } from './shingles.js';

/** Which piece of the other side each piece is, -1 for none. */
export interface Matching {
  readonly left: Int32Array;
  readonly right: Int32Array;
}

/** Likeness from which two pieces are one reworded piece; neighbours of a pair, and lines with the same label, need less. */
const ALIKE = 0.5;
const NEIGHBOUR = 0.15;
const SAME_LABEL = 0.2;

/**
 * Finds the same pieces of two texts in linear time: first those whose words occur once in both, then their equal neighbours
 * (Heckel, CACM 21(4), 1978), then other equal ones in order, then the most alike of what is left.
 */
export function matchPieces(left: readonly Piece[], right: readonly Piece[]): Matching {
  const matching = {
    left: new Int32Array(left.length).fill(-1),
    right: new Int32Array(right.length).fill(-1),
  };
  matchUnique(left, right, matching);
  spread(left, right, matching, 1);
  spread(left, right, matching, -1);
  matchInOrder(left, right, matching);
  matchAlike(left, right, matching);
  return matching;
}

function join({ left, right }: Matching, i: number, j: number): void {
  left[i] = j;
  right[j] = i;
}

/** Unmatched pieces by their key. */
function unmatchedByKey(pieces: readonly Piece[], matched: Int32Array): Map<string, number[]> {
  const places = new Map<string, number[]>();
  pieces.forEach(({ key, index }) => {
    if (matched[index] !== -1) return;
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  return places;
}

function matchUnique(left: readonly Piece[], right: readonly Piece[], matching: Matching): void {
  const others = unmatchedByKey(right, matching.right);
  for (const [key, here] of unmatchedByKey(left, matching.left)) {
    const there = others.get(key);
    if (here.length === 1 && there?.length === 1) join(matching, here[0] as number, there[0] as number);
  }
}

/** Matches equal neighbours of matched pieces, onwards or backwards; both ends of the texts count as matched. */
function spread(left: readonly Piece[], right: readonly Piece[], matching: Matching, step: 1 | -1): void {
  const [start, end] = step === 1 ? [-1, left.length] : [left.length, -1];
  for (let i = start; i !== end; i += step) {
    const j = i === start ? (step === 1 ? -1 : right.length) : (matching.left[i] as number);
    if (i !== start && j === -1) continue;
    const [nextLeft, nextRight] = [left[i + step], right[j + step]];
    if (!nextLeft || nextLeft.key !== nextRight?.key) continue;
    if (matching.left[i + step] === -1 && matching.right[j + step] === -1) join(matching, i + step, j + step);
  }
}

function matchInOrder(left: readonly Piece[], right: readonly Piece[], matching: Matching): void {
  const others = unmatchedByKey(right, matching.right);
  for (const [key, here] of unmatchedByKey(left, matching.left)) {
    const there = others.get(key) ?? [];
    here.slice(0, there.length).forEach((i, at) => join(matching, i, there[at] as number));
  }
}

interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly score: number;
}

function matchAlike(left: readonly Piece[], right: readonly Piece[], matching: Matching): void {
  const here = left.filter(({ index }) => matching.left[index] === -1);
  const there = right.filter(({ index }) => matching.right[index] === -1);
  const candidates = new AlikePieces(here, there, matching).candidates();
  candidates.sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j);
  for (const { i, j } of candidates)
    if (matching.left[i] === -1 && matching.right[j] === -1) join(matching, i, j);
}

class AlikePieces {
  readonly #here: readonly Piece[];
  readonly #there: readonly Piece[];
  readonly #matching: Matching;
  readonly #thereAt: ReadonlyMap<number, number>;

  constructor(here: readonly Piece[], there: readonly Piece[], matching: Matching) {
    this.#here = here;
    this.#there = there;
    this.#matching = matching;
    this.#thereAt = new Map(there.map(({ index }, at) => [index, at]));
  }

  candidates(): Candidate[] {
    const shingles = this.#here.map(({ tokens }) => shinglesOf(tokens));
    const others = this.#there.map(({ tokens }) => shinglesOf(tokens));
    const shared = candidatesOf(shingles, others);
    return this.#here.flatMap((piece, at) =>
      [...new Set([...(shared[at] ?? []), ...this.#neighbours(piece)])].flatMap((other) =>
        this.#score(piece, this.#there[other] as Piece, shingles[at] as Shingles, others[other] as Shingles),
      ),
    );
  }

  /** The unmatched pieces that follow, or stand before, the match of a neighbour. */
  #neighbours({ index }: Piece): number[] {
    const { left, right } = this.#matching;
    const after = index === 0 ? 0 : left[index - 1] === -1 ? -1 : (left[index - 1] as number) + 1;
    const before =
      index === left.length - 1
        ? right.length - 1
        : left[index + 1] === -1
          ? -1
          : (left[index + 1] as number) - 1;
    return [after, before].flatMap((at) => this.#thereAt.get(at) ?? []);
  }

  #score(left: Piece, right: Piece, here: Shingles, there: Shingles): Candidate[] {
    if ((left.part === 'heading') !== (right.part === 'heading')) return [];
    const near = this.#neighbours(left).some((at) => this.#there[at] === right);
    const label = near && labelOf(left) !== '' && labelOf(left) === labelOf(right);
    const score = likeness(here, there) + (near ? NEIGHBOUR : 0) + (label ? SAME_LABEL : 0);
    return score >= ALIKE ? [{ i: left.index, j: right.index, score }] : [];
  }
}

/** The words before a colon near the start, as in `Purpose: …`. */
function labelOf({ tokens }: Piece): string {
  const colon = tokens.slice(0, 12).findIndex(({ key }) => key === ':');
  return tokens
    .slice(0, Math.max(0, colon))
    .map(({ key }) => key)
    .join(' ');
}
