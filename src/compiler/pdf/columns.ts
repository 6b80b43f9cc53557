import type { PageContent } from './page-content.js';
import { segments, textLine, type TextLine } from './text-line.js';

/** A line and the column it stands in: 0 where it runs across the page, else 1 or 2. */
export interface ColumnLine {
  readonly line: TextLine;
  readonly column: number;
}

/** The narrowest gap between two columns, in the size of the text. */
const GUTTER = 1.2;
/** So many lines must stand beside one another, and so full must most of them be: a table's cells are shorter. */
const FEWEST = 6;
const FULL = 0.75;

/** A line divided at the gutter; undefined where it runs across it. */
function sides(
  line: TextLine,
  gutter: number,
): readonly [TextLine | undefined, TextLine | undefined] | undefined {
  const parts = segments(line.page, line.glyphs, GUTTER);
  if (parts.some(({ left, right }) => left < gutter && right > gutter)) return undefined;
  const side = (isLeft: boolean): TextLine | undefined =>
    textLine(
      line.page,
      line.glyphs.filter((glyph) => glyph.right <= gutter === isLeft),
    );
  return [side(true), side(false)];
}

/** Where a page is divided into two columns of running text, if it is. */
function findGutter(lines: readonly TextLine[], { width }: Pick<PageContent, 'width'>): number | undefined {
  const gaps: number[] = [];
  for (const line of lines) {
    const parts = segments(line.page, line.glyphs, GUTTER);
    parts.slice(1).forEach((part, index) => {
      const middle = ((parts[index]?.right ?? 0) + part.left) / 2;
      if (middle > width * 0.35 && middle < width * 0.65) gaps.push(middle);
    });
  }
  if (gaps.length < FEWEST) return undefined;
  gaps.sort((a, b) => a - b);
  const gutter = gaps[gaps.length >> 1] ?? 0;
  const both = lines.flatMap((line) => {
    const [left, right] = sides(line, gutter) ?? [];
    return left && right ? [[left, right] as const] : [];
  });
  if (both.length < FEWEST || both.length < lines.length * 0.4) return undefined;
  return [0, 1].every((side) => isProse(both.map((pair) => pair[side === 0 ? 0 : 1]))) ? gutter : undefined;
}

/** Most lines reach from one edge of the column to the other. */
function isProse(lines: readonly TextLine[]): boolean {
  const left = Math.min(...lines.map((line) => line.left));
  const right = Math.max(...lines.map((line) => line.right));
  const full = lines.filter((line) => line.right - line.left > (right - left) * FULL).length;
  const few = lines.filter(({ glyphs }) => glyphs.length < 12).length;
  return full > lines.length * 0.55 && few < lines.length * 0.4;
}

/** A page's lines in reading order: down one column, then down the next, between lines that run across both. */
export function orderColumns(lines: readonly TextLine[], page: Pick<PageContent, 'width'>): ColumnLine[] {
  const gutter = findGutter(lines, page);
  if (gutter === undefined) return lines.map((line) => ({ line, column: 0 }));
  const ordered: ColumnLine[] = [];
  let waiting: ColumnLine[] = [];
  for (const line of lines) {
    const parts = sides(line, gutter);
    if (!parts) {
      ordered.push(...waiting, { line, column: 0 });
      waiting = [];
      continue;
    }
    const [left, right] = parts;
    if (left) ordered.push({ line: left, column: 1 });
    if (right) waiting.push({ line: right, column: 2 });
  }
  return [...ordered, ...waiting];
}
