import type { Span } from '../policy/model.js';
import type { Line } from './lines.js';
import type { Row } from './rows.js';

const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 3;
const LONGEST_HEADER = 10;
const IDEOGRAPH = /[\u4e00-\u9fff]/;
/** What a title of a column never has. */
const NO_HEADER = /[，。；：、！？,;:!?\d]/;
const NUMBERED = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]|第.{1,4}[条章节])/;

/** Tables of ideographs whose cells an extraction parted with one space: lines of as many words as the short words above them. */
export function findSpacedTables(lines: readonly Line[], isTaken: (index: number) => boolean): Row[] {
  const rows: Row[] = [];
  let table = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const columns = isTaken(index) ? 0 : headerColumns(lines[index]);
    if (columns < FEWEST_COLUMNS) continue;
    let end = index + 1;
    while (end < lines.length && !isTaken(end) && cellsOf(lines[end]).length === columns) end += 1;
    if (end - index <= FEWEST_ROWS) continue;
    for (let at = index; at < end; at += 1)
      rows.push({ lines: [at], cells: cellsOf(lines[at]).map((cell) => [cell]), table });
    table += 1;
    index = end - 1;
  }
  return rows;
}

function headerColumns(line: Line | undefined): number {
  const cells = cellsOf(line);
  const titles = cells.every(({ start, end }) => {
    const words = line?.words.slice(start - line.span.start, end - line.span.start) ?? '';
    return words.length <= LONGEST_HEADER && IDEOGRAPH.test(words) && !NO_HEADER.test(words);
  });
  return titles ? cells.length : 0;
}

function cellsOf(line: Line | undefined): Span[] {
  if (
    !line ||
    line.hint ||
    line.words.includes('\t') ||
    !IDEOGRAPH.test(line.words) ||
    NUMBERED.test(line.words)
  )
    return [];
  return [...line.words.matchAll(/\S+/g)].map((match) => ({
    start: line.span.start + match.index,
    end: line.span.start + match.index + match[0].length,
  }));
}
