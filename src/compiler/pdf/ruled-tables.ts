import type { Box } from './box.js';
import type { Rule } from './page-content.js';

/** A cell of a drawn table: the rows and columns it covers, last ones left out. */
export interface GridCell extends Box {
  readonly row: number;
  readonly column: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** A table by its drawn lines. `at(x, y)` tells the cell a place lies in. */
export interface Grid extends Box {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
  at(x: number, y: number): GridCell | undefined;
}

/** Lines that should meet may miss each other so far, in points. */
const NEAR = 3;
const MOST = 4_000_000;

/** A straight line: its place across, and where it begins and ends. */
interface Stroke {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Pieces of one straight line as one stroke. */
function strokesOf(rules: readonly Rule[], level: boolean): Stroke[] {
  const pieces = rules
    .filter((rule) => rule.level === level)
    .map(({ left, top, right, bottom }): Stroke => {
      return level
        ? { at: (top + bottom) / 2, from: left, to: right }
        : { at: (left + right) / 2, from: top, to: bottom };
    })
    .sort((a, b) => a.at - b.at || a.from - b.from);
  const strokes: Stroke[] = [];
  for (const group of grouped(pieces, ({ at }) => at)) {
    const at = group.reduce((sum, piece) => sum + piece.at, 0) / group.length;
    let open: Stroke | undefined;
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      if (open && from <= open.to + NEAR) open = { at, from: open.from, to: Math.max(open.to, to) };
      else {
        if (open) strokes.push(open);
        open = { at, from, to };
      }
    }
    if (open) strokes.push(open);
  }
  return strokes;
}

/** Neighbours in a sorted list whose keys lie near one another. */
function grouped<Entry>(sorted: readonly Entry[], keyOf: (entry: Entry) => number): Entry[][] {
  const groups: Entry[][] = [];
  let first = -Infinity;
  for (const entry of sorted) {
    if (keyOf(entry) - first > NEAR) {
      groups.push([]);
      first = keyOf(entry);
    }
    groups[groups.length - 1]?.push(entry);
  }
  return groups;
}

/** Numbers joined into sets. */
class Sets {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) root = this.#parents[root] ?? root;
    for (let at = index; at !== root;) {
      const next = this.#parents[at] ?? root;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    this.#parents[Math.max(one, other)] = Math.min(one, other);
  }
}

const meets = (level: Stroke, upright: Stroke): boolean =>
  upright.at >= level.from - NEAR &&
  upright.at <= level.to + NEAR &&
  level.at >= upright.from - NEAR &&
  level.at <= upright.to + NEAR;

/** The tables that a page's lines draw, from top to bottom: two columns at least, and a line above and below. */
export function ruledTables(rules: readonly Rule[]): Grid[] {
  const levels = strokesOf(rules, true);
  const uprights = strokesOf(rules, false);
  if (levels.length * uprights.length > MOST) return [];
  const sets = new Sets(levels.length + uprights.length);
  levels.forEach((level, row) => {
    uprights.forEach((upright, column) => {
      if (meets(level, upright)) sets.join(row, levels.length + column);
    });
  });
  const parts = new Map<number, { levels: Stroke[]; uprights: Stroke[] }>();
  const part = (index: number): { levels: Stroke[]; uprights: Stroke[] } => {
    const root = sets.find(index);
    const known = parts.get(root) ?? { levels: [], uprights: [] };
    parts.set(root, known);
    return known;
  };
  levels.forEach((level, row) => part(row).levels.push(level));
  uprights.forEach((upright, column) => part(levels.length + column).uprights.push(upright));
  return [...parts.values()]
    .flatMap((one) => gridOf(one.levels, one.uprights) ?? [])
    .sort((a, b) => a.top - b.top);
}

