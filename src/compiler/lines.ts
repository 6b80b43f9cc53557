import type { Hint, SourceReading } from './reading.js';
import type { Span } from '../policy/model.js';

/** One line of the source that has words. */
export interface Line {
  /** Its words, without white space at the ends. */
  readonly span: Span;
  /** From the first character of the line to the first of the next one. */
  readonly whole: Span;
  readonly words: string;
  /** Lines without words between this one and the one before. */
  readonly gap: number;
  /** A form feed stands before it. */
  readonly newPage: boolean;
  /** Columns of white space before its words. */
  readonly indent: number;
  /** Columns of its words: two for an ideograph, one for a letter. */
  readonly width: number;
  readonly hint?: Hint;
}

const ENDING = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

const QUOTES = '“”‘’…—';

/** Columns that words take: two for an ideograph or a full-width sign, one for anything else. */
export function columns(words: string): number {
  let sum = 0;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    if (code < 0x1100) sum += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) sum += 2;
    else sum += WIDTHS[code] ||= widthOf(words.charAt(index));
  }
  return sum;
}

/** Columns of each unit met so far; 0 for the others. */
const WIDTHS = new Uint8Array(0x10000);

const widthOf = (character: string): number => (WIDE.test(character) || QUOTES.includes(character) ? 2 : 1);

/** The lines that have words, with what stood between them. */
export function splitLines(reading: SourceReading): Line[] {
  const { text } = reading.traced;
  const hints = hintFinder(reading.hints);
  const lines: Line[] = [];
  let gap = 0;
  let newPage = false;
  for (const [whole, ending] of wholeLines(text)) {
    const raw = text.slice(whole.start, whole.end);
    const words = raw.trim();
    if (words) {
      const start = whole.start + raw.length - raw.trimStart().length;
      const span = { start, end: start + words.length };
      const hint = hints(span);
      const indent = columns(raw.slice(0, start - whole.start));
      lines.push({ span, whole, words, gap, newPage, indent, width: columns(words), ...(hint && { hint }) });
      gap = 0;
      newPage = false;
    } else if (ending === '\f') newPage = true;
    else gap += 1;
    if (words && ending === '\f') newPage = true;
  }
  return lines;
}

function* wholeLines(text: string): Generator<[Span, string]> {
  let start = 0;
  for (const { index, 0: ending } of text.matchAll(ENDING)) {
    yield [{ start, end: index + ending.length }, ending];
    start = index + ending.length;
  }
  if (start < text.length) yield [{ start, end: text.length }, ''];
}

/** Finds the hint that a line stands in; lines must be asked for in rising order. */
function hintFinder(hints: readonly Hint[]): (span: Span) => Hint | undefined {
  let next = 0;
  return (span) => {
    while ((hints[next]?.span.end ?? Infinity) <= span.start) next += 1;
    const hint = hints[next];
    return hint && hint.span.start < span.end ? hint : undefined;
  };
}

/** Offset of the first character of each line of the decoded source. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
    return starts;
  }
  for (const { index, 0: ending } of text.matchAll(/\r\n|[\n\r]/g)) starts.push(index + ending.length);
  return starts;
}
