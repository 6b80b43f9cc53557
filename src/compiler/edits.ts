import type { Span } from '../policy/model.js';
import { TraceBuilder, runAt, type TracedText } from './traced-text.js';

/** Replaces a stretch of a text by pieces of that text and words of our own; no pieces: the stretch goes. */
export interface Edit extends Span {
  readonly pieces: readonly (Span | string)[];
}

/** A text after its edits; `place` says where a character of the text before it stands now. */
export interface Edited {
  readonly traced: TracedText;
  /** A span of the text before, as it is now; empty where nothing of it is left. */
  place(span: Span): Span;
}

function applyEdits(origin: TracedText, edits: readonly Edit[]): TracedText {
  const out = new TraceBuilder(origin);
  let at = 0;
  for (const edit of edits) {
    out.copy(at, edit.start);
    for (const piece of edit.pieces) {
      if (typeof piece === 'string') out.write(piece);
      else out.copy(piece.start, piece.end);
    }
    at = edit.end;
  }
  out.copy(at, origin.text.length);
  return out.finish();
}

type Kept = readonly [now: number, before: number, length: number];

const swap = ([now, before, length]: Kept): Kept => [before, now, length];

/** Applies edits, which must be in rising order and apart from each other. */
export function editText(origin: TracedText, edits: readonly Edit[]): Edited {
  const layer = applyEdits({ text: origin.text, runs: [[0, 0, origin.text.length]] }, edits);
  const byBefore = layer.runs.map(swap).sort((a, b) => a[0] - b[0]);
  const at = (before: number): number => {
    const index = runAt(byBefore, before);
    const run = byBefore[index];
    if (run && before < run[0] + run[2]) return run[1] + before - run[0];
    return byBefore[index + 1]?.[1] ?? layer.text.length;
  };
  const endAt = (before: number): number => {
    const run = byBefore[runAt(byBefore, before - 1)];
    return run ? run[1] + Math.min(before - run[0], run[2]) : 0;
  };
  return {
    traced: applyEdits(origin, edits),
    place({ start, end }) {
      const from = at(start);
      return { start: from, end: Math.max(from, endAt(end)) };
    },
  };
}
