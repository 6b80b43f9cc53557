import type { PolicyKind, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { readingOf } from './reading.js';
import type { Passage, Reading } from './reading.js';

const FIRST_PASSAGES = 4;
/** A longer passage is running text: the title does not come after it. */
const LONGEST_BEFORE = 80;

/** The title: a short line at the head whose last words name the kind of document. */
export const findTitle: FactStep<Words | undefined> = once((document) => {
  const reading = readingOf(document);
  for (const passage of reading.passages.slice(0, FIRST_PASSAGES)) {
    if (isTitle(reading, passage)) return reading.words(passage.start, passage.end);
    const glued = gluedTitle(reading, passage);
    if (glued) return glued;
    if (passage.end - passage.start > LONGEST_BEFORE) return undefined;
  }
  return undefined;
});

/** The title at the beginning of a line that runs on with dates, a version or a salutation. */
function gluedTitle(reading: Reading, { start, end }: Passage): Words | undefined {
  const { titleWords, afterTitle, longestTitle } = reading.language;
  const line = reading.text.slice(start, Math.min(end, start + 2 * longestTitle));
  const words = titleWords.exec(line);
  const last = (words?.index ?? 0) + (words?.[0].length ?? 0);
  if (!words || last > longestTitle || /[,。;:]/.test(line.slice(0, words.index))) return undefined;
  return afterTitle.test(line.slice(last)) ? reading.words(start, start + last) : undefined;
}

/** After a title's last words: nothing, or brackets. */
const REST = /^[》>"”]?\s*(?:[([{][^,。]{0,40}[)\]}])?[*_]*$|^\s?(?:for|of)\s[A-Z][\w '’&.-]{1,40}$/;

/** The way to a page on its site: what follows names the page, and the way is no part of its title. */
const BREADCRUMB = /^[^<《]*[^<《\s]\s?[>›»]|\S\s\/\s/;

function isTitle(reading: Reading, passage: Passage): boolean {
  const line = reading.text.slice(passage.start, passage.end).trim();
  const words = reading.language.titleWords.exec(line);
  if (!words || line.length > reading.language.longestTitle || passage.block.kind === 'row') return false;
  if (passage.block.number) return false;
  if (BREADCRUMB.test(line.slice(0, words.index))) return false;
  const rest = line.slice(words.index + words[0].length).trim();
  return REST.test(rest) && !/[,。;:]/.test(line.slice(0, words.index));
}

/** The kind of document, from its title, else from what it calls itself in its first thousand characters. */
export const findKind: FactStep<PolicyKind> = (document) => {
  const reading = readingOf(document);
  const title = findTitle(document)?.text.normalize('NFKC') ?? '';
  const kinds = reading.language.kinds;
  const named = kinds.find(([, pattern]) => pattern.test(title));
  if (named) return named[0];
  const self = reading.language.self.exec(reading.text.slice(0, 1500))?.[0] ?? '';
  return kinds.find(([, pattern]) => pattern.test(self))?.[0] ?? 'privacy-policy';
};
