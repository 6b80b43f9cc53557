import type { DataUse } from '../../policy/model.js';
import { Covered } from './covered.js';
import { countedTablesOf } from './counted-rows.js';
import { dataEndAt, dataRuns } from './data-runs.js';
import { dataUseOf, functionOf, purposeOf } from './data-use-parts.js';
import { entriesOf } from './entries.js';
import { entryPermissions } from './permission-entries.js';
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
  const uses = reading.sentences.flatMap((sentence, index) => {
    const inside = elsewhere.overlaps(sentence);
    const row = reading.passages[sentence.passage]?.block.kind === 'row';
    if (inside || row || reading.defines(sentence.start)) return [];
    if (reading.language.collect.never.test(sentence.text)) return [];
    const found = announced(reading, sentence, index) ?? usesIn(reading, sentence, index);
    return found.map((use) => ({ use, passage: sentence.passage }));
  });
  return withSharedRefusals(reading, uses);
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

function usesIn(reading: Reading, sentence: Sentence, index: number): DataUse[] {
  return dataRuns(reading, sentence).map((run) => dataUseOf(reading, sentence, index, run));
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
    const label = labelLength(reading, one.text);
    const end = dataEndAt(reading, one, label);
    const data = end === undefined ? undefined : reading.phrase(one.start + label, one.start + end);
    if (!data && label > 0) continue;
    if (!data || end === undefined) break;
    uses.push(dataUseOf(reading, one, next, { data, trigger: 0, start: label, end }));
  }
  const [first, ...rest] = uses;
  if (!first) return undefined;
  const action = functionOf(reading, sentence, match.index);
  const purpose =
    purposeOf(reading, sentence, index, { trigger: match.index, start: match.index }) ?? first.purpose;
  return [present<DataUse>({ ...first, function: first.function ?? action, purpose }), ...rest];
}

/** How long a label, and words that only say when the data arise, are at an entry's start. */
function labelLength(reading: Reading, text: string): number {
  const { listLabel, dataLead } = reading.language.collect;
  const label = listLabel.exec(text)?.[0].length ?? 0;
  return label + (dataLead.exec(text.slice(label))?.[0].length ?? 0);
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

/**
 * A refusal that speaks of “the above information” is told once for all that its paragraph collects before it, back to the
 * last use that has a refusal or to where another function begins.
 */
function withSharedRefusals(
  reading: Reading,
  found: readonly { readonly use: DataUse; readonly passage: number }[],
): DataUse[] {
  const uses: DataUse[] = [];
  let later: DataUse | undefined;
  let passage = -1;
  for (const one of [...found].reverse()) {
    const { refusal } = (one.passage === passage ? later : undefined) ?? {};
    const shared = refusal && later && !one.use.refusal && coversBefore(reading, one.use, later);
    later = shared ? { ...one.use, refusal } : one.use;
    passage = one.passage;
    uses.push(later);
  }
  return uses.reverse();
}

function coversBefore(reading: Reading, use: DataUse, later: DataUse): boolean {
  if (!later.refusal || !reading.language.collect.refusalForAll.test(later.refusal.text.normalize('NFKC')))
    return false;
  return later.function === undefined || later.function.span.start < use.data.span.start;
}
