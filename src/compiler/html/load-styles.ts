import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { loadReader } from '../load-reader.js';
import { attribute, isElement, isText } from './elements.js';
import { isForScreen } from './media-query.js';
import { readStyleSheets } from './style-sheet.js';
import { StyleRules } from './style-rules.js';

/** A page's own style sheets. */
export interface PageStyles {
  readonly rules?: StyleRules;
  readonly incomplete: boolean;
  /** Offset of the first style sheet that stands elsewhere. */
  readonly elsewhere?: number;
}

interface Found {
  readonly sheets: string[];
  elsewhere?: number;
}

const isSheet = (element: Tree.Element): boolean =>
  /^(?:text\/css)?$/i.test(attribute(element, 'type')?.trim() ?? '') &&
  isForScreen(attribute(element, 'media') ?? '');

const isLink = (element: Tree.Element): boolean => {
  const kinds = attribute(element, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  return (
    kinds.includes('stylesheet') &&
    !kinds.includes('alternate') &&
    isForScreen(attribute(element, 'media') ?? '')
  );
};

/** Every style sheet of a page in its order, and whether it has others elsewhere. */
function findSheets(root: Tree.ParentNode): Found {
  const found: Found = { sheets: [] };
  const waiting: Tree.ChildNode[] = [...root.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (node.tagName === 'style' && isSheet(node)) {
      found.sheets.push(node.childNodes.map((child) => (isText(child) ? child.value : '')).join(''));
    } else if (node.tagName === 'link' && isLink(node)) {
      found.elsewhere ??= node.sourceCodeLocation?.startOffset ?? 0;
    }
    for (let at = node.childNodes.length - 1; at >= 0; at -= 1)
      waiting.push(node.childNodes[at] as Tree.ChildNode);
  }
  return found;
}

/**
 * The rules of a page's `<style>` elements. The parsers of CSS and of selectors are loaded where there is one. Rejects
 * `compiler/reader-missing` where they are not installed.
 */
export async function loadStyles(root: Tree.ParentNode): Promise<PageStyles> {
  const { sheets, elsewhere } = findSheets(root);
  const outside = elsewhere === undefined ? {} : { elsewhere };
  if (!sheets.some((css) => css.trim())) return { incomplete: false, ...outside };
  const { default: parse } = await loadReader('css-tree', () => import('css-tree/parser'));
  const reader = await loadReader('css-what', () => import('css-what'));
  const matcher = await loadReader('css-select', () => import('css-select'));
  const written = readStyleSheets(sheets, (css) =>
    parse(css, {
      parseRulePrelude: false,
      parseAtrulePrelude: false,
      parseValue: false,
      parseCustomProperty: false,
    }),
  );
  const rules = new StyleRules(written.rules, reader, matcher);
  return {
    rules,
    incomplete: written.incomplete,
    ...(written.imports ? { elsewhere: elsewhere ?? 0 } : outside),
  };
}
