import type { DataUse, Section, Words } from '../../policy/model.js';
import { refusalIn } from './permission-entries.js';
import { present } from './present.js';
import { dataRuns } from './data-runs.js';
import type { DataRun } from './data-runs.js';
import type { Reading, Sentence } from './reading.js';

/** A data use from one run of data, with the function, purpose, refusal and background that are told around it. */
export function dataUseOf(reading: Reading, sentence: Sentence, index: number, run: DataRun): DataUse {
  return present<DataUse>({
    function: functionOf(reading, sentence, run.trigger, run.start),
    data: run.data,
    purpose: purposeOf(reading, sentence, index, run),
    refusal: refusalOf(reading, sentence, index, run),
    background: wordsOf(reading, sentence, reading.language.collect.background, sentence.text),
  });
}

function refusalOf(reading: Reading, sentence: Sentence, index: number, run: DataRun): Words | undefined {
  const found = refusalIn(reading, {
    start: sentence.start,
    end: refusalEnd(reading, index, paragraphEnd(reading, sentence.passage)),
  });
  // What holds the data themselves tells of taking them.
  if (found && found.start <= sentence.start + run.start && sentence.start + run.start < found.end)
    return undefined;
  const words = found && reading.statement(found.start, found.end);
  return words && !reading.language.collect.notRefusal.test(words.text.replace(/\s+/g, ' '))
    ? words
    : undefined;
}

/** For which function: the sentence says it, else the label it stands after, else the title right above it. */
export function functionOf(
  reading: Reading,
  sentence: Sentence,
  before: number,
  data = before,
): Words | undefined {
  const { collect } = reading.language;
  return (
    wordsOf(
      reading,
      sentence,
      collect.function,
      withoutAsides(sentence.text.slice(0, Math.max(before, 0))),
    ) ??
    functionBefore(reading, sentence) ??
    labelOf(reading, sentence, data) ??
    titleOver(reading, sentence)
  );
}

/** How far back a sentence that goes on with a function looks for it. */
const BACK = 3;

/** Where the sentence only says for whom, the function is that of the sentences before it in its paragraph. */
function functionBefore(reading: Reading, sentence: Sentence): Words | undefined {
  const { sameFunction, function: pattern } = reading.language.collect;
  if (!sameFunction.test(sentence.text)) return undefined;
  const place = reading.sentenceAt(sentence.start);
  for (let index = place - 1; index >= place - BACK; index -= 1) {
    const one = reading.sentences[index];
    if (one?.passage !== sentence.passage) return undefined;
    const found = wordsOf(reading, one, pattern, withoutAsides(one.text));
    if (found) return found;
  }
  return undefined;
}

/** A label before the data; one that is the data names no function. */
function labelOf(reading: Reading, sentence: Sentence, data: number): Words | undefined {
  const { listLabel, functionLabel, runInLabel } = reading.language.collect;
  const before = reading.sentences[reading.sentenceAt(sentence.start) - 1];
  if (before?.start === reading.passages[sentence.passage]?.body && runInLabel.test(before?.text ?? ''))
    return before && reading.statement(before.start, before.end);
  const label = listLabel.exec(sentence.text)?.[0];
  if (!label || data < label.trimEnd().length || !functionLabel.test(label.replace(/:\s*$/, '')))
    return undefined;
  if (reading.passages[sentence.passage]?.body !== sentence.start) return undefined;
  return reading.phrase(sentence.start, sentence.start + label.length);
}

/** Longest title that names a function and does not tell of one. */
const LONGEST_TITLE = 24;

function titleOver(reading: Reading, sentence: Sentence): Words | undefined {
  const place = reading.words(sentence.start, sentence.end)?.span.start;
  const section = place === undefined ? undefined : sectionAt(reading, place);
  if (!section || section.level < 2 || section.title.text.length > LONGEST_TITLE) return undefined;
  return reading.language.collect.functionLabel.test(section.title.text.normalize('NFKC').trim())
    ? section.title
    : undefined;
}

const sectionsOf = new WeakMap<Reading, readonly Section[]>();

/** The innermost section that holds a place. */
function sectionAt(reading: Reading, place: number): Section | undefined {
  const all = sectionsOf.get(reading) ?? inOrder(reading.document.sections);
  sectionsOf.set(reading, all);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.span.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  const section = all[low - 1];
  return section && place < section.span.end ? section : undefined;
}

function inOrder(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => [section, ...inOrder(section.sections)]);
}

/** A paragraph goes on in the next one, when that says what refusal costs. */
function paragraphEnd(reading: Reading, index: number): number {
  const passage = reading.passages[index];
  const next = reading.passages[index + 1];
  const goesOn =
    next?.block.kind === 'paragraph' &&
    !next.block.number &&
    reading.language.refusalOpens.test(reading.text.slice(next.start, next.start + 40));
  return goesOn ? next.end : (passage?.end ?? 0);
}

/** A refusal belongs to the last data told before it: the search ends where the next collection begins. */
function refusalEnd(reading: Reading, index: number, passageEnd: number): number {
  for (let next = index + 1; next < reading.sentences.length; next += 1) {
    const sentence = reading.sentences[next];
    if (sentence === undefined || sentence.start >= passageEnd + 2) break;
    const collects = dataRuns(reading, sentence).length > 0;
    if (collects && !reading.language.refusal.test(sentence.text)) return sentence.start;
  }
  return passageEnd;
}

/** What stands in brackets, struck out character by character: an aside names no function. */
const withoutAsides = (text: string): string =>
  text.replace(/\([^()]*\)/g, (aside) => '('.repeat(aside.length));

/** The words of a pattern in the text that a sentence begins with. */
function wordsOf(reading: Reading, sentence: Sentence, pattern: RegExp, text: string): Words | undefined {
  const match = pattern.exec(text);
  return match ? phraseAt(reading, sentence.start, match[0], match.index) : undefined;
}

/** What the data are for: told after them, before them, or in the next sentence of the paragraph. */
export function purposeOf(
  reading: Reading,
  sentence: Sentence,
  index: number,
  run: Pick<DataRun, 'trigger' | 'start'>,
): Words | undefined {
  const { purposeBefore, purposeAfter, purposeNext, purposeEnd } = reading.language.collect;
  const after = purposeAfter.exec(sentence.text.slice(run.trigger));
  if (after) {
    const end = after[0].slice(1).search(purposeEnd) + 1;
    const words = end > 0 ? after[0].slice(0, end) : after[0];
    return phraseAt(reading, sentence.start + run.trigger, words, after.index);
  }
  const before = purposeBefore.exec(sentence.text.slice(0, Math.max(run.start, run.trigger + 1)));
  if (before?.[1])
    return phraseAt(reading, sentence.start, before[1], before.index + before[0].indexOf(before[1]));
  const next = reading.sentences[index + 1];
  if (next?.passage !== sentence.passage) return undefined;
  const told = purposeNext.exec(next.text);
  return told ? phraseAt(reading, next.start, told[0], told.index) : undefined;
}

function phraseAt(reading: Reading, base: number, words: string, index: number): Words | undefined {
  return reading.phrase(base + index, base + index + words.length);
}
