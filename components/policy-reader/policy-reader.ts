import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { guard } from 'lit/directives/guard.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { Policy } from '../../src/policy/model.js';
import { EngineController } from '../internal/engine-controller.js';
import { renderError } from '../internal/error-view.js';
import { LocaleController, getLocale, msg, str } from '../internal/localize.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { bringIntoView } from './bring-into-view.js';
import type { Block, Part } from './lay-out-policy.js';
import { offerFile } from './offer-file.js';
import { policyReaderStyles } from './policy-reader.styles.js';
import { renderFacts } from './render-facts.js';
import {
  renderContentsPanel,
  renderMarksPanel,
  renderSearchPanel,
  renderSizePanel,
} from './render-panels.js';
import type { TextSize } from './render-panels.js';
import { anchorOf, renderPart } from './render-text.js';
import type { TextView } from './render-text.js';
import { findHits, readText } from './reader-text.js';
import type { BlockHit, ReaderText } from './reader-text.js';

type Panel = 'contents' | 'marks' | 'search' | 'size';

/** How long a place somebody was sent to stays marked, in ms. */
const MOMENT = 2500;

/**
 * The full text of a policy: contents, marked clauses and stepping between them, search, text size, saving, printing.
 *
 * Use it wherever a text can be agreed to, and for any archived version. It shows every character of the policy, as text, and
 * scrolls with whatever it stands in: it has no scroll box of its own.
 *
 * @tagname ming-policy-reader
 * @event {ConsentErrorEvent} ming-error - There is neither a policy nor an engine to take one from.
 * @csspart tools - The row of tools that stays at the top, with the panel that is open.
 * @csspart text - The policy's text.
 * @csspart error - A visible error.
 */
export class PolicyReaderElement extends LitElement {
  static override styles = [tokens, base, policyReaderStyles];

  /** The policy to show. Default: the first policy of the engine. */
  @property({ attribute: false }) policy: Policy | undefined;

  /** The id of the clause (or section) to go to: it is scrolled to, focused and marked for a moment. Default: none. */
  @property({ hasChanged: () => true }) clause = '';

  /** How large the text is. Default: `standard`. */
  @property({ attribute: 'text-size', reflect: true }) textSize: TextSize = 'standard';

  /** The engine whose first policy is shown where `policy` is not set. Default: the provider's. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  #engine: EngineController | undefined;
  #shown: Policy | undefined;
  #text: ReaderText | undefined;
  #fault: ConsentError | undefined;
  #hits: readonly BlockHit[] = [];
  #hitsOf: ReadonlyMap<string, readonly BlockHit[]> = new Map();
  #wanted = '';
  #forget: ReturnType<typeof setTimeout> | undefined;

  @state() private panel: Panel | undefined;
  @state() private query = '';
  @state() private hit = -1;
  @state() private mark = -1;
  @state() private section = -1;
  @state() private arrived: string | undefined;
  @state() private said = '';

  constructor() {
    super();
    new LocaleController(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#forget);
    this.arrived = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.policy) this.#engine ??= new EngineController(this);
    const policy = this.policy ?? this.#engine?.engine?.policies[0];
    if (policy !== this.#shown) this.#open(policy);
    if (changed.has('clause') && this.clause) this.#wanted = this.clause;
  }

  override updated(): void {
    if (!this.#text || this.#wanted === '') return;
    const wanted = this.#wanted;
    this.#wanted = '';
    void this.showClause(wanted);
  }

  /**
   * Goes to a clause or section: scrolls to it, focuses it and marks it for a moment. Settles when it rests, with false where
   * this text has no such place; the person is told.
   */
  async showClause(id: string): Promise<boolean> {
    const block = this.#text?.blocks.find((one) => one.id === id);
    if (!block) {
      this.said = msg('This text has no such place.', { id: 'policy-reader.no-place' });
      return false;
    }
    await this.#arriveAt(block, true);
    return true;
  }

  override render(): TemplateResult | typeof nothing {
    const text = this.#text;
    if (!text) return renderError(this.#fault ?? this.#engine?.error);
    const view = { text, hits: this.#hitsOf, hit: this.hit, arrived: this.arrived };
    return html`${this.#renderTools(text)}
      <article part="text">
        ${renderFacts(text, { save: () => this.#onSave(), print: () => print() })}
        <div lang=${text.policy.language}>${text.parts.map((part) => this.#renderPart(part, view))}</div>
      </article>`;
  }

  /** Draws a part again only where something in it changed: texts can be very long. */
  #renderPart(part: Part, view: TextView): unknown {
    const isFound = part.blocks.some(({ id }) => view.hits.has(id));
    const isArrived = part.blocks.some(({ id }) => id === view.arrived);
    const changing = [isFound && view.hits, isFound && view.hit, isArrived && view.arrived];
    return guard([view.text, getLocale(), ...changing], () => renderPart(part, view));
  }

  #renderTools(text: ReaderText): TemplateResult {
    return html`<div class="bar" part="tools">
      <div class="tools">
        ${text.contents.length > 0 ? this.#renderTool('contents', msg('Contents', { id: 'policy-reader.contents' })) : nothing}
        ${text.marks.length > 0 ? this.#renderTool('marks', msg('Marked', { id: 'policy-reader.marks' })) : nothing}
        ${this.#renderTool('search', msg('Search', { id: 'policy-reader.search' }))}
        ${this.#renderTool('size', msg('Text size', { id: 'policy-reader.size' }))}
      </div>
      <div id="panel" ?hidden=${!this.panel}>
        ${this.panel ? this.#renderPanel(this.panel, text) : nothing}
      </div>
      <p class="unseen" role="status">${this.said}</p>
    </div>`;
  }

