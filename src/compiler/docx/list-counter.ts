import { formatNumber } from './number-formats.js';
import type { List, ListLevel, Numbering } from './numbering.js';

/** What a list puts before the words of a paragraph. */
export interface ListMark {
  /** From 0. */
  readonly level: number;
  /** The number as shown; empty for a bullet or a hidden number. */
  readonly number: string;
  readonly gap: boolean;
}

const OUTERMOST_TO_DEEPEST = 9;

/** Counts the paragraphs of lists in reading order, as Word does. */
export class ListCounter {
  readonly #numbering: Numbering;
  readonly #values = new Map<string, (number | undefined)[]>();
  /** Levels that a list with a start of its own has begun. */
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /** The level on which paragraphs of a style stand; undefined where the list names none for it. */
  levelOfStyle(id: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    return [...(this.#numbering.list(id)?.levels ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  /** Counts one more paragraph; undefined where there is no such list or level. */
  next(id: string, level: number): ListMark | undefined {
    const list = this.#numbering.list(id);
    const shape = list?.levels.get(level);
    if (!list || !shape) return undefined;
    const values = this.#values.get(list.counters) ?? [];
    this.#values.set(list.counters, values);
    this.#count(list, level, values);
    const number = shape.bullet || shape.hidden ? '' : textOf(list, shape, values);
    return { level, number, gap: shape.gap };
  }

  #count(list: List, level: number, values: (number | undefined)[]): void {
    const key = `${list.id} ${level}`;
    const begins = list.starts.has(level) && !this.#begun.has(key);
    this.#begun.add(key);
    const before = begins ? undefined : values[level];
    values[level] = before === undefined ? startOf(list, level) : before + 1;
    for (let inner = level + 1; inner < OUTERMOST_TO_DEEPEST; inner += 1) {
      const restart = list.levels.get(inner)?.restart ?? inner;
      if (level < restart) values[inner] = undefined;
    }
  }
}

const startOf = (list: List, level: number): number =>
  list.starts.get(level) ?? list.levels.get(level)?.start ?? 1;

function textOf(list: List, shape: ListLevel, values: readonly (number | undefined)[]): string {
  return shape.text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const other = list.levels.get(level);
    if (!other || other.bullet) return '';
    const value = values[level] ?? startOf(list, level);
    const format = shape.legal && other.format !== 'none' ? 'decimal' : other.format;
    return formatNumber(value, format, other.pattern);
  });
}
