import type { Policy, Section } from '../../src/policy/model.js';
import { flattenSections, layOutPolicy } from './lay-out-policy.js';
import type { Block, Part } from './lay-out-policy.js';
import { findWords } from './find-words.js';
import type { Hit } from './segment-text.js';
import { findTables } from './find-tables.js';
import type { Tables } from './find-tables.js';

/** A policy laid out for reading; worked out once per policy. */
export interface ReaderText {
  readonly policy: Policy;
  readonly parts: readonly Part[];
  readonly blocks: readonly Block[];
  /** The blocks with emphasis, in reading order. */
  readonly marks: readonly Block[];
  /** The headings for the table of contents: without the title, where it is the one heading above all others. */
  readonly contents: readonly Section[];
  /** All of them with those below, in reading order. */
  readonly sections: readonly Section[];
  /** The block that is the policy's title, where the title stands alone. */
  readonly title: string | undefined;
  /** The level of the headings right below the title. */
  readonly top: number;
  readonly tables: Tables;
}

export interface BlockHit extends Hit {
  readonly block: string;
}

export function readText(policy: Policy): ReaderText {
  const parts = layOutPolicy(policy);
  const blocks = parts.flatMap((part) => part.blocks);
  const title = titleOf(policy, blocks);
  const over =
    policy.sections.length === 1 && policy.sections[0]?.id === title ? policy.sections[0] : undefined;
  const contents = over?.sections ?? policy.sections;
  return {
    policy,
    parts,
    blocks,
    marks: blocks.filter((block) => block.kind === 'clause' && block.clause.emphasis.length > 0),
    contents,
    sections: flattenSections(contents),
    title,
    top: contents[0]?.level ?? 1,
    tables: findTables(policy, blocks),
  };
}

/** Where words stand, numbered from 0 in reading order; words that run over the end of a block are not found. */
export function findHits({ policy, blocks }: ReaderText, query: string): readonly BlockHit[] {
  const found = blocks.flatMap(({ id, span }) =>
    findWords(policy.text.slice(span.start, span.end), query).map((hit) => ({
      block: id,
      start: hit.start + span.start,
      end: hit.end + span.start,
    })),
  );
  return found.map((hit, number) => ({ ...hit, number }));
}

/** The title is sought among the first blocks: the same words further down are no title. */
function titleOf({ text, title }: Policy, blocks: readonly Block[]): string | undefined {
  if (!title) return undefined;
  const words = title.text.trim();
  return blocks.slice(0, 8).find(({ span }) => text.slice(span.start, span.end).trim() === words)?.id;
}
