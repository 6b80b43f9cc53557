import type { Tongue } from '../people/tongue.js';
import { oneLine } from '../people/one-line.js';
import { answerRows, askedRows, chainRows, proofRows, relatedRows, screenRows, textRows } from './rows.js';
import { markedRows } from './marked-rows.js';
import type { ShownEvent } from './shown-event.js';
import { SHOW_WORDS } from './words/index.js';
import { summaryRows } from './summary-rows.js';

/** One line of a sheet: what it is, and what it says. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

export interface SheetSection {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What `show` tells people, before it is laid out. */
export interface Sheet {
  readonly tongue: Tongue;
  readonly title: string;
  readonly sections: readonly SheetSection[];
}

/** Puts into words what is known of an event. Rows that have nothing to say are left out. */
export function sheetOf(shown: ShownEvent, tongue: Tongue): Sheet {
  const words = SHOW_WORDS[tongue];
  const { policy } = shown.text;
  const parts: readonly (readonly [keyof typeof words.sections, readonly Row[]])[] = [
    ['proof', proofRows(shown, words)],
    ['answer', answerRows(shown, words)],
    ['asked', askedRows(shown, words, tongue)],
    ['text', textRows(shown, words)],
    ['screen', screenRows(shown, words)],
    ['chain', chainRows(shown, words)],
    ['related', relatedRows(shown, words)],
    ['summary', policy ? summaryRows(policy, words, tongue) : []],
    ['marked', policy ? markedRows(policy, words) : []],
  ];
  const sections = parts
    .map(([name, rows]) => ({ title: words.sections[name], rows: rows.filter(({ value }) => value !== '') }))
    .filter(({ rows }) => rows.length > 0);
  return { tongue, title: words.title, sections: sections.map(plain) };
}

/** Words of a file may not act on a terminal. */
const plain = ({ title, rows }: SheetSection): SheetSection => ({
  title,
  rows: rows.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value) })),
});
