import type { RemarkKind } from './remarks.js';

/** Words of a source that a reader did not take over: where they begin in it, and what they say (or what they are). */
export interface LeftOut {
  readonly kind: RemarkKind;
  readonly source: number;
  readonly words: string;
}

const LONGEST = 24;

/** The first words of what was left out, as a message quotes them. */
export function quoteFirst(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST ? `“${line.slice(0, LONGEST).trim()}…”` : `“${line}”`;
}

/** What was left out and its first words, if it has any: `navigation “Home Products…”`. */
export const nameWithWords = (what: string, words: string): string =>
  words.trim() ? `${what} ${quoteFirst(words)}` : what;
