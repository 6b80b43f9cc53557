import type { Policy, Words } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import { dataRuns } from './data-runs.js';
import { distinct, isPresent } from './distinct.js';
import { readingOf } from './reading.js';
import type { Reading, Sentence, Stretch } from './reading.js';
import { findStatements } from './statements.js';

/**
 * What the text itself calls sensitive of what it handles, item by item, and the sentences about it. What only the law calls
 * sensitive is not said here, and examples in definitions are not what an app handles.
 */
export const findSensitive: FactStep<Policy['sensitive']> = (document) => {
  const reading = readingOf(document);
  const declared = declarations(reading);
  const clauses = declared.map(({ clause }) => reading.statement(clause.start, clause.end)).filter(isPresent);
  const said = findStatements(reading, [reading.language.sensitive.statement]);
  return {
    items: distinct(declared.flatMap(({ list }) => itemsIn(reading, list))),
    statements: distinct([...said, ...outside(clauses, said)]),
  };
};

/** A place that calls data sensitive: the clause, and the data it names. */
interface Declaration {
  readonly clause: Stretch;
  readonly list: Stretch;
}

function declarations(reading: Reading): Declaration[] {
  const { mark, items } = reading.language.sensitive;
  return reading.sentences
    .filter(({ text }) => mark.test(text))
    .flatMap((sentence) => items.flatMap((pattern) => declarationIn(reading, sentence, pattern) ?? []));
}

function declarationIn(reading: Reading, sentence: Sentence, pattern: RegExp): Declaration | undefined {
  const match = pattern.exec(sentence.text);
  if (!match?.[1]) return undefined;
  const from = clauseStart(sentence.text, match.index);
  const to = match.index + match[0].length;
  if (reading.language.sensitive.example.test(sentence.text.slice(Math.max(0, from - LEAD), to)))
    return undefined;
  const start = sentence.start + match.index + match[0].lastIndexOf(match[1]);
  return {
    clause: { start: sentence.start + from, end: sentence.start + to },
    list: reading.language.sensitive.reference.test(match[1].trim())
      ? dataBefore(reading, sentence)
      : { start, end: start + match[1].length },
  };
}

/** The data that the sentence before collects: what `they are sensitive` speaks of. */
function dataBefore(reading: Reading, sentence: Sentence): Stretch {
  const before = reading.sentences[reading.sentenceAt(sentence.start) - 1];
  const run = before?.passage === sentence.passage ? dataRuns(reading, before).pop() : undefined;
  return before && run
    ? { start: before.start + run.start, end: before.start + run.end }
    : { start: sentence.start, end: sentence.start };
}

/** How many characters before a clause may say that it is an example. */
const LEAD = 14;

/** Where the clause that holds a place begins: after the last comma before it. */
function clauseStart(text: string, place: number): number {
  return Math.max(text.lastIndexOf(',', place - 1), text.lastIndexOf(':', place - 1)) + 1;
}

/** The clauses that stand in none of the statements. */
function outside(clauses: readonly Words[], statements: readonly Words[]): Words[] {
  return clauses.filter(
    ({ span }) => !statements.some((one) => one.span.start <= span.start && span.end <= one.span.end),
  );
}

const LONGEST_ITEM = 40;

function itemsIn(reading: Reading, stretch: Stretch): Words[] {
  const { itemBreak, notItem } = reading.language.sensitive;
  const text = reading.text.slice(stretch.start, stretch.end);
  const cuts = [
    0,
    ...[...text.matchAll(itemBreak)].flatMap((match) => [match.index, match.index + match[0].length]),
    text.length,
  ];
  const items: Words[] = [];
  for (let index = 0; index < cuts.length; index += 2) {
    const start = cuts[index] ?? 0;
    const piece = text.slice(start, cuts[index + 1]);
    const words =
      piece.length <= LONGEST_ITEM && !notItem.test(piece)
        ? itemOf(reading, stretch.start + start, piece)
        : undefined;
    if (words) items.push(words);
  }
  return items;
}

function itemOf(reading: Reading, start: number, piece: string): Words | undefined {
  const { trim, tail: end } = reading.language.sensitive;
  const lead = trim.exec(piece)?.[0].length ?? 0;
  const tail = end.exec(piece);
  return reading.phrase(start + lead, start + (tail ? tail.index : piece.length));
}
