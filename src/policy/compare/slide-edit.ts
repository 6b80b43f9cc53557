import type { Token } from './tokens.js';

/** Words and signs that set off an item of a list. */
const OPENS = /^(?:[、，,;；和及与或]|and|or)$/;
const SENTENCE_END = /^[。.!?;；]$/;

/** How far an edit is moved to read well. */
const FARTHEST = 40;

/**
 * Words that were only added, or only left out, can often be told at several places: of `a、b` and `a、c、b`, `、c` came as well as
 * `c、`. Gives the place that reads best: whole items with the sign before them, whole sentences.
 */
export function slideEdit(
  tokens: readonly Token[],
  [start, end]: readonly [number, number],
  [from, to]: readonly [number, number],
): readonly [number, number] {
  const length = end - start;
  let first = start;
  const lowest = Math.max(from, start - FARTHEST);
  while (first > lowest && tokens[first - 1]?.key === tokens[first + length - 1]?.key) first -= 1;
  let best = start;
  let score = scoreAt(tokens, start, length);
  const highest = Math.min(to - length, start + FARTHEST);
  for (let at = first; at <= highest; at += 1) {
    const here = scoreAt(tokens, at, length);
    if (here > score) [best, score] = [at, here];
    if (tokens[at]?.key !== tokens[at + length]?.key) break;
  }
  return [best, best + length];
}

function scoreAt(tokens: readonly Token[], start: number, length: number): number {
  const [before, first] = [tokens[start - 1]?.key ?? '。', tokens[start]?.key ?? ''];
  const last = tokens[start + length - 1]?.key ?? '';
  if (SENTENCE_END.test(before) && SENTENCE_END.test(last)) return 3;
  return OPENS.test(first) ? 2 : OPENS.test(last) || OPENS.test(before) ? 1 : 0;
}
