import type { Span } from '../../policy/model.js';

/** One or more whole blocks of a Markdown text that no block outside of them can change. */
export type Chunk = Span;

/** What may reach over empty lines, or be referred to from anywhere, and what the parser counts or writes otherwise. */
const REACHING = /\]:|`{3}|~{3}|<[a-z!/?]|[\r\0\ufeff]/i;
const LIST_MARK = /[ \t]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/y;
const INDENTED = / {4}| {0,3}\t/y;
const BLANK = /[ \t]*$/my;
const SPACE = /[ \t]/;

const holds = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/**
 * Cuts a Markdown text into chunks: each begins after an empty line with a line that is not indented and goes on with no list.
 * Undefined where something in it may reach farther.
 */
export function chunksOf(source: string): Chunk[] | undefined {
  if (REACHING.test(source)) return undefined;
  const chunks: Chunk[] = [];
  let open: { start: number; end: number; lists: boolean; indented: boolean } | undefined;
  let isApart = true;
  for (let at = 0, next = 0; at < source.length; at = next) {
    const stop = source.indexOf('\n', at);
    const end = stop < 0 ? source.length : stop;
    next = end + 1;
    if (end === at || holds(BLANK, source, at)) {
      isApart = true;
      if (open?.indented) open.end = end;
      continue;
    }
    const indented = holds(INDENTED, source, at);
    const isListed = indented || holds(LIST_MARK, source, at);
    if (!open || (isApart && !SPACE.test(source.charAt(at)) && !(isListed && open.lists))) {
      if (open) chunks.push(open);
      open = { start: at, end, lists: isListed, indented };
    } else {
      open.end = end;
      open.lists ||= isListed;
      open.indented ||= indented;
    }
    isApart = false;
  }
  if (open) chunks.push(open);
  return chunks;
}
