import type { NumberStyle } from './numbering.js';
import type { Piece } from './pieces.js';

/** A numbered or marked line, and the one it stands under. */
export interface Node {
  readonly index: number;
  readonly style: NumberStyle | 'plain';
  readonly ordinal: number;
  readonly rank: number;
  /** Lines of one numbering under one parent share a run. */
  readonly run: number;
  readonly parent?: Node;
}

const ORDER: Readonly<Partial<Record<string, number>>> = {
  part: 0,
  chapter: 1,
  division: 2,
  article: 3,
  ideograph: 3,
  appendix: 3,
  'roman-upper': 3,
  question: 3.2,
  'ideograph-bracket': 4,
  digit: 5,
  'digit-comma': 5,
  'digit-bare': 5,
  upper: 5.5,
  'digit-bracket': 6,
  'digit-close': 7,
  circled: 7.5,
  'letter-bracket': 8,
  'letter-close': 8,
  lower: 8,
  roman: 9,
  'roman-bracket': 9,
  bullet: 10,
};

const usualRank = (style: NumberStyle): number => ORDER[style] ?? 5 + Number(style.slice(6)) / 10;

/** The rank of a title without number, where no numbering is outermost. */
const PLAIN = 3.5;

interface StyleUse {
  first: number;
  last: number;
  count: number;
  starts: number;
  titled: number;
}

export type Ranks = (style: NumberStyle | 'plain') => number;

function countStyles(
  pieces: readonly Piece[],
  looksTitled: (piece: Piece) => boolean,
): Map<NumberStyle, StyleUse> {
  const uses = new Map<NumberStyle, StyleUse>();
  pieces.forEach((piece, index) => {
    const marker = piece.marker;
    if (!marker || piece.contents || marker.style === 'bullet') return;
    const use = uses.get(marker.style) ?? { first: index, last: index, count: 0, starts: 0, titled: 0 };
    use.last = index;
    use.count += 1;
    if (marker.ordinal === 1) use.starts += 1;
    if (looksTitled(piece)) use.titled += 1;
    uses.set(marker.style, use);
  });
  return uses;
}

/** The numbering that runs once through the document and whose lines are titles, if there is one. */
function mainStyle(uses: ReadonlyMap<NumberStyle, StyleUse>, total: number): NumberStyle | undefined {
  return [...uses]
    .filter(([, use]) => use.starts === 1 && use.count >= 3 && use.titled >= use.count * 0.6)
    .filter(([, use]) => use.last - use.first >= total * 0.3)
    .sort((a, b) => usualRank(a[0]) - usualRank(b[0]) || a[1].first - b[1].first)[0]?.[0];
}

export interface Numbering {
  readonly ranks: Ranks;
  /** First and last line of the outermost numbering. */
  readonly main?: { readonly style: NumberStyle; readonly first: number; readonly last: number };
}

/** How the numberings of this document stand to each other: one that never begins anew stands outside those that do. */
export function rankNumbering(pieces: readonly Piece[], looksTitled: (piece: Piece) => boolean): Numbering {
  const uses = countStyles(pieces, looksTitled);
  const main = mainStyle(uses, pieces.length);
  const mainUse = main && uses.get(main);
  const outer = main === undefined ? PLAIN : Math.min(usualRank(main), 3);
  const ranks: Ranks = (style) => {
    if (style === 'plain') return outer;
    if (style === main) return outer;
    const rank = usualRank(style);
    if (style === 'appendix') return Math.min(outer, usualRank(style));
    const laterThanMain = mainUse && rank === outer && (uses.get(style)?.first ?? 0) > mainUse.first;
    return laterThanMain ? rank + 0.1 : rank;
  };
  return mainUse && main
    ? { ranks, main: { style: main, first: mainUse.first, last: mainUse.last } }
    : { ranks };
}

interface Opening {
  readonly index: number;
  readonly style: Node['style'];
  readonly ordinal: number;
  readonly rank: number;
}

/**
 * Lays the numbered lines under each other. `titled` are lines without number known to be headings, with their rank;
 * `looksTitled` tells a numbered title from a numbered sentence.
 */
