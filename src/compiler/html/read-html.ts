import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { PlainWriter } from '../plain-writer.js';
import type { SourceReading } from '../reading.js';
import { attribute, isElement, isText } from './elements.js';
import { HtmlWalk } from './html-walk.js';
import { loadStyles } from './load-styles.js';
import { plainLook } from './look.js';
import { findOpenedParts } from './opened-parts.js';
import { findPageParts } from './page-parts.js';
import { loadHtmlParser, parseHtml } from './parse-html.js';
import { writeBare } from './write-bare.js';

/** Whether the page is a text file as a browser wraps it: all its words stand in one `<pre>`. */
function isWrappedText(document: Tree.ParentNode): boolean {
  const html = document.childNodes.find(isElement);
  const body = html?.childNodes.filter(isElement).find(({ tagName }) => tagName === 'body');
  const parts =
    body?.childNodes.filter((node) => isElement(node) || (isText(node) && node.value.trim())) ?? [];
  const [only] = parts;
  return (
    parts.length === 1 &&
    only !== undefined &&
    isElement(only) &&
    only.tagName === 'pre' &&
    attribute(only, 'hidden') === undefined
  );
}

/**
 * HTML, as a browser shows it on a screen. Words that its own styles hide are left out, navigation, controls and what else stands
 * around a page's text too, and all of that is told. Rejects `compiler/reader-missing` where the parser is not installed, or
 * those of style sheets and selectors where the page has style sheets.
 */
export async function readHtml(source: string): Promise<SourceReading> {
  const parser = await loadHtmlParser();
  const out = new PlainWriter(source);
  const document = parseHtml(parser, source);
  if (!document) {
    out.leftOut.push({ kind: 'source/markup-too-deep', source: 0, words: '' });
    writeBare(source, 0, out);
    return out.finish(true);
  }
  const { rules, incomplete, elsewhere } = await loadStyles(document);
  const opened = findOpenedParts(document);
  const page = { source, base: 0, rules, opened, ...findPageParts(document) };
  if (elsewhere !== undefined)
    out.leftOut.push({ kind: 'source/styles-elsewhere', source: elsewhere, words: '' });
  new HtmlWalk(page, out).write(document, plainLook(elsewhere === undefined));
  if (incomplete || rules?.incomplete)
    out.leftOut.push({ kind: 'source/styles-incomplete', source: 0, words: '' });
  return out.finish(!isWrappedText(document));
}
