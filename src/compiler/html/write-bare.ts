import type { PlainWriter } from '../plain-writer.js';
import { BLOCKS } from './elements.js';

const TAG = /<(?:(\/?)([a-z][a-z0-9:-]*)|[!?])/giy;
const SILENT = /^(?:script|style|template|noscript|title|textarea|select|svg|iframe)$/;

/** Where a tag, a comment or a silent element that begins at `at` ends. */
function endOf(source: string, lower: string, at: number, name: string | undefined, closes: boolean): number {
  if (source.startsWith('<!--', at)) return after(source, '-->', at + 4);
  const end = after(source, '>', at);
  if (closes || !name || !SILENT.test(name)) return end;
  return after(source, '>', after(lower, `</${name}`, end));
}

function after(source: string, closing: string, from: number): number {
  const at = source.indexOf(closing, from);
  return at < 0 ? source.length : at + closing.length;
}

/** Writes what stands between the tags, line by line, where no parser is to be trusted with a page. */
export function writeBare(source: string, base: number, out: PlainWriter, end = source.length): void {
  const lower = source.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let at = base;
  while (at < end) {
    const next = source.indexOf('<', at);
    const stop = next < 0 || next > end ? end : next;
    const words = source.slice(at, stop);
    const start = at + words.length - words.trimStart().length;
    if (words.trim()) out.words(start, start + words.trim().length, words.trim());
    if (stop === end) return;
    TAG.lastIndex = stop;
    const [, slash, name] = TAG.exec(source) ?? [];
    const isTag = TAG.lastIndex > stop;
    if (name && BLOCKS.has(name.toLowerCase())) out.separate('\n\n');
    if (name?.toLowerCase() === 'br') out.separate('\n');
    at = isTag ? endOf(source, lower, stop, name?.toLowerCase(), slash === '/') : stop + 1;
  }
}
