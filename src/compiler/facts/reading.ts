import { en } from '../languages/en.js';
import type { Language } from '../languages/language.js';
import { zh } from '../languages/zh.js';
import type { Block, PolicyDocument } from '../document.js';
import { Covered } from './covered.js';
import type { Section, Span, Words } from '../../policy/model.js';

/** A run of the folded text: half-open, in offsets of `folded.text`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A block seen in the folded text, with the titles of the sections it stands in, outermost first. */
export interface Passage extends Stretch {
  readonly block: Block;
  /** Where its words begin, after its numbering or bullet. */
  readonly body: number;
  readonly headings: string;
}

export interface Sentence extends Stretch {
  readonly text: string;
  readonly passage: number;
}

/**
 * The document as the fact steps read it: passages and sentences of the folded text, and the way back to the author's words.
 * Everything is found once per document and shared by the steps.
 */
export class Reading {
  readonly document: PolicyDocument;
  readonly language: Language;
  readonly text: string;
  readonly passages: readonly Passage[];
  readonly sentences: readonly Sentence[];
  /** Where the document explains its terms: what stands there is an example or a definition. */
  readonly definitions: Covered;
  readonly #offsets: Uint32Array;

  constructor(document: PolicyDocument) {
    this.document = document;
    this.language = document.language.startsWith('en') ? en : zh;
    this.text = document.folded.text;
    this.#offsets = document.folded.offsets;
    this.passages = this.#readPassages();
    this.sentences = this.passages.flatMap((passage, index) => this.#sentencesOf(passage, index));
    this.definitions = this.#findDefinitions();
  }

  /** The author's words behind a stretch of the folded text, without white space at its ends; undefined where none are left. */
  words(start: number, end: number): Words | undefined {
    if (end <= start) return undefined;
    let from = this.#offsets[start] ?? 0;
    let to = Math.max(this.#offsets[end] ?? this.document.text.length, (this.#offsets[end - 1] ?? 0) + 1);
    while (from < to && isSpace(this.document.text.charCodeAt(from))) from += 1;
    while (to > from && isSpace(this.document.text.charCodeAt(to - 1))) to -= 1;
    if (to <= from) return undefined;
    return { text: this.document.text.slice(from, to), span: { start: from, end: to } };
  }

  /** As `words`, and without the stop that ends it: a statement. */
  statement(start: number, end: number): Words | undefined {
    let to = end;
    while (to > start && /[\s。;:,!?.]/.test(this.text.charAt(to - 1))) to -= 1;
    return this.words(start, to);
  }

  /** As `words`, and without separators, quotes and stops around them. */
  phrase(start: number, end: number): Words | undefined {
    let from = start;
    let to = end;
    while (from < to && LEADING.test(this.text.charAt(from))) from += 1;
    while (to > from && TRAILING.test(this.text.charAt(to - 1))) to -= 1;
    if (from > start && opensQuote(this.text.charAt(from - 1), this.text.slice(from, to))) from -= 1;
    if (closesQuote(this.text.slice(from, to), this.text.charAt(to))) to += 1;
    if (this.text.charAt(to) === '.' && ABBREVIATION.test(this.text.slice(Math.max(from, to - 8), to)))
      to += 1;
    return this.words(from, Math.min(to, end));
  }

  /** The folded stretch behind a span of the author's text. */
  stretch(span: Span): Stretch {
    return { start: this.#foldedAt(span.start), end: this.#foldedAt(span.end) };
  }

  /** Whether a place stands where terms are explained. */
  defines(offset: number): boolean {
    return this.definitions.overlaps({ start: offset, end: offset + 1 });
  }

  /** The passage a folded offset stands in, or the last one before it. */
  passageAt(offset: number): number {
    return lastAtOrBefore(this.passages, offset);
  }

  /** Index of the first sentence that ends after a folded offset. */
  sentenceAt(offset: number): number {
    const index = lastAtOrBefore(this.sentences, offset);
    const sentence = this.sentences[index];
    return sentence !== undefined && sentence.end <= offset ? index + 1 : Math.max(index, 0);
  }

  #foldedAt(offset: number): number {
    let low = 0;
    let high = this.#offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.text.length);
  }

  #readPassages(): Passage[] {
    const titles = headingsBySpan(this.document.sections);
    let next = 0;
    let open: { end: number; title: string }[] = [];
    return this.document.blocks
      .filter((block) => block.kind !== 'contents')
      .map((block) => {
        for (; next < titles.length && (titles[next]?.start ?? 0) <= block.span.start; next += 1) {
          const title = titles[next];
          if (title) open = [...open.filter((one) => one.end > title.start), title];
        }
        open = open.filter((one) => one.end > block.span.start);
        const body = block.number ? this.#foldedAt(block.number.end) : undefined;
        const { start, end } = this.stretch(block.span);
        return { block, start, end, body: body ?? start, headings: open.map((one) => one.title).join('\n') };
      });
  }

  #sentencesOf(passage: Passage, index: number): Sentence[] {
    if (passage.block.kind === 'heading') return [];
    const found: Sentence[] = [];
    const text = this.text.slice(passage.body, passage.end);
    let from = 0;
    for (const stop of text.matchAll(this.language.sentenceEnd)) {
      const to = stop.index + stop[0].length;
      addSentence(found, text, passage.body, from, to, index);
      from = to;
    }
    addSentence(found, text, passage.body, from, text.length, index);
    return found;
  }

