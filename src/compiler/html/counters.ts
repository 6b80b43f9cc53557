import { counterText } from './list-number.js';

interface Counter {
  readonly level: number;
  value: number;
}

const PAIR = /(-?[a-z_][\w-]*)(?:\s+([+-]?\d{1,9}))?/gi;
const PART = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|counters?\(([^()]*)\)|([a-z-]+(?:\([^()]*\))?)/gi;
const ESCAPE = /\\(?:([0-9a-f]{1,6})\s?|(.))/gis;

const unescaped = (words: string): string =>
  words.replace(ESCAPE, (_, code: string | undefined, character: string | undefined) => {
    const point = code ? parseInt(code, 16) : 0;
    return code
      ? point > 0 && point <= 0x10ffff
        ? String.fromCodePoint(point)
        : '\ufffd'
      : (character ?? '');
  });

const pairs = (value: string, standard: number): [name: string, number: number][] =>
  /^none$/i.test(value.trim())
    ? []
    : [...value.slice(0, 400).matchAll(PAIR)].map(([, name = '', number]) => [
        name,
        number === undefined ? standard : Number(number),
      ]);

type Get = (property: string) => string | undefined;

/** The counters of a page's style sheets; `level` is how deep an element stands. */
export class Counters {
  readonly #counters = new Map<string, Counter[]>();

  /** Takes what an element resets, sets and counts. */
  take(get: Get, level: number): void {
    for (const [name, value] of pairs(get('counter-reset') ?? 'none', 0)) this.#reset(name, value, level);
    for (const [name, step] of pairs(get('counter-increment') ?? 'none', 1))
      this.#innermost(name, level).value += step;
    for (const [name, value] of pairs(get('counter-set') ?? 'none', 0))
      this.#innermost(name, level).value = value;
  }

  /** Counters that were begun deeper than `level` end with their parent. */
  leave(level: number): void {
    for (const known of this.#counters.values())
      while ((known[known.length - 1]?.level ?? -1) > level) known.pop();
  }

  /** The words of a `content`; the number of the list item is a counter too. Undefined where it holds none. */
  content(value: string | undefined, item: number | undefined): string | undefined {
    if (value === undefined || value.length > 1000) return undefined;
    let words = '';
    for (const [, double, single, counter, other] of value.matchAll(PART)) {
      if (double !== undefined || single !== undefined) words += unescaped(double ?? single ?? '');
      else if (counter !== undefined) words += this.#count(counter, item);
      else if (other !== undefined && /^(?:attr|none|normal|url)\b/i.test(other)) return undefined;
    }
    return /[\p{L}\p{N}]/u.test(words) ? words : undefined;
  }

  #count(call: string, item: number | undefined): string {
    const [name = '', ...more] = call.split(',').map((part) => part.trim());
    const joint = more.find((part) => /^["']/.test(part));
    const style = more.find((part) => !/^["']/.test(part)) ?? 'decimal';
    if (name === 'list-item') return counterText(item ?? 0, style);
    const values = this.#counters.get(name)?.map((counter) => counter.value) ?? [0];
    const shown = joint === undefined ? values.slice(-1) : values;
    return shown
      .map((value) => counterText(value, style))
      .join(joint === undefined ? '' : unescaped(joint.slice(1, -1)));
  }

  #reset(name: string, value: number, level: number): void {
    const known = this.#counters.get(name) ?? [];
    const last = known[known.length - 1];
    if (last?.level === level) last.value = value;
    else if (known.length < 100) known.push({ level, value });
    this.#counters.set(name, known);
  }

  #innermost(name: string, level: number): Counter {
    const known = this.#counters.get(name) ?? [];
    if (known.length === 0) known.push({ level, value: 0 });
    this.#counters.set(name, known);
    return known[known.length - 1] as Counter;
  }
}
