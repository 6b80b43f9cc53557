import { readMarker } from '../numbering.js';
import type { FlowLine } from './page-lines.js';
import { printLine } from './printed-line.js';

/** How the lines of a document's running text are set. */
export interface FlowMeasure {
  /** The size most characters have. */
  readonly size: number;
  /** From one baseline to the next inside a paragraph, in the size of the text. */
  readonly leading: number;
  /** Paragraphs begin with an indent, or after a wider gap: a full line without one goes on. */
  readonly indented: boolean;
  readonly spaced: boolean;
  /** Where lines of a column end at the latest. */
  right(line: FlowLine): number;
  /** Where lines of a column begin. */
  left(line: FlowLine): number;
}

const WIDER = 1.3;
const INDENT = 1.2;
const LEFTMOST = 0.05;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** So many of a column's lines end at its margin at least, within so much of their size. */
const AT_MARGIN = 0.08;
const NEAR_MARGIN = 1.2;

/** Where a line's words end, but for a stop that may hang over the margin. */
function endOf({ line }: FlowLine): number {
  const last = line.glyphs[line.glyphs.length - 1];
  return last && HANGS.test(last.text) ? last.left : line.right;
}

const HANGS = /^[，。、；：！？,.;:]$/;

/** So many lines prove a margin by themselves; fewer may all be short. */
const PROOF = 6;

/**
 * Where lines of a column end at the latest: the farthest place where several do. What reaches beyond hangs over. Where few do,
 * the page's margins are taken to be alike: `opposite` is where the right one would be then.
 */
function margin(lines: readonly FlowLine[], opposite: number): number {
  const ends = lines
    .map((one) => ({ right: endOf(one), size: one.line.size }))
    .sort((a, b) => b.right - a.right);
  const fewest = Math.max(2, lines.length * AT_MARGIN);
  let last = 0;
  for (const [first, { right, size }] of ends.entries()) {
    while (last < ends.length && (ends[last]?.right ?? 0) > right - NEAR_MARGIN * size) last += 1;
    if (last - first >= fewest) return last - first >= PROOF ? right : Math.max(right, opposite);
  }
  return Math.max(ends[0]?.right ?? 0, opposite);
}

function mostCommon(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Items of a list stand close together, whatever paragraphs do. */
function beginsItem({ line }: FlowLine): boolean {
  const words = printLine(line).text;
  return readMarker(words, { start: 0, end: words.length }) !== undefined;
}

/** The margins of each column of each page size. */
class Margins {
  readonly #widths: readonly number[];
  readonly #lefts = new Map<string, number>();
  readonly #rights = new Map<string, number>();

  constructor(flow: readonly FlowLine[], widths: readonly number[]) {
    this.#widths = widths;
    const columns = new Map<string, FlowLine[]>();
    for (const one of flow) {
      const known = columns.get(this.#key(one));
      if (known) known.push(one);
      else columns.set(this.#key(one), [one]);
    }
    for (const [key, lines] of columns) {
      const places = lines.map(({ line }) => line.left);
      const left = quantile(places, LEFTMOST);
      const [first] = lines;
      const width = first?.column === 0 ? (widths[first.line.page] ?? 0) : 0;
      this.#lefts.set(key, left);
      this.#rights.set(key, margin(lines, width - left));
    }
  }

  left(one: FlowLine): number {
    return this.#lefts.get(this.#key(one)) ?? one.line.left;
  }

  right(one: FlowLine): number {
    return this.#rights.get(this.#key(one)) ?? one.line.right;
  }

  #key({ line, column }: FlowLine): string {
    return `${Math.round(this.#widths[line.page] ?? 0)}:${column}`;
  }
}

type Pair = readonly [FlowLine, FlowLine];

/** Lines of one column, one below the other. */
function pairsOf(flow: readonly FlowLine[]): Pair[] {
  return flow.slice(1).flatMap((next, index): Pair[] => {
    const one = flow[index];
    const isBeside = one?.line.page === next.line.page && one.column === next.column;
    return isBeside && next.line.baseline > one.line.baseline ? [[one, next]] : [];
  });
}

const stepOf = ([{ line }, next]: Pair): number => (next.line.baseline - line.baseline) / line.size;

/** Measures a document's running text; `widths` are those of its pages. */
export function measureFlow(flow: readonly FlowLine[], widths: readonly number[]): FlowMeasure {
  const margins = new Margins(flow, widths);
  const size = mostCommon(
    flow.flatMap(({ line }) => line.glyphs.map((glyph) => Math.round(glyph.size * 10) / 10)),
  );
  const pairs = pairsOf(flow);
  const room = ([one]: Pair): number => (margins.right(one) - one.line.right) / one.line.size;
  const leading =
    mostCommon(pairs.filter((pair) => room(pair) < 2).map((pair) => Math.round(stepOf(pair) * 20) / 20)) ||
    1.5;
  const isBody = ({ line }: FlowLine): boolean => Math.abs(line.size - size) < size * 0.05;
  const ends = pairs.filter(
    ([one, next]) => room([one, next]) > 4 && isBody(one) && isBody(next) && !beginsItem(next),
  );
  const wide = ends.filter((pair) => stepOf(pair) > leading * WIDER);
  const indents = ends.filter(([, next]) => next.line.left > margins.left(next) + INDENT * next.line.size);
  return {
    size,
    leading,
    indented: ends.length > 3 && indents.length > ends.length * 0.6,
    spaced: ends.length > 3 && wide.length > ends.length * 0.6,
    right: (one) => margins.right(one),
    left: (one) => margins.left(one),
  };
}
