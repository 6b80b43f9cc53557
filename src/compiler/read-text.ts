import type { Edit } from './edits.js';
import type { Hint, SourceReading } from './reading.js';
import { editText } from './edits.js';
import { tracedSource } from './traced-text.js';

const SHARP = /^(#{1,6})[ \t]+(?=\S)/gm;
const BORDER_ROW = /^\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?$/;
const PIPED_LINE = /^.*\|.*$/gm;

interface Sharp {
  readonly edit: Edit;
  readonly end: number;
  readonly level: number;
}

/** One `#` at a line's beginning may be anything; two or more are Markdown headings that an extraction left. */
function sharpHeadings(text: string): Sharp[] {
  const found = [...text.matchAll(SHARP)].map((match) => {
    const lineEnd = text.indexOf('\n', match.index);
    return {
      edit: { start: match.index, end: match.index + match[0].length, pieces: [] },
      end: lineEnd < 0 ? text.length : lineEnd,
      level: match[1]?.length ?? 1,
    };
  });
  return found.length > 1 ? found : [];
}

/** Where a row's strokes stand, each with the white space around it. */
function strokesOf(row: string): { start: number; end: number }[] {
  return [...row.matchAll(/\|/g)]
    .filter(({ index }) => row.charAt(index - 1) !== '\\')
    .map(({ index }) => {
      const before = row.slice(Math.max(0, index - WIDEST_GAP), index);
      const after = row.slice(index + 1, index + WIDEST_GAP);
      return {
        start: index - (before.length - before.trimEnd().length),
        end: index + 1 + (after.length - after.trimStart().length),
      };
    });
}

const WIDEST_GAP = 200;

/** A line that is one cell, with a stroke at its end: such a table is put together with the lines. */
const isCell = (row = ''): boolean => row.indexOf('|') === row.length - 1;

/** Rows written with upright strokes, where a row of dashes proves the table: the strokes become tabs. */
function pipedRows(text: string): Edit[] {
  const lines = [...text.matchAll(PIPED_LINE)].map(({ index, 0: line }) => ({
    index,
    line,
    row: line.trim(),
  }));
  if (!lines.some(({ row }, at) => BORDER_ROW.test(row) && !isCell(lines[at - 1]?.row))) return [];
  const open = openRows(lines);
  return lines.flatMap((piped): Edit[] => {
    const { index, line, row } = piped;
    if (BORDER_ROW.test(row)) return [{ start: index, end: index + line.length, pieces: [] }];
    if (!open.has(piped) && !(row.startsWith('|') && row.endsWith('|'))) return [];
    const from = index + line.indexOf(row);
    const strokes = strokesOf(row);
    return strokes.map(({ start, end }, at) => {
      const inner = open.has(piped) || (at > 0 && at < strokes.length - 1);
      return { start: from + Math.max(0, start), end: from + end, pieces: inner ? ['\t'] : [] };
    });
  });
}

interface PipedLine {
  readonly index: number;
  readonly line: string;
  readonly row: string;
}

/** The rows of tables without outer strokes, the header above the border and the rows below it: there each stroke parts two cells. */
function openRows(lines: readonly PipedLine[]): ReadonlySet<PipedLine> {
  const rows = new Set<PipedLine>();
  lines.forEach(({ row }, border) => {
    const first = lines[border + 1];
    if (!BORDER_ROW.test(row) || row.startsWith('|') || !first || first.row.startsWith('|')) return;
    const strokes = first.row.split('|').length;
    const isAlike = (one: PipedLine | undefined): one is PipedLine =>
      one !== undefined && strokes > 2 && one.row.split('|').length === strokes && !BORDER_ROW.test(one.row);
    const header = lines[border - 1];
    if (isAlike(header)) rows.add(header);
    for (let at = border + 1; isAlike(lines[at]); at += 1) rows.add(lines[at] as PipedLine);
  });
  return rows;
}

/** Plain text. A byte order mark goes; Markdown's `#` and tables that an extraction left are read as what they are. */
export function readText(source: string): SourceReading {
  const sharps = sharpHeadings(source);
  const mark: Edit[] = source.startsWith('\ufeff') ? [{ start: 0, end: 1, pieces: [] }] : [];
  const edits = [...mark, ...sharps.map(({ edit }) => edit), ...pipedRows(source)].sort(
    (a, b) => a.start - b.start,
  );
  if (edits.length === 0) return { traced: tracedSource(source), emphasis: [], hints: [], exactLines: false };
  const edited = editText(tracedSource(source), edits);
  const hints = sharps.map(({ edit, end, level }): Hint => {
    return { kind: 'heading', level, span: edited.place({ start: edit.end, end }) };
  });
  return { traced: edited.traced, emphasis: [], hints, exactLines: false };
}
