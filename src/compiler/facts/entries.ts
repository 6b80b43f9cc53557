import type { Passage, Reading, Stretch } from './reading.js';

/** A list entry or paragraph with the paragraphs that go on with it. */
export interface Entry extends Stretch {
  /** Where its words begin, after its number. */
  readonly body: number;
  readonly numbered: boolean;
  readonly headings: string;
}

const known = new WeakMap<Reading, readonly Entry[]>();

/** The document's entries in reading order. Entries that stand in one paragraph, `(a)… (b)…`, are told apart too. */
export function entriesOf(reading: Reading): readonly Entry[] {
  const entries =
    known.get(reading) ?? reading.passages.flatMap((passage, index) => entriesIn(reading, passage, index));
  known.set(reading, entries);
  return entries;
}

function entriesIn(reading: Reading, passage: Passage, index: number): Entry[] {
  if (passage.block.kind === 'row') return [];
  const marks = inlineMarks(reading.text.slice(passage.body, passage.end));
  const { headings } = passage;
  if (marks.length < 3) {
    const numbered = passage.block.number !== undefined || passage.block.kind === 'item';
    return [
      { start: passage.start, body: passage.body, end: endOf(reading, passage, index), numbered, headings },
    ];
  }
  const head = {
    start: passage.start,
    body: passage.body,
    end: passage.body + (marks[0]?.start ?? 0),
    numbered: passage.block.number !== undefined,
    headings,
  };
  const inner = marks.map((mark, at) => ({
    start: passage.body + mark.start,
    body: passage.body + mark.end,
    end: marks[at + 1] ? passage.body + (marks[at + 1]?.start ?? 0) : sentenceEnd(reading, passage, mark.end),
    numbered: true,
    headings,
  }));
  return [head, ...inner];
}

/** `(a) (b) (c)` or `(1) (2) (3)`, each run rising from its first, three or more, inside one paragraph. */
function inlineMarks(text: string): Stretch[] {
  const open = new Map<string, { next: string; marks: Stretch[] }>();
  const runs: Stretch[][] = [];
  for (const match of text.matchAll(/\(\s?([a-z]|\d{1,2}|[一二三四五六七八九十])\s?\)\s?/g)) {
    const word = match[1] ?? '';
    const style = /\d/.test(word) ? '1' : /[a-z]/.test(word) ? 'a' : '一';
    const mark = { start: match.index, end: match.index + match[0].length };
    const run = open.get(style);
    if (word === style) {
      const marks = [mark];
      open.set(style, { next: following(word), marks });
      runs.push(marks);
    } else if (run?.next === word) {
      run.marks.push(mark);
      run.next = following(word);
    }
  }
  return runs
    .filter((marks) => marks.length > 2)
    .flat()
    .sort((left, right) => left.start - right.start);
}

/** The last entry in a paragraph ends with its sentence: what follows is about all of them. */
function sentenceEnd(reading: Reading, passage: Passage, from: number): number {
  const start = passage.body + from;
  const sentence = reading.sentences[reading.sentenceAt(start)];
  return Math.min(passage.end, Math.max(sentence?.end ?? passage.end, start));
}

const CHINESE = '一二三四五六七八九十';

function following(mark: string): string {
  if (/\d/.test(mark)) return String(Number(mark) + 1);
  const place = CHINESE.indexOf(mark);
  return place >= 0 ? CHINESE.charAt(place + 1) : String.fromCharCode(mark.charCodeAt(0) + 1);
}

/** How many paragraphs under a heading belong to it as to an entry. */
const UNDER_HEADING = 4;

/** A heading's entry is what stands under it; a numbered one goes on when the next paragraph says what refusal costs. */
function endOf(reading: Reading, passage: Passage, index: number): number {
  if (passage.block.kind === 'heading') return underHeading(reading, passage, index);
  if (isNameLine(reading, passage)) return underName(reading, passage, index);
  const next = reading.passages[index + 1];
  if (!next || !passage.block.number || next.block.kind !== 'paragraph' || next.block.number)
    return passage.end;
  const opening = reading.text.slice(next.start, next.start + 40);
  const goesOn =
    reading.language.refusalOpens.test(opening) && !reading.language.permission.forAll.test(opening);
  return goesOn ? next.end : passage.end;
}

const LONGEST_NAME = 60;

/** A short line without a stop, which may be a name over its labels. */
function isNameLine(reading: Reading, passage: Passage): boolean {
  if (passage.end - passage.start > LONGEST_NAME || passage.block.kind === 'row') return false;
  return !/[。.;:,!?]\s*$/.test(reading.text.slice(passage.start, passage.end));
}

/** What follows a name belongs to it as far as each line begins with a label. */
function underName(reading: Reading, passage: Passage, index: number): number {
  let { end } = passage;
  for (const next of reading.passages.slice(index + 1, index + 1 + UNDER_HEADING)) {
    const text = reading.text.slice(next.body, next.end);
    if (next.block.kind === 'heading' || next.block.kind === 'row') break;
    if (!reading.language.collect.listLabel.test(text)) break;
    end = next.end;
  }
  return end;
}

function underHeading(reading: Reading, passage: Passage, index: number): number {
  let { end } = passage;
  for (const next of reading.passages.slice(index + 1, index + 1 + UNDER_HEADING)) {
    const paragraph = next.block.kind === 'paragraph' && !next.block.number;
    const labelled = reading.language.collect.listLabel.test(reading.text.slice(next.body, next.end));
    const bullet = next.block.kind === 'item' || next.block.number !== undefined;
    if (!paragraph && !(bullet && labelled)) break;
    end = next.end;
  }
  return end;
}
