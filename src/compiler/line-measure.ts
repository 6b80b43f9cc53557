import type { Line } from './lines.js';
import { hasTabs } from './rows.js';

/** How the lines of a document were made. */
export interface LineMeasure {
  /** The page's width in columns, where lines were cut by it. */
  readonly width?: number;
  /** Empty lines between two lines of one paragraph, where lines were cut. */
  readonly inside: number;
  /** Most paragraphs have an empty line between them, so that a plain line end says little. */
  readonly spaced: boolean;
  /** Labels that begin several lines, such as the fields of a record. */
  readonly labels: ReadonlySet<string>;
}

const ENDS = /[。！？；：.!?;:”"’)）】」』]$/;
const LABEL =
  /^(?!https?:)(?:(?:[^\s，。；：、:;,()（）“”"]|(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])){2,16}[：:]|[A-Z][\w'’/&-]*(?: [\w'’/&-]+){1,6}:(?=\s|$))/;

/** True where a line's last character may close a sentence. */
export const closesSentence = (words: string): boolean => ENDS.test(words.slice(-1));

/** The label a line begins with, `联系方式：` for one. */
export const labelOf = (words: string): string | undefined =>
  words.includes(':') || words.includes('：') ? LABEL.exec(words)?.[0].replace(/[：:]$/, '') : undefined;

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const NARROWEST = 30;
/** A line that ends with an address of the net may end there or not: nothing can be told from it. */
const ADDRESS_END = /(?:https?:\/\/|www\.|@)[!-~]*$/;
const LONGEST_ADDRESS = 400;
const WIDEST = 170;

/**
 * The width at which lines were cut: lines that stop in mid-sentence crowd just below it, and hardly a line is longer. A
 * document whose lines end where its paragraphs do has no such width.
 */
function cutWidth(lines: readonly Line[], labels: ReadonlySet<string>): number | undefined {
  const plain = lines.filter((line) => !hasTabs(line) && line.hint?.kind !== 'heading');
  const open = plain.filter(({ words, width }) => width >= NARROWEST && !closesSentence(words));
  const cut = open.filter(({ words }) => !ADDRESS_END.test(words.slice(-LONGEST_ADDRESS)));
  if (cut.length < 4) return undefined;
  const width = quantile(
    cut.map((line) => line.width).sort((a, b) => a - b),
    0.95,
  );
  if (width > WIDEST) return undefined;
  const isNear = (line: Line): boolean => line.width >= width * 0.8 && line.width <= width * 1.12;
  const near = cut.filter(isNear).length;
  // A field of a record ends where its value does, which tells nothing against a width.
  const against = cut.filter((line) => !isNear(line) && !labels.has(labelOf(line.words) ?? '')).length;
  const telling = plain.filter((line) => line.width >= NARROWEST).length;
  const longer = plain.filter((line) => line.width > width * 1.15).length;
  const isCut = near * 0.4 >= against * 0.6 && near >= telling * 0.15 && longer <= plain.length * 0.1;
  return isCut ? width : undefined;
}

function gapInside(lines: readonly Line[], width: number): number {
  const counts = new Map<number, number>();
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || before.width < width * 0.8 || closesSentence(before.words)) return;
    counts.set(line.gap, (counts.get(line.gap) ?? 0) + 1);
  });
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Each label that comes more than once, as it is written: an extraction may have put a space inside it. */
function repeatedLabels(lines: readonly Line[]): Set<string> {
  const found = new Map<string, { count: number; forms: Set<string> }>();
  for (const { words } of lines) {
    const label = labelOf(words);
    if (label === undefined) continue;
    const key = label.replace(/ /g, '');
    const known = found.get(key) ?? { count: 0, forms: new Set() };
    known.count += 1;
    known.forms.add(label);
    found.set(key, known);
  }
  return new Set([...found.values()].flatMap(({ count, forms }) => (count > 1 ? [...forms] : [])));
}

/** Decides from the whole document what its line ends and its empty lines mean. */
export function measureLines(lines: readonly Line[]): LineMeasure {
  const labels = repeatedLabels(lines);
  const width = cutWidth(lines, labels);
  const spacedLines = lines.filter(({ gap }) => gap > 0).length;
  return {
    ...(width !== undefined && { width }),
    inside: width === undefined ? 0 : gapInside(lines, width),
    spaced: spacedLines > lines.length * 0.3,
    labels,
  };
}
