import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { Covered } from './covered.js';
import { entryStretches } from './party-entries.js';
import { recordStretches } from './party-records.js';
import { findMaker } from './maker.js';
import { findPublisher } from './publisher.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { findTitle } from './title.js';

/** The app's name: from the title, else from words that name it, else the name the text itself puts before “App” more than once. */
export const findApp: FactStep<Words | undefined> = (document) => {
  const reading = readingOf(document);
  const publisher = findPublisher(document)?.text.normalize('NFKC') ?? '';
  const titled = titlePrefix(reading);
  if (titled && isApp(reading, titled, publisher)) return titled;
  if (titled && isDescribed(reading, titled)) return titled;
  const found = madeBy(reading) ?? named(reading, publisher) ?? fromMentions(reading, publisher);
  return found && agrees(found, titled, reading.language.app.suffix) ? found : undefined;
};

/** What stands before the words of a title that name the kind of document. */
function titlePrefix(reading: Reading): Words | undefined {
  const title = findTitle(reading.document);
  if (!title) return undefined;
  const { start, end } = reading.stretch(title.span);
  const line = reading.text.slice(start, end);
  const words = reading.language.titleWords.exec(line);
  const prefix = line.slice(0, words?.index ?? 0);
  const open = /^[《<“"「]/.test(prefix) ? 1 : 0;
  const close = /[》>”"」]\s*$/.exec(prefix)?.index ?? prefix.length;
  return reading.phrase(start + open, start + close);
}

/** Whether a sentence at the head begins with the title's name and says that it is an app. */
function isDescribed(reading: Reading, { text }: Words): boolean {
  const name = text.normalize('NFKC');
  if (name.length < 2 || reading.language.app.generic.test(name)) return false;
  return reading.sentences.slice(0, FIRST_SENTENCES).some((sentence) => {
    const start = sentence.start + (reading.text.slice(sentence.start, sentence.end).search(/\S/) || 0);
    return (
      reading.text.startsWith(name, start) &&
      reading.language.app.described.test(reading.text.slice(start + name.length, sentence.end))
    );
  });
}

const FIRST_SENTENCES = 6;

/** The app that one of the first sentences says someone runs or made. */
function madeBy(reading: Reading): Words | undefined {
  const { app } = findMaker(reading.document);
  const words = app && reading.phrase(app.start, app.end);
  return words && !reading.language.app.generic.test(words.text) ? words : undefined;
}

/** A name that the text uses is the app's only if the title, where it names something, names the same or an organisation. */
function agrees({ text }: Words, titled: Words | undefined, suffix: RegExp): boolean {
  const [name, prefix] = [text, titled?.text ?? ''].map((words) =>
    words.normalize('NFKC').replace(/\s/g, '').toLowerCase(),
  );
  if (!prefix || !name || prefix.replace(suffix, '').length < 2) return true;
  return prefix.includes(name) || name.includes(prefix) || prefix.length < 2 || prefix.length > LONGEST_NAME;
}

const LONGEST_NAME = 6;

/** How often a text names the product it is about, at least. */
const ENOUGH = 2;

function isApp(reading: Reading, name: Words, publisher: string): boolean {
  const { suffix, generic, mention } = reading.language.app;
  const folded = name.text.normalize('NFKC').replace(/[《<]/g, '');
  const bare = folded.replace(suffix, '');
  if (bare.length < 2 || generic.test(bare) || publisher === bare) return false;
  const head = reading.text.slice(0, 60_000);
  if ([...head.matchAll(mention)].some((match) => match[1]?.endsWith(bare) ?? false)) return true;
  if (publisher.includes(bare)) return false;
  return suffix.test(folded) || (!isOrganisation(reading, bare) && timesNamed(reading, head, bare) >= ENOUGH);
}

const isOrganisation = (reading: Reading, words: string): boolean =>
  reading.language.publisher.company.test(words) || reading.language.publisher.organisation.test(words);

/** How often words stand in a text other than as part of a document's name. */
function timesNamed(reading: Reading, text: string, words: string): number {
  return text.split(words).filter((after, index) => index > 0 && !namesDocument(reading, after)).length;
}

function namesDocument(reading: Reading, after: string): boolean {
  const title = reading.language.titleWords.exec(after.slice(0, 24));
  return title !== null && title.index <= 3;
}

/** How far into the text an app is named by a welcome or by its maker. */
const HEAD = 6000;

function named(reading: Reading, publisher: string): Words | undefined {
  const head = reading.text.slice(0, HEAD);
  for (const pattern of reading.language.app.named) {
    const match = pattern.exec(head);
    const name = match?.[1] ?? '';
    if (!match || name.length < 2 || reading.language.app.generic.test(name) || publisher.includes(name))
      continue;
    const start = match.index + match[0].lastIndexOf(name);
    return reading.words(start, start + name.length);
  }
  return undefined;
}

function fromMentions(reading: Reading, publisher: string): Words | undefined {
  const counts = new Map<string, { count: number; start: number }>();
  const others = new Covered([...recordStretches(reading), ...entryStretches(reading)]);
  for (const match of reading.text.slice(0, 200_000).matchAll(reading.language.app.mention)) {
    if (others.overlaps({ start: match.index, end: match.index + 1 })) continue;
    const words = (match[1] ?? '').trimEnd();
    const name = words.replace(reading.language.app.lead, '');
    const start = match.index + match[0].indexOf(words) + words.length - name.length;
    if (name.length < 2 || reading.language.app.generic.test(name) || publisher === name) continue;
    const known = counts.get(name);
    counts.set(name, { count: (known?.count ?? 0) + 1, start: known?.start ?? start });
  }
  const [best, second] = [...counts].sort((left, right) => right[1].count - left[1].count);
  if (!best || best[1].count < reading.language.app.enough || best[1].count === second?.[1].count)
    return undefined;
  return reading.words(best[1].start, best[1].start + best[0].length);
}
