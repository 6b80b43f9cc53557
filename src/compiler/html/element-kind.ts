import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, BLOCKS } from './elements.js';

type Get = (property: string) => string | undefined;

const BLOCK_DISPLAY =
  /^(?:block|flex|grid|list-item|table|flow-root|table-row|table-cell|table-caption|flow)\b/i;
const INLINE_DISPLAY = /^(?:inline|contents)/i;

/** The level of a heading, whichever way the page says that it is one; undefined for all else. */
export function headingLevel(element: Tree.Element, get: Get): number | undefined {
  const tag = /^h([1-6])$/.exec(element.tagName)?.[1];
  const role = attribute(element, 'role')?.toLowerCase();
  if (tag) return role && role !== 'heading' ? undefined : Number(tag);
  if (role === 'heading') return Math.min(6, Math.max(1, Number(attribute(element, 'aria-level') ?? 2) || 2));
  const outline = /^[1-6]$/.exec(get('mso-outline-level') ?? '')?.[0];
  return outline ? Number(outline) : undefined;
}

/** Whether an element begins and ends a line. */
export const isBlock = (tag: string, get: Get): boolean => {
  const display = get('display');
  if (display !== undefined && BLOCK_DISPLAY.test(display)) return true;
  return BLOCKS.has(tag) && !INLINE_DISPLAY.test(display ?? '');
};

/** Whether an element is shown as an item of a list. */
export const isListItem = (tag: string, get: Get): boolean => {
  const display = get('display');
  return display === undefined ? tag === 'li' : /^list-item/i.test(display);
};
