import type { ThirdParty } from '../../policy/model.js';
import type { PartyField } from '../languages/party-patterns.js';
import { fieldWords, nameAndPlatforms, partyFrom } from './party-fields.js';
import type { PartyDraft } from './party-fields.js';
import { findLabels } from './party-labels.js';
import type { Label } from './party-labels.js';
import type { Passage, Reading, Stretch } from './reading.js';

/** Labels that belong to one recipient, and where its name stands. */
interface PartyRecord extends Stretch {
  readonly labels: readonly Label[];
  readonly name: Stretch;
}

/** Labels farther apart than this belong to different records. */
const FARTHEST = 4000;
const LONGEST_NAME = 120;
/** A record of a recipient has one of these, or a name that says SDK. */
const USE: ReadonlySet<PartyField> = new Set([
  'purpose',
  'scene',
  'data',
  'shared',
  'sharing',
  'permissions',
]);
const TELLING: ReadonlySet<PartyField> = new Set(['company', 'privacyUrl', 'site', 'shared', 'sharing']);

const known = new WeakMap<Reading, readonly PartyRecord[]>();

/** Recipients written as lists of labels (`名称：… 使用目的：…`), one record each, the labels in any order. */
export function findRecords(reading: Reading): ThirdParty[] {
  return recordsOf(reading).flatMap((record) => partyOf(reading, record) ?? []);
}

/** Where recipients' records stand, from name to last value. */
export function recordStretches(reading: Reading): Stretch[] {
  return recordsOf(reading).map(({ start, end }) => ({ start, end }));
}

function recordsOf(reading: Reading): readonly PartyRecord[] {
  const records = known.get(reading) ?? groupsOf(reading).flatMap((group) => recordOf(reading, group) ?? []);
  known.set(reading, records);
  return records;
}

function groupsOf(reading: Reading): Label[][] {
  const groups: Label[][] = [];
  for (const label of findLabels(reading)) {
    const group = groups[groups.length - 1];
    if (group && namesCompany(reading, group, label)) group.push({ ...label, field: 'company' });
    else if (group && belongs(reading, group, label)) group.push(label);
    else groups.push([label]);
  }
  return groups;
}

/** A second name right after the first, such as `SDK名称：… 第三方名称：…`, is the company's where it reads like one. */
function namesCompany(reading: Reading, group: readonly Label[], label: Label): boolean {
  const [first] = group;
  if (group.length > 1 || first?.field !== 'name' || label.field !== 'name') return false;
  if (label.passage > first.passage + 1) return false;
  const value = reading.text.slice(label.end, label.end + LONGEST_NAME).split('\n')[0] ?? '';
  return reading.language.publisher.organisation.test(value.trim());
}

function belongs(reading: Reading, group: readonly Label[], label: Label): boolean {
  const last = group[group.length - 1];
  if (!last || label.field === 'name' || group[0]?.field === label.field) return false;
  if (label.start - last.end > FARTHEST) return false;
  return !between(reading, last, label).some(
    (passage) => startsEntry(passage) || isNameLine(reading, passage, last),
  );
}

function between(reading: Reading, left: Label, right: Label): Passage[] {
  return reading.passages.slice(
    left.passage + 1,
    right.passage + (right.start > (reading.passages[right.passage]?.body ?? 0) ? 1 : 0),
  );
}

const LONGEST_NAME_LINE = 40;

/** A short line without a stop between two labels names the next recipient, when the label before it has its value. */
function isNameLine(reading: Reading, passage: Passage, last: Label): boolean {
  const text = reading.text.slice(passage.start, passage.end).trim();
  const filled = reading.text.slice(last.end, passage.start).trim() !== '';
  return filled && text.length <= LONGEST_NAME_LINE && !/[。,;:、/]|http/.test(text);
}

function startsEntry(passage: Passage): boolean {
  return passage.block.kind === 'heading' || passage.block.number !== undefined;
}

function recordOf(reading: Reading, labels: readonly Label[]): PartyRecord | undefined {
  const [first] = labels;
  if (!first || !labels.some((label) => label.spelled) || inContacts(reading, first)) return undefined;
  if (first.field === 'name' && namedAbove(reading, labels))
    return recordOf(reading, [{ ...first, field: 'company' }, ...labels.slice(1)]);
  const name = first.field === 'name' ? valueOf(reading, labels, 0) : nameBefore(reading, first);
  const named = name ? reading.text.slice(name.start, name.end) : '';
  if (!name || !isName(reading, named) || !isParty(reading, labels, named)) return undefined;
  const end = valueOf(reading, labels, labels.length - 1).end;
  return { labels, name, start: Math.min(name.start, first.start), end };
}

