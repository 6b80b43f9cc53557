import type { ThirdParty, Words } from '../../policy/model.js';
import type { Covered } from './covered.js';
import { companyBefore, companyFrom } from './company.js';
import { isPresent } from './distinct.js';
import { fieldWords, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import { findPublisher } from './publisher.js';
import type { Reading, Sentence, Stretch } from './reading.js';

/** Recipients named in sentences, only where the words leave no doubt that they are. */
export function findProseParties(reading: Reading, elsewhere: Covered): ThirdParty[] {
  const publisher = bare(findPublisher(reading.document)?.text ?? '');
  return reading.sentences
    .filter((sentence) => isOpen(reading, sentence, elsewhere))
    .flatMap((sentence) => [
      ...shortNamed(reading, sentence),
      ...sdks(reading, sentence),
      ...given(reading, sentence),
      ...listed(reading, sentence),
    ])
    .filter((party) => bare(party.name.text) !== publisher && bare(party.company?.text ?? '-') !== publisher);
}

const bare = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toLowerCase();

function isOpen(reading: Reading, sentence: Sentence, elsewhere: Covered): boolean {
  const inside = elsewhere.overlaps(sentence);
  const row = reading.passages[sentence.passage]?.block.kind === 'row';
  return (
    !inside &&
    !row &&
    !reading.defines(sentence.start) &&
    !reading.language.party.collectsNothing.test(sentence.text)
  );
}

/** `飞鸟示例有限公司（下称“飞鸟”）` */
function shortNamed(reading: Reading, sentence: Sentence): ThirdParty[] {
  const { shortName, handles } = reading.language.party;
  if (!handles.test(sentence.text)) return [];
  return [...sentence.text.matchAll(shortName)].flatMap((match) => {
    const open = sentence.start + match.index;
    const company = companyBefore(reading, open);
    const short = match[1] ?? '';
    if (!company || reading.language.party.self.test(short)) return [];
    const start = open + match[0].lastIndexOf(short);
    const contact = phoneIn(reading, { start: open, end: open + match[0].length });
    return partyOf({
      name: reading.phrase(start, start + short.length),
      company: reading.phrase(company.start, company.end),
      contact,
    });
  });
}

function phoneIn(reading: Reading, brackets: Stretch): Words | undefined {
  const phone = reading.language.party.bracketPhone.exec(reading.text.slice(brackets.start, brackets.end));
  if (!phone?.[1]) return undefined;
  const end = brackets.start + phone.index + phone[0].length;
  return reading.phrase(end - phone[1].length, end);
}

/** The head of a document whose publisher is not known: a company that runs the app may be the publisher. */
const HEAD_SENTENCES = 4;
/** A text of fewer sentences has no head. */
const FEWEST_SENTENCES = 12;

function presentsItself(reading: Reading, sentence: Sentence): boolean {
  const first = reading.sentences[HEAD_SENTENCES]?.start ?? Infinity;
  if (reading.sentences.length < FEWEST_SENTENCES) return false;
  return sentence.start < first && findPublisher(reading.document) === undefined;
}

/** `将您的…提供给某某有限公司` */
function given(reading: Reading, sentence: Sentence): ThirdParty[] {
  if (presentsItself(reading, sentence)) return [];
  return [...sentence.text.matchAll(reading.language.party.givenTo)].flatMap((match) => {
    const at = sentence.start + match.index + match[0].length;
    return companiesFrom(reading, sentence, at).flatMap((company) => {
      const name = reading.phrase(company.start, company.end);
      return partyOf({
        name,
        company: name,
        contact: contactAfter(reading, company.end),
        data: sharedData(reading, sentence, match.index) ?? handledData(reading, sentence, company.end),
        purpose:
          purposeBefore(reading, sentence, match.index) ?? purposeAfter(reading, sentence, company.end),
      });
    });
  });
}

const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/;
const LONGEST_BRACKETS = 120;

/** A phone or an e-mail address in brackets right after a company's name. */
function contactAfter(reading: Reading, at: number): Words | undefined {
  const brackets = /^\([^()]{3,120}\)/.exec(reading.text.slice(at, at + LONGEST_BRACKETS + 2));
  if (!brackets) return undefined;
  const email = EMAIL.exec(brackets[0]);
  return email
    ? reading.words(at + email.index, at + email.index + email[0].length)
    : phoneIn(reading, { start: at, end: at + brackets[0].length });
}

/** The company at a place, and those listed right after it. */
function companiesFrom(reading: Reading, sentence: Sentence, at: number): Stretch[] {
  const found: Stretch[] = [];
  for (let from = at; ;) {
    const company = companyFrom(reading, from);
    if (!company || company.end > sentence.end + 1) return found;
    found.push(company);
    const mark = /^(?:\s?、|和|以及)/.exec(reading.text.slice(company.end, company.end + 3));
    if (!mark) return found;
    from = company.end + mark[0].length;
  }
}

function purposeAfter(reading: Reading, sentence: Sentence, from: number): Words | undefined {
  const rest = reading.text.slice(from, sentence.end);
  const match = reading.language.purpose.exec(rest);
  const told = reading.language.party.handledData.exec(rest)?.[0].length ?? 0;
  if (!match || match.index > told + 3) return undefined;
  return reading.phrase(from + match.index, from + match.index + match[0].length);
}

function handledData(reading: Reading, sentence: Sentence, from: number): Words | undefined {
  const match = reading.language.party.handledData.exec(reading.text.slice(from, sentence.end));
  const data = match?.slice(1).find((group) => group !== undefined);
  if (!match || data === undefined) return undefined;
  const end = from + match[0].length;
  return reading.phrase(end - data.length, end);
}

function sharedData(reading: Reading, sentence: Sentence, before: number): Words | undefined {
  const match = reading.language.party.sharedData.exec(sentence.text.slice(0, before));
  if (!match?.[1]) return undefined;
  const end = sentence.start + match.index + match[0].length;
  const start = sentence.start + match.index + match[0].indexOf(match[1]);
  return start < end ? reading.phrase(start, start + match[1].length) : undefined;
}

function purposeBefore(reading: Reading, sentence: Sentence, before: number): Words | undefined {
  const match = reading.language.collect.purposeBefore.exec(sentence.text.slice(0, before));
  if (!match?.[1]) return undefined;
  const start = sentence.start + match.index + match[0].indexOf(match[1]);
  return reading.phrase(start, start + match[1].length);
}

/** `使用飞鸟 SDK 来核对照片` */
function sdks(reading: Reading, sentence: Sentence): ThirdParty[] {
  return [...sentence.text.matchAll(reading.language.party.usesSdk)].flatMap((match) => {
    const name = match.groups?.['name'] ?? match.groups?.['sdk'] ?? '';
    const { commonName, self } = reading.language.party;
    if (commonName.test(name) || self.test(match.groups?.['company'] ?? '-')) return [];
    const at = sentence.start + match.index;
    const start = at + match[0].lastIndexOf(name);
    return partyOf({
      name: reading.phrase(start, at + match[0].length),
      company: companyOf(reading, match.groups?.['company'], at, match[0]),
      ...told(reading, sentence, match.index),
    });
  });
}

function companyOf(reading: Reading, name: string | undefined, at: number, words: string): Words | undefined {
  if (name === undefined || !reading.language.publisher.organisation.test(name)) return undefined;
  const start = at + words.indexOf(name);
  return reading.phrase(start, start + name.length);
}

/** What a sentence tells of the recipient it names: what for, and which data. */
function told(
  reading: Reading,
  sentence: Sentence,
  before: number,
): Pick<Draft, 'purpose' | 'data' | 'privacyUrl'> {
  const after = reading.language.purpose.exec(sentence.text);
  const length = after ? after[0].search(/,|$/) : 0;
  const later = after
    ? reading.phrase(sentence.start + after.index, sentence.start + after.index + length)
    : undefined;
  const all = reading.text.slice(sentence.start, endOfTold(reading, sentence));
  const data = reading.language.party.theirData.exec(all);
  const start = data?.[1] ? sentence.start + data.index + data[0].lastIndexOf(data[1]) : 0;
  const policy = reading.language.party.itsPrivacy.exec(all);
  const from = sentence.start + (policy ? policy.index + policy[0].length : 0);
  return {
    purpose: purposeBefore(reading, sentence, before + 1) ?? later,
    data: data?.[1] ? fieldWords(reading, 'data', { start, end: start + data[1].length }) : undefined,
    privacyUrl: policy
      ? fieldWords(reading, 'privacyUrl', { start: from, end: sentence.start + all.length })
      : undefined,
  };
}

/** Sentences that go on with the recipient just named. */
const MOST_SENTENCES = 3;

/** Where the sentences about the recipient end: those after it that begin with `该`, `其` or `It`. */
function endOfTold(reading: Reading, sentence: Sentence): number {
  let { end } = sentence;
  const first = reading.sentenceAt(sentence.start) + 1;
  for (const next of reading.sentences.slice(first, first + MOST_SENTENCES)) {
    if (next.passage !== sentence.passage || !reading.language.party.goesOn.test(next.text)) break;
    end = next.end;
  }
  return end;
}

/** `这些 SDK 包括：甲、乙` */
function listed(reading: Reading, sentence: Sentence): ThirdParty[] {
  const { sdkList, listBreak, commonName } = reading.language.party;
  const match = sdkList.exec(sentence.text);
  if (!match?.[1]) return [];
  const facts = told(reading, sentence, match.index);
  let at = sentence.start + match.index + match[0].length - match[1].length;
  return match[1].split(listBreak).flatMap((piece) => {
    const start = reading.text.indexOf(piece, at);
    at = start + piece.length;
    const words = piece.length > 1 && piece.length <= 40 && !commonName.test(piece.trim());
    return words ? partyOf({ name: reading.phrase(start, at), ...facts }) : [];
  });
}

type Draft = { [K in keyof PartyDraft]: Words | undefined };

function partyOf(fields: Draft): ThirdParty[] {
  return [partyFrom(fields as PartyDraft)].filter(isPresent);
}
