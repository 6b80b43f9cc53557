import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { Covered } from './covered.js';
import { companyBefore, companyFrom } from './company.js';
import { recordStretches } from './party-records.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';

/**
 * The organisation that speaks: the one defined as “we”, else a labelled one; the one that runs the app before the one that built it.
 * Else the company that the text's first sentence is about, else the one whose name stands alone over its contacts.
 */
export const findPublisher: FactStep<Words | undefined> = once((document) => {
  const reading = readingOf(document);
  return defined(reading) ?? labelled(reading) ?? subject(reading) ?? signed(reading);
});

function defined(reading: Reading): Words | undefined {
  for (const match of reading.text.matchAll(reading.language.publisher.defined)) {
    const name = companyBefore(reading, match.index);
    if (name) return reading.phrase(name.start, name.end);
  }
  return undefined;
}

function labelled(reading: Reading): Words | undefined {
  const others = new Covered(recordStretches(reading));
  for (const pattern of reading.language.publisher.labelled) {
    for (const match of reading.text.matchAll(pattern)) {
      if (others.overlaps({ start: match.index, end: match.index + 1 })) continue;
      const name = companyFrom(reading, match.index + match[0].length);
      if (name) return reading.phrase(name.start, name.end);
    }
  }
  return undefined;
}

/** How many sentences at the head may begin with the company that speaks. */
const FIRST_SENTENCES = 3;

function subject(reading: Reading): Words | undefined {
  for (const { start } of reading.sentences.slice(0, FIRST_SENTENCES)) {
    const name = companyFrom(reading, start);
    const tail = name && reading.text.slice(name.end, name.end + 60);
    if (name && tail !== undefined && reading.language.publisher.subject.test(tail))
      return reading.phrase(name.start, name.end);
  }
  return undefined;
}

/** A company's name that is a line of its own where the publisher's contacts stand, or that ends the text. */
function signed(reading: Reading): Words | undefined {
  for (const passage of reading.passages) {
    const heading = passage.headings.slice(passage.headings.lastIndexOf('\n') + 1);
    if (passage.block.kind === 'heading' || !reading.language.contact.section.test(heading)) continue;
    const name = companyFrom(reading, passage.body);
    const tail = name && reading.text.slice(name.end, passage.end);
    if (name && tail !== undefined && /^\s*(?:\n|$|\d)/.test(tail))
      return reading.phrase(name.start, name.end);
  }
  return undefined;
}
