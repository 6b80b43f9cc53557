import { isSpace, type Glyph } from './glyph.js';
import type { PageContent } from './page-content.js';
import { printLine } from './printed-line.js';
import { ruledTables } from './ruled-tables.js';
import { glyphLines, textLine } from './text-line.js';

/** A line at a page's edge that is no words of the text. */
export interface EdgeLine {
  readonly page: number;
  readonly kind: 'layout/page-number' | 'layout/running-head';
  readonly glyphs: ReadonlySet<Glyph>;
}

interface Candidate {
  readonly page: number;
  readonly words: string;
  readonly numbers: readonly number[];
  readonly key: string;
  readonly glyphs: ReadonlySet<Glyph>;
}

/** Running heads stand in the outermost part of a page, and are few lines. */
const ZONE = 0.13;
const DEEPEST = 3;
/** Their place may differ so much from page to page, in points. */
const LEVEL = 8;
const NUMBER_ALONE =
  /^[-—–·.\s]*(?:page|p\.|第)?\s*#\s*(?:页)?\s*(?:(?:of|\/|共|,|，)\s*(?:共)?\s*#\s*(?:页)?)?[-—–·.\s]*$/i;

function candidates(content: PageContent, glyphs: readonly Glyph[]): Candidate[] {
  const grids = ruledTables(content.rules);
  const free = glyphs.filter(
    ({ left, right, baseline }) => !grids.some((grid) => grid.at((left + right) / 2, baseline)),
  );
  const lines = glyphLines(free);
  const inZone = (line: readonly Glyph[]): boolean => {
    const baseline = line[0]?.baseline ?? 0;
    return baseline < content.height * ZONE || baseline > content.height * (1 - ZONE);
  };
  const outer = lines.filter(
    (line, index) => inZone(line) && Math.min(index, lines.length - 1 - index) < DEEPEST,
  );
  return outer.map((line) => {
    const words = textLine(content.index, line)
      ? printLine({ glyphs: line.filter((one) => !isSpace(one)) }).text
      : '';
    const place = Math.round((line[0]?.baseline ?? 0) / LEVEL);
    return {
      page: content.index,
      words,
      numbers: (words.match(/\d+/g) ?? []).map(Number),
      key: `${place}:${words.replace(/\s+/g, '').replace(/\d+/g, '#')}`,
      glyphs: new Set(line),
    };
  });
}

/** One of the numbers counts the pages. */
function counts(lines: readonly Candidate[]): boolean {
  const most = Math.max(...lines.map(({ numbers }) => numbers.length));
  for (let at = 0; at < most; at += 1) {
    const offsets = new Set(lines.map(({ numbers, page }) => (numbers[at] ?? NaN) - page));
    if (offsets.size === 1 && !offsets.has(NaN)) return true;
  }
  return false;
}

/** Lines may lie on the border of two steps of height: both are looked at. */
function neighbours(key: string): string[] {
  const at = key.indexOf(':');
  const place = Number(key.slice(0, at));
  return [place - 1, place, place + 1].map((one) => `${one}${key.slice(at)}`);
}

/** Page numbers and running heads: what stands at one place of many pages with the same words, but for a number that counts. */
export function findEdges(
  contents: readonly PageContent[],
  glyphsOf: (content: PageContent) => readonly Glyph[],
): EdgeLine[] {
  const all = contents.flatMap((content) => candidates(content, glyphsOf(content)));
  const byKey = new Map<string, Candidate[]>();
  for (const one of all) {
    const known = byKey.get(one.key);
    if (known) known.push(one);
    else byKey.set(one.key, [one]);
  }
  return all.flatMap((one) => {
    const same = neighbours(one.key).flatMap((key) => byKey.get(key) ?? []);
    const pages = new Set(same.map(({ page }) => page)).size;
    const counted = one.numbers.length > 0 && pages > 1 && counts(same);
    const shape = one.words.replace(/\d+/g, '#');
    const isNumber =
      NUMBER_ALONE.test(shape) && (counted || (/[^#\s]/.test(shape) && one.numbers[0] === one.page + 1));
    const repeated = new Set(same.map(({ words }) => words)).size === 1 && pages > 1;
    const isHead = counted || (repeated && (pages > 2 || pages === contents.length));
    if (!isNumber && !isHead) return [];
    const kind = isNumber ? 'layout/page-number' : 'layout/running-head';
    return [{ page: one.page, kind, glyphs: one.glyphs } as const];
  });
}
