import type { Span } from '../model.js';
import type { WordChange } from './changes.js';
import { shortestEdits, type Edit, type Keyed } from './shortest-edits.js';
import { slideEdit } from './slide-edit.js';
import { CELL_END, keyOfTokens, type Token } from './tokens.js';

/** Where a long piece is cut. */
const UNIT_END = /^[。.!?;；]$/;

/** So many equal words between two changes are too few to be read as kept. */
const KEPT = 2;

/** The words two pieces differ in, as few as make sense to read. Linear: the shortest edit is looked for only up to a bound. */
export function wordChanges(before: readonly Token[], after: readonly Token[]): WordChange[] {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start]?.key === after[start]?.key)
    start += 1;
  let [endA, endB] = [before.length, after.length];
  while (endA > start && endB > start && before[endA - 1]?.key === after[endB - 1]?.key) {
    endA -= 1;
    endB -= 1;
  }
  if (start === endA && start === endB) return [];
  const whole: Edit = { a: [start, endA], b: [start, endB] };
  const edits = shortestEdits(before, after, whole) ?? editsBySentence(before, after, whole);
  return slideAll(joinNear(edits, before), before, after).map(({ a, b }) => ({
    before: spanOf(before, a),
    after: spanOf(after, b),
  }));
}

interface Unit extends Keyed {
  readonly from: number;
  readonly to: number;
}

/** A range as sentences. */
function unitsOf(tokens: readonly Token[], [start, end]: readonly [number, number]): Unit[] {
  const units: Unit[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (at + 1 < end && !UNIT_END.test((tokens[at] as Token).key)) continue;
    units.push({ key: keyOfTokens(tokens.slice(from, at + 1)), from, to: at + 1 });
    from = at + 1;
  }
  return units;
}

/** Where too much differs to look word by word: sentence by sentence first, then the words of the sentences that differ. */
function editsBySentence(before: readonly Token[], after: readonly Token[], { a, b }: Edit): Edit[] {
  const [old, young] = [unitsOf(before, a), unitsOf(after, b)];
  const all: Edit = { a: [0, old.length], b: [0, young.length] };
  const edits = shortestEdits(old, young, all);
  if (!edits) return [{ a, b }];
  const place = (units: readonly Unit[], at: number, last: number): number => units[at]?.from ?? last;
  return joinTouching(edits).flatMap((edit) => {
    const words: Edit = {
      a: [place(old, edit.a[0], a[1]), place(old, edit.a[1], a[1])],
      b: [place(young, edit.b[0], b[1]), place(young, edit.b[1], b[1])],
    };
    return shortestEdits(before, after, words) ?? [words];
  });
}

function joinTouching(edits: readonly Edit[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined[joined.length - 1];
    if (last?.a[1] === edit.a[0] && last.b[1] === edit.b[0])
      joined[joined.length - 1] = { a: [last.a[0], edit.a[1]], b: [last.b[0], edit.b[1]] };
    else joined.push(edit);
  }
  return joined;
}

/** Moves each addition and each omission to where it reads best, between its neighbours. */
function slideAll(edits: readonly Edit[], before: readonly Token[], after: readonly Token[]): Edit[] {
  const slid: Edit[] = [];
  edits.forEach(({ a, b }, at) => {
    const [last, next] = [slid[at - 1], edits[at + 1]];
    const added = a[0] === a[1];
    if (!added && b[0] !== b[1]) return slid.push({ a, b });
    const tokens = added ? after : before;
    const [here, low, high] = added
      ? [b, last?.b[1] ?? 0, next?.b[0] ?? after.length]
      : [a, last?.a[1] ?? 0, next?.a[0] ?? before.length];
    const moved = slideEdit(tokens, here, [low, high]);
    const by = moved[0] - here[0];
    const other = added ? a : b;
    const place = [other[0] + by, other[1] + by] as const;
    return slid.push(added ? { a: place, b: moved } : { a: moved, b: place });
  });
  return slid;
}

/** Of no words: the place behind the word before. */
function spanOf(tokens: readonly Token[], [start, end]: readonly [number, number]): Span {
  if (start < end) return { start: (tokens[start] as Token).start, end: (tokens[end - 1] as Token).end };
  const at = tokens[start - 1]?.end ?? tokens[start]?.start ?? 0;
  return { start: at, end: at };
}

function joinNear(edits: readonly Edit[], before: readonly Token[]): Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined[joined.length - 1];
    const kept = last ? before.slice(last.a[1], edit.a[0]) : [];
    const near = kept.length <= KEPT && kept.every(({ key }) => key !== CELL_END);
    if (last && (kept.length === 0 || (near && isLong(last) && isLong(edit))))
      joined[joined.length - 1] = { a: [last.a[0], edit.a[1]], b: [last.b[0], edit.b[1]] };
    else joined.push(edit);
  }
  return joined;
}

/** An exchange, or more than one word. */
const isLong = ({ a, b }: Edit): boolean => a[1] - a[0] + b[1] - b[0] > 1;
