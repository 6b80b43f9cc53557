import type { Right, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { isForAll, listedRights, namedIn } from './listed-rights.js';
import { isOffered } from './offered.js';
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
  const { way, not, limit } = reading.language.rights;
  const text = sentence.text.replace(limit, '');
  if (not.test(text) || reading.defines(sentence.start)) return false;
  if (way.test(text)) return !leadsAway(reading, sentence);
  return isPathWay(reading, sentence) || isForAll(reading, sentence) || goesOn(reading, sentence);
}

/** A menu path to the person's own data or account, or a way in a list of what the person can do. */
function isPathWay(reading: Reading, sentence: Sentence): boolean {
  const { may, path, channel, elsewhere, condition } = reading.language.rights;
  const text = sentence.text.replace(condition, '');
  const told = path.test(text) ? may.test(text) || isOffered(reading, sentence) : false;
  const offered = told || (channel.test(text) && isOffered(reading, sentence));
  return offered && !elsewhere.test(text) && !leadsAway(reading, sentence);
}

/** A menu path to something that is not the person's own. */
function leadsAway(reading: Reading, sentence: Sentence): boolean {
  const { path, own } = reading.language.rights;
  const isOwn = own.words.test(sentence.text) || own.heading.test(headingsOf(reading, sentence));
  return path.test(sentence.text) && !isOwn;
}

/** Only a way, for the rights that the sentence before it in its paragraph grants. */
function goesOn(reading: Reading, sentence: Sentence): boolean {
  const { bare, grants, not } = reading.language.rights;
  const last = previous(reading, sentence);
  if (!last || !bare.test(sentence.text) || namedIn(reading, sentence.text).length > 0) return false;
  return grants.test(last.text) && !not.test(last.text);
}

function rightsOf(reading: Reading, sentence: Sentence): Right[] {
  const way = reading.statement(sentence.start, sentence.end);
  const kinds = kindsOf(reading, sentence);
  if (!way || kinds.length === 0) return [];
  const own = deadlineIn(reading, sentence) ?? deadlineAfterPart(reading, sentence);
  const near = own ?? deadlineNear(reading, sentence);
  return kinds.map((kind) => present<Right>({ kind, way, deadline: kind === 'complain' ? own : near }));
}

/** The rights that a sentence names; where it only gives a way, those its heading names, or the sentences before it. */
function kindsOf(reading: Reading, sentence: Sentence): Right['kind'][] {
  const { above, bareWay, condition, not } = reading.language.rights;
  const pointsBack = above.test(sentence.text) || namedIn(reading, sentence.text).length === 0;
  if (pointsBack && isForAll(reading, sentence)) {
    const listed = listedRights(reading, sentence);
    if (listed.length > 0) return listed;
  }
  const last = previous(reading, sentence);
  if (last && goesOn(reading, sentence))
    return namedIn(reading, last.text).filter((kind) => kind !== 'complain');
  const label = labelOf(reading, sentence);
  const left = namedIn(reading, sentence.text.replace(condition, ''));
  const own = [...new Set([...left, ...label])];
  if (own.length > 0) return own;
  if (!bareWay.test(sentence.text) && !isPathWay(reading, sentence)) return namedIn(reading, sentence.text);
  const title = namedIn(reading, titleOf(reading, sentence));
  const near = reading.sentences[reading.sentenceAt(sentence.start) - 1];
  if (title.length > 0 || !near || !bareWay.test(sentence.text) || not.test(near.text)) return title;
  return headingsOf(reading, near) === headingsOf(reading, sentence) ? namedIn(reading, near.text) : [];
}

/** The rights named by the label that opens the paragraph, for the first way after it. */
function labelOf(reading: Reading, sentence: Sentence): Right['kind'][] {
  const last = previous(reading, sentence);
  const opens = last?.start === reading.passages[sentence.passage]?.body;
  return last && opens && reading.language.rights.label.test(last.text) ? namedIn(reading, last.text) : [];
}

function previous(reading: Reading, sentence: Sentence): Sentence | undefined {
  const one = reading.sentences[reading.sentenceAt(sentence.start) - 1];
  return one?.passage === sentence.passage ? one : undefined;
}

const headingsOf = (reading: Reading, sentence: Sentence): string =>
  reading.passages[sentence.passage]?.headings ?? '';

const titleOf = (reading: Reading, sentence: Sentence): string =>
  headingsOf(reading, sentence).slice(headingsOf(reading, sentence).lastIndexOf('\n') + 1);

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
  const headings = headingsOf(reading, sentence);
  const own = namedIn(reading, titleOf(reading, sentence)).length > 0;
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
