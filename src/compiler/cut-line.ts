import type { Span } from '../policy/model.js';
import { findBreaks } from './line-breaks.js';
import { findMarkers, markersWithin, outerChains, type Chain } from './chains.js';
import type { Marker, NumberStyle } from './numbering.js';
import type { Paragraph } from './paragraphs.js';
import type { Piece } from './pieces.js';
import { softTitleEnd, titleEnd } from './title-end.js';
import { titleLook } from './titles.js';

/** A line longer than this is cut where its numbers rise; shorter ones are paragraphs with a list in them. */
export const LONG_LINE = 1500;
const STRONG: ReadonlySet<NumberStyle> = new Set(['chapter', 'article', 'ideograph', 'roman-upper']);
const DEEPEST = 5;
/** Letters looked at to see where a title ends. */
const TITLE_VIEW = 120;

interface Element {
  readonly marker: Marker;
  readonly stop: number;
  readonly inside: readonly Marker[];
  readonly title: number | undefined;
}

/** Cuts one long line into headings, items and paragraphs. */
export class LineCutter {
  readonly #text: string;
  readonly #language: string;
  readonly #paragraph: Paragraph;
  readonly #pieces: Piece[] = [];
  /** Titles that a table of contents promised, by their number. */
  readonly #promised = new Map<number, string>();

  constructor(text: string, paragraph: Paragraph, language: string) {
    this.#text = text;
    this.#paragraph = paragraph;
    this.#language = language;
  }

  cut(): readonly Piece[] {
    const { span } = this.#paragraph;
    const breaks = findBreaks(this.#text, span);
    this.#part({ start: span.start, end: breaks[0]?.start ?? span.end });
    breaks.forEach(({ start, title, marker }, index) => {
      this.#push({ start, end: title }, { ...(marker && { marker }), cut: { titleEnd: title } });
      this.#part({ start: title, end: breaks[index + 1]?.start ?? span.end });
    });
    return this.#pieces;
  }

  #part(span: Span): void {
    this.#level(span, findMarkers(this.#text, span), true, 0);
  }

  #level(span: Span, markers: readonly Marker[], underHeading: boolean, depth: number): void {
    const chains = depth < DEEPEST ? outerChains(markers) : [];
    const starts = chains.flatMap((chain) => chain.markers.map((marker) => marker.span.start));
    this.#add({ start: span.start, end: starts[0] ?? span.end });
    chains.forEach((chain, index) => {
      const end = chains[index + 1]?.markers[0]?.span.start ?? span.end;
      const next = chains[index + 1];
      if (next && this.#isContents(chain, next)) this.#contents(chain, next, end);
      else this.#chain(chain, end, markers, underHeading, depth);
    });
  }

  /** Short titles one after the other, before the same numbers come with text. */
  #isContents(chain: Chain, next: Chain): boolean {
    if (!STRONG.has(chain.style) || next.markers.length < chain.markers.length * 0.7) return false;
    const titles = chain.markers
      .slice(0, -1)
      .map((marker, index) => this.#between(marker, chain.markers[index + 1]));
    return titles.length > 1 && titles.every((words) => titleLook(words, this.#language) === 'title');
  }

  #between(marker: Marker, next: Marker | undefined): string {
    return this.#text.slice(marker.body, next?.span.start ?? marker.body + 60);
  }

  /** The last title runs on into text: it ends where the text's own heading of that number says something else. */
  #contents(chain: Chain, body: Chain, end: number): void {
    chain.markers.forEach((marker, index) => {
      const next = chain.markers[index + 1];
      const words = this.#between(marker, next);
      const twin = body.markers.find(({ ordinal }) => ordinal === marker.ordinal);
      const length = next ? words.length : this.#lastLength(words, end - marker.body, twin);
      if (length > 0) this.#promised.set(marker.ordinal, words.slice(0, length).trim());
      const stop = marker.body + length;
      this.#push({ start: marker.span.start, end: next?.span.start ?? stop }, { marker, contents: true });
      if (!next) this.#add({ start: stop, end });
    });
  }

