// Builds a PolicyDocument from plain text, one block a line: enough to test a fact step without the structural steps.

/** NFKC character by character, no spaces between Chinese characters. */
function fold(/** @type {string} */ text) {
  const offsets = [];
  let folded = '';
  let last = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (
      /[ \u00a0]/.test(character) &&
      /[^\x00-\x7f]/.test(last) &&
      /[^\x00-\x7f]/.test(text.charAt(index + 1))
    )
      continue;
    for (const one of character.normalize('NFKC')) {
      folded += one;
      last = one;
      offsets.push(index);
    }
  }
  offsets.push(text.length);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}

const HEADING = /^(?:#+ |[一二三四五六七八九十]+、|第\s?\d+\s?条)/;
const NUMBER =
  /^(?:#+ |[一二三四五六七八九十]+、|第\s?\d+\s?条|[(（]\s?[\w一二三四五六七八九十]+\s?[)）]|\d+[.、．)]|[a-zA-Z][.)]|[-*•])\s*/;

/** @returns {import('../../build/src/compiler/document.js').PolicyDocument} */
export function plainDocument(
  /** @type {string} */ text,
  language = /[一-鿿]{4}/.test(text) ? 'zh-Hans' : 'en',
) {
  const blocks = [];
  const clauses = [];
  const sections = [];
  let at = 0;
  let table = -1;
  let lastKind = '';
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length);
    const end = at + line.trimEnd().length;
    at += line.length + 1;
    if (end <= start) continue;
    const words = text.slice(start, end);
    const number = NUMBER.exec(words);
    const cells = words.includes('\t') || /^\|.*\|$/.test(words) ? cellsOf(words, start) : undefined;
    const kind = cells
      ? 'row'
      : HEADING.test(words) && words.length < 40
        ? 'heading'
        : number
          ? 'item'
          : 'paragraph';
    if (cells && /^[|\s:-]+$/.test(words)) continue;
    if (kind === 'row' && lastKind !== 'row') table += 1;
    lastKind = kind;
    const block = { kind, span: { start, end }, level: 1 };
    if (number && !cells) block.number = { start, end: start + number[0].length };
    if (cells) Object.assign(block, { cells, table });
    blocks.push(block);
    if (kind === 'heading')
      sections.push({ start, title: { text: words, span: { start, end } }, clauses: [] });
    else {
      const id = `c${clauses.length + 1}`;
      clauses.push({ id, span: { start, end }, topics: [], emphasis: [] });
      sections.at(-1)?.clauses.push(id);
    }
  }
  return {
    text,
    folded: fold(text),
    language,
    blocks,
    clauses,
    emphasis: [],
    sections: sections.map((one, index) => ({
      id: `s${index + 1}`,
      title: one.title,
      level: 1,
      span: { start: one.start, end: sections[index + 1]?.start ?? text.length },
      clauses: one.clauses,
      sections: [],
    })),
  };
}

function cellsOf(/** @type {string} */ line, /** @type {number} */ start) {
  const mark = line.includes('\t') ? '\t' : '|';
  const parts = line.split(mark);
  let at = start;
  const cells = parts.map((part) => {
    const from = at + (part.length - part.trimStart().length);
    const cell = { start: Math.min(from, at + part.length), end: at + part.trimEnd().length };
    if (cell.end < cell.start) cell.end = cell.start;
    at += part.length + 1;
    return cell;
  });
  return mark === '|' ? cells.slice(1, -1) : cells;
}
