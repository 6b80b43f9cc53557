/** A block of fields that a site's editor put before the text. */
export interface FrontMatter {
  /** The source with blanks in its place, so that every other character stays where it was. */
  readonly source: string;
  /** Its words, without the fences; undefined where there is none. */
  readonly words?: string;
}

const FENCE = /^\ufeff?(---|\+\+\+)[ \t]*\r?\n/;
const FIELD = /^(?:[\w\u4e00-\u9fff][\w\u4e00-\u9fff -]{0,60}["']?\s*[:=]|\s+\S|-\s|#|\s*$)/;
const LONGEST = 20_000;

/** YAML or TOML between fences at the very beginning, every line of it a field; two rules around words are none. */
export function readFrontMatter(source: string): FrontMatter {
  const fence = FENCE.exec(source);
  if (!fence) return { source };
  const window = source.slice(0, LONGEST);
  const closing = fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/gm : /^\+\+\+[ \t]*$/gm;
  closing.lastIndex = fence[0].length;
  const end = closing.exec(window);
  if (!end) return { source };
  const words = source.slice(fence[0].length, end.index);
  const lines = words.split(/\r?\n/);
  if (!/^[\w\u4e00-\u9fff"']/.test(words) || !lines.every((line) => FIELD.test(line))) return { source };
  const stop = end.index + end[0].length;
  return { source: source.slice(0, stop).replace(/[^\r\n\ufeff]/g, ' ') + source.slice(stop), words };
}
