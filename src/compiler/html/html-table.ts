import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, isElement, isText } from './elements.js';

const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

const count = (value: string | undefined, most: number): number =>
  Math.min(most, Math.max(1, parseInt(value ?? '1', 10) || 1));

/** How many columns and rows a cell takes; no rows said with 0 are all that are left. */
export const columnsOf = (cell: Tree.Element): number => count(attribute(cell, 'colspan'), MOST_COLUMNS);
export const rowsOf = (cell: Tree.Element): number =>
  attribute(cell, 'rowspan')?.trim() === '0' ? MOST_ROWS : count(attribute(cell, 'rowspan'), MOST_ROWS);

export const isCell = (node: Tree.ChildNode): node is Tree.Element =>
  isElement(node) && (node.tagName === 'td' || node.tagName === 'th');

const HEADING = /^h[1-6]$/;
const PARAGRAPH = /^(?:p|div|ul|ol|dl|blockquote|section|article)$/;
/** A cell with so many words in several paragraphs is a part of a page, where the table has no more rows than a page has parts. */
const LONG_CELL = 300;
const MANY_LINES = 4;
const LINED_CELL = 60;
const FEW_ROWS = 3;

interface Found {
  headings: number;
  tables: number;
  paragraphs: number;
  breaks: number;
  characters: number;
}

/** What stands in a cell, but not in tables inside it. */
function contentOf(cell: Tree.Element): Found {
  const found: Found = { headings: 0, tables: 0, paragraphs: 0, breaks: 0, characters: 0 };
  const waiting: Tree.ChildNode[] = [...cell.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isText(node)) found.characters += node.value.trim().length;
    if (!isElement(node)) continue;
    if (HEADING.test(node.tagName)) found.headings += 1;
    if (node.tagName === 'br') found.breaks += 1;
    if (PARAGRAPH.test(node.tagName)) found.paragraphs += 1;
    if (node.tagName === 'table') found.tables += 1;
    else for (const child of node.childNodes) waiting.push(child);
  }
  return found;
}

const isPart = ({ headings, tables, paragraphs, breaks, characters }: Found, rows: number): boolean => {
  if (headings > 0 || tables > 0) return true;
  if (rows > FEW_ROWS) return false;
  const isLined = paragraphs + breaks > MANY_LINES && characters > LINED_CELL;
  return isLined || (paragraphs > 2 && characters > LONG_CELL);
};

/** The rows that belong to a table itself, not to tables inside its cells. */
export function ownRows(table: Tree.Element): Tree.Element[] {
  return table.childNodes.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.tagName === 'tr') return [node];
    return /^(?:thead|tbody|tfoot)$/.test(node.tagName) ? ownRows(node) : [];
  });
}

/** Whether a table only places the parts of a page: it says so, or headings, tables or long texts stand in its cells. */
export function isLayoutTable(table: Tree.Element): boolean {
  const role = attribute(table, 'role')?.toLowerCase();
  if (role === 'presentation' || role === 'none') return true;
  const rows = ownRows(table).map((row) => row.childNodes.filter(isCell));
  const cells = rows.flat();
  const isMarked =
    cells.some(({ tagName }) => tagName === 'th') ||
    table.childNodes.some(({ nodeName }) => nodeName === 'caption');
  if (isMarked && rows.length > 1) return false;
  return rows.every((row) => row.length < 2) || cells.some((cell) => isPart(contentOf(cell), rows.length));
}

/** The cell after this one in its row. */
export const nextCell = (cell: Tree.Element): Tree.Element | undefined => {
  const siblings = cell.parentNode?.childNodes.filter(isCell) ?? [];
  return siblings[siblings.indexOf(cell) + 1];
};

/** A table's parts as a browser shows them: the caption first, the foot last. */
export function partsOf(table: Tree.Element): Tree.Element[] {
  const parts = table.childNodes.filter(isElement);
  const rank = ({ tagName }: Tree.Element): number => ['caption', 'thead', '', 'tfoot'].indexOf(tagName);
  const place = (part: Tree.Element): number => (rank(part) < 0 ? 2 : rank(part));
  return parts.sort((a, b) => place(a) - place(b));
}
