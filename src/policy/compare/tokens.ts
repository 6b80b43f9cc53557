import type { Span } from '../model.js';

/** A word, a number, a reference, a Han character or a sign; `key` is equal where two mean the same letters. */
export interface Token extends Span {
  readonly key: string;
}

/** References first, so that `第八条` and `section 8.2` are one word each, and a renumbered document is not a reworded one. */
const TOKEN =
  /第\s?[(（]?[\d一二三四五六七八九十百]{1,5}[)）]?\s?[条款项章节]|(?:section|article|clause)s?\s+\d+(?:\.\d+){0,4}|[\d\uff10-\uff19]+(?:[.,][\d\uff10-\uff19]+)*|[a-z\u00c0-\u024f\uff21-\uff3a\uff41-\uff5a]+(?:['’-][a-z\u00c0-\u024f]+)*|\t|[\ud800-\udbff][\udc00-\udfff]|[^\s\u00ad\u200b-\u200f\u2060\ufeff]/gi;

const REFERENCE = /^(?:第.*[条款项章节]|(?:section|article|clause)s?\s)/;

/** Signs that stand between words and say nothing of their own. `、` and `;` count: lists are read by them elsewhere. */
const SIGN = /^[\p{P}\p{S}]$/u;

const NUMBERING =
  /^\s*(?:(?:[(（]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{2,5})\s*[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])\s*(?:[)）、．]|\.(?!\d))|\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s)|第[\d一二三四五六七八九十百]{1,5}[条章节](?=\s)|[-•·*▪●○◆■]\s)\s*)/i;

export const isReference = (key: string): boolean => REFERENCE.test(key);

/** The key of the tab between two cells. */
export const CELL_END = ' ';

export const isSign = (key: string): boolean => key === CELL_END || SIGN.test(key);

/** Where the words of a paragraph begin after its number or bullet. */
export function afterNumber(text: string, { start, end }: Span): number {
  const head = NUMBERING.exec(text.slice(start, Math.min(end, start + 24)));
  const length = head?.[0].length ?? 0;
  return start + length < end ? start + length : start;
}

/** The words of a range. Spaces are no words: a wrapped line is the same line. */
export function tokensOf(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  for (const found of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + found.index;
    tokens.push({ key: keyOf(found[0]), start: at, end: at + found[0].length });
  }
  return tokens;
}

/** Keys of short words, so that the same character is one string in memory, and is folded once. */
const KEYS = new Map<string, string>();
const MOST_KEYS = 20000;

function keyOf(word: string): string {
  const known = KEYS.get(word);
  if (known !== undefined) return known;
  const key = foldWord(word);
  if (word.length <= 12 && KEYS.size < MOST_KEYS) KEYS.set(word, key);
  return key;
}

const foldWord = (word: string): string =>
  word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[“”„«»「」『』]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ');

/** One string for words, equal for equal words whatever their spaces, widths and capitals are. */
export const keyOfTokens = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join('\u0001');

/** Longer than any fact: told apart by its very letters. */
const LONGEST = 5000;

/** The key of a phrase. */
export const keyOfWords = (words: string): string =>
  words.length > LONGEST
    ? words
    : keyOfTokens(tokensOf(words, { start: 0, end: words.length }).filter(({ key }) => !isSign(key)));
