import type { PieceChange } from './changes.js';
import { matchPieces, type Matching } from './match-pieces.js';
import { movedPieces } from './moved-pieces.js';
import { shownPiece, type Piece } from './pieces.js';
import type { Side } from './side.js';
import { tellRegrouped } from './tell-regrouped.js';
import { wordChanges } from './word-changes.js';

/** A change with the pieces it is about, as the weighing needs them. */
export interface ComparedChange {
  readonly before?: Piece;
  readonly after?: Piece;
  readonly shown: PieceChange;
}

export interface ComparedPieces {
  readonly changes: readonly ComparedChange[];
  /** The piece of `before` that is the same as a piece of `after`, -1 where there is none. */
  readonly partnerOf: (after: number) => number;
}

/** Compares two texts piece by piece. The same pieces are found whichever of the two is called the one before. */
export function comparePieces(before: Side, after: Side): ComparedPieces {
  const partners = matchEitherWay(before, after);
  const moved = movedPieces(partners.right, after.pieces.map(weightOf));
  const changes = after.pieces.flatMap((piece) =>
    changeOf(before.pieces[partners.right[piece.index] as number], piece, moved.has(piece.index)),
  );
  return {
    changes: tellRegrouped(withRemoved(changes, before.pieces, partners), before, after),
    partnerOf: (index) => partners.right[index] ?? -1,
  };
}

function matchEitherWay(before: Side, after: Side): Matching {
  if (before.text <= after.text) return matchPieces(before.pieces, after.pieces);
  const { left, right } = matchPieces(after.pieces, before.pieces);
  return { left: right, right: left };
}

function changeOf(before: Piece | undefined, after: Piece, moved: boolean): ComparedChange[] {
  if (!before) return [{ after, shown: { kind: 'added', after: shownPiece(after) } }];
  const places = { before: shownPiece(before), after: shownPiece(after) };
  if (before.key !== after.key) {
    const words = wordChanges(before.tokens, after.tokens);
    return [{ before, after, shown: { kind: 'reworded', moved, ...places, words } }];
  }
  return moved ? [{ before, after, shown: { kind: 'moved', ...places } }] : [];
}

/** A paragraph passes a heading, not the heading a paragraph. */
const weightOf = ({ part }: Piece): number => (part === 'heading' ? 3 : 1);

/** Puts each removed piece after what is told of the last piece before it that is still there. */
function withRemoved(
  changes: readonly ComparedChange[],
  before: readonly Piece[],
  { left }: Matching,
): ComparedChange[] {
  const removed = before.filter(({ index }) => left[index] === -1);
  let place = -1;
  let at = 0;
  const placed = removed.map((piece) => {
    for (; at < piece.index; at += 1) if (left[at] !== -1) place = left[at] as number;
    return {
      place: place + 0.5,
      change: { before: piece, shown: { kind: 'removed' as const, before: shownPiece(piece) } },
    };
  });
  const all = [...changes.map((change) => ({ place: change.after?.index ?? 0, change })), ...placed];
  return all.sort((a, b) => a.place - b.place).map(({ change }) => change);
}
