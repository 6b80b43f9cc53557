import { chosenOf, childOf, elementsOf, isOn, valueOf, wholeNumber } from './elements.js';
import type { XmlElement } from './xml.js';

/** A cell of a row; `element` is missing for columns that a row leaves out, or that the cell before reaches over. */
export interface GridCell {
  readonly element?: XmlElement;
  /** `begins`: the rows below may belong to it; `goes-on`: it belongs to the row above. */
  readonly merge?: 'begins' | 'goes-on';
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  /** How many cells the row was written with. */
  readonly own: number;
  readonly deleted: boolean;
}

const WRAPPERS: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);
/** The widest that Word makes a table is 63 columns. */
const WIDEST = 64;

/** Elements of one name, also inside content controls. */
function within(element: XmlElement, name: string): XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    const inner = child.name === 'mc:AlternateContent' ? chosenOf(child) : child;
    return inner && (inner !== child || WRAPPERS.has(child.name)) ? within(inner, name) : [];
  });
}

const empty = (count: number): GridCell[] =>
  Array.from({ length: Math.max(0, Math.min(count, WIDEST)) }, () => ({}));

function cellsOf(cell: XmlElement): GridCell[] {
  const properties = childOf(cell, 'w:tcPr');
  if (childOf(properties, 'w:cellDel') || valueOf(properties, 'w:hMerge') === 'continue') return [{}];
  const span = wholeNumber(valueOf(properties, 'w:gridSpan')) ?? 1;
  const merge = childOf(properties, 'w:vMerge');
  const told = merge && (merge.attributes['w:val'] === 'restart' ? 'begins' : 'goes-on');
  return [{ element: cell, ...(told && { merge: told }) }, ...empty(span - 1)];
}

function rowOf(row: XmlElement): GridRow {
  const properties = childOf(row, 'w:trPr');
  const cells = within(row, 'w:tc');
  return {
    cells: [
      ...empty(wholeNumber(valueOf(properties, 'w:gridBefore')) ?? 0),
      ...cells.flatMap(cellsOf),
      ...empty(wholeNumber(valueOf(properties, 'w:gridAfter')) ?? 0),
    ],
    own: cells.length,
    deleted: elementsOf(properties).some(({ name }) => name === 'w:del' || name === 'w:moveFrom'),
  };
}

/** The rows of a table with a cell for each column; hidden rows are left out. */
export function gridOf(table: XmlElement): GridRow[] {
  return within(table, 'w:tr')
    .filter((row) => !isOn(childOf(childOf(row, 'w:trPr'), 'w:hidden')))
    .map(rowOf);
}
