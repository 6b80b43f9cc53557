import type { Right, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { present } from './present.js';
import { readingOf } from './reading.js';
import type { Reading, Sentence } from './reading.js';

/** The rights a person has, each with the way to use it and the time it takes where the text gives one. */
export const findRights: FactStep<Right[]> = (document) => {
  const reading = readingOf(document);
  const found = reading.sentences
    .filter((sentence) => isWay(reading, sentence))
    .flatMap((one) => rightsOf(reading, one));
  const seen = new Set<string>();
  return found.filter((right) => {
    const key = `${right.kind} ${right.way.text.replace(/\s/g, '')}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
};

function isWay(reading: Reading, sentence: Sentence): boolean {
  const { way, not } = reading.language.rights;
  return way.test(sentence.text) && !not.test(sentence.text) && !reading.defines(sentence.start);
}

function rightsOf(reading: Reading, sentence: Sentence): Right[] {
  const way = reading.statement(sentence.start, sentence.end);
  const kinds = kindsOf(reading, sentence);
  if (!way || kinds.length === 0) return [];
  const own = deadlineIn(reading, sentence) ?? deadlineAfterPart(reading, sentence);
  const near = own ?? deadlineNear(reading, sentence);
  return kinds.map(([kind]) => present<Right>({ kind, way, deadline: kind === 'complain' ? own : near }));
}

/** The rights that a sentence names; where it only gives a way, those its heading names, or the sentence before it. */
function kindsOf(reading: Reading, sentence: Sentence): (readonly [Right['kind'], RegExp])[] {
  const named = (text: string) => reading.language.rights.kinds.filter(([, pattern]) => pattern.test(text));
  const own = named(sentence.text);
  if (own.length > 0 || !reading.language.rights.bareWay.test(sentence.text)) return own;
  const headings = reading.passages[sentence.passage]?.headings ?? '';
  const title = named(headings.slice(headings.lastIndexOf('\n') + 1));
  if (title.length > 0) return title;
  const before = reading.sentences[reading.sentenceAt(sentence.start) - 1];
  return before && reading.passages[before.passage]?.headings === headings ? named(before.text) : [];
}

/** How many sentences of the same section, after the way and then before it, are searched for its deadline. */
const AFTER = 6;
const BEFORE = 3;

/** The deadline in the part of the same sentence that follows a semicolon. */
function deadlineAfterPart(reading: Reading, sentence: Sentence): Words | undefined {
  const next = /;\s*$/.test(sentence.text) && reading.sentences[reading.sentenceAt(sentence.start) + 1];
  return next && next.passage === sentence.passage && !isWay(reading, next)
    ? deadlineIn(reading, next)
    : undefined;
}

/** A deadline that the right's own paragraph gives, or the section that its heading names. */
function deadlineNear(reading: Reading, sentence: Sentence): Words | undefined {
  const headings = reading.passages[sentence.passage]?.headings ?? '';
  const title = headings.slice(headings.lastIndexOf('\n') + 1);
  const own = reading.language.rights.kinds.filter(([, pattern]) => pattern.test(title)).length > 0;
  const place = reading.sentenceAt(sentence.start);
  const near = [...range(place, place + AFTER), ...range(place - BEFORE, place - 1).reverse()];
  for (const index of near) {
    const one = reading.sentences[index];
    if (!one || reading.passages[one.passage]?.headings !== headings) continue;
    if (one.passage !== sentence.passage && !own) continue;
    if (index !== place && isWay(reading, one) && !reading.language.rights.answers.test(one.text)) continue;
    const found = deadlineIn(reading, one);
    if (found) return found;
  }
  return undefined;
}

function deadlineIn(reading: Reading, sentence: Sentence): Words | undefined {
  const match = reading.language.rights.deadline.exec(sentence.text);
  if (!match?.[1] || reading.language.rights.notDeadline.test(sentence.text)) return undefined;
  const end = sentence.start + match.index + match[0].length;
  return reading.words(end - match[1].length, end);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