  /** All that stands before the text's own headings where it is a title; else as far as its twin says the same. */
  #lastLength(words: string, bound: number, twin: Marker | undefined): number {
    const rest = words.slice(0, bound).trim();
    if (bound <= words.length && titleLook(rest, this.#language) === 'title') return bound;
    return sharedLength(words, twin ? this.#between(twin, undefined) : '');
  }

  #chain(chain: Chain, end: number, markers: readonly Marker[], underHeading: boolean, depth: number): void {
    const elements = this.#elements(chain, end, markers);
    const titled = elements.filter(({ title }) => title !== undefined).length;
    const strong = STRONG.has(chain.style);
    const headings = underHeading && (strong ? titled > 0 : titled >= 2 && titled >= elements.length * 0.6);
    elements.forEach(({ marker, stop, inside, title }, index) => {
      const isLast = index === elements.length - 1;
      if (headings && title !== undefined) {
        this.#push({ start: marker.span.start, end: title }, { marker, cut: { titleEnd: title } });
        this.#level({ start: title, end: stop }, inside, true, depth + 1);
      } else this.#item(marker, isLast ? this.#lastItemEnd(chain, marker, stop) : stop, stop, inside, depth);
    });
  }

  /** The lines of a chain, each with the end of its title; where most have one, the others are looked at again. */
  #elements(chain: Chain, end: number, markers: readonly Marker[]): Element[] {
    const elements = chain.markers.map((marker, index) => {
      const stop = chain.markers[index + 1]?.span.start ?? end;
      const inside = markersWithin(markers, marker.body, stop);
      return { marker, stop, inside, title: this.#title(chain, marker, stop, inside) };
    });
    const titled = elements.filter(({ title }) => title !== undefined).length;
    if (titled * 2 < elements.length) return elements;
    return elements.map((element) => ({ ...element, title: element.title ?? this.#softTitle(element) }));
  }

  #softTitle({ marker, stop }: Element): number | undefined {
    const length = softTitleEnd(
      this.#text.slice(marker.body, Math.min(stop, marker.body + TITLE_VIEW)),
      this.#language,
    );
    return length === undefined ? undefined : marker.body + length;
  }

  #title(chain: Chain, marker: Marker, stop: number, inside: readonly Marker[]): number | undefined {
    const first = outerChains(inside)[0]?.markers[0]?.span.start;
    const words = this.#text.slice(marker.body, Math.min(stop, marker.body + TITLE_VIEW));
    const promised = STRONG.has(chain.style) ? this.#promised.get(marker.ordinal) : undefined;
    const bound = first === undefined ? undefined : first - marker.body;
    const length = titleEnd(words, bound, promised, this.#language);
    return length === undefined ? undefined : marker.body + length;
  }

  /**
   * Where its siblings are one sentence each, the last item ends with its first sentence; a sentence that leads into the
   * next list is no part of it either.
   */
  #lastItemEnd(chain: Chain, marker: Marker, stop: number): number {
    const others = chain.markers
      .slice(0, -1)
      .map((one, index) => this.#between(one, chain.markers[index + 1]).trim());
    const single = others.filter((words) => !/。./s.test(words)).length;
    const words = this.#text.slice(marker.body, stop);
    const isList =
      others.length > 1 ? single >= others.length * 0.7 : /[；;]$/.test(others[0] ?? '') && single === 1;
    const first = words.search(/。(?=\s*\S)/);
    const last = /[：:]\s*$/.test(words) ? words.lastIndexOf('。') : -1;
    const sentence = isList ? first : last;
    return sentence < 0 ? stop : marker.body + sentence + 1;
  }

  /** An item and what is numbered inside it; then what follows the whole list. */
  #item(marker: Marker, end: number, stop: number, inside: readonly Marker[], depth: number): void {
    const within = markersWithin(inside, marker.body, end);
    const chains = depth < DEEPEST ? outerChains(within) : [];
    const first = chains[0]?.markers[0]?.span.start ?? end;
    this.#push({ start: marker.span.start, end: first }, { marker });
    if (first < end) this.#level({ start: first, end }, within, false, depth + 1);
    if (end < stop)
      this.#level({ start: end, end: stop }, markersWithin(inside, end, stop), false, depth + 1);
  }

  #add(span: Span): void {
    this.#push(span, {});
  }

  #push({ start, end }: Span, rest: Pick<Piece, 'marker' | 'cut' | 'contents'>): void {
    const raw = this.#text.slice(start, end);
    if (!raw.trim()) return;
    const from = start + raw.length - raw.trimStart().length;
    const span = { start: from, end: from + raw.trim().length };
    const words = this.#text.slice(Math.min(rest.marker?.body ?? from, span.end), span.end);
    this.#pieces.push({ span, words, paragraph: this.#paragraph, ...rest });
  }
}

/** How far two texts say the same, from two letters on; to the first white space where they do not. */
function sharedLength(words: string, other: string): number {
  let length = 0;
  while (length < words.length && words.charAt(length) === other.charAt(length)) length += 1;
  if (length >= 2) return length;
  return Math.max(0, words.trimStart().search(/\s/));
}
