import { loadHtmlParser } from '../html/parse-html.js';
import { nameWithWords } from '../left-out.js';
import { PlainWriter } from '../plain-writer.js';
import type { SourceReading } from '../reading.js';
import { readFrontMatter } from './front-matter.js';
import { MarkdownWalk } from './markdown-walk.js';
import { parseMarkdown } from './parse-markdown.js';

const HTML_TAG = /<[a-z!/]/i;

/**
 * Markdown (CommonMark with tables, and with emphasis beside Chinese signs, which CommonMark pairs wrongly). Numbers of lists stay; other marks of Markdown go. HTML in it is read as a browser shows it;
 * front matter, images, and words that HTML hides are left out and told.
 */
export async function readMarkdown(source: string): Promise<SourceReading> {
  const front = readFrontMatter(source);
  const root = await parseMarkdown(front.source);
  const html = HTML_TAG.test(front.source) ? await loadHtmlParser() : undefined;
  const out = new PlainWriter(source);
  if (front.words !== undefined) {
    const words = nameWithWords('front matter', front.words);
    out.leftOut.push({ kind: 'layout/markup-removed', source: 0, words });
  }
  new MarkdownWalk(front.source, out, html).write(root);
  return out.finish(false);
}
