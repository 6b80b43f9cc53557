import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { findPublisher } from './publisher.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';
import { findTitle } from './title.js';

/** The app's name: from the title, else from words that name it, else the name the text itself puts before “App” more than once. */
export const findApp: FactStep<Words | undefined> = (document) => {
  const reading = readingOf(document);
  const publisher = findPublisher(document)?.text.normalize('NFKC') ?? '';
  return fromTitle(reading, publisher) ?? named(reading, publisher) ?? fromMentions(reading, publisher);
};

function fromTitle(reading: Reading, publisher: string): Words | undefined {
  const title = findTitle(reading.document);
  if (!title) return undefined;
  const { start, end } = reading.stretch(title.span);
  const line = reading.text.slice(start, end);
  const words = reading.language.titleWords.exec(line);
  const prefix = line.slice(0, words?.index ?? 0);
  const open = /^[《<“"「]/.test(prefix) ? 1 : 0;
  const close = /[》>”"」]\s*$/.exec(prefix)?.index ?? prefix.length;
  const name = reading.phrase(start + open, start + close);
  return name && isApp(reading, name, publisher) ? name : undefined;
}

function isApp(reading: Reading, name: Words, publisher: string): boolean {
  const { suffix, generic, mention } = reading.language.app;
  const folded = name.text.normalize('NFKC').replace(/[《<]/g, '');
  const bare = folded.replace(suffix, '');
  if (bare.length < 2 || generic.test(bare) || publisher.includes(bare)) return false;
  if (suffix.test(folded)) return true;
  return [...reading.text.slice(0, 60_000).matchAll(mention)].some(
    (match) => match[1]?.endsWith(bare) ?? false,
  );
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
  for (const match of reading.text.slice(0, 200_000).matchAll(reading.language.app.mention)) {
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
