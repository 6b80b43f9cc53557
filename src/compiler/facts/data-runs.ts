import type { Words } from '../../policy/model.js';
import type { Reading, Sentence } from './reading.js';

/** One run of data in a sentence: its words, and where in the sentence the words that collect it begin and where it ends. */
export interface DataRun {
  readonly data: Words;
  readonly trigger: number;
  readonly start: number;
  readonly end: number;
}

/** How many runs one sentence may hold for one way of saying it. */
const MOST_RUNS = 6;

/** The runs of data that a sentence collects, in reading order, none inside another. */
export function dataRuns(reading: Reading, sentence: Sentence): DataRun[] {
  const runs: DataRun[] = [];
  const { triggers, given } = reading.language.collect;
  const [above = '', title = ''] = [
    '',
    ...(reading.passages[sentence.passage]?.headings ?? '').split('\n'),
  ].slice(-2);
  const isGiven = given.heading.test(title) || (given.category.test(title) && given.heading.test(above));
  for (const trigger of isGiven ? [...triggers, ...given.fragments] : triggers)
    runs.push(...runsOf(reading, sentence, trigger));
  runs.sort((left, right) => left.start - right.start || right.end - left.end);
  return runs.filter((run, index) => run.start >= Math.max(0, ...runs.slice(0, index).map((one) => one.end)));
}

function runsOf(reading: Reading, sentence: Sentence, trigger: RegExp): DataRun[] {
  const { not, dataLead } = reading.language.collect;
  const runs: DataRun[] = [];
  let from = 0;
  for (let turn = 0; turn < MOST_RUNS; turn += 1) {
    const text = sentence.text.slice(from);
    const match = trigger.exec(text);
    const list = match?.[1];
    if (!match || list === undefined) break;
    const at = match.index + match[0].length - list.length;
    const lead = dataLead.exec(list)?.[0].length ?? 0;
    const start = from + at + lead;
    const end = not.test(text.slice(0, at))
      ? undefined
      : dataEndAt(reading, sentence, start, from + at + list.length);
    const data = end === undefined ? undefined : reading.phrase(sentence.start + start, sentence.start + end);
    if (data && end !== undefined) runs.push({ data, trigger: from + match.index, start, end });
    from = end ?? from + at;
  }
  return runs;
}

const SHORTEST = 2;
const LONGEST = 400;

/** Where the list of data that begins at a place of the sentence ends, before a limit; undefined where no data stand there. */
export function dataEndAt(
  reading: Reading,
  sentence: Sentence,
  start: number,
  limit = sentence.text.length,
): number | undefined {
  const { dataEnd, noun, notData } = reading.language.collect;
  const text = sentence.text.slice(start, limit);
  const list = text.slice(0, cut(text, dataEnd));
  const bare = list.trim().replace(/[,.。;:]+$/, '');
  if (bare.length < SHORTEST || list.length > LONGEST || !noun.test(bare) || notData.test(bare))
    return undefined;
  return start + list.length;
}

function cut(text: string, end: RegExp): number {
  const found = text.search(end);
  return found > 0 ? found : text.length;
}
