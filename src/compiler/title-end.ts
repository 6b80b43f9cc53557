import { structureWords, type StructureWords } from './languages/structure.js';
import { titleLook } from './titles.js';

const STOP = /[，。；;！!？?：:,]/;

/** Edits that turn `title` into the best prefix of `words`, and that prefix; the shorter prefix wins a tie. */
export function closestPrefix(title: string, words: string): { length: number; distance: number } {
  const limit = Math.min(words.length, title.length + 8);
  let row = Array.from({ length: limit + 1 }, (_, index) => index);
  for (let at = 1; at <= title.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= limit; to += 1) {
      const same = title.charAt(at - 1) === words.charAt(to - 1) ? 0 : 1;
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same));
    }
    row = next;
  }
  let length = 0;
  for (let to = 1; to <= limit; to += 1) if ((row[to] ?? 0) < (row[length] ?? 0)) length = to;
  return { length, distance: row[length] ?? 0 };
}

/** By the table of contents: the prefix that differs least from the title promised there. */
function byContents(words: string, promised: string | undefined): number | undefined {
  if (!promised) return undefined;
  const [title, text] = [promised.toLowerCase(), words.toLowerCase()];
  if (text.length !== words.length) return undefined;
  const { length, distance } = closestPrefix(title, text);
  const sameEnd = text.slice(0, length).endsWith(title.slice(-2));
  return sameEnd && distance <= promised.length * 0.5 ? length : undefined;
}

/** By the language: a title ends where a word stands that opens a sentence. */
function byOpener(
  words: string,
  opener: RegExp,
  { unfinished, longestRunOn }: StructureWords,
): number | undefined {
  for (let at = 0; at <= Math.min(longestRunOn, words.length - 1); at += 1) {
    if (at > 0 && STOP.test(words.charAt(at - 1))) return undefined;
    opener.lastIndex = at;
    if (MID_WORD.test(words.slice(Math.max(0, at - 1), at + 1)) || !opener.test(words)) continue;
    if (opener.lastIndex >= words.length - 1) continue;
    if (at < 2) return undefined;
    if (!unfinished.test(words.slice(0, at))) return at;
  }
  return undefined;
}

/** Two letters of one word. */
const MID_WORD = /[a-z][A-Za-z]/;

/** White space ends a title of ideographs; between letters it only parts words. */
const bySpace = (words: string, { longestRunOn }: StructureWords): number | undefined => {
  const at = words.search(/[\s\u3000]/);
  const isTitle = at >= 2 && at <= longestRunOn && !/^[A-Za-z]+$/.test(words.slice(0, at));
  return isTitle ? at : undefined;
};

/** By the language: a title that everybody writes in the same way. */
const byCustom = (words: string, { fixedTitle }: StructureWords): number | undefined =>
  fixedTitle.exec(words)?.[0].length;

const GOES_TOO_FAR = 2;

/** By the next number: what stands before it is all title, if no sentence begins inside. */
function byBound(
  words: string,
  bound: number | undefined,
  promised: string | undefined,
  language: string,
): number | undefined {
  const known = structureWords(language);
  if (bound === undefined || bound > known.longestRunOn) return undefined;
  const inner = words.slice(0, bound);
  const { opener } = known;
  const begins = startsSentence(inner, language);
  if (begins && promised === undefined) return undefined;
  const opened = begins ? byOpener(inner.slice(GOES_TOO_FAR), opener, known) : byOpener(inner, opener, known);
  return opened === undefined ? bound : undefined;
}

/**
 * Where a title ends that its text follows without a break; undefined where that cannot be told.
 * `bound` is where the next number begins, if one does; `promised` is the title that the table of contents has for it.
 */
export function titleEnd(
  words: string,
  bound: number | undefined,
  promised: string | undefined,
  language: string,
): number | undefined {
  const isTitle = (end: number | undefined): end is number =>
    end !== undefined &&
    end > 1 &&
    (bound === undefined || end <= bound) &&
    titleLook(words.slice(0, end), language) === 'title';
  const [first, second] = [byBound(words, bound, promised, language), byContents(words, promised)];
  if (isTitle(first)) return first;
  if (isTitle(second)) return second;
  const known = structureWords(language);
  const end = byCustom(words, known) ?? byOpener(words, known.opener, known) ?? bySpace(words, known);
  return isTitle(end) && !startsSentence(words, language) ? end : undefined;
}

function startsSentence(words: string, language: string): boolean {
  const { opener } = structureWords(language);
  opener.lastIndex = 0;
  return opener.test(words);
}

/** Where a title ends whose neighbours in the same numbering ended clearly: a less certain opening is enough. */
export function softTitleEnd(words: string, language: string): number | undefined {
  if (startsSentence(words, language)) return undefined;
  const known = structureWords(language);
  const end = byOpener(words, known.softOpener, known);
  return end !== undefined && titleLook(words.slice(0, end), language) === 'title' ? end : undefined;
}
