import { markdownTable, plainMarkdown } from '../../people/markdown.js';
import type { Where } from '../../people/where.js';
import type { Cell, Entry, Field, Group, Part, Summary, SummaryLabels } from './summary.js';

/** The summary as Markdown: tables where things have fields, lists where they are sentences. */
export function renderMarkdown({ title, labels, legend, facts, parts, origin }: Summary): string {
  const blocks = [
    [`# ${plainMarkdown(title)}`],
    [`> ${legend}`],
    factTable(facts, labels),
    ...parts.flatMap((part) => partBlocks(part, labels)),
    ['---'],
    origin.map((line) => `- ${plainMarkdown(line)}`),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

const factTable = (facts: readonly Field[], labels: SummaryLabels): string[] =>
  markdownTable(
    [labels.item, labels.content, labels.where],
    facts.map(({ label, cell }) => [
      label,
      cellWords(cell, labels, cell[0]?.where),
      cell[0]?.where?.shown ?? '',
    ]),
  );

function partBlocks(part: Part, labels: SummaryLabels): string[][] {
  const count = part.groups.reduce((sum, { entries }) => sum + entries.length, 0);
  if (count === 0) return [[`## ${part.title}`], [labels.missing]];
  return [
    [`## ${labels.count(part.title, count)}`],
    ...(part.lead.length > 0 ? [[plainMarkdown(labels.paragraph(part.lead))]] : []),
    ...part.groups.flatMap((group) => groupBlocks(part, group, labels)),
  ];
}

function groupBlocks({ heads }: Part, { title, entries }: Group, labels: SummaryLabels): string[][] {
  const head = title
    ? [[`### ${plainMarkdown(labels.count(title.words, entries.length))}${inBrackets(title.where, labels)}`]]
    : [];
  return [
    ...head,
    heads === undefined ? entries.map((entry) => itemOf(entry, labels)) : entryTable(heads, entries, labels),
  ];
}

function itemOf({ head, fields }: Entry, labels: SummaryLabels): string {
  const cells = [head, ...fields.map(({ cell }) => cell)].map((cell) => cellWords(cell, labels));
  return `- ${cells.join(labels.colon)}`;
}

/** One column for each field that every entry has, one for what only some say, one for the place. */
function entryTable(heads: string, entries: readonly Entry[], labels: SummaryLabels): string[] {
  const main = entries[0]?.fields.filter(({ extra }) => !extra).map(({ label }) => label) ?? [];
  const more = entries.some(({ fields }) => fields.some(({ extra }) => extra));
  const columns = [heads, ...main, ...(more ? [labels.more] : []), labels.where];
  return markdownTable(
    columns,
    entries.map((entry) => rowOf(entry, main, more, labels)),
  );
}

function rowOf(
  { head, fields }: Entry,
  columns: readonly string[],
  more: boolean,
  labels: SummaryLabels,
): string[] {
  const where = [head, ...fields.map(({ cell }) => cell)]
    .flatMap((cell) => cell)
    .find((piece) => piece.where)?.where;
  const main = fields.filter(({ extra }) => !extra);
  const others = fields.filter(({ extra }) => extra);
  const named = ({ label }: Field): string => `${label}${labels.colon}`;
  return [
    cellWords(head, labels, where),
    ...main.map(
      (field, index) =>
        (field.label === columns[index] ? '' : named(field)) + cellWords(field.cell, labels, where),
    ),
    ...(more
      ? [others.map((field) => named(field) + cellWords(field.cell, labels, where)).join('<br>')]
      : []),
    where?.shown ?? '',
  ];
}

/** A table row of the source is about this long: what stands farther from its beginning has its own place. */
const NEAR = 200;

const isNear = (where: Where | undefined, row: Where | undefined): boolean =>
  where?.page === row?.page &&
  where?.line === row?.line &&
  Math.abs((where?.column ?? 0) - (row?.column ?? 0)) < NEAR;

/** Words and their places; a place in the row's own line is told by the row. */
function cellWords(cell: Cell, labels: SummaryLabels, row?: Where): string {
  if (cell.length === 0) return labels.notStated;
  return cell
    .map(({ words, where }) => plainMarkdown(words) + (isNear(where, row) ? '' : inBrackets(where, labels)))
    .join(labels.comma);
}

const inBrackets = (where: Where | undefined, { brackets: [open, close] }: SummaryLabels): string =>
  where ? `${open}${where.shown}${close}` : '';