  #findDefinitions(): Covered {
    const found = this.language.definitionHeading;
    const stretches = this.passages
      .filter((passage) =>
        passage.headings.split('\n').some((title) => title.length < 40 && found.test(title)),
      )
      .map(({ start, end }) => ({ start, end }));
    for (const match of this.text.matchAll(this.language.definitionMark)) {
      stretches.push({
        start: match.index,
        end: this.passages[this.passageAt(match.index)]?.end ?? match.index,
      });
    }
    return new Covered(stretches);
  }
}

const readings = new WeakMap<PolicyDocument, Reading>();

/** The one reading of a document, made when first asked for. */
export function readingOf(document: PolicyDocument): Reading {
  const known = readings.get(document) ?? new Reading(document);
  readings.set(document, known);
  return known;
}

const LEADING = /[\s,.、:;。·•\-–—=|"'“”‘’]/;
const TRAILING = /[\s,.、:;。!?·•\-–—=|"'“”‘’]/;
/** Ends of companies' names that are written with a full stop. */
const ABBREVIATION = /\b(?:Inc|Ltd|Co|Corp|[BN]\.V|S\.A|L\.L\.C|S\.p\.A)$/;
/** Each opening quotation mark with the one that closes it. */
const QUOTES: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['"', '"'],
];
const LONGEST_SENTENCE = 1200;

/** Whether a mark before words opens a quotation that ends inside them, with more words after it. */
function opensQuote(mark: string, words: string): boolean {
  const close = QUOTES.find(([open]) => open === mark)?.[1];
  return close !== undefined && words.includes(close) && countOf(words, close) > countOf(words, mark) % 2;
}

/** Whether a mark after words closes a quotation that begins inside them. */
function closesQuote(words: string, mark: string): boolean {
  const open = QUOTES.find(([, close]) => close === mark)?.[0];
  if (open === undefined || mark === '') return false;
  return open === mark ? countOf(words, mark) % 2 === 1 : countOf(words, open) > countOf(words, mark);
}

const countOf = (words: string, mark: string): number => words.split(mark).length - 1;

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 160 || code === 0x3000 || (code >= 0x2000 && code <= 0x200b) || code === 0xfeff
  );
}

function addSentence(
  found: Sentence[],
  text: string,
  base: number,
  from: number,
  to: number,
  passage: number,
): void {
  let start = from;
  while (start < to && isSpace(text.charCodeAt(start))) start += 1;
  for (; start < to; start += LONGEST_SENTENCE) {
    const end = Math.min(to, start + LONGEST_SENTENCE);
    found.push({ start: base + start, end: base + end, text: text.slice(start, end), passage });
  }
}

function headingsBySpan(sections: readonly Section[]): { start: number; end: number; title: string }[] {
  return sections.flatMap((section) => [
    { start: section.span.start, end: section.span.end, title: section.title.text.normalize('NFKC') },
    ...headingsBySpan(section.sections),
  ]);
}

function lastAtOrBefore(sorted: readonly Stretch[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
