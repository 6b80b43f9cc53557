import { childOf, childrenOf, isOn, valueOf, wholeNumber } from './elements.js';
import type { StyleSheet } from './styles.js';
import type { XmlElement } from './xml.js';

/** How one level of a list writes its numbers. */
export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** The example of a custom format. */
  readonly pattern?: string;
  /** The words around the numbers, with `%1` … `%9` for those of the levels. */
  readonly text: string;
  /** What stands between the number and the words: a gap, unless `nothing`. */
  readonly gap: boolean;
  /** Numbers of outer levels are written in digits. */
  readonly legal: boolean;
  readonly bullet: boolean;
  readonly hidden: boolean;
  /** Begins anew after a line of this level or an outer one, counted from 1; 0 never. */
  readonly restart?: number;
  /** The style whose paragraphs stand on this level. */
  readonly style?: string;
}

/** A list of a document; lists with one `counters` key go on from each other. */
export interface List {
  readonly id: string;
  readonly counters: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Numbers that this list begins its levels with, whatever stands before. */
  readonly starts: ReadonlyMap<number, number>;
}

function levelOf(element: XmlElement): ListLevel {
  const format = childOf(element, 'w:numFmt');
  const told = format?.attributes['w:val'] ?? 'decimal';
  const pattern = format?.attributes['w:format'];
  const restart = wholeNumber(valueOf(element, 'w:lvlRestart'));
  const style = valueOf(element, 'w:pStyle');
  return {
    start: wholeNumber(valueOf(element, 'w:start')) ?? 0,
    format: told,
    ...(pattern !== undefined && { pattern }),
    text: valueOf(element, 'w:lvlText') ?? '',
    gap: valueOf(element, 'w:suff') !== 'nothing',
    legal: isOn(childOf(element, 'w:isLgl')),
    bullet: told === 'bullet' || childOf(element, 'w:lvlPicBulletId') !== undefined,
    hidden: isOn(childOf(childOf(element, 'w:rPr'), 'w:vanish')),
    ...(restart !== undefined && { restart }),
    ...(style !== undefined && { style }),
  };
}

const levelsOf = (element: XmlElement | undefined): [number, ListLevel][] =>
  childrenOf(element, 'w:lvl').map((level) => [wholeNumber(level.attributes['w:ilvl']) ?? 0, levelOf(level)]);

/** The lists that `numbering.xml` describes (ECMA-376 17.9). */
export class Numbering {
  readonly #abstracts = new Map<string, XmlElement>();
  readonly #lists = new Map<string, XmlElement>();
  readonly #known = new Map<string, List | undefined>();
  readonly #styles: StyleSheet;

  constructor(numbering: XmlElement | undefined, styles: StyleSheet) {
    this.#styles = styles;
    for (const element of childrenOf(numbering, 'w:abstractNum'))
      this.#abstracts.set(element.attributes['w:abstractNumId'] ?? '', element);
    for (const element of childrenOf(numbering, 'w:num'))
      this.#lists.set(element.attributes['w:numId'] ?? '', element);
  }

  /** The list of that id; undefined for `0`, which says no list, and for an unknown one. */
  list(id: string): List | undefined {
    if (!this.#known.has(id)) this.#known.set(id, this.#read(id));
    return this.#known.get(id);
  }

  #read(id: string): List | undefined {
    const element = this.#lists.get(id);
    if (!element) return undefined;
    const own = valueOf(element, 'w:abstractNumId') ?? '';
    const counters = this.#described(own);
    const levels = new Map(levelsOf(this.#abstracts.get(counters)));
    const starts = new Map<number, number>();
    for (const change of childrenOf(element, 'w:lvlOverride')) {
      const level = wholeNumber(change.attributes['w:ilvl']) ?? 0;
      const start = wholeNumber(valueOf(change, 'w:startOverride'));
      if (start !== undefined) starts.set(level, start);
      const changed = childOf(change, 'w:lvl');
      if (changed) levels.set(level, levelOf(changed));
    }
    return { id, counters, levels, starts };
  }

  /** A description may only name a numbering style; that style's list describes it. */
  #described(abstract: string): string {
    const link = valueOf(this.#abstracts.get(abstract), 'w:numStyleLink');
    const list = this.#styles.listOf(link);
    return valueOf(list === undefined ? undefined : this.#lists.get(list), 'w:abstractNumId') ?? abstract;
  }
}
