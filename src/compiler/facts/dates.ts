import type { DateWords, Policy } from '../../policy/model.js';
import type { FactStep } from '../document.js';
import type { Language } from '../languages/language.js';
import { once } from './once.js';
import { readingOf } from './reading.js';
import type { Reading } from './reading.js';

type DateKind = 'published' | 'updated' | 'effective';
const KINDS: readonly DateKind[] = ['published', 'updated', 'effective'];
/** A policy's own dates stand at its head or its foot. */
const HEAD = 4000;
const FOOT = 2500;

/** The dates the policy states of itself: labelled ones only, the first of each kind. */
export const findDates: FactStep<Policy['dates']> = once((document) => {
  const reading = readingOf(document);
  const found: Partial<Record<DateKind, DateWords>> = {};
  for (const kind of KINDS) {
    const words = dateOf(reading, kind);
    if (words) found[kind] = words;
  }
  return found;
});

function dateOf(reading: Reading, kind: DateKind): DateWords | undefined {
  for (const [from, to] of edges(reading.text.length)) {
    const words = labelled(reading, kind, from, to) ?? announced(reading, kind, from, to);
    if (words) return words;
  }
  return undefined;
}

function edges(length: number): [number, number][] {
  return length <= HEAD + FOOT
    ? [[0, length]]
    : [
        [0, HEAD],
        [length - FOOT, length],
      ];
}

function labelled(reading: Reading, kind: DateKind, from: number, to: number): DateWords | undefined {
  const { before, date } = reading.language.dates;
  const pattern = new RegExp(`(?:${before[kind]})(${date})`, 'gi');
  for (const match of reading.text.slice(from, to).matchAll(pattern)) {
    const end = from + match.index + match[0].length;
    const words = read(reading, end - (match[1]?.length ?? 0), end);
    if (words) return words;
  }
  return undefined;
}

function announced(reading: Reading, kind: DateKind, from: number, to: number): DateWords | undefined {
  const { after, date, self } = reading.language.dates;
  const pattern = new RegExp(`(${date})(?:${after[kind]})`, 'i');
  const last = reading.sentenceAt(to);
  for (let index = reading.sentenceAt(from); index <= last; index += 1) {
    const sentence = reading.sentences[index];
    const match = sentence && self.test(sentence.text) ? pattern.exec(sentence.text) : null;
    const start = (sentence?.start ?? 0) + (match?.index ?? 0);
    const words = match && read(reading, start, start + (match[1]?.length ?? 0));
    if (words) return words;
  }
  return undefined;
}

function read(reading: Reading, start: number, end: number): DateWords | undefined {
  const iso = isoDate(reading.text.slice(start, end), reading.language);
  const words = reading.words(start, end);
  return iso && words ? { ...words, iso } : undefined;
}

const DIGITS = '零一二三四五六七八九';

/** `YYYY-MM-DD` for a date as written, or undefined where it is none or could be read two ways. */
export function isoDate(written: string, language: Language): string | undefined {
  const named = namedMonth(written, language);
  if (named) return valid(named[0], named[1], named[2]);
  const numbers =
    (/[一二三四五六七八九]/.test(written) ? chineseNumbers(written) : written.match(/\d+/g)?.map(Number)) ??
    [];
  const [first = 0, second = 0, third = 0] = numbers;
  if (first > 31) return valid(first, second, third);
  if (first > 12) return valid(third, second, first);
  return second > 12 ? valid(third, first, second) : undefined;
}

function namedMonth(written: string, language: Language): [number, number, number] | undefined {
  const lower = written.toLowerCase();
  const month = language.dates.months.findIndex((name) => lower.includes(name)) + 1;
  const [first = 0, second = 0] = written.match(/\d+/g)?.map(Number) ?? [];
  if (month === 0) return undefined;
  return first > 31 ? [first, month, second] : [second, month, first];
}

function chineseNumbers(written: string): number[] {
  const [year = '', month = '', day = ''] = written.replace(/[〇○Oo0]/g, '零').split(/[年月日]/);
  const digits = Number([...year].map((digit) => DIGITS.indexOf(digit)).join(''));
  return [digits, chineseNumber(month), chineseNumber(day)];
}

/** Reads 一 to 九十九. */
export function chineseNumber(written: string): number {
  const [tens = '', ones] = written.includes('十') ? written.split('十') : ['零', written];
  return (tens === '' ? 1 : Math.max(DIGITS.indexOf(tens), 0)) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function valid(year: number, month: number, day: number): string | undefined {
  const long = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (year < 1990 || year > 2200 || month < 1 || month > 12 || day < 1 || day > (long[month - 1] ?? 0))
    return undefined;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
