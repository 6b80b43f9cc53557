import type { Contact, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { once } from './once.js';
import { Covered } from './covered.js';
import { isPresent } from './distinct.js';
import { readingOf } from './reading.js';
import type { Passage, Reading } from './reading.js';
import { recordStretches } from './party-records.js';
import { findPublisher } from './publisher.js';
import { findTitle } from './title.js';

interface Found {
  readonly kind: Contact['kind'];
  readonly words: Words | undefined;
}

const PHONE =
  /(?<![\d.@A-Za-z\-/=])(?:\+\s?\d{1,3}[\s-]?)?(?:\(\d{2,5}\)\s?)?\d{1,15}(?:[\s-]\d{1,9}){0,5}(?![\d@A-Za-z]|\.\d|-\d)/g;
/** Fewer digits are no phone number. */
const FIVE_DIGITS = /\d[\d\s()-]{3,}\d/;
const EMAIL = /[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,12}/g;
const URL_WORDS =
  /https?:\/\/[\w.-]+(?::\d+)?(?:\/[\w./?=&%#-]*)?|(?<![\w@./])www\.[\w.-]+\.[a-z]{2,}(?:\/[\w./-]*)?/g;
const LABEL_REACH = 40;
const LONGEST_ADDRESS = 200;
/** How many passages after “contact us in these ways:” belong to it. */
const LEAD_REACH = 14;

/** The publisher's own contacts, each value once; those of SDKs and other companies are left out. */
export const findContacts: FactStep<Contact[]> = once((document) => {
  const reading = readingOf(document);
  const others = new Covered(recordStretches(reading));
  const found = ownPassages(reading, others).flatMap(({ passage, contact, theirs }) => {
    return theirs ? ownMailsIn(reading, passage) : contactsIn(reading, passage, contact);
  });
  return unique(found);
});

function contactsIn(reading: Reading, passage: Passage, contact: boolean): Found[] {
  return [
    ...phonesIn(reading, passage, contact),
    ...mailsIn(reading, passage)
      .filter((words) => words && !reading.language.contact.otherCompany.test(lineBefore(reading, words, 80)))
      .filter((words) => words && !isAnothers(reading, lineBefore(reading, words)))
      .map((words) => ({ kind: 'email' as const, words })),
    ...addressesIn(reading, passage, contact),
    ...peopleIn(reading, passage),
    ...(contact ? sitesIn(reading, passage) : []),
  ];
}

/** Where recipients are spoken of: the mail addresses of the publisher's own domain. */
function ownMailsIn(reading: Reading, passage: Passage): Found[] {
  const own = /^[a-z]{5,}/.exec(findPublisher(reading.document)?.text.toLowerCase() ?? '')?.[0];
  if (!own) return [];
  return mailsIn(reading, passage)
    .filter((words) => words?.text.toLowerCase().split('@')[1]?.includes(own))
    .map((words) => ({ kind: 'email', words }));
}

function ownPassages(reading: Reading, others: Covered) {
  const { section, lead, own } = reading.language.contact;
  let led = 0;
  return reading.passages.flatMap((passage, index) => {
    if ((passage.block.kind === 'row' && !isOwnRow(reading, passage, index)) || others.overlaps(passage))
      return [];
    led = passage.block.kind === 'heading' ? 0 : led - 1;
    const text = reading.text.slice(passage.start, passage.end);
    if (text.length < 4000 && (lead.test(text) || own.test(text))) led = LEAD_REACH;
    const theirs = isOthers(reading, passage, text);
    const contact = led > 0 || section.test(passage.headings) || section.test(text.slice(0, 20));
    return [{ passage, contact, theirs }];
  });
}

/** How many passages at the head may be rows that say whose document it is. */
const FIRST_ROWS = 16;

/** A row of two cells that gives the publisher's contacts: under their heading, or labelled so at the head. */
function isOwnRow(reading: Reading, { block, headings }: Passage, index: number): boolean {
  const [label, value] = (block.cells ?? []).map((cell) => reading.stretch(cell));
  if (!label || !value || block.cells?.length !== 2) return false;
  const { section, rowLabel } = reading.language.contact;
  const heading = headings.slice(headings.lastIndexOf('\n') + 1);
  const words = reading.text.slice(label.start, label.end).trim();
  return section.test(heading) || (index < FIRST_ROWS && rowLabel.test(words));
}

/** Where a recipient's contacts are given: under a heading about recipients, or in a line that begins with one. */
function isOthers(reading: Reading, passage: Passage, text: string): boolean {
  const { others, section } = reading.language.contact;
  const heading = passage.headings.slice(passage.headings.lastIndexOf('\n') + 1);
  return !section.test(passage.headings) && (others.test(heading) || others.test(text.slice(0, 24)));
}

/** Whether the words right before a value say whose it is, and that is not the publisher. */
function isAnothers(reading: Reading, before: string): boolean {
  const { owner, ownOwner } = reading.language.contact;
  const whose = owner.exec(before)?.[1];
  if (!whose || ownOwner.test(whose)) return false;
  const title = findTitle(reading.document)?.text ?? '';
  const own = `${findPublisher(reading.document)?.text ?? ''} ${title}`.normalize('NFKC');
  return !own.includes(whose);
}

/** A phone number long enough to be known as one without a label. */
const PLAIN_PHONE = /^\+?[\d\s()-]{9,22}$/;

/** Whether a number fills its line, or its part of a line of parts set apart by bars. */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = /(?:^|[\n|·•\t])[^\S\n]*[*_]{0,2}$/.test(text.slice(Math.max(0, start - 8), start));
  const after = /^[*_]{0,2}[^\S\n]*(?:$|[\n|·•\t])/.test(text.slice(end, end + 8));
  return before && after && PLAIN_PHONE.test(text.slice(start, end));
}

function phonesIn(reading: Reading, passage: Passage, contact: boolean): Found[] {
  const { phone, otherCompany, regulator, office } = reading.language.contact;
  const text = reading.text.slice(passage.start, passage.end);
  if (!FIVE_DIGITS.test(text)) return [];
  return [...text.matchAll(PHONE)]
    .filter((match) => {
      const digits = match[0].replace(/\D/g, '');
      const before = text.slice(Math.max(0, match.index - LABEL_REACH), match.index);
      const long = digits.length >= 5 && digits.length <= 15 && !/^(?:19|20)\d{2}[-\s]?\d{2}/.test(match[0]);
      return (
        long &&
        (phone.test(sameSentence(before)) ||
          (contact && digits.length >= 9 && standsAlone(text, match.index, match.index + match[0].length))) &&
        !otherCompany.test(before) &&
        !isAnothers(reading, before) &&
        !office.test(sameSentence(before)) &&
        !regulator.test(text.slice(match.index, match.index + 40))
      );
    })
    .map((match) => {
      const start = passage.start + match.index;
      return { kind: 'phone', words: reading.words(start, start + match[0].length) };
    });
}

function sameSentence(before: string): string {
  return before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('. ')) + 1);
}

