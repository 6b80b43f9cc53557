import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { loadReader } from '../load-reader.js';

export type HtmlParser = typeof import('parse5');

export const loadHtmlParser = (): Promise<HtmlParser> => loadReader('parse5', () => import('parse5'));

/** Browsers nest no deeper than this either. */
const DEEPEST = 512;
/** A parser repeats an element that was left open; more than a few for each tag of the source makes a page without end. */
const REPEATS = 2;
const SPARE = 1000;
const MOST_ATTRIBUTES = 1000;
const LONG_TAG = /<[a-z][^>]{8000,}/gi;

class TooMuch extends Error {}

/** Whether one tag has more attributes than any page needs; a parser compares each with all others. */
function hasEndlessTag(source: string): boolean {
  for (const [tag] of source.matchAll(LONG_TAG)) {
    const names = tag.replace(/"[^"]*"|'[^']*'/g, ' ').split(/[\s/]+/, MOST_ATTRIBUTES + 1);
    if (names.length > MOST_ATTRIBUTES) return true;
  }
  return false;
}

/** parse5's own tree, which stops where a page asks for more elements or levels than its tags can mean. */
function limitedTree(parser: HtmlParser, source: string): HtmlParser['defaultTreeAdapter'] {
  let left = SPARE;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at + 1)) left += REPEATS;
  let depth = 0;
  const adapter = parser.defaultTreeAdapter;
  return {
    ...adapter,
    createElement: (name, namespace, attributes, ...more) => {
      left -= 1;
      if (left < 0) throw new TooMuch();
      return adapter.createElement(name, namespace, attributes, ...more);
    },
    onItemPush: () => {
      depth += 1;
      if (depth > DEEPEST) throw new TooMuch();
    },
    onItemPop: () => {
      depth -= 1;
    },
  };
}

/** The tree of a page (or of a fragment), or undefined where it is built so that no parser comes to its end in time. */
export function parseHtml(
  parser: HtmlParser,
  source: string,
  kind: 'page' | 'fragment' = 'page',
): Tree.Document | Tree.DocumentFragment | undefined {
  if (hasEndlessTag(source)) return undefined;
  const options = { sourceCodeLocationInfo: true, treeAdapter: limitedTree(parser, source) };
  try {
    return kind === 'page' ? parser.parse(source, options) : parser.parseFragment(source, options);
  } catch (cause) {
    if (cause instanceof TooMuch || cause instanceof RangeError) return undefined;
    throw cause;
  }
}