  #renderTool(panel: Panel, words: string): TemplateResult {
    const open = this.panel === panel;
    return html`<button
      type="button"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls="panel"
      @click=${() => this.#onTool(panel)}
    >
      ${words}
    </button>`;
  }

  #renderPanel(panel: Panel, { contents, sections, marks }: ReaderText): TemplateResult {
    if (panel === 'contents') {
      const steps = {
        index: this.section,
        count: sections.length,
        step: (to: number) => this.#onSection(to),
      };
      return renderContentsPanel(steps, contents, (id) => this.#onEntry(id));
    }
    if (panel === 'marks')
      return renderMarksPanel({ index: this.mark, count: marks.length, step: (to) => this.#onMark(to) });
    if (panel === 'size') return renderSizePanel(this.textSize, (size) => (this.textSize = size));
    const steps = { index: this.hit, count: this.#hits.length, step: (to: number) => void this.#onHit(to) };
    return renderSearchPanel(this.query, steps, (query) => this.#onQuery(query));
  }

  /** A policy of another shape than ours is an error a person can see, and never a broken page. */
  #open(policy: Policy | undefined): void {
    this.#shown = policy;
    this.#fault = this.#text = undefined;
    try {
      this.#text = policy && readText(policy);
    } catch (cause) {
      this.#fault = new ConsentError(
        'policy/invalid',
        'The reader was given something that is no policy.',
        policy,
        cause,
      );
    }
    this.mark = this.section = -1;
    this.#search(this.query);
  }

  #search(query: string): void {
    this.query = query;
    this.hit = -1;
    this.#hits = this.#text ? findHits(this.#text, query) : [];
    const hitsOf = new Map<string, BlockHit[]>();
    for (const hit of this.#hits) hitsOf.set(hit.block, [...(hitsOf.get(hit.block) ?? []), hit]);
    this.#hitsOf = hitsOf;
  }

  async #arriveAt(block: Block, takeFocus: boolean): Promise<void> {
    this.arrived = block.id;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => (this.arrived = undefined), MOMENT);
    await this.updateComplete;
    const target = this.shadowRoot?.getElementById(anchorOf(block.id));
    if (!target) return;
    if (takeFocus) target.focus({ preventScroll: true });
    const isLate = takeFocus && this.shadowRoot?.activeElement !== target;
    await bringIntoView(target);
    if (isLate) target.focus({ preventScroll: true });
  }

  #onTool(panel: Panel): void {
    this.panel = this.panel === panel ? undefined : panel;
  }

  #onEntry(id: string): void {
    this.panel = undefined;
    this.section = this.#text?.sections.findIndex((section) => section.id === id) ?? -1;
    void this.showClause(id);
  }

  #onSection(to: number): void {
    this.section = to;
    this.#onStep(
      this.#text?.blocks.find(({ id }) => id === this.#text?.sections[to]?.id),
      to,
      this.#text?.sections.length,
    );
  }

  #onMark(to: number): void {
    this.mark = to;
    this.#onStep(this.#text?.marks[to], to, this.#text?.marks.length);
  }

  /** The button keeps the focus, so that it can be pressed again; the place is said. */
  #onStep(block: Block | undefined, index: number, count = 0): void {
    if (!block) return;
    const words =
      this.#text?.policy.text.slice(block.span.start, Math.min(block.span.end, block.span.start + 120)) ?? '';
    this.said = msg(str`${index + 1} of ${count}: ${words}`, { id: 'policy-reader.step' });
    void this.#arriveAt(block, false);
  }

  async #onHit(to: number): Promise<void> {
    this.hit = to;
    this.said = msg(str`${to + 1} of ${this.#hits.length}`, { id: 'policy-reader.hit' });
    await this.updateComplete;
    const target = this.renderRoot.querySelector('[data-now]');
    if (target) await bringIntoView(target);
  }

  #onQuery(query: string): void {
    this.#search(query);
    this.said = msg(str`Found ${this.#hits.length} times`, { id: 'policy-reader.found' });
  }

  #onSave(): void {
    const policy = this.#text?.policy;
    if (policy)
      offerFile(
        `${[policy.title?.text ?? policy.id, policy.version].join(' ').trim()}.txt`,
        'text/plain',
        policy.text,
      );
  }
}