/** Where lines stand, with the table's own edges where no line closes it. */
function edges(strokes: readonly Stroke[], least: number, most: number): number[] {
  const places = grouped(
    [...strokes].sort((a, b) => a.at - b.at),
    ({ at }) => at,
  ).map((group) => group[0]?.at ?? 0);
  const [first = most, last = least] = [places[0], places[places.length - 1]];
  if (first - least > 2 * NEAR) places.unshift(least);
  if (most - last > 2 * NEAR) places.push(most);
  return places;
}

/** A stroke that runs across most of its table, or from one line to another: an underline does not. */
function borders(strokes: readonly Stroke[], across: readonly Stroke[]): Stroke[] {
  const longest = Math.max(...strokes.map(({ from, to }) => to - from));
  const isEdge = (place: number): boolean => across.some(({ at }) => Math.abs(at - place) <= TOUCH);
  return strokes.filter(({ from, to }) => to - from > longest * ACROSS || (isEdge(from) && isEdge(to)));
}

const ACROSS = 0.9;
/** A border touches the line it runs to; an underline keeps the cell's padding from it. */
const TOUCH = 1.5;

function gridOf(allLevels: readonly Stroke[], allUprights: readonly Stroke[]): Grid | undefined {
  const levels = borders(allLevels, allUprights);
  const uprights = borders(allUprights, levels);
  if (levels.length < 2 || uprights.length < 1) return undefined;
  const xs = edges(
    uprights,
    Math.min(...levels.map(({ from }) => from)),
    Math.max(...levels.map(({ to }) => to)),
  );
  const ys = edges(
    levels,
    Math.min(...uprights.map(({ from }) => from)),
    Math.max(...uprights.map(({ to }) => to)),
  );
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (columns < 2 || rows < 1 || rows * columns > 100_000) return undefined;
  const sets = new Sets(rows * columns);
  const covers = (strokes: readonly Stroke[], at: number, from: number, to: number): boolean =>
    strokes.some((one) => Math.abs(one.at - at) <= NEAR && one.from <= from + NEAR && one.to >= to - NEAR);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const [left = 0, right = 0, top = 0, bottom = 0] = [xs[column], xs[column + 1], ys[row], ys[row + 1]];
      const index = row * columns + column;
      if (column + 1 < columns && !covers(uprights, right, top, bottom)) sets.join(index, index + 1);
      if (row + 1 < rows && !covers(levels, bottom, left, right)) sets.join(index, index + columns);
    }
  return gridFrom(xs, ys, sets);
}

function gridFrom(xs: readonly number[], ys: readonly number[], sets: Sets): Grid {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  const found = new Map<number, GridCell>();
  for (let index = 0; index < rows * columns; index += 1) {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const known = found.get(sets.find(index));
    const [endRow, endColumn] = [
      Math.max(known?.endRow ?? 0, row + 1),
      Math.max(known?.endColumn ?? 0, column + 1),
    ];
    const [firstRow, firstColumn] = [known?.row ?? row, Math.min(known?.column ?? column, column)];
    found.set(sets.find(index), {
      row: firstRow,
      column: firstColumn,
      endRow,
      endColumn,
      left: xs[firstColumn] ?? 0,
      right: xs[endColumn] ?? 0,
      top: ys[firstRow] ?? 0,
      bottom: ys[endRow] ?? 0,
    });
  }
  const [left = 0, right = 0] = [xs[0], xs[columns]];
  const [top = 0, bottom = 0] = [ys[0], ys[rows]];
  const at = (x: number, y: number): GridCell | undefined => {
    if (x < left - NEAR || x > right + NEAR || y < top - NEAR || y > bottom + NEAR) return undefined;
    const column = Math.min(columns - 1, Math.max(0, lastUpTo(xs, x)));
    const row = Math.min(rows - 1, Math.max(0, lastUpTo(ys, y)));
    return found.get(sets.find(row * columns + column));
  };
  return { rows, columns, cells: [...found.values()], left, right, top, bottom, at };
}

/** Index of the last place at or before a value. */
function lastUpTo(places: readonly number[], value: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
