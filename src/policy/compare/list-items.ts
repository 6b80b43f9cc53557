import { isMisspelt } from './slips.js';
import { likeness, shinglesOf } from './shingles.js';
import { keyOfWords, tokensOf } from './tokens.js';

/** What stands between the items of a list. */
const BETWEEN =
  /[、，,；;。.\n\t]|以及|或者|(?<=[\u4e00-\u9fff])[和及与或](?=[\u4e00-\u9fff])|\b(?:and|or)\b|[“”"()（）:：]/i;

/** What an item may begin with and be the same. */
const OPENING =
  /^(?:用于|用来|为了|以便|您的|您|你的|对|(?:in order )?to |for |your |the |an? |our |its |about |所有|相关|必要的)+/i;

/** Items to compare in pairs; a list longer than this is compared by its words alone. */
const MOST = 60;

const itemsOf = (words: string): Map<string, string> => {
  const items = new Map<string, string>();
  for (const part of words.split(BETWEEN)) {
    const item = part.trim().replace(OPENING, '');
    const key = keyOfWords(item);
    if (key !== '') items.set(key, item);
  }
  return items;
};

export interface ItemChange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** True where each added item is a removed one in other words, as far as letters show. */
  readonly onlyReworded: boolean;
}

/** How two lists written as prose differ, whatever the order of their items. */
export function compareItems(before: string, after: string): ItemChange {
  const [old, young] = [itemsOf(before), itemsOf(after)];
  const removed = [...old].filter(([key]) => !young.has(key)).map(([, item]) => item);
  const added = [...young].filter(([key]) => !old.has(key)).map(([, item]) => item);
  if (added.length * removed.length > MOST * MOST) return { added, removed, onlyReworded: false };
  const alike = (item: string): boolean => removed.some((other) => isAlike(other, item));
  const real = added.filter(
    (item) => !removed.some((other) => isMisspelt(keyOfWords(other), keyOfWords(item))),
  );
  return { added: real, removed, onlyReworded: real.length > 0 && real.every(alike) };
}

/** Every item of a list, for looking up whether one is known. */
export const itemKeys = (words: string): Iterable<string> => itemsOf(words).keys();

function isAlike(left: string, right: string): boolean {
  const tokens = (words: string) => tokensOf(words, { start: 0, end: words.length });
  return likeness(shinglesOf(tokens(left)), shinglesOf(tokens(right))) >= 0.5;
}
