import type { Policy, Span, Words } from '../../../policy/model.js';
import type { Tongue } from '../../people/tongue.js';
import { whereIs } from '../../people/where.js';
import type { Cell, Entry, Field, Group, Part, Piece } from './summary.js';
import type { PartName, SummaryWords } from './words.js';

/** Turns facts of one policy into what people are told, with the place of each. */
export class Teller {
  readonly policy: Policy;
  readonly words: SummaryWords;

  readonly #tongue: Tongue;

  constructor(policy: Policy, words: SummaryWords, tongue: Tongue) {
    this.#tongue = tongue;
    this.policy = policy;
    this.words = words;
  }

  piece(words: string, span: Span): Piece {
    return { words, where: whereIs(this.policy, span, this.#tongue) };
  }

  /** Words of the policy; none: not stated. */
  cell(...words: readonly (Words | undefined)[]): Cell {
    return words.flatMap((one) => (one ? [this.piece(one.text, one.span)] : []));
  }

  /** A field that is told where it is stated, and not missed where it is not. */
  extra(label: string, ...words: readonly (Words | undefined)[]): Field[] {
    const cell = this.cell(...words);
    return cell.length === 0 ? [] : [{ label, cell, extra: true }];
  }

  /** Statements of the policy, one an entry. */
  statements(words: readonly Words[]): Entry[] {
    return words.map((one) => ({ head: this.cell(one), fields: [] }));
  }

  part(
    name: PartName,
    entries: readonly Entry[],
    more: Partial<Pick<Part, 'heads' | 'lead' | 'groups'>> = {},
  ): Part {
    return {
      title: this.words.parts[name],
      lead: [],
      groups: entries.length === 0 ? [] : [{ entries }],
      ...more,
    };
  }

  /** Entries by a title of their own, in the order they first come. */
  grouped<Item>(
    items: readonly Item[],
    titleOf: (item: Item) => Piece,
    entryOf: (item: Item) => Entry,
  ): Group[] {
    const groups = new Map<string, { title: Piece; entries: Entry[] }>();
    for (const item of items) {
      const title = titleOf(item);
      const key = `${title.where?.shown ?? ''} ${title.words}`;
      const group = groups.get(key) ?? { title, entries: [] };
      group.entries.push(entryOf(item));
      groups.set(key, group);
    }
    return [...groups.values()];
  }
}

/** Words of ours, which stand nowhere. */
export const ours = (words: string): Cell => [{ words }];
