import type { Span } from '../model.js';
import type { ComparedChange } from './compare-pieces.js';
import { ownSentences, type Side } from './side.js';

/** Where the text of one version differs: whole sentences of pieces that came or went, words of those that were reworded. */
export function changedSpans(
  changes: readonly ComparedChange[],
  which: 'before' | 'after',
  sides: readonly [Side, Side],
): Span[] {
  const [here, there] = which === 'before' ? sides : [sides[1], sides[0]];
  return changes.flatMap((change) => {
    if (change.shown.kind === 'reworded') return change.shown.words.map((words) => words[which]);
    const piece = change[which];
    const alone = change.before === undefined || change.after === undefined;
    return piece && alone ? ownSentences(here, there, piece) : [];
  });
}
