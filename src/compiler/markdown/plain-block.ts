import type { ListItem, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';

/** A line that begins and ends with a word or a sign of no meaning, and holds no sign of Markdown but pairs of stars. */
const PLAIN = /[^\s#\\`_[\]<&][^\\`_[\]<&\n]*(?:& [^\\`_[\]<&\n]*)*/uy;
const PARAGRAPH_START = /(?:\*\*)?[\p{L}（“"‘《【「]/uy;
const SHARPS = /(#{1,6}) +/y;
const BORDER = /\|(?: ?-+ ?\|)+$/;
const WORD = /[A-Za-z0-9\u4e00-\u9fff]/;
const STOP = /[。，；：！？）”」》.,;:!?)"]/;
const BEHIND = /[ \u4e00-\u9fff]/;
const LIST_LINE = /^(?:(-)|(\d{1,3})\.) /;
const SIGNS = /[\\`_[\]<*]|&(?! )/;

const position = (start: number, end: number) => ({
  start: { line: 1, column: 1, offset: start },
  end: { line: 1, column: 1, offset: end },
});

const textNode = (source: string, start: number, end: number): PhrasingContent => ({
  type: 'text',
  value: source.slice(start, end),
  position: position(start, end),
});

/** The words of a line; undefined where its stars are not pairs that every reader of Markdown takes for the same. */
function phrasesOf(source: string, start: number, end: number): PhrasingContent[] | undefined {
  const phrases: PhrasingContent[] = [];
  const words = source.slice(start, end);
  let from = start;
  for (let star = words.indexOf('*'); star >= 0; star = words.indexOf('*', from - start)) {
    const stop = words.indexOf('*', star + 2);
    if (stop < 0 || !arePair(words, star, stop)) return undefined;
    if (start + star > from) phrases.push(textNode(source, from, start + star));
    const children = [textNode(source, start + star + 2, start + stop)];
    phrases.push({ type: 'strong', children, position: position(start + star, start + stop + 2) });
    from = start + stop + 2;
  }
  if (end > from) phrases.push(textNode(source, from, end));
  return phrases;
}

/** Two stars open before a letter. They close after one, or after a sign with nothing, a space or an ideograph behind them. */
function arePair(words: string, star: number, stop: number): boolean {
  const [before, after] = [words.charAt(stop - 1), words.charAt(stop + 2)];
  return (
    words.startsWith('**', star) &&
    words.startsWith('**', stop) &&
    after !== '*' &&
    WORD.test(words.charAt(star + 2)) &&
    (WORD.test(before) || (STOP.test(before) && (after === '' || BEHIND.test(after))))
  );
}

function isPlain(source: string, start: number, end: number): boolean {
  PLAIN.lastIndex = start;
  return PLAIN.test(source) && PLAIN.lastIndex === end && source.slice(end - 1, end).trim() !== '';
}

function headingAt(source: string, start: number, end: number): RootContent | undefined {
  SHARPS.lastIndex = start;
  const depth = SHARPS.exec(source)?.[1]?.length;
  const from = SHARPS.lastIndex;
  if (depth === undefined || !isPlain(source, from, end) || source.charAt(end - 1) === '#') return undefined;
  const children = phrasesOf(source, from, end);
  return children && { type: 'heading', depth: depth as 1, children, position: position(start, end) };
}

function paragraphAt(source: string, start: number, end: number): Paragraph | undefined {
  PARAGRAPH_START.lastIndex = start;
  if (!PARAGRAPH_START.test(source) || !isPlain(source, start, end)) return undefined;
  const children = phrasesOf(source, start, end);
  return children && { type: 'paragraph', children, position: position(start, end) };
}

interface Line {
  readonly start: number;
  readonly words: string;
}

function linesOf(source: string, start: number, end: number): Line[] {
  let at = start;
  return source
    .slice(start, end)
    .split('\n')
    .map((words) => {
      const line = { start: at, words };
      at += words.length + 1;
      return line;
    });
}

function rowOf(source: string, { start, words }: Line, count: number): TableRow | undefined {
  if (!words.startsWith('|') || !words.endsWith('|') || words.length < 2) return undefined;
  const cells = words.slice(1, -1).split('|');
  if (cells.length !== count) return undefined;
  let at = start + 1;
  const children = cells.map((cell): TableRow['children'][number] => {
    const bare = cell.replace(/^ +| +$/g, '');
    const from = at + (bare ? cell.indexOf(bare) : 0);
    const own = position(at, at + cell.length);
    at += cell.length + 1;
    return {
      type: 'tableCell',
      children: bare ? [textNode(source, from, from + bare.length)] : [],
      position: own,
    };
  });
  return { type: 'tableRow', children, position: position(start, start + words.length) };
}

function tableAt(source: string, start: number, end: number): RootContent | undefined {
  const lines = linesOf(source, start, end);
  const border = lines[1]?.words ?? '';
  if (!BORDER.test(border) || !border.startsWith('|')) return undefined;
  const count = border.split('|').length - 2;
  const rows: TableRow[] = [];
  for (const line of lines) {
    if (line === lines[1]) continue;
    const row = SIGNS.test(line.words) || line.words.includes('\t') ? undefined : rowOf(source, line, count);
    if (!row) return undefined;
    rows.push(row);
  }
  return { type: 'table', children: rows, position: position(start, end) };
}

function itemOf(source: string, { start, words }: Line, ordered: boolean): ListItem | undefined {
  const mark = LIST_LINE.exec(words);
  const end = start + words.length;
  if (!mark || ordered === (mark[1] !== undefined)) return undefined;
  const paragraph = paragraphAt(source, start + mark[0].length, end);
  if (!paragraph) return undefined;
  return {
    type: 'listItem',
    spread: false,
    checked: null,
    children: [paragraph],
    position: position(start, end),
  };
}

function listAt(source: string, start: number, end: number): RootContent | undefined {
  const lines = linesOf(source, start, end);
  const ordered = !source.startsWith('-', start);
  const items: ListItem[] = [];
  for (const line of lines) {
    const item = itemOf(source, line, ordered);
    if (!item) return undefined;
    items.push(item);
  }
  return { type: 'list', ordered, spread: false, children: items, position: position(start, end) };
}

/** Reads a chunk that is one plain heading, paragraph of one line, list of such, or table; undefined where a parser of Markdown must read it. */
export function readPlainBlock(source: string, start: number, end: number): RootContent | undefined {
  const first = source.charAt(start);
  if (first === '#') return headingAt(source, start, end);
  if (first === '|') return tableAt(source, start, end);
  return /[-\d]/.test(first) ? listAt(source, start, end) : paragraphAt(source, start, end);
}
