import type { DataUse, Words } from '../../policy/model.js';
import { Covered } from './covered.js';
import { countedTablesOf } from './counted-rows.js';
import { entriesOf } from './entries.js';
import { entryPermissions, refusalIn } from './permission-entries.js';
import { present } from './present.js';
import type { Reading, Sentence, Stretch } from './reading.js';
import { partyStretches } from './third-parties.js';

/** Data uses from sentences: “when you …, we collect your …, in order to …”. */
export function proseDataUses(reading: Reading): DataUse[] {
  const elsewhere = new Covered([
    ...partyStretches(reading),
    ...flattenedTables(reading),
    ...permissionStretches(reading),
  ]);
  return reading.sentences.flatMap((sentence, index) => {
    const inside = elsewhere.overlaps(sentence);
    const row = reading.passages[sentence.passage]?.block.kind === 'row';
    if (inside || row || reading.defines(sentence.start)) return [];
    if (reading.language.collect.never.test(sentence.text)) return [];
    return announced(reading, sentence, index) ?? useIn(reading, sentence, index) ?? [];
  });
}

/** An entry about a permission tells what the permission is for, not what is collected. */
function permissionStretches(reading: Reading): Stretch[] {
  const names = new Covered(
    entryPermissions(reading).map((permission) => reading.stretch(permission.name.span)),
  );
  return entriesOf(reading).filter((entry) => names.overlaps(entry));
}

function flattenedTables(reading: Reading): Stretch[] {
  return countedTablesOf(reading).map((table) => ({
    start: table.start,
    end: table.rows[table.rows.length - 1]?.end ?? table.start,
  }));
}

/** How many paragraphs may follow the words that announce a list of data. */
const MOST_ANNOUNCED = 12;

/** A sentence such as `我们会收集以下信息：` and the data that the next paragraphs list, each in a use of its own. */
function announced(reading: Reading, sentence: Sentence, index: number): DataUse[] | undefined {
  const { triggers, not, announces } = reading.language.collect;
  const match = triggers
    .map((trigger) => trigger.exec(sentence.text))
    .find((one) => one && announces.test(one[1] ?? ''));
  if (!match || not.test(match[0])) return undefined;
  const uses: DataUse[] = [];
  for (let next = index + 1; next <= index + MOST_ANNOUNCED; next += 1) {
    const one = reading.sentences[next];
    if (!one || !follows(reading, sentence, one, uses.length > 0)) break;
    if (one.passage === reading.sentences[next - 1]?.passage) continue;
    const label = reading.language.collect.listLabel.exec(one.text)?.[0].length ?? 0;
    const data = dataIn(reading, one, one.start + label);
    if (!data && label > 0) continue;
    if (!data) break;
    uses.push(describe(reading, one, next, data, 0));
  }
  const [first, ...rest] = uses;
  if (!first) return undefined;
  const action = partOf(reading, sentence, reading.language.collect.function, match.index);
  const purpose = purposeOf(reading, sentence, index, match.index) ?? first.purpose;
  return [present<DataUse>({ ...first, function: first.function ?? action, purpose }), ...rest];
}

/** Whether a sentence goes on with the list: the first one always, then those with a number or a label. */
function follows(reading: Reading, lead: Sentence, one: Sentence, begun: boolean): boolean {
  const passage = reading.passages[one.passage];
  if (
    !passage ||
    passage.headings !== reading.passages[lead.passage]?.headings ||
    passage.block.kind === 'row'
  )
    return false;
  return (
    !begun ||
    passage.block.kind === 'item' ||
    passage.block.number !== undefined ||
    reading.language.collect.listLabel.test(one.text)
  );
}

function useIn(reading: Reading, sentence: Sentence, index: number): DataUse | undefined {
  const { triggers, not } = reading.language.collect;
  for (const trigger of triggers) {
    const match = trigger.exec(sentence.text);
    const list = match?.[1];
    if (
      !match ||
      list === undefined ||
      not.test(sentence.text.slice(0, match.index + match[0].length - list.length))
    )
      continue;
    const at = sentence.start + match.index + match[0].length - list.length;
    const data = dataIn(reading, sentence, at);
    if (data) return describe(reading, sentence, index, data, match.index);
  }
  return undefined;
}

