import type { ThirdParty, Words } from '../../policy/model.js';
import type { PartyField } from '../languages/party-patterns.js';
import { present } from './present.js';
import type { Reading, Stretch } from './reading.js';

const URL_START = /https?:\/\/|www\./i;
const URL_WORDS = /(?:https?:\/\/|www\.)[^\s,;，。；、()"“”<>\u4e00-\u9fff]{3,}/i;
/** What an address never goes on over: angle brackets, and the mark of the next list entry. */
const URL_ENDS = /[<>]|\n\s*(?:[-*•]|[A-Za-z\d]{1,2}[.)])(?=\s|$)/;
/** White space before it included. */
const LONGEST_PHONE = 60;
const PHONE_TAIL = /\s*((?:\+?86[- ]?)?\d[\d-]{4,18}(?:\s?转\s?\d{1,6})?)\s*$/;

/** A field's words from where its value stands; undefined where the value says that there is none. */
export function fieldWords(reading: Reading, field: PartyField, value: Stretch): Words | undefined {
  const words = reading.phrase(value.start, value.end);
  if (!words) return undefined;
  if (field === 'site' || field === 'privacyUrl') return address(reading, value);
  const folded = words.text.normalize('NFKC').replace(/\s/g, '');
  const keeps = KEEPS_NONE.has(field) && /\p{L}/u.test(folded);
  return reading.language.party.none.test(folded) && !keeps ? undefined : words;
}

/** “None” is a statement of its own about what is shared, collected or asked for; a stroke is none. */
const KEEPS_NONE = new Set<PartyField>(['shared', 'data', 'permissions']);

/** The first address of the net in a value, joined over a line's end where all that follows is the rest of it. */
function address(reading: Reading, value: Stretch): Words | undefined {
  const text = reading.text.slice(value.start, value.end);
  const start = text.search(URL_START);
  if (start < 0) return undefined;
  const all = (text.slice(start).split(URL_ENDS)[0] ?? '').trimEnd();
  if (all.includes('\n') && /^[\x21-\x7e\s]+$/.test(all) && !/\s(?:https?:|www\.)/i.test(all)) {
    const rest = all.split(/\s+/).slice(1).join('');
    if (/[#/?=&.]/.test(rest) || rest.length > 0)
      return reading.words(value.start + start, value.start + start + all.length);
  }
  const one = URL_WORDS.exec(text.slice(start))?.[0].replace(/[.:]+$/, '') ?? '';
  return reading.words(value.start + start, value.start + start + one.length);
}

/** A company's name and, where one shares its place, its phone. */
export function companyAndPhone(reading: Reading, value: Stretch): { company?: Words; contact?: Words } {
  const text = reading.text.slice(value.start, value.end);
  const filing = reading.language.party.filing.exec(text);
  const end = filing ? filing.index : text.length;
  const tail = Math.max(0, text.length - LONGEST_PHONE);
  const phone = filing ? null : PHONE_TAIL.exec(text.slice(tail));
  const company = reading.phrase(value.start, value.start + (phone ? tail + phone.index : end));
  const contact = phone && reading.words(value.start + text.length - phone[0].trimStart().length, value.end);
  return present({ company, contact: contact ?? undefined });
}

/** A name without its numbering and asides, and the platforms its brackets name. */
export function nameAndPlatforms(reading: Reading, value: Stretch): { name?: Words; platforms?: Words } {
  const { aside, platforms } = reading.language.party;
  let { end } = value;
  let found: Words | undefined;
  for (;;) {
    const text = reading.text.slice(value.start, end).replace(/[\s,.;:。、]+$/, '');
    end = value.start + text.length;
    const open = text.endsWith(')') ? openingOf(text) : -1;
    const inside = open < 0 ? '' : text.slice(open + 1, -1).trim();
    if (open <= 0 || !(aside.test(inside) || platforms.test(inside))) break;
    if (platforms.test(inside)) found ??= reading.phrase(value.start + open + 1, end - 1);
    end = value.start + open;
  }
  return present({ name: reading.phrase(value.start, end), platforms: found });
}

/** Where the bracket that closes at the end of a text opens. */
function openingOf(text: string): number {
  let depth = 0;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const character = text.charAt(index);
    if (character === ')') depth += 1;
    if (character === '(') depth -= 1;
    if (depth === 0) return index;
  }
  return -1;
}

export type PartyDraft = Partial<Record<PartyField, Words>>;

/** A recipient from its fields, or undefined without a name. */
export function partyFrom(draft: PartyDraft): ThirdParty | undefined {
  return draft.name && present<ThirdParty>({ ...draft, name: draft.name });
}
