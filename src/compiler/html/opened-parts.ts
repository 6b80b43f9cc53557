import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, isElement } from './elements.js';

const NAMES = ['aria-controls', 'data-target', 'data-bs-target', 'popovertarget', 'commandfor'];

function namedBy(element: Tree.Element): string[] {
  const ids = NAMES.flatMap((name) => attribute(element, name)?.split(/\s+/) ?? []);
  const isTab =
    attribute(element, 'role') === 'tab' ||
    element.attrs.some(({ name }) => name === 'data-toggle' || name === 'data-bs-toggle');
  const href = isTab ? attribute(element, 'href') : undefined;
  return [...ids, ...(href ? [href] : [])].map((id) => id.replace(/^#/, '')).filter(Boolean);
}

/** The ids of parts that a button, a tab or a link of the page shows when it is pressed. */
export function findOpenedParts(root: Tree.ParentNode): ReadonlySet<string> {
  const ids = new Set<string>();
  const waiting: Tree.ChildNode[] = [...root.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    for (const id of namedBy(node)) ids.add(id);
    for (const child of node.childNodes) waiting.push(child);
  }
  return ids;
}
