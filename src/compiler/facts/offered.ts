import type { Passage, Reading, Sentence } from './reading.js';

/** How many entries of a list are passed on the way back to the words that announce it. */
const LONGEST_LIST = 20;
/** How much of the end of those words is read. */
const LONGEST_LEAD = 80;
/** A line without a bullet or number is an entry when it is no longer than this. */
const LONGEST_LINE = 160;

/** Whether a sentence opens an entry of a list announced as what the reader can do: `You can:`. */
export function isOffered(reading: Reading, sentence: Sentence): boolean {
  const { passages, language } = reading;
  const own = passages[sentence.passage];
  if (!own || (own.body !== sentence.start && !language.caseMark.test(sentence.text))) return false;
  for (let index = sentence.passage; index > sentence.passage - LONGEST_LIST; index -= 1) {
    const passage = passages[index];
    if (passage?.headings !== own.headings) return false;
    const end = reading.text.slice(Math.max(passage.start, passage.end - LONGEST_LEAD), passage.end);
    if (passage !== own && language.rights.offers.test(end)) return true;
    if (!isEntry(reading, passage)) return false;
  }
  return false;
}

function isEntry(reading: Reading, passage: Passage): boolean {
  if (passage.block.kind === 'item' || passage.end - passage.start <= LONGEST_LINE) return true;
  return reading.language.caseMark.test(reading.text.slice(passage.start, passage.start + 6));
}
