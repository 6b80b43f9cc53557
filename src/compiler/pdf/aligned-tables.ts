import type { Cell, RowBlock } from './block.js';
import type { Box } from './box.js';
import { isFull } from './is-full.js';
import { segments, type TextLine } from './text-line.js';

/** A table that nothing but the places of its words shows. */
export interface AlignedTable extends Box {
  readonly rows: readonly Omit<RowBlock, 'table'>[];
}

/** The narrowest gap between two columns, in the size of the text. */
const GUTTER = 0.5;
/** Fewer columns or lines may be anything: labels and their values, a signature, a heading with its number. */
const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 3;
/** A gap between lines that ends a table, in their size. */
const FARTHEST = 4;

interface Column {
  readonly left: number;
  readonly right: number;
}

interface Parted {
  readonly line: TextLine;
  readonly parts: readonly TextLine[];
}

/** Lines one after the other that leave the same gaps free from top to bottom. */
interface Run {
  columns: readonly Column[];
  readonly lines: Parted[];
}

/** The columns that a table has with another line in it; undefined where the line runs across two of them. */
function withLine(columns: readonly Column[], { line, parts }: Parted): Column[] | undefined {
  const merged: Column[] = [];
  for (const { left, right } of [...columns, ...parts].sort((a, b) => a.left - b.left)) {
    const last = merged[merged.length - 1];
    if (last && left - last.right < GUTTER * line.size)
      merged[merged.length - 1] = { left: last.left, right: Math.max(last.right, right) };
    else merged.push({ left, right });
  }
  return merged.length < columns.length ? undefined : merged;
}

/** Lines of one table have one size, and stand near one another. */
function isNear({ line }: Parted, { line: next }: Parted): boolean {
  const isAlike = Math.abs(line.size - next.size) < SIZE_STEP * line.size;
  return isAlike && next.baseline - line.baseline < FARTHEST * line.size;
}

const SIZE_STEP = 0.12;

/** A line in the first column alone goes on there, or it is a line below the table. */
function belongs({ columns, lines }: Run, { parts: [first, second] }: Parted): boolean {
  const [column, next] = columns;
  if (!first || second || !column) return true;
  const isFirst = (part: TextLine | undefined): boolean =>
    part !== undefined && part.left < (next?.left ?? Infinity) - part.size / 2;
  if (!isFirst(first)) return true;
  const above = lines.map(({ parts }) => parts[0]).filter(isFirst);
  const last = above[above.length - 1];
  return last !== undefined && isFull(last, first, Math.max(column.right, (next?.left ?? 0) - last.size));
}

function runsOf(lines: readonly TextLine[]): Run[] {
  const parted = lines.map((line): Parted => ({ line, parts: segments(line.page, line.glyphs, GUTTER) }));
  const runs: Run[] = [];
  let open: Run | undefined;
  parted.forEach((one, index) => {
    const last = open?.lines[open.lines.length - 1];
    const columns =
      open && last && isNear(last, one) && belongs(open, one) ? withLine(open.columns, one) : undefined;
    if (open && columns) {
      open.columns = columns;
      open.lines.push(one);
    } else {
      const first = last ? parted.indexOf(last, Math.max(0, index - 1)) + 1 : 0;
      open = one.parts.length >= FEWEST_COLUMNS ? begin(parted, index, first) : undefined;
      if (open) runs.push(open);
    }
  });
  return runs;
}

/** One stretch of words that begins where a column but the first begins. */
function isInner({ columns }: Run, { line, parts: [first] }: Parted): boolean {
  const near = LEVEL * line.size;
  return columns.slice(1).some(({ left }) => first !== undefined && Math.abs(first.left - left) < near);
}

const LEVEL = 0.6;

/** Cells that are set in the middle or at the foot of their row begin above the line that shows the columns. */
function begin(lines: readonly Parted[], index: number, first: number): Run {
  const run: Run = { columns: lines[index]?.parts ?? [], lines: lines.slice(index, index + 1) };
  for (let at = index - 1; at >= first; at -= 1) {
    const [line, below] = [lines[at], lines[at + 1]];
    const inside = line && below && isNear(line, below) && (line.parts.length > 1 || isInner(run, line));
    const columns = inside ? withLine(run.columns, line) : undefined;
    if (!line || !columns) break;
    run.columns = columns;
    run.lines.unshift(line);
  }
  return run;
}

/** Rows of a run: a wider gap begins one; where all gaps are alike, words in the first column and most others do. */
function rowStarts({ columns, lines }: Run): boolean[] {
  let bottom = -Infinity;
  const gaps = lines.map(({ line }) => {
    const gap = line.top - bottom;
    bottom = Math.max(bottom, line.bottom);
    return gap;
  });
  const size = lines[0]?.line.size ?? 0;
  const inner = gaps.slice(1);
  const [least, most] = [Math.max(0, Math.min(...inner)), Math.max(...inner)];
  const limit = most - least > BIMODAL * size ? (least + most) / 2 : undefined;
  return lines.map(({ parts }, index) => {
    if (index === 0) return true;
    if (limit !== undefined) return (gaps[index] ?? 0) > limit;
    const first = parts.some(({ left }) => left < (columns[0]?.right ?? 0));
    return first && parts.length > columns.length / 2;
  });
}

/** Gaps between rows are wider than those between lines by so much at least, in the size of the text. */
const BIMODAL = 0.2;

function tableOf(run: Run): AlignedTable | undefined {
  const { columns, lines } = run;
  const full = lines.filter(({ parts }) => parts.length >= FEWEST_COLUMNS).length;
  if (columns.length < FEWEST_COLUMNS || lines.length < FEWEST_LINES || full * 3 < lines.length)
    return undefined;
  const [first, last] = [lines[0], lines[lines.length - 1]];
  const starts = rowStarts(run);
  const cells: TextLine[][][] = [];
  lines.forEach(({ parts }, index) => {
    if (starts[index]) cells.push(columns.map(() => []));
    for (const part of parts) {
      const column = columns.findIndex(({ left, right }) => part.left >= left - 1 && part.right <= right + 1);
      cells[cells.length - 1]?.[column]?.push(part);
    }
  });
  if (!first || !last || cells.length < 2) return undefined;
  const edges = { left: columns[0]?.left ?? 0, right: columns[columns.length - 1]?.left ?? 0 };
  const rows = cells.map((row) => ({
    kind: 'row' as const,
    page: first.line.page,
    cells: row.map((inner, column): Cell => ({ lines: inner, right: columns[column]?.right ?? 0 })),
    header: false,
    ...edges,
  }));
  return {
    rows,
    left: edges.left,
    right: Math.max(...columns.map(({ right }) => right)),
    top: first.line.top,
    bottom: last.line.bottom,
  };
}

/** Tables without borders among a page's lines, and the lines that stand in none. */
export function alignedTables(lines: readonly TextLine[]): { tables: AlignedTable[]; rest: TextLine[] } {
  const taken = new Set<TextLine>();
  const tables = runsOf(lines).flatMap((run) => {
    const table = tableOf(run);
    if (table) for (const { line } of run.lines) taken.add(line);
    return table ? [table] : [];
  });
  return { tables, rest: lines.filter((line) => !taken.has(line)) };
}
