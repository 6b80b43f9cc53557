import type { ComparedPiece } from './changes.js';
import type { ComparedChange } from './compare-pieces.js';
import { shownPiece } from './pieces.js';
import type { Sentence } from './sentences.js';
import type { Side } from './side.js';

/**
 * A paragraph that was cut in two, or two that were made one: all sentences of a piece that seems to have come (or gone) stand in
 * one piece of the other version, which changed as well. They moved there.
 */
export function tellRegrouped(
  changes: readonly ComparedChange[],
  before: Side,
  after: Side,
): readonly ComparedChange[] {
  const gone = sentencesByKey(before, changes, 'before');
  const come = sentencesByKey(after, changes, 'after');
  return changes.map((change) => {
    if (change.shown.kind === 'added' && change.after) {
      const from = wholeIn(after.sentences[change.after.index] ?? [], gone);
      return from ? { ...change, shown: { kind: 'moved', before: from, after: change.shown.after } } : change;
    }
    if (change.shown.kind === 'removed' && change.before) {
      const to = wholeIn(before.sentences[change.before.index] ?? [], come);
      return to ? { ...change, shown: { kind: 'moved', before: change.shown.before, after: to } } : change;
    }
    return change;
  });
}

type ByKey = ReadonlyMap<string, Sentence>;

/** The sentences of the pieces that changed; of those that stand there twice, neither. */
function sentencesByKey(side: Side, changes: readonly ComparedChange[], which: 'before' | 'after'): ByKey {
  const changed = changes.flatMap((change) => {
    const piece = change.shown.kind === 'moved' ? undefined : change[which];
    return piece ? (side.sentences[piece.index] ?? []) : [];
  });
  return new Map(changed.filter(({ key }) => side.counts.get(key) === 1).map((one) => [one.key, one]));
}

/** Where all of some sentences stand, one after the other, in one piece that holds more than them. */
function wholeIn(sentences: readonly Sentence[], others: ByKey): ComparedPiece | undefined {
  const found = sentences.flatMap(({ key }) => others.get(key) ?? []);
  const [first, last] = [found[0], found[found.length - 1]];
  if (!first || !last || found.length < sentences.length) return undefined;
  if (found.some((one, at) => one.piece !== first.piece || isBefore(one, found[at - 1]))) return undefined;
  return { ...shownPiece(first.piece), span: { start: first.start, end: last.end } };
}

const isBefore = (one: Sentence, previous: Sentence | undefined): boolean =>
  previous !== undefined && one.start < previous.end;
