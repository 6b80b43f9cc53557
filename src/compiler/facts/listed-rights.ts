import type { Right } from '../../policy/model.js';
import type { Reading, Sentence } from './reading.js';

type Kind = Right['kind'];

/** How many passages before a sentence are searched for the list of rights that it speaks of. */
const FAR = 60;
const LONGEST_TITLE = 40;

/** The rights that some words name. */
export const namedIn = (reading: Reading, text: string): Kind[] =>
  reading.language.rights.kinds.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);

/** Whether a sentence gives one way for all the rights named before it. */
export function isForAll(reading: Reading, sentence: Sentence): boolean {
  const { forAll } = reading.language.rights;
  return forAll.all.every((one) => one.test(sentence.text)) && !forAll.not?.test(sentence.text);
}

/**
 * The rights that the section of a sentence lists before it: sentences that grant rights, and the entries of a list that
 * such a sentence announces. Complaints are left out: they go to others.
 */
export function listedRights(reading: Reading, sentence: Sentence): Kind[] {
  const found = new Set<Kind>();
  let open = false;
  for (let index = sectionStart(reading, sentence); index < sentence.passage; index += 1) {
    const passage = reading.passages[index];
    if (!passage) continue;
    const text = reading.text.slice(passage.body, passage.end);
    if (passage.block.kind !== 'heading') open = readList(reading, sentencesOf(reading, index), open, found);
    else if (text.length < LONGEST_TITLE) for (const kind of namedIn(reading, text)) found.add(kind);
  }
  readList(reading, before(reading, sentence), open, found);
  found.delete('complain');
  return [...found];
}

/** Adds what a passage lists; tells whether the list goes on after it. */
function readList(
  reading: Reading,
  sentences: readonly Sentence[],
  open: boolean,
  found: Set<Kind>,
): boolean {
  const { grants, not } = reading.language.rights;
  let listing = open && isEntry(reading, sentences[0]);
  const item = listing;
  for (const [index, { text }] of sentences.entries()) {
    const granting = grants.test(text) && !not.test(text);
    if (granting || (listing && (index === 0 || reading.language.caseMark.test(text))))
      for (const kind of namedIn(reading, text)) found.add(kind);
    listing = granting || listing;
    if (granting && !item) open = /[:;]\s*$/.test(text) || text.includes(':');
  }
  return sentences.length === 0 ? open : item || (listing && open);
}

function isEntry(reading: Reading, sentence: Sentence | undefined): boolean {
  if (!sentence) return false;
  const kind = reading.passages[sentence.passage]?.block.kind;
  return kind === 'item' || reading.language.caseMark.test(sentence.text);
}

/**
 * The first passage of the part over rights that a sentence stands in: its outermost heading over rights, with those beside
 * it, or else the sentence's own heading.
 */
function sectionStart(reading: Reading, sentence: Sentence): number {
  const { section } = reading.language.rights;
  const titles = titlesOf(reading, sentence.passage);
  const depth = titles.findIndex((title) => section.test(title));
  const parents = titles.slice(0, Math.max(depth, 0)).join('\n');
  let start = sentence.passage;
  for (let index = start; index >= 0 && index > sentence.passage - FAR; index -= 1) {
    const others = titlesOf(reading, index);
    const beside = others.slice(0, depth).join('\n') === parents && section.test(others[depth] ?? '');
    if (depth < 0 ? others.join('\n') !== titles.join('\n') : !beside) break;
    start = index;
  }
  return start;
}

const titlesOf = (reading: Reading, passage: number): string[] =>
  (reading.passages[passage]?.headings ?? '').split('\n');

const before = (reading: Reading, sentence: Sentence): Sentence[] =>
  sentencesOf(reading, sentence.passage).filter(({ start }) => start < sentence.start);

function sentencesOf(reading: Reading, passage: number): Sentence[] {
  const start = reading.passages[passage]?.start ?? 0;
  const found: Sentence[] = [];
  for (let index = reading.sentenceAt(start); index < reading.sentences.length; index += 1) {
    const one = reading.sentences[index];
    if (!one || one.passage > passage) break;
    if (one.passage === passage) found.push(one);
  }
  return found;
}
