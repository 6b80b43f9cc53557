import type { Span } from '../policy/model.js';
import type { Edit } from './edits.js';
import { judgeBreak, jointOf, type Meeting } from './joins.js';
import { measureLines, type LineMeasure } from './line-measure.js';
import type { Line } from './lines.js';
import type { Noise } from './noise.js';
import type { RemarkKind } from './remarks.js';
import type { Row } from './rows.js';

/** The lines of one paragraph, or of one table row. */
export interface Group {
  readonly lines: number[];
  readonly row?: Row;
}

const LONGEST_MEMORY = 1000;

/** Puts lines together into paragraphs, and notes what the text must lose or gain for it. */
export class LineGrouper {
  readonly groups: Group[] = [];
  readonly edits: Edit[] = [];
  readonly changes: [kind: RemarkKind, offset: number][] = [];
  readonly #lines: readonly Line[];
  readonly #noise: Noise;
  readonly #language: string;
  readonly #measure: LineMeasure;
  readonly #rowAt: ReadonlyMap<number, Row>;
  readonly #listed: ReadonlySet<string>;
  readonly #exact: boolean;
  #paragraph = '';
  #last = -1;

  constructor(
    lines: readonly Line[],
    noise: Noise,
    rows: readonly Row[],
    language: string,
    exactLines: boolean,
  ) {
    this.#lines = lines;
    this.#noise = noise;
    this.#language = language;
    this.#exact = exactLines;
    this.#measure = measureLines(lines.filter((_, index) => !noise.has(index)));
    this.#rowAt = new Map(rows.flatMap((row) => row.lines.map((line) => [line, row] as const)));
    this.#listed = new Set([...noise.keys()].map((index) => bareAddress(lines[index]?.words ?? '')));
  }

  /** Takes all lines in reading order; `end` is the length of the text they come from. */
  group(end: number): void {
    this.#lines.forEach((line, index) => {
      if (this.#noise.has(index)) return;
      this.#take(line, index);
      this.#last = index;
    });
    const left = this.#lines[this.#last + 1];
    if (left) this.edits.push({ start: left.whole.start, end, pieces: [] });
  }

  #take(line: Line, index: number): void {
    const row = this.#rowAt.get(index);
    if (row && row.lines[0] !== index) {
      if (row.lines[row.lines.length - 1] === index) this.#closeRow(row);
      return;
    }
    const meeting = row ? undefined : this.#meeting(line, index);
    if (meeting && judgeBreak(meeting) === 'join') this.#join(meeting, index);
    else this.#begin(line, index, row);
  }

  #meeting(next: Line, index: number): Meeting | undefined {
    const line = this.#lines[this.#last];
    if (!line || this.#exact || this.#rowAt.has(this.#last)) return undefined;
    let gap = 0;
    for (let at = this.#last + 1; at <= index; at += 1) gap += this.#lines[at]?.gap ?? 0;
    const after = this.#lines[index + 1];
    const isListed = (address: string): boolean => this.#listed.has(bareAddress(address));
    return {
      line,
      next,
      ...(after && { after }),
      gap,
      paragraph: this.#paragraph,
      measure: this.#measure,
      language: this.#language,
      isListed,
    };
  }

  #join(meeting: Meeting, index: number): void {
    const { line, next, gap, measure } = meeting;
    const joint = jointOf(meeting);
    this.edits.push({ start: line.span.end, end: next.span.start, pieces: joint ? [joint] : [] });
    this.changes.push([
      gap > measure.inside ? 'layout/page-break-joined' : 'layout/lines-joined',
      line.span.end,
    ]);
    this.groups[this.groups.length - 1]?.lines.push(index);
    this.#paragraph = (this.#paragraph + next.words).slice(-LONGEST_MEMORY);
  }

  #begin(line: Line, index: number, row: Row | undefined): void {
    const dropped = this.#last + 1 < index ? this.#lines[this.#last + 1] : undefined;
    if (dropped) this.edits.push({ start: dropped.whole.start, end: line.whole.start, pieces: [] });
    this.groups.push(row ? { lines: [index], row } : { lines: [index] });
    this.#paragraph = line.words;
  }

  /** Writes a cut row anew: each cell's pieces side by side. */
  #closeRow(row: Row): void {
    const first = this.#lines[row.lines[0] ?? 0];
    const last = this.#lines[row.lines[row.lines.length - 1] ?? 0];
    if (!first || !last) return;
    const pieces = row.cells.flatMap((cell, column): (Span | string)[] =>
      column > 0 ? ['\t', ...cell] : [...cell],
    );
    this.edits.push({ start: first.whole.start, end: last.span.end, pieces });
    this.changes.push(['layout/row-joined', last.span.start]);
  }
}

const bareAddress = (address: string): string => address.replace(/\/+$/, '');
