import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Emphasis, Span } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import type { Block, Part } from './lay-out-policy.js';
import type { ReaderText } from './reader-text.js';
import { ruleWords } from './rule-words.js';
import { segmentText } from './segment-text.js';
import type { Hit, Segment } from './segment-text.js';
import { cellsOf } from './find-tables.js';

/** What the text is drawn from. */
export interface TextView {
  readonly text: ReaderText;
  /** Search hits by the id of their block. */
  readonly hits: ReadonlyMap<string, readonly Hit[]>;
  /** The number of the hit somebody stepped to. */
  readonly hit: number;
  /** The block somebody was just sent to. */
  readonly arrived: string | undefined;
}

type Inline = TemplateResult | string;

/** One heading with what stands under it. Every word is a text node, and all characters of the policy are there. */
export function renderPart(part: Part, view: TextView): TemplateResult {
  return html`<div class="part">${part.blocks.map((block) => renderBlock(block, view))}</div>`;
}

/** Where a block is found again. */
export function anchorOf(id: string): string {
  return `at-${id}`;
}

function renderBlock(block: Block, view: TextView): TemplateResult {
  if (block.id === view.text.title) return renderHeading(0, block, view);
  if (block.kind === 'heading') return renderHeading(block.section.level - view.text.top + 1, block, view);
  const emphasis = emphasisOf(block);
  const cells = cellsOf(view.text.policy.text, block.span);
  const isRow = cells.length > 1;
  return html`<p
      id=${anchorOf(block.id)}
      class=${isRow ? rowClass(block, view) : block.kind}
      tabindex="-1"
      ?data-marked=${emphasis.length > 0}
      ?data-arrived=${view.arrived === block.id}
    >
      <span class="words"
        >${isRow ? renderRow(cells, emphasis, block, view) : renderWords(block.span, emphasis, block, view)}</span
      >
    </p>
    ${renderWhy(emphasis)}`;
}

function emphasisOf(block: Block): readonly Emphasis[] {
  return block.kind === 'clause' ? block.clause.emphasis : [];
}

/** `depth` 0 is the policy's title; the elements around the reader keep `h1` for themselves. */
function renderHeading(depth: number, block: Block, view: TextView): TemplateResult {
  const words = html`<span class="words">${renderWords(block.span, emphasisOf(block), block, view)}</span>`;
  const id = anchorOf(block.id);
  const arrived = view.arrived === block.id;
  if (depth <= 0) return html`<h2 id=${id} tabindex="-1" ?data-arrived=${arrived}>${words}</h2>`;
  if (depth === 1) return html`<h3 id=${id} tabindex="-1" ?data-arrived=${arrived}>${words}</h3>`;
  if (depth === 2) return html`<h4 id=${id} tabindex="-1" ?data-arrived=${arrived}>${words}</h4>`;
  if (depth === 3) return html`<h5 id=${id} tabindex="-1" ?data-arrived=${arrived}>${words}</h5>`;
  return html`<h6 id=${id} tabindex="-1" aria-level=${depth + 2} ?data-arrived=${arrived}>${words}</h6>`;
}

/** Why rules marked words of this clause; the author's own marks need no reason. */
function renderWhy(emphasis: readonly Emphasis[]): TemplateResult | typeof nothing {
  const rules = [...new Set(emphasis.flatMap(({ rule }) => (rule ? [rule] : [])))];
  if (rules.length === 0) return nothing;
  const why = rules.map(ruleWords).join(' · ');
  return html`<p class="why">${msg(str`Marked because: ${why}`, { id: 'policy-reader.why' })}</p>`;
}

function rowClass({ id }: Block, { text }: TextView): string {
  return text.tables.heads.has(id) ? 'row head' : 'row';
}

/** Cells under each other, each after its column's words; the borders stay in the text, unseen. */
function renderRow(
  cells: readonly Span[],
  emphasis: readonly Emphasis[],
  block: Block,
  view: TextView,
): Inline[] {
  const labels = view.text.tables.labels.get(block.id);
  return cells.map((cell, index) => {
    const next = cells[index + 1];
    const border = next ? view.text.policy.text.slice(cell.end, next.start) : '';
    const words = renderWords(cell, emphasis, block, view);
    return html`<span class="cell" data-label=${labels?.[index] ?? nothing}>${words}</span
      ><span class="border">${border}</span>`;
  });
}

function renderWords(span: Span, emphasis: readonly Emphasis[], block: Block, view: TextView): Inline[] {
  const hits = view.hits.get(block.id) ?? [];
  return segmentText(span, emphasis, hits).map((segment) => renderSegment(segment, view));
}

function renderSegment({ span, author, rule, hit }: Segment, { text, hit: now }: TextView): Inline {
  let words: Inline = text.policy.text.slice(span.start, span.end);
  if (hit !== undefined) words = html`<span class="hit" ?data-now=${hit === now}>${words}</span>`;
  if (author) words = html`<strong data-kind=${emphasisWords('author')}>${words}</strong>`;
  if (rule !== undefined) words = html`<mark data-kind=${emphasisWords('rule')}>${words}</mark>`;
  return words;
}

/** What assistive technology says before marked words. */
function emphasisWords(origin: Emphasis['origin']): string {
  return origin === 'author'
    ? msg('Emphasised by the publisher:', { id: 'policy-reader.author-mark' })
    : msg('Marked by a rule:', { id: 'policy-reader.rule-mark' });
}