/** `消息推送（飞鸟 SDK）` over `第三方名称：飞鸟有限公司`: the line above names the component, the label its company. */
function namedAbove(reading: Reading, labels: readonly Label[]): boolean {
  const [first] = labels;
  if (!first || labels.some(({ field }) => field === 'company')) return false;
  const above = nameBefore(reading, first);
  const line = above ? reading.text.slice(above.start, above.end).trim() : '';
  const value = valueOf(reading, labels, 0);
  return (
    /SDK/i.test(line) &&
    line.length <= LONGEST_NAME_LINE &&
    !/[。,;:]/.test(line) &&
    isName(reading, line) &&
    reading.language.publisher.organisation.test(reading.text.slice(value.start, value.end).trim())
  );
}

/** Whether labels tell of a recipient: what it gets or does, and who it is, where it is told of, or that it is an SDK. */
function isParty(reading: Reading, labels: readonly Label[], name: string): boolean {
  const fields = [...new Set(labels.map((label) => label.field))];
  const listed =
    /SDK/i.test(name) || (labels[0] && reading.language.party.about.test(lastLine(reading, labels[0])));
  const telling = fields.some((field) => TELLING.has(field));
  const used = fields.some((field) => USE.has(field)) || (listed && fields.includes('privacyUrl'));
  const named = labels[0]?.field === 'name' && fields.includes('company') && Boolean(listed);
  return fields.length > 1 && (named || (Boolean(used) && Boolean(telling || listed)));
}

/** Lines such as `公司名称：…` where the publisher gives its own contacts. */
function inContacts(reading: Reading, label: Label): boolean {
  const headings = lastLine(reading, label);
  return reading.language.contact.section.test(headings) && !reading.language.party.about.test(headings);
}

function lastLine(reading: Reading, label: Label): string {
  const headings = reading.passages[label.passage]?.headings ?? '';
  return headings.split('\n').slice(-2).join(' ');
}

function isName(reading: Reading, words: string): boolean {
  const bare = words.trim();
  return (
    bare.length > 0 &&
    bare.length <= LONGEST_NAME &&
    !reading.language.party.notName.test(bare) &&
    !/[。!?;].+|:.{3,}/.test(bare.replace(/\([^()]{0,120}\)/g, ''))
  );
}

/** The name of a record without a name label: what stands before its first label, in its line or in the line above. */
function nameBefore(reading: Reading, first: Label): Stretch | undefined {
  const passage = reading.passages[first.passage];
  if (!passage) return undefined;
  if (first.start > passage.body)
    return { start: lineStart(reading, passage, first.start), end: first.start };
  const above = reading.passages[first.passage - 1];
  if (!above || above.block.kind === 'row' || above.end - above.body > LONGEST_NAME) return undefined;
  return { start: above.body, end: above.end };
}

function lineStart(reading: Reading, passage: Passage, before: number): number {
  const line = reading.text.slice(passage.body, before).lastIndexOf('\n');
  return passage.body + line + 1;
}

/** From a label to the next one of its record; the last one's value ends with its passage, or is the next where its own is empty. */
function valueOf(reading: Reading, labels: readonly Label[], index: number): Stretch {
  const label = labels[index];
  const next = labels[index + 1];
  const passage = label && reading.passages[label.passage];
  if (!label || !passage) return { start: 0, end: 0 };
  const stops =
    next && !between(reading, label, next).some((one) => startsEntry(one))
      ? Math.min(next.start, gapAfter(reading, label.passage, next.passage))
      : passage.end;
  const empty = reading.text.slice(label.end, stops).trim() === '' && !next;
  const following = reading.passages[label.passage + 1];
  const end =
    empty && following && !startsEntry(following)
      ? following.end
      : next
        ? stops
        : lineEnd(reading, label.end, passage.end);
  return { start: label.end, end: Math.min(end, label.next ?? Infinity) };
}

/** Where words that no passage holds, such as a table of contents, come between two passages; `Infinity` where none do. */
function gapAfter(reading: Reading, from: number, to: number): number {
  for (let index = from; index < to; index += 1) {
    const end = reading.passages[index]?.end ?? 0;
    if (reading.text.slice(end, reading.passages[index + 1]?.start).trim() !== '') return end;
  }
  return Infinity;
}

/** The last value of a record: to the end of its line, and over it where an address of the net goes on. */
function lineEnd(reading: Reading, from: number, to: number): number {
  const text = reading.text.slice(from, to);
  const stop = text.trimStart().search(/\n/);
  if (stop < 0 || /^[\x21-\x7e\s]+$/.test(text)) return to;
  return from + (text.length - text.trimStart().length) + stop;
}

function partyOf(reading: Reading, record: PartyRecord): ThirdParty | undefined {
  const draft: PartyDraft = {};
  record.labels.forEach((label, index) => {
    if (label.field === 'name' || draft[label.field]) return;
    const words = fieldWords(reading, label.field, valueOf(reading, record.labels, index));
    if (words) draft[label.field] = words;
  });
  const { name, platforms } = nameAndPlatforms(reading, record.name);
  if (name) draft.name = name;
  if (platforms) draft.platforms ??= platforms;
  return partyFrom(draft);
}