/** The words of each match's first group, or of the whole match where it has none. */
function matchesIn(reading: Reading, passage: Passage, pattern: RegExp): (Words | undefined)[] {
  return [...reading.text.slice(passage.start, passage.end).matchAll(pattern)].map((match) => {
    const words = match.slice(1).find((group) => group !== undefined) ?? match[0];
    const start = passage.start + match.index + match[0].lastIndexOf(words);
    return reading.phrase(start, start + words.length);
  });
}

/** Most passages have no mail address: looking for the sign alone is quick. */
function mailsIn(reading: Reading, passage: Passage): (Words | undefined)[] {
  const at = reading.text.slice(passage.start, passage.end).includes('@');
  return at ? matchesIn(reading, passage, EMAIL) : [];
}

function addressesIn(reading: Reading, passage: Passage, contact: boolean): Found[] {
  const { address, bareAddress, otherCompany } = reading.language.contact;
  const labelled = matchesIn(reading, passage, address)
    .filter(isPresent)
    .filter((words) => !/@|https?:|www\.|^[a-z]/.test(words.text))
    .filter((words) => !otherCompany.test(lineBefore(reading, words, 80)))
    .filter((words) => !isAnothers(reading, lineBefore(reading, words)))
    .map((words) => insideBrackets(words));
  const named = contact || passage.block.kind === 'row' ? addressAfterName(reading, passage) : undefined;
  if (named) return [{ kind: 'address', words: named }];
  if (labelled.length > 0 || !contact) return labelled.map((words) => ({ kind: 'address', words }));
  // A house number may have been taken for the line's own number.
  for (const from of [passage.body, passage.start]) {
    const bare = bareAddress.exec(reading.text.slice(from, Math.min(passage.end, from + LONGEST_ADDRESS)));
    if (!bare) continue;
    const words = bare[1] ?? bare[0];
    const start = from + bare.index + bare[0].lastIndexOf(words);
    return [{ kind: 'address', words: reading.phrase(start, start + words.length) }];
  }
  return [];
}

