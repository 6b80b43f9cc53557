import type { Line } from './lines.js';
import { readMarker } from './numbering.js';
import type { RemarkKind } from './remarks.js';

/** Lines that are no words of the policy, by their index, and why. */
export type Noise = ReadonlyMap<number, RemarkKind>;

const bare = (words: string): string => words.replace(/\s+/g, '');
const ADDRESS_LINE = /^(?:https?:\/\/|www\.|mailto:|ftp:\/\/)[^\s\u3000-\uffef]+$/i;
const FILE_LINE = /^file:\/\//i;
const ADDRESS_START = /^(?:https?:\/\/|mailto:|file:\/\/)[^\s\u3000-\u9fff\uff00-\uffef]*/i;
const LABEL_END = /[:：]$/;
const PAGE_NUMBER =
  /^(?:[-—–]\s*\d{1,4}\s*[-—–]|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})$/i;

const broken = (words: string): boolean => (words.match(/\ufffd/g)?.length ?? 0) * 5 > words.length;

/**
 * Link addresses that a PDF extraction adds at the foot of a page: bare addresses in a run of their own, or ones the text
 * has shown before; never the value of a label.
 */
function findAddresses(lines: readonly Line[], noise: Map<number, RemarkKind>): void {
  const seen = new SeenWords();
  let label = false;
  lines.forEach((line, index) => {
    const isAddress = ADDRESS_LINE.test(line.words);
    if (FILE_LINE.test(line.words) || broken(line.words)) noise.set(index, 'layout/file-name');
    else if (/^mailto:/i.test(line.words)) noise.set(index, 'layout/link-annotation');
    else if (isAddress && !label && (inRun(lines, index) || seen.has(line.words))) {
      noise.set(index, 'layout/link-annotation');
    } else if (isHiddenLink(lines, index)) noise.set(index, 'layout/hidden-text');
    if (noise.has(index)) return;
    seen.add(line.words);
    label = LABEL_END.test(line.words);
  });
}

/** The last stretch of the text without white space, where a page's links must have been shown. */
class SeenWords {
  #words = '';
  /** Not looked at yet: few documents ask. */
  #added: string[] = [];

  add(words: string): void {
    this.#added.push(words);
  }

  has(address: string): boolean {
    for (const words of this.#added) this.#take(words);
    this.#added = [];
    return this.#words.includes(address.replace(/\/+$/, ''));
  }

  #take(words: string): void {
    this.#words += bare(words);
    if (this.#words.length > 40_000) this.#words = this.#words.slice(-20_000);
  }
}

/** Beside another address without an empty line between, where the other lines of the document have one. */
function inRun(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const next = lines[index + 1];
  const before = lines[index - 1];
  const isLink = (one: Line | undefined): boolean =>
    one !== undefined && /^(?:https?|file|mailto):/i.test(one.words);
  return (line?.gap === 0 && isLink(before)) || (next?.gap === 0 && isLink(next));
}

/** A line that begins with an address which swallowed the words after it: a bracket closes there that was never opened. */
function isHiddenLink(lines: readonly Line[], index: number): boolean {
  const words = lines[index]?.words ?? '';
  const address = ADDRESS_START.exec(words)?.[0];
  if (!address) return false;
  const closes = /^[)）】」』]/.test(words.slice(address.length)) && !/[(（【「『]/.test(address);
  const twin = lines[index - 1]?.words === words || lines[index + 1]?.words === words;
  return closes && words.length > address.length + 1 && twin;
}

/** Page numbers: written as such, or bare numbers that rise by one from page to page. */
function findPageNumbers(lines: readonly Line[], noise: Map<number, RemarkKind>): void {
  const numbers: number[] = [];
  lines.forEach((line, index) => {
    if (line.hint) return;
    if (PAGE_NUMBER.test(line.words)) noise.set(index, 'layout/page-number');
    else if (/^\d{1,4}$/.test(line.words)) numbers.push(index);
  });
  if (risesByPages(lines, numbers)) for (const index of numbers) noise.set(index, 'layout/page-number');
}

function risesByPages(lines: readonly Line[], numbers: readonly number[]): boolean {
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  if (first === undefined || last === undefined || numbers.length < 2) return false;
  const value = (index: number): number => Number(lines[index]?.words);
  const rises = numbers.every((line, at) => at === 0 || value(line) === value(numbers[at - 1] ?? 0) + 1);
  return rises && (last - first) / (numbers.length - 1) >= 10;
}

const NUMBERED_EDGE =
  /(?:\s|^)(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4})$/i;