export function nestPieces(
  pieces: readonly Piece[],
  ranks: Ranks,
  titled: ReadonlyMap<number, number>,
  looksTitled: (piece: Piece) => boolean,
): (Node | undefined)[] {
  const stack: Node[] = [];
  let runs = 0;
  return pieces.map((piece, index) => {
    const opening = openingOf(piece, index, ranks, titled.get(index));
    if (!opening) return undefined;
    const alike = (node: Node): boolean => looksTitled(pieces[node.index] ?? piece) === looksTitled(piece);
    const sibling = siblingOf(stack, opening, alike);
    const place = sibling ?? placeOf(stack, opening, pieces, looksTitled);
    while ((stack[stack.length - 1]?.rank ?? -Infinity) >= place.rank) stack.pop();
    const parent = sibling ? sibling.parent : stack[stack.length - 1];
    const run = sibling ? sibling.run : (runs += 1);
    const node: Node = { ...opening, rank: place.rank, run, ...(parent && { parent }) };
    stack.push(node);
    return node;
  });
}

/** How much deeper than the line above it a list stands whose numbers look like those of an open heading. */
const INNER = 0.05;

/** How far a list is followed to see what comes after it; keeps the search linear. */
const REACH = 400;

/**
 * Whether an outer numbering that stands at `last` goes on after the list of the same style that begins at a line: then the list
 * is a part of the outer line's text. Where the next number may go on from either, the list has it.
 */
function isInner(pieces: readonly Piece[], from: number, style: Node['style'], last: number): boolean {
  let inner = 1;
  for (let at = from + 1; at < Math.min(pieces.length, from + REACH); at += 1) {
    const marker = pieces[at]?.contents ? undefined : pieces[at]?.marker;
    if (marker?.style !== style) continue;
    if (marker.ordinal === inner + 1 || marker.ordinal === 1) inner = marker.ordinal;
    else return marker.ordinal === last + 1;
  }
  return false;
}

/**
 * The rank of a line that goes on from none. A list of sentences that begins anew under a title numbered in the same way is
 * a part of that title's text, and so is the next such list, and a list of titles after which the outer numbering goes on.
 */
function placeOf(
  stack: readonly Node[],
  { style, ordinal, index, rank }: Opening,
  pieces: readonly Piece[],
  looksTitled: (piece: Piece) => boolean,
): { readonly rank: number } {
  const piece = pieces[index];
  if (style === 'plain' || ordinal !== 1 || !piece) return { rank };
  const open = [...stack].reverse().find((node) => node.style === style);
  const above = open && pieces[open.index];
  if (!open || !above) return { rank };
  const top = stack[stack.length - 1] ?? open;
  if (looksTitled(piece))
    return isInner(pieces, index, style, open.ordinal) ? { rank: top.rank + INNER } : { rank };
  return { rank: looksTitled(above) ? top.rank + INNER : open.rank };
}

function openingOf(piece: Piece, index: number, ranks: Ranks, rank: number | undefined): Opening | undefined {
  if (piece.contents || piece.paragraph.row) return undefined;
  const { marker } = piece;
  if (rank !== undefined) {
    const style = marker && marker.style !== 'bullet' ? marker.style : 'plain';
    return { index, style, ordinal: style === 'plain' ? 0 : (marker?.ordinal ?? 0), rank };
  }
  if (!marker || marker.style === 'bullet') return undefined;
  return { index, style: marker.style, ordinal: marker.ordinal, rank: ranks(marker.style) };
}

/**
 * The open line that this one goes on from: the same numbering, one further; or a gap in it; or a title of the same rank. Where it
 * may go on from two, from the one that is a title, or none, as it is itself.
 */
function siblingOf(
  stack: readonly Node[],
  { style, ordinal, rank }: Opening,
  alike: (node: Node) => boolean,
): Node | undefined {
  const open = [...stack].reverse();
  if (style === 'plain') return open.find((node) => node.style === 'plain' && node.rank === rank);
  const same = open.filter((node) => node.style === style);
  const next = same.filter((node) => ordinal === node.ordinal + 1);
  if (next.length > 0) return next.length > 1 ? (next.find(alike) ?? next[0]) : next[0];
  return ordinal === 1
    ? undefined
    : same.find((node) => ordinal >= node.ordinal && ordinal <= node.ordinal + 3);
}
