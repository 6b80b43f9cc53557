import { structureWords } from './languages/structure.js';
import type { Piece } from './pieces.js';
import { titleKey, titleLook } from './titles.js';

const LEADERS = /[\s.．…·]{2,}\d{1,4}\s*$|\t\s*\d{1,4}\s*$/;
const FEWEST = 3;

const LONGEST = 200;

const keys = new WeakMap<Piece, string>();

/** A piece is compared with those of many runs: its key is made once. */
function keyOf(piece: Piece): string {
  const key = keys.get(piece) ?? titleKey(piece.words.replace(LEADERS, ''));
  keys.set(piece, key);
  return key;
}

const short = new WeakMap<Piece, boolean>();

function isShortTitle(piece: Piece, language: string): boolean {
  const known = short.get(piece) ?? looksShortTitle(piece, language);
  short.set(piece, known);
  return known;
}

/**
 * A title in a table of contents; behind a number a colon in it, as in the name of an appendix, is no harm there. Behind a bullet
 * it parts a label from what it says.
 */
function looksShortTitle({ paragraph, words, marker }: Piece, language: string): boolean {
  if (paragraph.row || words.length >= LONGEST) return false;
  const title = words.replace(LEADERS, '');
  return (
    titleLook(marker && marker.ordinal > 0 ? title.replace(/[：:](?=\s*[^\s\d])/, ' ') : title, language) ===
    'title'
  );
}

/** Titles that share most of their letters; the table and the text often differ by a word. */
export function resemble(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 4 || long.length > short.length * 2) return false;
  if (!long.endsWith(short.slice(-2)) || !/[\u4e00-\u9fff]/.test(short)) return false;
  const letters = new Set(short);
  const shared = [...new Set(long)].filter((letter) => letters.has(letter)).length;
  return shared >= 0.75 * letters.size;
}

/** Where a run of short title-like lines ends; a title or a first number that comes again in it is the text's own. */
function runEnd(pieces: readonly Piece[], from: number, language: string): number {
  const seen = new Set<string>();
  let style: string | undefined;
  let to = from;
  for (let piece = pieces[to]; piece && isShortTitle(piece, language); piece = pieces[to]) {
    const beginsAnew = style !== undefined && piece.marker?.ordinal === 1 && piece.marker.style === style;
    if (seen.has(keyOf(piece)) || beginsAnew) break;
    seen.add(keyOf(piece));
    style ??= piece.marker?.style;
    to += 1;
  }
  return to;
}

/** Whether the second line goes on with the first one's numbering. */
const goesOn = (first: Piece | undefined, second: Piece | undefined): boolean =>
  first?.marker !== undefined &&
  first.marker.style === second?.marker?.style &&
  second.marker.ordinal === first.marker.ordinal + 1;

/** How many lines of a run stand again, further down, as lines of their own. */
function matchesBelow(
  run: readonly Piece[],
  below: ReadonlySet<string>,
  ordered: readonly string[],
): boolean[] {
  return run.map((piece) => {
    const key = keyOf(piece);
    return key.length > 1 && (below.has(key) || ordered.some((other) => resemble(key, other)));
  });
}

/**
 * Marks the table of contents: three or more short lines in a row of which half or more stand again further down, or lines
 * with page numbers behind dots. The table is evidence for headings, never the only one: it marks nothing but itself.
 */
export function markContents(pieces: readonly Piece[], language: string): Piece[] {
  const marked = new Set<number>();
  const { contents } = structureWords(language);
  for (let from = 0; from < pieces.length; from += 1) {
    const to = runEnd(pieces, from, language);
    if (to - from < FEWEST) {
      from = Math.max(from, to - 1);
      continue;
    }
    for (const index of contentsOf(pieces, from, to, language, contents)) marked.add(index);
    from = to - 1;
  }
  markTitleAbove(pieces, contents, marked);
  return pieces.map((piece, index) => (marked.has(index) ? { ...piece, contents: true } : piece));
}

/** The words above the lines that the source itself keeps as a table of contents. */
function markTitleAbove(pieces: readonly Piece[], title: RegExp, marked: Set<number>): void {
  const first = pieces.findIndex((piece) => piece.contents);
  if (title.test(pieces[first - 1]?.words.trim() ?? '')) marked.add(first - 1);
}

const FARTHEST = 2000;

function contentsOf(
  pieces: readonly Piece[],
  from: number,
  to: number,
  language: string,
  heading: RegExp,
): number[] {
  const run = pieces.slice(from, to);
  const titles = pieces.slice(to, to + FARTHEST).filter((piece) => isShortTitle(piece, language));
  const ordered = titles.map(keyOf).slice(0, 300);
  const matches = matchesBelow(run.slice(0, 200), new Set(titles.map(keyOf)), ordered);
  const led = run.filter((piece) => LEADERS.test(piece.words)).length;
  const first = matches.indexOf(true);
  const last = matches.lastIndexOf(true);
  const enough = matches.filter(Boolean).length * 2 >= last - first + 1 && last - first + 1 >= FEWEST;
  if (!enough && led * 2 < run.length) return [];
  let [low, high] = enough ? [first, last] : [0, run.length - 1];
  while (low > 0 && goesOn(run[low - 1], run[low])) low -= 1;
  while (high < run.length - 1 && goesOn(run[high], run[high + 1])) high += 1;
  const found = Array.from({ length: high - low + 1 }, (_, index) => from + low + index);
  const before = pieces[from + low - 1];
  if (before && heading.test(before.words.trim())) found.unshift(from + low - 1);
  return found;
}
