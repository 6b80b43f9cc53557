import type { Clause, Policy, Section, Span } from '../../src/policy/model.js';

/** A run of the policy's text as the reader shows it. `rest` holds characters that stand in no heading and no clause. */
export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly span: Span; readonly section: Section }
  | { readonly kind: 'clause'; readonly id: string; readonly span: Span; readonly clause: Clause }
  | { readonly kind: 'rest'; readonly id: string; readonly span: Span };

/** A heading with what stands directly under it; the first part may have no heading. */
export interface Part {
  readonly id: string;
  readonly blocks: readonly Block[];
}

/**
 * Puts a policy's whole text in reading order: every character that is not a space stands in exactly one block. Spans that
 * overlap are cut at the end of the block before; spans outside the text are dropped.
 */
export function layOutPolicy(policy: Policy): readonly Part[] {
  const parts: Part[] = [];
  let blocks: Block[] = [];
  for (const block of blocksOf(policy)) {
    if (block.kind === 'heading' && blocks.length > 0) {
      parts.push(partOf(blocks));
      blocks = [];
    }
    blocks.push(block);
  }
  if (blocks.length > 0) parts.push(partOf(blocks));
  return parts;
}

/** Every section with its parents, in reading order: what stepping through headings goes over. */
export function flattenSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...flattenSections(section.sections)]);
}

function partOf(blocks: readonly Block[]): Part {
  return { id: blocks[0]?.id ?? '', blocks };
}

function blocksOf(policy: Policy): readonly Block[] {
  const known = [...headingsOf(policy), ...policy.clauses.map(clauseBlock)].sort(byStart);
  const blocks: Block[] = [];
  let cursor = 0;
  for (const block of known) {
    const span = {
      start: Math.max(block.span.start, cursor),
      end: Math.min(block.span.end, policy.text.length),
    };
    if (span.start >= span.end) continue;
    addRest(blocks, policy.text, cursor, span.start);
    blocks.push({ ...block, span });
    cursor = span.end;
  }
  addRest(blocks, policy.text, cursor, policy.text.length);
  return blocks;
}

function headingsOf(policy: Policy): readonly Block[] {
  return flattenSections(policy.sections).map((section) => ({
    kind: 'heading',
    id: section.id,
    section,
    span: { start: section.number?.span.start ?? section.title.span.start, end: section.title.span.end },
  }));
}

function clauseBlock(clause: Clause): Block {
  return { kind: 'clause', id: clause.id, clause, span: clause.span };
}

/** A heading before a clause that starts at the same place. */
function byStart(a: Block, b: Block): number {
  return a.span.start - b.span.start || Number(a.kind === 'clause') - Number(b.kind === 'clause');
}

function addRest(blocks: Block[], text: string, from: number, to: number): void {
  let start = from;
  for (const line of text.slice(from, to).split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') blocks.push({ kind: 'rest', id: `rest-${start}`, span: { start, end } });
    start = end + 1;
  }
}
