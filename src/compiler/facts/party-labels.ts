import type { Language } from '../languages/language.js';
import type { PartyField } from '../languages/party-patterns.js';
import type { Passage, Reading } from './reading.js';

/** A label with its colon: `start` is its first character, `end` where its value begins. */
export interface Label {
  readonly field: PartyField;
  readonly start: number;
  readonly end: number;
  readonly passage: number;
  /** Known by a list of labels, not only by its place and look. */
  readonly spelled: boolean;
  /** Where the next label of the document begins, whosever it is. */
  readonly next?: number;
}

interface KnownLabels {
  readonly strong: ReadonlyMap<string, PartyField>;
  readonly weak: ReadonlyMap<string, PartyField>;
}

const LONGEST_LABEL = 40;
/** A remark, brackets or marks between a label's words and its colon, as in `隐私政策，仅供参考：`. */
const AFTERWORD = /(?:,[^,:。\n]{0,8})?[*_\s]*$/;
const BRACKETS = /\([^()\n]{0,16}\)\s?$/;
const DELIMITER = /[\n。;:,)*|•·]/;

const known = new Map<Language, KnownLabels>();

/** Every label of a recipient's record in the document, in reading order: what stands before a colon and is one. */
export function findLabels(reading: Reading): Label[] {
  const labels: Label[] = [];
  let passage = 0;
  for (let colon = reading.text.indexOf(':'); colon >= 0; colon = reading.text.indexOf(':', colon + 1)) {
    while ((reading.passages[passage + 1]?.start ?? Infinity) <= colon) passage += 1;
    const place = reading.passages[passage];
    if (!place || place.block.kind === 'row' || colon < place.body || colon >= place.end) continue;
    if (reading.text.startsWith('//', colon + 1)) continue;
    const label = labelBefore(reading, place, colon);
    if (label) labels.push({ ...label, end: valueStart(reading.text, colon), passage });
  }
  return labels.map((label, index) => ({ ...label, next: labels[index + 1]?.start ?? Infinity }));
}

function valueStart(text: string, colon: number): number {
  let start = colon + 1;
  while (/[*_]/.test(text.charAt(start))) start += 1;
  return start;
}

function labelBefore(
  reading: Reading,
  place: Passage,
  colon: number,
): Pick<Label, 'field' | 'start' | 'spelled'> | undefined {
  const from = Math.max(place.body, colon - LONGEST_LABEL - 24);
  const words = reading.text.slice(from, colon).replace(AFTERWORD, '').replace(BRACKETS, '');
  const cut = lastDelimiter(words) + 1;
  const head = words.slice(Math.max(cut, words.length - LONGEST_LABEL));
  const start = from + words.length - head.length;
  const blank = head.length - head.trimStart().length;
  return spelledIn(reading, place, head, start) ?? likely(reading, place, head.trim(), start + blank);
}

function lastDelimiter(words: string): number {
  for (let index = words.length - 1; index >= 0; index -= 1)
    if (DELIMITER.test(words.charAt(index))) return index;
  return -1;
}

/** The longest end of the words that a list of labels knows. */
function spelledIn(reading: Reading, place: Passage, head: string, start: number) {
  const { strong, weak } = labelsOf(reading.language);
  for (let skip = 0; skip < head.length; skip += 1) {
    if (/\s/.test(head.charAt(skip)) || isInsideWord(head, skip)) continue;
    const key = keyOf(head.slice(skip));
    const opens = head.slice(0, skip).trim() === '';
    const field = strong.get(key) ?? (opens ? weak.get(key) : undefined);
    if (!field) continue;
    const lead = head.slice(0, skip).trim();
    const early = start <= place.body + 1 && reading.language.party.labelPrefix.test(lead);
    return { field, start: early ? start : start + skip, spelled: true };
  }
  return undefined;
}

/** Inside a Latin word, but for `…/privacySDK名称`, where a label was glued to an address. */
function isInsideWord(head: string, at: number): boolean {
  const inside = /[a-z]/i.test(head.charAt(at)) && /[a-z]/i.test(head.charAt(at - 1));
  return inside && !(/[a-z]/.test(head.charAt(at - 1)) && /^[A-Z]{2,}(?![a-z])/.test(head.slice(at, at + 8)));
}

/** A line's first words, when they would head such a column in a table. */
function likely(reading: Reading, place: Passage, words: string, start: number) {
  const { label, headers } = reading.language.party;
  const before = reading.text.slice(Math.max(place.body, start - 8), start).replace(/[ \t]+$/, '');
  const opens = (before === '' && start - place.body <= 8) || /[\n*•·-]$/.test(before);
  if (!opens || !label.test(words)) return undefined;
  const field = headers.find(([, pattern]) => pattern.test(words))?.[0];
  return field && field !== 'name' ? { field, start, spelled: false } : undefined;
}

const keyOf = (label: string): string => label.replace(/\s/g, '').toLowerCase();

/** What a label, or a table's header, stands for where a list of labels spells it so. */
export const spelledField = (language: Language, label: string): PartyField | undefined =>
  labelsOf(language).strong.get(keyOf(label));

function labelsOf(language: Language): KnownLabels {
  const labels = known.get(language) ?? {
    strong: byKey(language.party.strong),
    weak: byKey(language.party.weak),
  };
  known.set(language, labels);
  return labels;
}

function byKey(source: Readonly<Partial<Record<PartyField, string>>>): Map<string, PartyField> {
  const entries = Object.entries(source).flatMap(([field, labels]) =>
    labels.split('|').map((label): [string, PartyField] => [keyOf(label), field as PartyField]),
  );
  return new Map(entries);
}
