import type { PermissionFact, Words } from '../../policy/model.js';
import { Covered } from './covered.js';
import { entriesOf } from './entries.js';
import type { Entry } from './entries.js';
import { kindOf, namesIn } from './permission-names.js';
import { present } from './present.js';
import type { Reading, Stretch } from './reading.js';
import { partyStretches } from './third-parties.js';
import { usersIn } from './permission-users.js';

/** Permissions written as list entries or short paragraphs: `（1）存储权限，用于…。如您拒绝…`. */
export function entryPermissions(reading: Reading): readonly PermissionFact[] {
  const facts = known.get(reading) ?? findEntries(reading);
  known.set(reading, facts);
  return facts;
}

const known = new WeakMap<Reading, readonly PermissionFact[]>();

function findEntries(reading: Reading): PermissionFact[] {
  const others = new Covered(partyStretches(reading));
  const found: { entry: Entry; facts: PermissionFact[] }[] = [];
  let expected = -2;
  entriesOf(reading).forEach((each, index) => {
    const entry = withPurposeBelow(reading, each);
    if (
      reading.language.permission.listLead.test(
        reading.text.slice(Math.max(entry.body, entry.end - 40), entry.end),
      )
    )
      expected = index + 1;
    const head = others.overlaps(entry) ? undefined : headOf(reading, entry, expected === index);
    if (!head) return;
    expected = index + 1;
    const facts = factsOf(reading, entry, head);
    if (facts.length > 0) found.push({ entry, facts });
  });
  return withSharedRefusal(reading, found);
}

/** A permission's bare name over a paragraph, in a section about permissions: the paragraph tells of it. */
function withPurposeBelow(reading: Reading, entry: Entry): Entry {
  const words = reading.text.slice(entry.body, entry.end).trim();
  if (words.length > LONGEST_NAME || /[。.;:,!?\n]/.test(words) || kindOf(reading, words) === undefined)
    return entry;
  const { section } = reading.language.permission;
  const next = reading.passages[reading.passageAt(entry.body) + 1];
  const told = next?.block.kind === 'paragraph' && next.end - next.start > LONGEST_NAME;
  return told && section.test(entry.headings.slice(entry.headings.lastIndexOf('\n') + 1))
    ? { ...entry, end: next.end }
    : entry;
}

const LONGEST_NAME = 24;

/** The words that name the permission at an entry's start. In a list of permissions a short name is enough. */
function headOf(reading: Reading, entry: Entry, listed: boolean): Stretch | undefined {
  const { head, mark, notHead, section, denies } = reading.language.permission;
  const words = head.exec(reading.text.slice(entry.body, Math.min(entry.end, entry.body + 80)))?.[0] ?? '';
  const rest = reading.text.slice(entry.body + words.length, entry.end).trim();
  if (!words || kindOf(reading, words) === undefined || notHead.test(words) || rest.length < 3)
    return undefined;
  const heading = entry.headings.slice(entry.headings.lastIndexOf('\n') + 1);
  if ([rest.slice(0, 60), heading, words].some((one) => denies.test(one))) return undefined;
  const bare = words.replace(/\([^()]*\)/g, '').trim();
  const short = bare.length <= (entry.numbered ? 40 : 24) && reading.language.permission.afterHead.test(rest);
  const named =
    mark.test(words) ||
    isTitled(reading, entry, entry.body + words.length) ||
    (short && (listed || section.test(entry.numbered ? entry.headings : heading)));
  return named ? { start: entry.body, end: entry.body + words.length } : undefined;
}

/** A name that is a whole heading in a section about permissions, with its purpose or refusal labelled under it. */
function isTitled(reading: Reading, entry: Entry, end: number): boolean {
  const rest = reading.text.slice(end, entry.end);
  if (!/^\s*\n/.test(rest)) return false;
  if (!rest.trim().includes('\n') && /[.。]\s*$/.test(rest))
    return reading.language.permission.section.test(entry.headings);
  const told = labelledIn(reading, { start: end, end: entry.end });
  return reading.language.permission.section.test(entry.headings) && Boolean(told.purpose ?? told.refusal);
}

function factsOf(reading: Reading, entry: Entry, head: Stretch): PermissionFact[] {
  const { name, platforms } = withoutPlatforms(reading, head);
  const told = labelledIn(reading, { start: head.end, end: entry.end });
  const refusal = told.refusal ?? refusalIn(reading, { start: head.end, end: entry.end });
  const end = refusal && refusal.start > head.end ? refusal.start : entry.end;
  const purpose = told.purpose
    ? reading.phrase(told.purpose.start, told.purpose.end)
    : purposeIn(reading, { start: head.end, end });
  const usedBy = usersIn(reading, { start: head.end, end: Math.min(entry.end, head.end + 400) });
  return namesIn(reading, name).map((named) =>
    present<PermissionFact>({
      ...named,
      purpose,
      refusal: refusal && reading.statement(refusal.start, refusal.end),
      platforms: platforms.length > 0 ? platforms : undefined,
      usedBy,
    }),
  );
}