/** Lines of one wording that always stand beside a page's edge, or that end in the page's number. */
function findRunningHeads(lines: readonly Line[], noise: Map<number, RemarkKind>): void {
  const usual = usualGap(lines);
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.hint || noise.has(index) || line.width > 80) return;
    const key = bare(line.words).replace(/\d+/g, '#');
    const known = places.get(key);
    if (known) known.push(index);
    else places.set(key, [index]);
  });
  const edge = (line: Line | undefined): boolean => !line || line.newPage || line.gap > usual + 1;
  const atEdge = (index: number): boolean =>
    index === 0 ||
    edge(lines[index]) ||
    edge(lines[index + 1]) ||
    isNumber(noise, index - 1) ||
    isNumber(noise, index + 1);
  for (const [key, indices] of places) {
    const numbered = indices.every((index) => NUMBERED_EDGE.test(lines[index]?.words ?? ''));
    if (indices.length < (numbered ? 2 : 3) || key.length < 3) continue;
    if (!numbered && !indices.every(atEdge)) continue;
    for (const index of indices) noise.set(index, 'layout/running-head');
  }
}

const isNumber = (noise: Noise, index: number): boolean => noise.get(index) === 'layout/page-number';

function usualGap(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { gap } of lines) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const wide = lines.length * 0.1;
  return Math.max(0, ...[...counts].filter(([, count]) => count > wide).map(([gap]) => gap));
}

/**
 * Lines after the end that say once more what the text has said: bookmarks and form fields of a PDF. They are set otherwise
 * than the text, close together or behind a glyph; a numbered list that comes a second time is the author's.
 */
function findRepeatedEnd(lines: readonly Line[], noise: Map<number, RemarkKind>): void {
  const from = Math.max(0, lines.length - 60);
  const usual = usualGap(lines);
  const words = lines.map(({ words }, index) => (noise.has(index) ? '' : bare(words).replace(GLYPHS, '')));
  const isForeign = (index: number): boolean => {
    const line = lines[index];
    return (
      line !== undefined &&
      ((usual > 0 && line.gap === 0) || line.indent > 0 || GLYPHS.test(bare(line.words)))
    );
  };
  const repeats = (index: number, end: number): boolean => isForeign(index) && isRepeated(words, index, end);
  let end = lines.length;
  while (end > from + 1 && repeats(end - 1, end - 1)) end -= 1;
  while (end < lines.length && !repeats(end, end)) end += 1;
  if (lines.length - end < 2 || lines.slice(end).some((line) => isNumbered(line))) return;
  for (let index = end; index < lines.length; index += 1) noise.set(index, 'layout/repeated-text');
}

const GLYPHS = /^[^\p{L}\p{N}“"（(《]+/u;

const isNumbered = ({ words }: Line): boolean => {
  const marker = readMarker(words, { start: 0, end: words.length });
  return marker !== undefined && marker.style !== 'bullet';
};

function isRepeated(words: readonly string[], index: number, end: number): boolean {
  const wanted = words[index] ?? '';
  if (wanted.length < 8) return false;
  return words
    .slice(Math.max(0, end - 120), end)
    .join('')
    .includes(wanted);
}

/** A title that stands twice at the beginning, as a page's title and its first heading do. */
function findRepeatedTitle(lines: readonly Line[], noise: Map<number, RemarkKind>): void {
  const [first, second] = [lines[0], lines[1]];
  const isTitle = first !== undefined && first.width < 80 && !/[。！？；.!?;]$/.test(first.words);
  if (isTitle && second && bare(first.words) === bare(second.words)) {
    noise.set(second.hint?.kind === 'heading' ? 0 : 1, 'layout/repeated-text');
  }
}

/** Finds what the extraction put between the author's lines. Rows of tables and marked headings are never taken. */
export function findNoise(lines: readonly Line[]): Noise {
  const noise = new Map<number, RemarkKind>();
  findAddresses(lines, noise);
  findPageNumbers(lines, noise);
  findRunningHeads(lines, noise);
  findRepeatedEnd(lines, noise);
  findRepeatedTitle(lines, noise);
  return noise;
}
