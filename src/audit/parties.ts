import { thirdPartyFields } from '../policy/third-party-fields.js';
import type { Policy, Span, ThirdParty, Words } from '../policy/model.js';
import { foldedName } from './folded-name.js';
import { together, type Found } from './rule.js';

/** More than this many parties that lack the same become one finding with all its places. */
const APART = 3;

/** Fields that only an entry of a list has; a partner named in running text has a name, and what is said about it. */
const LIST_FIELDS = ['scene', 'sharing', 'shared', 'site', 'privacyUrl', 'permissions'] as const;

/** Recipients that are entries of a list or a table: one each name, the fullest entry first in line. */
export function listedParties(policy: Policy): readonly ThirdParty[] {
  return policy.thirdParties.filter((party) => {
    const described =
      party.purpose !== undefined || party.data !== undefined || party.permissions !== undefined;
    const prose =
      party.company?.span.start === party.name.span.start && LIST_FIELDS.every((field) => !party[field]);
    return described && !prose;
  });
}

/** Listed parties of which no entry of the same name has what is asked, by their first entry. */
export function partiesLacking(policy: Policy, has: (party: ThirdParty) => boolean): readonly ThirdParty[] {
  const seen = new Map<string, { first: ThirdParty; lacks: boolean }>();
  for (const party of listedParties(policy)) {
    const name = foldedName(party.name.text);
    const entry = seen.get(name);
    seen.set(name, { first: entry?.first ?? party, lacks: (entry?.lacks ?? true) && !has(party) });
  }
  return [...seen.values()].filter(({ lacks }) => lacks).map(({ first }) => first);
}

/** Findings at the parties' names: one each, or one with every place where they are many. */
export function atNames(parties: readonly ThirdParty[]): readonly Found[] {
  const spans = parties.map(({ name }) => name.span).sort((first, second) => first.start - second.start);
  const values = { count: String(spans.length) };
  if (spans.length > APART) return together(spans, values);
  return spans.map((span) => ({ span, values: { count: '1' } }));
}

/** A cell of a table that is a link in the document, and words in its text. */
const LINK_WORDS =
  /^.{0,12}(?:链接|隐私(?:权)?(?:政策|说明|声明|协议)|\blink|privacy (?:policy|notice|statement))$/i;

/** Whether the row of a table that names the party has a cell of words where others have an address. */
export function hasLinkWords({ text }: Policy, { name }: ThirdParty): boolean {
  const end = text.indexOf('\n', name.span.end);
  const row = text.slice(name.span.end, Math.min(end === -1 ? text.length : end, name.span.end + 800));
  return row
    .split('\t')
    .slice(1)
    .some((cell) => LINK_WORDS.test(cell.trim()));
}

/** All words of an entry. */
export const wordsOf = (party: ThirdParty): readonly Words[] =>
  thirdPartyFields.flatMap((field) => party[field] ?? []);

/**
 * Text of an entry that no field took: from its first word to the start of the next entry. Where there is much of it, a field
 * that seems to be missing may well be said there.
 */
export function leftover(policy: Policy, party: ThirdParty): string {
  const own = wordsOf(party).map(({ span }) => span);
  const start = startOf(party);
  const end = Math.min(start + 400, nextStart(policy, start));
  return own
    .slice()
    .sort((first, second) => second.start - first.start)
    .reduce((text, span) => without(text, start, span), policy.text.slice(start, end));
}

const without = (text: string, from: number, { start, end }: Span): string =>
  text.slice(0, Math.max(0, start - from)) + text.slice(Math.max(0, end - from));

const startOf = (party: ThirdParty): number =>
  wordsOf(party).reduce((least, { span }) => Math.min(least, span.start), party.name.span.start);

const nextStart = (policy: Policy, after: number): number =>
  policy.thirdParties
    .map(startOf)
    .reduce((next, start) => (start > after ? Math.min(next, start) : next), policy.text.length);
