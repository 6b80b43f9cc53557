import type { ThirdParty, Words } from '../../policy/model.js';
import type { Covered } from './covered.js';
import { isPresent } from './distinct.js';
import { fieldWords, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import type { Passage, Reading, Stretch } from './reading.js';

/** A list of recipients has at most so many entries. */
const LONGEST_LIST = 400;
const LONGEST_ENTRY = 600;

/** Recipients listed one an entry, under a sentence that announces them: `We use these services:` and `- Sentry – crash reports`. */
export function findListedParties(reading: Reading, elsewhere: Covered): ThirdParty[] {
  const taken = new Set<number>();
  return reading.passages.flatMap((passage, index) => {
    if (!announces(reading, passage)) return [];
    return entriesAfter(reading, index, elsewhere)
      .filter((entry) => !taken.has(entry.start) && Boolean(taken.add(entry.start)))
      .flatMap((entry) => partyOf(reading, entry) ?? []);
  });
}

function announces(reading: Reading, passage: Passage): boolean {
  if (passage.block.kind === 'row' || passage.end - passage.start > LONGEST_ENTRY) return false;
  const text = reading.text.slice(passage.body, passage.end).trim();
  const { listAnnounced, listHeaded, listDenied, about } = reading.language.party;
  const heading = passage.headings.slice(passage.headings.lastIndexOf('\n') + 1);
  const announced = listAnnounced.test(text) || (about.test(heading) && listHeaded.test(text));
  return announced && !listDenied.test(text);
}

/** The entries right below, all of one numbering. */
function entriesAfter(reading: Reading, index: number, elsewhere: Covered): Passage[] {
  const after = reading.passages.slice(index + 1, index + 1 + LONGEST_LIST);
  const [first] = after;
  if (first?.block.kind !== 'item') return [];
  const stop = after.findIndex((one) => one.block.kind !== 'item' || one.block.level < first.block.level);
  return (stop < 0 ? after : after.slice(0, stop)).filter(
    (one) => one.block.level === first.block.level && !elsewhere.overlaps(one) && !reading.defines(one.start),
  );
}

function partyOf(reading: Reading, entry: Passage): ThirdParty | undefined {
  const text = reading.text.slice(entry.body, Math.min(entry.end, entry.body + LONGEST_ENTRY));
  const match = reading.language.party.listEntry.exec(text);
  const name = match?.groups?.['name'];
  if (!match || name === undefined || !isName(reading, name)) return undefined;
  const start = entry.body + match.index + match[0].indexOf(name);
  const company = match.groups?.['company'];
  const after = { start: entry.body + match[0].length, end: entry.end };
  return partyFrom({
    name: reading.phrase(start, start + name.length),
    ...(company !== undefined && { company: wordsAfter(reading, start + name.length, company) }),
    ...valuesIn(reading, after),
  } as PartyDraft);
}

function isName(reading: Reading, words: string): boolean {
  const { commonName, self, notName, none } = reading.language.party;
  const bare = words.trim();
  return [commonName, self, notName, none].every((pattern) => !pattern.test(bare));
}

function wordsAfter(reading: Reading, from: number, words: string): Words | undefined {
  const at = reading.text.indexOf(words, from);
  return reading.phrase(at, at + words.length);
}

/** What follows the name: the purpose first, an address of the net anywhere. */
function valuesIn(reading: Reading, { start, end }: Stretch): PartyDraft {
  const text = reading.text.slice(start, end);
  const stop = text.search(reading.language.party.listPurposeEnds);
  const purpose = reading.phrase(start, stop < 0 ? end : start + stop);
  const privacyUrl = fieldWords(reading, 'privacyUrl', { start, end });
  const handled = reading.language.party.entryData.exec(text);
  const data = handled ? dataFrom(reading, start + handled.index + handled[0].length, end) : undefined;
  const told = purpose && !/^https?:/.test(purpose.text) && purpose.text.length > 2;
  return {
    ...(told && isPresent(purpose) && { purpose }),
    ...(data && { data }),
    ...(privacyUrl && { privacyUrl }),
  };
}

function dataFrom(reading: Reading, from: number, end: number): Words | undefined {
  const stop = reading.text.slice(from, end).search(reading.language.party.entryDataEnds);
  return fieldWords(reading, 'data', { start: from, end: stop < 0 ? end : from + stop });
}
