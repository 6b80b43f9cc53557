import type { FactStep } from '../document.js';
import { Covered } from './covered.js';
import { once } from './once.js';
import { recordStretches } from './party-records.js';
import { readingOf } from './reading.js';
import type { Reading, Stretch } from './reading.js';
import { findTitle } from './title.js';

/** The app and who runs or made it, where one of the first sentences says so of the app or of the document. */
export interface Maker {
  readonly app?: Stretch;
  readonly publisher?: Stretch;
}

/** How far into the text a document says who is behind it. */
const HEAD = 1500;

/** A sentence at the head such as `“X”由Y运营`; empty where none says so, or where it speaks of a component or of a service bought. */
export const findMaker: FactStep<Maker> = once((document) => {
  const reading = readingOf(document);
  const { maker } = reading.language.publisher;
  const others = new Covered(recordStretches(reading));
  for (const match of reading.text.slice(0, HEAD).matchAll(maker.sentence)) {
    if (others.overlaps({ start: match.index, end: match.index + 1 })) continue;
    const found = read(reading, match);
    if (found) return found;
  }
  return {};
});

function read(reading: Reading, match: RegExpMatchArray & { readonly index: number }): Maker | undefined {
  const { app = '', bare = '', publisher = '', verb = '' } = match.groups ?? {};
  const { maker, organisation } = reading.language.publisher;
  const title = titleOf(reading);
  if (bare && !isTitled(bare, title)) return undefined;
  if (maker.not.test(app + bare)) return undefined;
  const person = maker.person.exec(publisher)?.[1];
  if (!person && !organisation.test(publisher)) return undefined;
  const name = person ?? publisher;
  const start = match.index + match[0].lastIndexOf(name);
  const runner = maker.made.test(verb) ? runnerAfter(reading, match.index + match[0].length) : undefined;
  const own = app || title.prefix;
  const appStart = match.index + match[0].indexOf(own);
  return {
    publisher: runner ?? { start, end: start + name.length },
    ...(own && match[0].includes(own) && { app: { start: appStart, end: appStart + own.length } }),
  };
}

/** Who runs the app, right after who made it. */
function runnerAfter(reading: Reading, from: number): Stretch | undefined {
  const name = reading.language.publisher.maker.runner.exec(reading.text.slice(from, from + 90));
  const words = name?.[1];
  if (!name || !words) return undefined;
  const start = from + name[0].indexOf(words);
  return { start, end: start + words.length };
}

interface Title {
  readonly whole: string;
  /** What stands before the words that name the kind of document. */
  readonly prefix: string;
}

function titleOf(reading: Reading): Title {
  const title = findTitle(reading.document);
  if (!title) return { whole: '', prefix: '' };
  const { start, end } = reading.stretch(title.span);
  const whole = reading.text.slice(start, end).replace(/[《》<>“”"「」\s]/g, '');
  return { whole, prefix: whole.slice(0, reading.language.titleWords.exec(whole)?.index ?? 0) };
}

/** Whether words not in quotes are the title or the name in it. */
const isTitled = (words: string, { whole, prefix }: Title): boolean =>
  (prefix.length >= 2 && words === prefix) || (whole !== '' && words === whole);
