import type { ThirdParty, Words } from '../../policy/model.js';
import { fieldWords, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import type { Passage, Reading, Stretch } from './reading.js';

/** A paragraph that tells of one recipient, with the paragraphs that go on with it. */
interface PartyEntry extends Stretch {
  readonly name: Stretch;
  readonly company: Stretch;
}

/** Paragraphs after an entry that may go on with it. */
const REACH = 4;

const known = new WeakMap<Reading, readonly PartyEntry[]>();

/** Recipients told of in paragraphs that begin with a name and say whose it is: `“飞鸟推送”：该 SDK 由“飞鸟有限公司”提供，用于…`. */
export function findEntryParties(reading: Reading): ThirdParty[] {
  return entriesOf(reading).flatMap((entry) => partyOf(reading, entry) ?? []);
}

/** Where such paragraphs stand. */
export function entryStretches(reading: Reading): Stretch[] {
  return entriesOf(reading).map(({ start, end }) => ({ start, end }));
}

function entriesOf(reading: Reading): readonly PartyEntry[] {
  const entries =
    known.get(reading) ??
    reading.passages.flatMap((passage, index) => entryIn(reading, passage, index) ?? []);
  known.set(reading, entries);
  return entries;
}

const LONGEST_OPENING = 160;

function entryIn(reading: Reading, passage: Passage, index: number): PartyEntry | undefined {
  if (passage.block.kind === 'row' || passage.block.kind === 'heading') return undefined;
  const { entry, entryName, commonName, self } = reading.language.party;
  const text = reading.text.slice(passage.body, Math.min(passage.end, passage.body + LONGEST_OPENING));
  const match = entry.exec(text);
  const [name, company] = [match?.groups?.['name'] ?? '', match?.groups?.['company'] ?? ''];
  if (!match || commonName.test(name) || self.test(name) || self.test(company) || commonName.test(company))
    return undefined;
  if (!entryName.test(match[0]) || reading.defines(passage.start)) return undefined;
  const start = passage.body + match[0].indexOf(name);
  const end = passage.body + match[0].lastIndexOf(company);
  return {
    start: passage.start,
    end: endOf(reading, passage, index),
    name: { start, end: start + name.length },
    company: { start: end, end: end + company.length },
  };
}

function endOf(reading: Reading, passage: Passage, index: number): number {
  let { end } = passage;
  for (const next of reading.passages.slice(index + 1, index + 1 + REACH)) {
    const own = next.block.kind === 'paragraph' && !next.block.number;
    const opening = reading.text.slice(next.body, next.body + LONGEST_OPENING);
    if (
      !own ||
      reading.language.party.entry.test(opening) ||
      !reading.language.party.entryGoesOn.test(opening)
    )
      break;
    end = next.end;
  }
  return end;
}

function partyOf(reading: Reading, { name, company, end }: PartyEntry): ThirdParty | undefined {
  const rest = { start: company.end, end };
  const privacyUrl = valueAfter(reading, rest, reading.language.party.entryPrivacy, 'privacyUrl');
  const data = valueAfter(reading, rest, reading.language.party.entryData, 'data');
  const purpose = purposeIn(reading, rest);
  return partyFrom({
    name: reading.phrase(name.start, name.end),
    company: reading.phrase(company.start, company.end),
    ...(purpose && { purpose }),
    ...(data && { data }),
    ...(privacyUrl && { privacyUrl }),
  } as PartyDraft);
}

function purposeIn(reading: Reading, { start, end }: Stretch): Words | undefined {
  const match = reading.language.purpose.exec(reading.text.slice(start, end));
  if (!match) return undefined;
  const stop = match[0].search(reading.language.party.entryPurposeEnds);
  return reading.phrase(start + match.index, start + match.index + (stop < 0 ? match[0].length : stop));
}

/** The value after a label inside the entry, up to the label of what stands after it. */
function valueAfter(
  reading: Reading,
  { start, end }: Stretch,
  label: RegExp,
  field: 'data' | 'privacyUrl',
): Words | undefined {
  const text = reading.text.slice(start, end);
  const match = label.exec(text);
  if (!match) return undefined;
  const from = match.index + match[0].length;
  const next = field === 'data' ? text.slice(from).search(reading.language.party.entryDataEnds) : -1;
  return fieldWords(reading, field, { start: start + from, end: next < 0 ? end : start + from + next });
}
