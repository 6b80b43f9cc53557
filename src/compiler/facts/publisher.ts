import type { Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { Covered } from './covered.js';
import { companyBefore, companyFrom } from './company.js';
import { findMaker } from './maker.js';
import { recordStretches } from './party-records.js';
import { readingOf } from './reading.js';
import type { Reading, Stretch } from './reading.js';

/**
 * The organisation that speaks: the one defined as “we”, else a labelled one; the one that runs the app before the one that built it.
 * Else the company that the text's first sentence is about, else the one whose name stands alone over its contacts.
 */
export const findPublisher: FactStep<Words | undefined> = once((document) => {
  const reading = readingOf(document);
  return (
    defined(reading) ??
    labelled(reading) ??
    tabled(reading) ??
    behind(reading) ??
    subject(reading) ??
    signed(reading)
  );
});

function defined(reading: Reading): Words | undefined {
  for (const match of reading.text.matchAll(reading.language.publisher.defined)) {
    const name = companyBefore(reading, match.index) ?? personBefore(reading, match.index);
    const founder = name && founderAfter(reading, match.index + match[0].length);
    if (name) return reading.phrase((founder ?? name).start, (founder ?? name).end);
  }
  return undefined;
}

/** A developer who is a person: before the bracket that defines “the developer”. */
function personBefore(reading: Reading, end: number): Stretch | undefined {
  const from = Math.max(0, end - 24);
  const before = reading.text.slice(from, end);
  const name = reading.language.publisher.person.exec(before)?.[1];
  const start = name ? from + before.lastIndexOf(name) : 0;
  return name ? { start, end: start + name.length } : undefined;
}

/** The public body that set up the platform that speaks. */
function founderAfter(reading: Reading, from: number): Stretch | undefined {
  const match = reading.language.publisher.founder.exec(reading.text.slice(from, from + 80));
  const name = match?.[1] ?? '';
  if (!match || !reading.language.publisher.organisation.test(name)) return undefined;
  const start = from + match[0].indexOf(name);
  return { start, end: start + name.length };
}

/** How many passages at the head may be rows that say who is responsible. */
const FIRST_ROWS = 16;

function tabled(reading: Reading): Words | undefined {
  for (const { block } of reading.passages.slice(0, FIRST_ROWS)) {
    const [label, value] = (block.cells ?? []).map((cell) => reading.stretch(cell));
    if (!label || !value || block.cells?.length !== 2) continue;
    if (!reading.language.publisher.rowLabel.test(reading.text.slice(label.start, label.end).trim()))
      continue;
    const name = companyFrom(reading, value.start);
    if (name) return reading.phrase(name.start, Math.min(name.end, value.end));
  }
  return undefined;
}

/** Who one of the first sentences says is behind the app. */
function behind(reading: Reading): Words | undefined {
  const { publisher } = findMaker(reading.document);
  return publisher && reading.phrase(publisher.start, publisher.end);
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
    if (!name || reading.language.publisher.notSubject.test(reading.text.slice(name.start, name.end)))
      continue;
    if (tail !== undefined && reading.language.publisher.subject.test(tail))
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
