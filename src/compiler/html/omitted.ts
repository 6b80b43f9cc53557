import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, isElement } from './elements.js';

/** Elements whose words a reader of the page does not read as its text, and how a message names them. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['nav', 'navigation'],
  ['button', 'a button'],
  ['select', 'a choice of a form'],
  ['datalist', 'a choice of a form'],
  ['textarea', 'a field of a form'],
  ['noscript', 'words for browsers without scripts'],
  ['template', 'a template'],
  ['iframe', 'an embedded page'],
  ['frame', 'an embedded page'],
  ['object', 'an embedded file'],
  ['embed', 'an embedded file'],
  ['svg', 'a drawing'],
]);

const ROLES: ReadonlyMap<string, string> = new Map([
  ['navigation', 'navigation'],
  ['search', 'a search form'],
  ['menu', 'navigation'],
  ['menubar', 'navigation'],
  ['dialog', 'a dialog'],
  ['alertdialog', 'a dialog'],
]);

/** Pictures no larger than this are signs. */
const SIGN = 48;

const small = (value: string | undefined): boolean => value !== undefined && parseInt(value, 10) <= SIGN;

/** A picture may hold words; one without a text of its own, or as small as a sign, has none. */
function nameImage(image: Tree.Element): string | undefined {
  const alt = attribute(image, 'alt');
  const isSign = small(attribute(image, 'width')) || small(attribute(image, 'height'));
  const isDecoration = /^(?:presentation|none)$/.test(attribute(image, 'role') ?? '');
  return alt?.trim() === '' || isSign || isDecoration ? undefined : 'an image';
}

function nameDrawing(svg: Tree.Element): string | undefined {
  const waiting: Tree.ChildNode[] = [...svg.childNodes];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'text') return 'a drawing';
    for (const child of node.childNodes) waiting.push(child);
  }
  return undefined;
}

/** A heading may be the button that opens what stands under it. */
function isInHeading(button: Tree.Element): boolean {
  let node: Tree.Node | null = button.parentNode;
  for (let steps = 0; steps < 3 && node && isElement(node); steps += 1, node = node.parentNode) {
    if (/^h[1-6]$/.test(node.tagName) || attribute(node, 'role') === 'heading') return true;
  }
  return false;
}

/** How an element that is left out by its kind is named, empty where there is nothing to say; undefined for all others. */
export function nameOmitted(element: Tree.Element): string | undefined {
  const tag = element.tagName;
  if (tag === 'img') return nameImage(element) ?? '';
  if (tag === 'svg') return nameDrawing(element) ?? '';
  if (tag === 'button' && isInHeading(element)) return undefined;
  if (tag === 'dialog') return attribute(element, 'open') === undefined ? 'a closed dialog' : undefined;
  const role = attribute(element, 'role')?.toLowerCase().trim() ?? '';
  return NAMES.get(tag) ?? (tag === 'html' || tag === 'body' ? undefined : ROLES.get(role));
}
