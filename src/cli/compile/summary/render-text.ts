import type { Painter } from '../../people/colours.js';
import { oneLine } from '../../people/one-line.js';
import { columnsOf, padded, wrap } from '../../people/wrap.js';
import type { Cell, Entry, Field, Group, Part, Summary, SummaryLabels } from './summary.js';

/** Columns of a line. */
const WIDTH = 100;

/** The summary for a terminal or a plain file: one thing after the other, what is said of it indented below. */
export function renderText({ title, labels, legend, facts, parts, origin }: Summary, paint: Painter): string {
  const lines = [
    paint('bold', title),
    ...wrap(legend, WIDTH, '', ''),
    '',
    ...factLines(facts, labels),
    ...parts.flatMap((part) => ['', ...partLines(part, labels, paint)]),
    '',
    ...origin.flatMap((line) => wrap(line, WIDTH, '', '')),
  ];
  return `${lines.join('\n')}\n`;
}

function factLines(facts: readonly Field[], labels: SummaryLabels): string[] {
  const column = Math.max(...facts.map(({ label }) => columnsOf(label))) + 2;
  return facts.flatMap(({ label, cell }) =>
    wrap(cellWords(cell, labels), WIDTH, padded(label, column), ' '.repeat(column)),
  );
}

function partLines(part: Part, labels: SummaryLabels, paint: Painter): string[] {
  const count = part.groups.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) return [paint('bold', `${part.title}${labels.colon}${labels.notStated}`)];
  return [
    paint('bold', labels.count(part.title, count)),
    ...(part.lead.length > 0 ? wrap(labels.paragraph(part.lead), WIDTH, '  ', '  ') : []),
    ...part.groups.flatMap((group) => groupLines(part, group, labels, paint)),
  ];
}

function groupLines(
  { heads }: Part,
  { title, entries }: Group,
  labels: SummaryLabels,
  paint: Painter,
): string[] {
  const shown = title && cellWords([{ ...title, words: labels.count(title.words, entries.length) }], labels);
  return [
    ...(shown === undefined ? [] : wrap(shown, WIDTH, '  ', '    ').map((line) => paint('underline', line))),
    ...entries.flatMap((entry, index) =>
      heads === undefined ? itemLines(entry, labels) : entryLines(entry, index + 1, heads, labels, paint),
    ),
  ];
}

/** A sentence, or a name of ours and what it stands for. */
function itemLines({ head, fields }: Entry, labels: SummaryLabels): string[] {
  const words = [head, ...fields.map(({ cell }) => cell)]
    .map((cell) => cellWords(cell, labels))
    .join(labels.colon);
  return wrap(words, WIDTH, '  - ', '    ');
}

function entryLines(
  { head, fields }: Entry,
  number: number,
  heads: string,
  labels: SummaryLabels,
  paint: Painter,
): string[] {
  const stated = fields.filter(({ cell }) => cell.length > 0);
  const missing = fields.filter(({ cell }) => cell.length === 0).map(({ label }) => label);
  const name = head.length === 0 ? `${heads}${labels.colon}${labels.notStated}` : cellWords(head, labels);
  return [
    ...wrap(name, WIDTH, `  ${`${number}.`.padEnd(3)} `, '      ').map((line) => paint('bold', line)),
    ...stated.flatMap(({ label, cell }) =>
      wrap(`${label}${labels.colon}${cellWords(cell, labels)}`, WIDTH, '      ', '        '),
    ),
    ...(missing.length > 0
      ? wrap(`${labels.missing}${labels.colon}${missing.join(labels.comma)}`, WIDTH, '      ', '        ')
      : []),
  ];
}

function cellWords(cell: Cell, { notStated, comma, brackets: [open, close] }: SummaryLabels): string {
  if (cell.length === 0) return notStated;
  return cell
    .map(({ words, where }) => `${oneLine(words)}${where ? `${open}${where.shown}${close}` : ''}`)
    .join(comma);
}