/** The address right after the publisher's name. */
function addressAfterName(reading: Reading, passage: Passage): Words | undefined {
  const publisher = findPublisher(reading.document)?.text.normalize('NFKC');
  const text = reading.text.slice(passage.start, passage.end);
  const at = publisher ? text.indexOf(publisher) : -1;
  if (!publisher || at < 0) return undefined;
  const from = at + publisher.length;
  const match = reading.language.contact.addressAfterName.exec(text.slice(from, from + LONGEST_ADDRESS));
  const words = match?.[1];
  if (!match || !words) return undefined;
  const start = passage.start + from + match[0].indexOf(words);
  return reading.phrase(start, start + words.length);
}

/** An address that stands in brackets ends with them. */
function insideBrackets(words: Words): Words {
  const close = words.text.search(/[)）]/);
  const open = words.text.search(/[(（]/);
  if (close < 0 || (open >= 0 && open < close)) return words;
  return {
    text: words.text.slice(0, close),
    span: { start: words.span.start, end: words.span.start + close },
  };
}

function peopleIn(reading: Reading, passage: Passage): Found[] {
  const { company } = reading.language.publisher;
  return matchesIn(reading, passage, reading.language.contact.person)
    .filter((words) => words && !company.test(words.text.normalize('NFKC')))
    .map((words) => ({ kind: 'person', words }));
}

function sitesIn(reading: Reading, passage: Passage): Found[] {
  const text = reading.text.slice(passage.start, passage.end);
  if (!reading.language.contact.site.test(text)) return [];
  const privacy = reading.language.party.headers.find(([field]) => field === 'privacyUrl')?.[1];
  return matchesIn(reading, passage, URL_WORDS)
    .filter((words) => !words || !privacy?.test(lineBefore(reading, words)))
    .map((words) => ({ kind: 'url', words }));
}

/** What stands before words in their line. */
function lineBefore(reading: Reading, words: Words, reach = LABEL_REACH): string {
  const { start } = reading.stretch(words.span);
  const before = reading.text.slice(Math.max(0, start - reach), start);
  return before.slice(before.lastIndexOf('\n') + 1);
}

function unique(found: readonly Found[]): Contact[] {
  const seen = new Set<string>();
  return found.flatMap(({ kind, words }) => {
    const key = words && `${kind} ${formOf(kind, words.text)}`;
    if (!words || key === undefined || seen.has(key)) return [];
    seen.add(key);
    return [{ kind, value: words.text, span: words.span }];
  });
}

function formOf(kind: Contact['kind'], value: string): string {
  const bare = value.replace(/\s/g, '').toLowerCase();
  return kind === 'phone' ? bare.replace(/\D/g, '') : bare.replace(/\/+$/, '');
}
