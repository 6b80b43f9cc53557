import type { Policy, Span } from '../../src/policy/model.js';
import type { Block } from './lay-out-policy.js';

/** How the compiler keeps a table row's cells apart in a policy's text. */
const BORDER = /\t/g;

/** The longest words that still head a column. */
const LONGEST_HEAD = 48;

/** What the tables of a policy look like: which rows head one, and what the cells of the rows below are. */
export interface Tables {
  readonly heads: ReadonlySet<string>;
  /** The words of the heading row, by the id of a row below it. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** The cells of a table row, or one span where the text is no row. */
export function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const border of text.slice(start, end).matchAll(BORDER)) {
    cells.push({ start: from, end: start + border.index });
    from = start + border.index + border[0].length;
  }
  return [...cells, { start: from, end }];
}

/** Rows that follow each other are a table. Its first row is its head where its words are short and rows with as many cells follow. */
export function findTables(policy: Policy, blocks: readonly Block[]): Tables {
  const heads = new Set<string>();
  const labels = new Map<string, readonly string[]>();
  let head: { readonly id: string; readonly words: readonly string[] } | undefined;
  for (const block of blocks) {
    const words = cellsOf(policy.text, block.span).map(({ start, end }) =>
      policy.text.slice(start, end).trim(),
    );
    if (words.length < 2) head = undefined;
    else if (!head) head = { id: block.id, words };
    else if (words.length === head.words.length && head.words.every((one) => one.length <= LONGEST_HEAD)) {
      heads.add(head.id);
      labels.set(block.id, head.words);
    }
  }
  return { heads, labels };
}
