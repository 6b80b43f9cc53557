import type { Words } from '../../policy/model.js';

/** The first of each run of equal words, white space and case aside, in reading order. */
export function distinct<T extends Words>(words: readonly T[]): T[] {
  const seen = new Set<string>();
  return [...words]
    .sort((left, right) => left.span.start - right.span.start)
    .filter((one) => {
      const key = one.text.replace(/\s/g, '').toLowerCase();
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Drops `undefined`, as a type guard. */
export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined;
}
