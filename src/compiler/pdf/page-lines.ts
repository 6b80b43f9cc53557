import { alignedTables } from './aligned-tables.js';
import type { Cell, RowBlock, TableCounter } from './block.js';
import type { Box } from './box.js';
import { orderColumns } from './columns.js';
import type { Glyph } from './glyph.js';
import type { PageContent } from './page-content.js';
import { ruledTables, type Grid, type GridCell } from './ruled-tables.js';
import { glyphLines, textLine, type TextLine } from './text-line.js';

/** A line of running text, and where its column ends. */
export interface FlowLine {
  readonly kind: 'line';
  readonly line: TextLine;
  /** Which of the page's columns it stands in; 0 for one that runs across. */
  readonly column: number;
}

/** What a page without structure shows, in reading order. */
export type Flow = FlowLine | RowBlock;

/** A page's lines and drawn tables, in reading order; glyphs of running heads are already left out. */
export function pageLines(content: PageContent, counter: TableCounter): Flow[] {
  const grids = ruledTables(content.rules);
  const inside = new Map<Grid, Glyph[]>(grids.map((grid) => [grid, []]));
  const outside: Glyph[] = [];
  const places = new Map<Glyph, GridCell>();
  let last: { readonly glyph: Glyph; readonly grid: Grid | undefined } | undefined;
  for (const glyph of content.glyphs) {
    const runsOn = last?.grid !== undefined && touches(last.glyph, glyph);
    const grid = runsOn ? last?.grid : grids.find((one) => cellOf(one, glyph) !== undefined);
    const cell = runsOn && last ? places.get(last.glyph) : grid && cellOf(grid, glyph);
    if (grid && cell) {
      inside.get(grid)?.push(glyph);
      places.set(glyph, cell);
    } else outside.push(glyph);
    last = { glyph, grid };
  }
  const lines = glyphLines(outside).flatMap((line) => textLine(content.index, line) ?? []);
  const { tables, rest } = alignedTables(lines);
  const flow: Flow[] = orderColumns(rest, content).map(({ line, column }) => ({
    kind: 'line',
    line,
    column,
  }));
  for (const [grid, glyphs] of inside)
    insertTable(flow, grid, withHead(tableRows(grid, glyphs, places, content.index, counter)));
  for (const table of tables) {
    const number = counter.next();
    insertTable(flow, table, withHead(table.rows.map((row) => ({ ...row, table: number }))));
  }
  return flow;
}

const cellOf = (grid: Grid, { left, right, baseline, size }: Glyph) =>
  grid.at((left + right) / 2, baseline - size * 0.3);

/** Letters of one word belong to one cell, even where the word runs over the cell's edge. */
const touches = (last: Glyph, next: Glyph): boolean =>
  last.text !== ' ' &&
  next.text !== ' ' &&
  Math.abs(next.baseline - last.baseline) < 1 &&
  Math.abs(next.left - last.right) < next.size * 0.2;

/** A table stands before the first line that begins below it. */
function insertTable(flow: Flow[], grid: Box, rows: readonly RowBlock[]): void {
  const middle = (grid.left + grid.right) / 2;
  const at = flow.findIndex((one) => {
    if (one.kind === 'row') return topOfRow(one) > grid.top;
    return one.line.top > grid.top && (one.column === 0 || one.line.right > middle);
  });
  flow.splice(at < 0 ? flow.length : at, 0, ...rows);
}

const topOfRow = ({ cells }: RowBlock): number =>
  Math.min(...cells.flatMap(({ lines, carried }) => (carried === true ? [] : lines.map(({ top }) => top))));

function tableRows(
  grid: Grid,
  glyphs: readonly Glyph[],
  places: ReadonlyMap<Glyph, GridCell>,
  page: number,
  counter: TableCounter,
): RowBlock[] {
  const byCell = new Map<GridCell, Glyph[]>();
  for (const glyph of glyphs) {
    const cell = places.get(glyph);
    if (!cell) continue;
    const known = byCell.get(cell);
    if (known) known.push(glyph);
    else byCell.set(cell, [glyph]);
  }
  const linesOf = new Map<GridCell, readonly TextLine[]>(
    grid.cells.map((cell) => {
      const lines = glyphLines(byCell.get(cell) ?? []);
      return [cell, lines.flatMap((line) => textLine(page, line) ?? [])];
    }),
  );
  const table = counter.next();
  const rows: RowBlock[] = [];
  for (const cellsOfRow of cellsByRow(grid)) {
    const cells = cellsOfRow.map(({ cell, carried }): Cell => {
      return { lines: linesOf.get(cell) ?? [], right: cell.right, ...(carried && { carried }) };
    });
    if (cells.some(({ lines, carried }) => lines.length > 0 && carried !== true))
      rows.push({ kind: 'row', page, table, cells, header: false, left: grid.left, right: grid.right });
  }
  return rows;
}

/** A first row in bold names columns. */
const withHead = (rows: readonly RowBlock[]): RowBlock[] =>
  rows.map((one, index) => ({ ...one, header: index === 0 && rows.length > 1 && isHeavy(one) }));

/** The cells of each row from left to right, those of rows above that reach into it among them. */
function cellsByRow(grid: Grid): { cell: GridCell; carried: boolean }[][] {
  const rows: { cell: GridCell; carried: boolean }[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of [...grid.cells].sort((a, b) => a.column - b.column))
    for (let row = cell.row; row < cell.endRow; row += 1) rows[row]?.push({ cell, carried: row > cell.row });
  return rows;
}

function isHeavy({ cells }: RowBlock): boolean {
  return cells.every(({ lines }) =>
    lines.every(({ glyphs }) =>
      glyphs.every(({ text, weight, thickened }) => text === ' ' || weight !== 'plain' || thickened),
    ),
  );
}
