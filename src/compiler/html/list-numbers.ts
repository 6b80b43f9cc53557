import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { attribute, firstWords, isElement } from './elements.js';
import { counterText, listMarker } from './list-number.js';

interface List {
  next: number;
  readonly step: number;
  readonly ordered: boolean;
}

const whole = (value: string | undefined): number | undefined =>
  value !== undefined && /^\s*[+-]?\d{1,9}\s*$/.test(value) ? Number(value) : undefined;

/** Counts the items of lists as a browser does: `start`, `reversed`, and an item's own `value`. */
export class ListNumbers {
  readonly #lists: List[] = [];
  /** The number of the item that was counted last. */
  current = 0;

  get depth(): number {
    return this.#lists.length;
  }

  begin(list: Tree.Element): void {
    const ordered = list.tagName === 'ol';
    const reversed = ordered && attribute(list, 'reversed') !== undefined;
    const items = reversed
      ? list.childNodes.filter((node) => isElement(node) && node.tagName === 'li').length
      : 1;
    const next = (ordered ? whole(attribute(list, 'start')) : undefined) ?? items;
    this.#lists.push({ next, step: reversed ? -1 : 1, ordered });
  }

  end(): void {
    this.#lists.pop();
  }

  count(item: Tree.Element): void {
    const list = this.#lists[this.#lists.length - 1];
    this.current = whole(attribute(item, 'value')) ?? list?.next ?? 1;
    if (list) list.next = this.current + list.step;
  }

  /** What is shown before the item counted last; empty for bullets, and where the author wrote the same number himself. */
  marker(item: Tree.Element, style: string): string {
    const marker = listMarker(this.current, style);
    if (!marker || /^["']/.test(style.trim())) return marker;
    const words = firstWords(item, 12);
    const number = counterText(this.current, style);
    const isSaid = words.startsWith(number) && /^[.、．)）:：]/.test(words.slice(number.length));
    return isSaid ? '' : marker;
  }
}