const SHORTEST = 2;
const LONGEST = 400;

/** The list of data that begins at a place. */
function dataIn(reading: Reading, sentence: Sentence, at: number): Words | undefined {
  const { dataEnd, noun, notData } = reading.language.collect;
  const text = reading.text.slice(at, sentence.end);
  const list = text.slice(0, cut(text, dataEnd));
  const bare = list.trim().replace(/[,.。;:]+$/, '');
  if (bare.length < SHORTEST || list.length > LONGEST || !noun.test(bare) || notData.test(bare))
    return undefined;
  return reading.phrase(at, at + list.length);
}

function cut(text: string, end: RegExp): number {
  const found = text.search(end);
  return found > 0 ? found : text.length;
}

function describe(
  reading: Reading,
  sentence: Sentence,
  index: number,
  data: Words,
  trigger: number,
): DataUse {
  const passage = reading.passages[sentence.passage];
  const refusal =
    passage &&
    refusalIn(reading, {
      start: sentence.start,
      end: refusalEnd(reading, index, paragraphEnd(reading, sentence.passage)),
    });
  return present<DataUse>({
    function: partOf(reading, sentence, reading.language.collect.function, trigger),
    data,
    purpose: purposeOf(reading, sentence, index, trigger),
    refusal: refusal && reading.statement(refusal.start, refusal.end),
    background: partOf(reading, sentence, reading.language.collect.background, sentence.text.length),
  });
}

/** A paragraph goes on in the next one, when that says what refusal costs. */
function paragraphEnd(reading: Reading, index: number): number {
  const passage = reading.passages[index];
  const next = reading.passages[index + 1];
  const goesOn =
    next?.block.kind === 'paragraph' &&
    !next.block.number &&
    reading.language.refusalOpens.test(reading.text.slice(next.start, next.start + 40));
  return goesOn ? next.end : (passage?.end ?? 0);
}

/** A refusal belongs to the last data told before it: the search ends where the next collection begins. */
function refusalEnd(reading: Reading, index: number, passageEnd: number): number {
  for (let next = index + 1; next < reading.sentences.length; next += 1) {
    const sentence = reading.sentences[next];
    if (sentence === undefined) break;
    if (sentence.start >= passageEnd + 2) break;
    const collects = reading.language.collect.triggers.some((trigger) => trigger.test(sentence.text));
    if (collects && !reading.language.refusal.test(sentence.text)) return sentence.start;
  }
  return passageEnd;
}

function partOf(reading: Reading, sentence: Sentence, pattern: RegExp, before: number): Words | undefined {
  const match = pattern.exec(sentence.text.slice(0, Math.max(before, 0)));
  if (!match) return undefined;
  return reading.phrase(sentence.start + match.index, sentence.start + match.index + match[0].length);
}

function purposeOf(reading: Reading, sentence: Sentence, index: number, trigger: number): Words | undefined {
  const { purposeBefore, purposeAfter, purposeNext } = reading.language.collect;
  const after = purposeAfter.exec(sentence.text.slice(trigger));
  if (after) return phraseAt(reading, sentence.start + trigger, after[0], after.index);
  const before = purposeBefore.exec(sentence.text.slice(0, trigger + 1));
  if (before?.[1])
    return phraseAt(reading, sentence.start, before[1], before.index + before[0].indexOf(before[1]));
  const next = reading.sentences[index + 1];
  if (next?.passage !== sentence.passage) return undefined;
  const told = purposeNext.exec(next.text);
  return told ? phraseAt(reading, next.start, told[0], told.index) : undefined;
}

function phraseAt(reading: Reading, base: number, words: string, index: number): Words | undefined {
  return reading.phrase(base + index, base + index + words.length);
}
