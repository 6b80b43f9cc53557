import type { Line } from './lines.js';

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
  /^(?!https?:)(?:[^\s，。；：、:;,()（）“”"]{2,16}[：:]|[A-Z][\w'’/&-]*(?: [\w'’/&-]+){1,6}:(?=\s|$))/;

/** True where a line's last character may close a sentence. */
export const closesSentence = (words: string): boolean => ENDS.test(words);

/** The label a line begins with, `联系方式：` for one. */
export const labelOf = (words: string): string | undefined => LABEL.exec(words)?.[0].replace(/[：:]$/, '');

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

const NARROWEST = 30;
const WIDEST = 170;

/**
 * The width at which lines were cut: lines that stop in mid-sentence crowd just below it, and hardly a line is longer. A
 * document whose lines end where its paragraphs do has no such width.
 */
function cutWidth(lines: readonly Line[]): number | undefined {
  const plain = lines.filter((line) => line.hint?.kind !== 'row' && line.hint?.kind !== 'heading');
  const cut = plain
    .filter(({ words, width }) => width >= NARROWEST && !closesSentence(words))
    .map(({ width }) => width);
  if (cut.length < 4) return undefined;
  cut.sort((a, b) => a - b);
  const width = quantile(cut, 0.95);
  if (width > WIDEST) return undefined;
  const near = cut.filter((one) => one >= width * 0.8 && one <= width * 1.12).length;
  const longer = plain.filter((line) => line.width > width * 1.15).length;
  const isCut = near >= cut.length * 0.6 && near >= plain.length * 0.15 && longer <= plain.length * 0.1;
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

function repeatedLabels(lines: readonly Line[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { words } of lines) {
    const label = labelOf(words);
    if (label) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
}

/** Decides from the whole document what its line ends and its empty lines mean. */
export function measureLines(lines: readonly Line[]): LineMeasure {
  const width = cutWidth(lines);
  const spacedLines = lines.filter(({ gap }) => gap > 0).length;
  return {
    ...(width !== undefined && { width }),
    inside: width === undefined ? 0 : gapInside(lines, width),
    spaced: spacedLines > lines.length * 0.3,
    labels: repeatedLabels(lines),
  };
}
