import type { PlainWriter } from '../plain-writer.js';
import { HtmlWalk, type PageView } from './html-walk.js';
import { plainLook, type Look } from './look.js';
import { parseHtml, type HtmlParser } from './parse-html.js';
import { writeBare } from './write-bare.js';

const NOTHING: PageView['omitted'] = new Map();
const NO_BULK: PageView['bulk'] = new Set();
const NONE: ReadonlySet<string> = new Set();

/** Writes the visible words of a piece of HTML that stands between two offsets of a source of another kind. */
export function writeFragment(
  parser: HtmlParser,
  source: string,
  start: number,
  end: number,
  out: PlainWriter,
  look: Look = plainLook(true),
): void {
  const tree = parseHtml(parser, source.slice(start, end), 'fragment');
  if (!tree) {
    out.leftOut.push({ kind: 'source/markup-too-deep', source: start, words: '' });
    writeBare(source, start, out, end);
    return;
  }
  const page = { source, base: start, rules: undefined, opened: NONE, omitted: NOTHING, bulk: NO_BULK };
  new HtmlWalk(page, out).write(tree, look);
}