/** Purpose and refusal that stand after labels in lines of their own: `- 使用目的：…`. */
function labelledIn(reading: Reading, stretch: Stretch): { purpose?: Stretch; refusal?: Stretch } {
  const { refusalHeader, purposeHeader: explains } = reading.language.permission;
  const { purposeHeader, listLabel } = reading.language.collect;
  const found: { purpose?: Stretch; refusal?: Stretch } = {};
  let explained: Stretch | undefined;
  for (let index = reading.sentenceAt(stretch.start); index < reading.sentences.length; index += 1) {
    const sentence = reading.sentences[index];
    if (!sentence || sentence.start >= stretch.end) break;
    const passage = reading.passages[sentence.passage];
    const label = sentence.start === passage?.body ? listLabel.exec(sentence.text)?.[0] : undefined;
    if (label === undefined || sentence.start < stretch.start) continue;
    const value = { start: sentence.start + label.length, end: Math.min(passage?.end ?? 0, stretch.end) };
    if (refusalHeader.test(label)) found.refusal ??= value;
    else if (purposeHeader.test(label)) found.purpose ??= value;
    else if (explains.test(label)) explained = value;
  }
  return explained ? { purpose: explained, ...found } : found;
}

function withoutPlatforms(reading: Reading, head: Stretch): { name: Stretch; platforms: Words[] } {
  const text = reading.text.slice(head.start, head.end).trimEnd();
  const bracket = /\s*\(([^()]{2,24})\)$/.exec(text);
  if (!bracket?.[1] || !reading.language.party.platforms.test(bracket[1]))
    return { name: head, platforms: [] };
  const from = head.start + bracket.index + bracket[0].indexOf(bracket[1]);
  const platforms = [...bracket[1].matchAll(/[^、,/和及与&\s]+/g)].flatMap((match) => {
    return reading.words(from + match.index, from + match.index + match[0].length) ?? [];
  });
  return { name: { start: head.start, end: head.start + bracket.index }, platforms };
}

/** The sentence of a stretch that says what refusal costs. */
export function refusalIn(reading: Reading, stretch: Stretch): Stretch | undefined {
  for (let index = reading.sentenceAt(stretch.start); index < reading.sentences.length; index += 1) {
    const sentence = reading.sentences[index];
    if (!sentence || sentence.start >= stretch.end) return undefined;
    const start = Math.max(sentence.start, stretch.start);
    const text = reading.text.slice(start, sentence.end);
    const match = reading.language.refusal.exec(text);
    if (match) {
      return {
        start: start + match.index + leadingStops(match[0]),
        end: Math.min(sentence.end, stretch.end),
      };
    }
  }
  return undefined;
}

const leadingStops = (text: string): number => text.length - text.replace(/^[\s,;:]+/, '').length;

/** What a permission is for: the words that say so, else the first sentence after its name. */
export function purposeIn(reading: Reading, stretch: Stretch): Words | undefined {
  const text = reading.text.slice(stretch.start, stretch.end);
  const match = reading.language.purpose.exec(text);
  if (match)
    return reading.phrase(
      stretch.start + match.index,
      stretch.start + match.index + cutAtRefusal(reading, match[0]),
    );
  const first = reading.sentences[reading.sentenceAt(stretch.start)];
  if (!first || text.trim().length < 6) return undefined;
  return reading.phrase(stretch.start, Math.min(stretch.end, Math.max(first.end, stretch.start)));
}

function cutAtRefusal(reading: Reading, purpose: string): number {
  const refusal = purpose.search(reading.language.refusalClause);
  return refusal > 0 ? refusal : purpose.length;
}

/** Gives the entries of one list the refusal that is said once for all of them, after the list or before it. */
function withSharedRefusal(
  reading: Reading,
  found: readonly { entry: Entry; facts: PermissionFact[] }[],
): PermissionFact[] {
  const runs: { entry: Entry; facts: PermissionFact[] }[][] = [];
  for (const one of found) {
    const run = runs[runs.length - 1];
    if (run?.[0]?.entry.headings === one.entry.headings) run.push(one);
    else runs.push([one]);
  }
  return runs.flatMap((run) => {
    const shared =
      run.length > 1
        ? sharedRefusal(
            reading,
            run.map((one) => one.entry),
          )
        : undefined;
    return run.flatMap((one) =>
      one.facts.map((fact) => (fact.refusal || !shared ? fact : { ...fact, refusal: shared })),
    );
  });
}

const REACH = 12;

function sharedRefusal(reading: Reading, entries: readonly Entry[]): Words | undefined {
  const last = entries[entries.length - 1];
  const first = reading.sentenceAt(last?.end ?? 0);
  const { forAll, refusesAll } = reading.language.permission;
  for (let index = first; index < first + REACH; index += 1) {
    const sentence = reading.sentences[index];
    if (!sentence || reading.passages[sentence.passage]?.headings !== last?.headings) return undefined;
    if (
      !forAll.test(sentence.text) ||
      !refusesAll.test(sentence.text) ||
      !reading.language.refusal.test(sentence.text)
    )
      continue;
    return reading.statement(sentence.start, sentence.end);
  }
  return undefined;
}
