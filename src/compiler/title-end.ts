import { structureWords } from './languages/structure.js';
import { titleLook } from './titles.js';

const LONGEST = 30;
const TAKES_OBJECT = /[对向与给为由将按和及或的是在从于把被以得助护、“‘《(（]$/;
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
  const { length, distance } = closestPrefix(promised, words);
  const sameEnd = words.slice(0, length).endsWith(promised.slice(-2));
  return sameEnd && distance <= promised.length * 0.5 ? length : undefined;
}

/** By the language: a title ends where a word stands that opens a sentence. */
function byOpener(words: string, opener: RegExp): number | undefined {
  for (let at = 0; at <= Math.min(LONGEST, words.length - 1); at += 1) {
    if (at > 0 && STOP.test(words.charAt(at - 1))) return undefined;
    opener.lastIndex = at;
    if (!opener.test(words) || opener.lastIndex >= words.length - 1) continue;
    if (at < 2) return undefined;
    if (!TAKES_OBJECT.test(words.slice(0, at))) return at;
  }
  return undefined;
}

const bySpace = (words: string): number | undefined => {
  const at = words.search(/[\s\u3000]/);
  return at >= 2 && at <= LONGEST ? at : undefined;
};

const GOES_TOO_FAR = 2;

/** By the next number: what stands before it is all title, if no sentence begins inside. */
function byBound(
  words: string,
  bound: number | undefined,
  promised: string | undefined,
  language: string,
): number | undefined {
  if (bound === undefined || bound > LONGEST) return undefined;
  const inner = words.slice(0, bound);
  const { opener } = structureWords(language);
  const begins = startsSentence(inner, language);
  if (begins && promised === undefined) return undefined;
  const opened = begins ? byOpener(inner.slice(GOES_TOO_FAR), opener) : byOpener(inner, opener);
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
  const end = byOpener(words, structureWords(language).opener) ?? bySpace(words);
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
  const end = byOpener(words, structureWords(language).softOpener);
  return end !== undefined && titleLook(words.slice(0, end), language) === 'title' ? end : undefined;
}
