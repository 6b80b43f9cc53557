import type { Span } from '../policy/model.js';
import { findCellTables } from './cell-tables.js';
import { editText, type Edited } from './edits.js';
import { LineGrouper, type Group } from './group-lines.js';
import { findHeadedTables } from './headed-tables.js';
import { structureWords } from './languages/structure.js';
import { splitLines, type Line } from './lines.js';
import { findNoise, type Noise } from './noise.js';
import type { SourceReading } from './reading.js';
import type { RemarkList } from './remarks.js';
import { findRows, type Row } from './rows.js';
import { findSpacedTables } from './spaced-tables.js';
import { runAt, type TracedText } from './traced-text.js';

/** A paragraph, list item, heading or row of the final text: what the outline is made of. */
export interface Paragraph {
  readonly span: Span;
  /** Level of a heading by the source's markup. */
  readonly heading?: number;
  /** Nesting of a list item by the source's markup. */
  readonly item?: number;
  /** A line of a table of contents by the source's markup. */
  readonly contents?: true;
  readonly row?: { readonly table: number; readonly cells: readonly Span[] };
}

/** The policy's text as it will be published, and its paragraphs. */
export interface LaidOut {
  readonly traced: TracedText;
  readonly emphasis: readonly Span[];
  readonly paragraphs: readonly Paragraph[];
}

/** The text without noise, with cut lines joined and cut rows put together. */
export function layOut(reading: SourceReading, language: string, remarks: RemarkList): LaidOut {
  const { traced } = reading;
  const lines = splitLines(reading);
  const found: Noise = reading.exactLines ? new Map() : findNoise(lines);
  const cellwise = findCellTables(lines, found);
  const own = new Set(cellwise.flatMap((row) => row.lines));
  const spaced = findSpacedTables(lines, (index) => own.has(index) || found.has(index));
  const told = [...cellwise, ...after(cellwise, spaced)];
  const taken = new Set(told.flatMap((row) => row.lines));
  const { columnTitles } = structureWords(language);
  const headed = findHeadedTables(
    traced.text,
    lines,
    (index) => taken.has(index) || found.has(index),
    columnTitles,
  );
  const counted = [...told, ...after(told, headed)];
  const cells = new Set(counted.flatMap((row) => row.lines));
  const noise: Noise = new Map([...found].filter(([index]) => !cells.has(index)));
  const written = findRows(traced.text, lines, (index) => noise.has(index) || cells.has(index));
  const rows = [...counted, ...after(counted, written)];
  const grouper = new LineGrouper(lines, noise, rows, language, reading.exactLines);
  grouper.group(traced.text.length);
  for (const [index, kind] of noise) remarks.add(kind, sourceOf(traced, lines[index]?.span.start ?? 0));
  for (const [kind, offset] of grouper.changes) remarks.add(kind, sourceOf(traced, offset));
  const edited = editText(traced, grouper.edits);
  return {
    traced: edited.traced,
    emphasis: reading.emphasis.map((span) => edited.place(span)).filter(({ start, end }) => end > start),
    paragraphs: grouper.groups.map((group) => paragraphOf(group, lines, edited)),
  };
}

/** Rows with their tables numbered after those of other rows. */
function after(others: readonly Row[], rows: readonly Row[]): Row[] {
  const next = new Set(others.map(({ table }) => table)).size;
  return rows.map((row) => ({ ...row, table: row.table + next }));
}

function sourceOf({ runs }: TracedText, offset: number): number {
  const [text, source] = runs[runAt(runs, offset)] ?? [offset, 0];
  return source + offset - text;
}

function paragraphOf({ lines: indices, row }: Group, lines: readonly Line[], edited: Edited): Paragraph {
  const first = lines[indices[0] ?? 0];
  const last = lines[indices[indices.length - 1] ?? 0];
  if (row) return rowParagraph(row, lines, edited);
  const span = edited.place({ start: first?.span.start ?? 0, end: last?.span.end ?? 0 });
  if (first?.hint?.kind === 'heading') return { span, heading: first.hint.level };
  if (first?.hint?.kind === 'contents') return { span, contents: true };
  return first?.hint?.kind === 'item' ? { span, item: first.hint.level } : { span };
}

/** A cell's pieces stand side by side now, so that it is one stretch; an empty one stands after the cell before it. */
function rowParagraph(
  { lines: indices, cells, table }: Row,
  lines: readonly Line[],
  edited: Edited,
): Paragraph {
  const line = lines[indices[0] ?? 0];
  let end = edited.place(line?.span ?? { start: 0, end: 0 }).start;
  const placed = cells.map((pieces) => {
    const spans = pieces.filter((piece) => piece.end > piece.start).map((piece) => edited.place(piece));
    const start = spans[0]?.start ?? end;
    end = spans[spans.length - 1]?.end ?? end;
    return { start, end };
  });
  const own = indices.length === 1 && line ? edited.place(line.span) : undefined;
  const span = own ?? { start: placed[0]?.start ?? 0, end: Math.max(...placed.map((cell) => cell.end)) };
  return { span, row: { table, cells: placed } };
}
