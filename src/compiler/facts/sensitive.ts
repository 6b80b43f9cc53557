import type { Policy, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { findDataUses } from './data-uses.js';
import { distinct } from './distinct.js';
import { readingOf } from './reading.js';
import type { Reading, Stretch } from './reading.js';
import { findStatements } from './statements.js';

/**
 * Sensitive data the app handles: what the text itself calls sensitive and says that it handles, and biometric, identity, financial,
 * health and location data among what it collects. Examples in definitions are not what an app collects.
 */
export const findSensitive: FactStep<Policy['sensitive']> = (document) => {
  const reading = readingOf(document);
  const items = [...declared(reading), ...collected(reading)];
  return {
    items: distinct(items),
    statements: findStatements(reading, [reading.language.sensitive.statement]),
  };
};

function declared(reading: Reading): Words[] {
  return reading.sentences.flatMap((sentence) =>
    reading.language.sensitive.items.flatMap((pattern) => {
      const match = pattern.exec(sentence.text);
      if (!match?.[1] || reading.language.sensitive.example.test(sentence.text)) return [];
      const start = sentence.start + match.index + match[0].indexOf(match[1]);
      return itemsIn(reading, { start, end: start + match[1].length });
    }),
  );
}

function collected(reading: Reading): Words[] {
  return findDataUses(reading.document).flatMap((use) =>
    itemsIn(reading, reading.stretch(use.data.span)).filter((item) =>
      reading.language.sensitive.words.test(
        item.text.normalize('NFKC').replace(/(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])/g, ''),
      ),
    ),
  );
}

const LONGEST_ITEM = 40;

function itemsIn(reading: Reading, stretch: Stretch): Words[] {
  const { itemBreak, trim, notItem } = reading.language.sensitive;
  const text = reading.text.slice(stretch.start, stretch.end);
  const cuts = [
    0,
    ...[...text.matchAll(itemBreak)].flatMap((match) => [match.index, match.index + match[0].length]),
    text.length,
  ];
  const items: Words[] = [];
  for (let index = 0; index < cuts.length; index += 2) {
    const start = cuts[index] ?? 0;
    const piece = text.slice(start, cuts[index + 1]);
    const words =
      piece.length <= LONGEST_ITEM && !notItem.test(piece)
        ? itemOf(reading, stretch.start + start, piece, trim)
        : undefined;
    if (words) items.push(words);
  }
  return items;
}

function itemOf(reading: Reading, start: number, piece: string, trim: RegExp): Words | undefined {
  const lead = trim.exec(piece)?.[0].length ?? 0;
  const tail = /等(?:信息)?\s*$/.exec(piece);
  return reading.phrase(start + lead, start + (tail ? tail.index : piece.length));
}
