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

/** Rows written with upright strokes, where a row of dashes proves the table: the strokes become tabs. */
function pipedRows(text: string): Edit[] {
  const lines = [...text.matchAll(PIPED_LINE)].map(({ index, 0: line }) => ({
    index,
    line,
    row: line.trim(),
  }));
  if (!lines.some(({ row }) => BORDER_ROW.test(row))) return [];
  return lines.flatMap(({ index, line, row }): Edit[] => {
    if (BORDER_ROW.test(row)) return [{ start: index, end: index + line.length, pieces: [] }];
    if (!row.startsWith('|') || !row.endsWith('|')) return [];
    const from = index + line.indexOf('|');
    const strokes = strokesOf(row);
    return strokes.map(({ start, end }, at) => {
      const inner = at > 0 && at < strokes.length - 1;
      return { start: from + Math.max(0, start), end: from + end, pieces: inner ? ['\t'] : [] };
    });
  });
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
