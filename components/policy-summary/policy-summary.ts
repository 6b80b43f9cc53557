import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConsentError } from '../../src/errors.js';
import type { Policy } from '../../src/policy/model.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { ClauseRequestEvent } from '../events.js';
import { EngineController } from '../internal/engine-controller.js';
import { renderError } from '../internal/error-view.js';
import { LocaleController, msg, str } from '../internal/localize.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { clauseAt } from './clause-at.js';
import { notFoundWords } from './not-found-words.js';
import { policySummaryStyles } from './policy-summary.styles.js';
import { summaryGroups } from './summary-groups.js';
import type { SummaryGroup, SummaryLine } from './summary-groups.js';
import { summaryIcon } from './summary-icon.js';

/** How many lines of a group are shown before "show all" (four times as many short ones); one more is shown, not hidden. */
const FIRST_LINES = 3;

/**
 * The short version of a policy, for people: what is collected, the permissions, the third parties, what goes on in the
 * background, what is sensitive, how to withdraw, the rights and whom to turn to.
 *
 * Use it wherever somebody decides about a policy, or before its full text. It needs no engine: it shows `.policy`, else the
 * engine's first policy. Every word is the policy's own or a label of ours; what was not found in the policy is said so.
 *
 * @tagname ming-policy-summary
 * @event {ClauseRequestEvent} ming-clause-request - A line was pressed: somebody wants to read its clause.
 * @event {ConsentErrorEvent} ming-error - There is neither a policy nor an engine to take one from.
 * @csspart group - One group of lines, with its heading.
 * @csspart line - One line.
 * @csspart error - A visible error.
 */
export class PolicySummaryElement extends LitElement {
  static override styles = [tokens, base, policySummaryStyles];

  /** The policy to sum up. Default: the first policy of the engine. */
  @property({ attribute: false }) policy: Policy | undefined;

  /** The engine whose first policy is shown where `policy` is not set. Default: the provider's. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  #engine: EngineController | undefined;
  @state() private opened: ReadonlySet<string> = new Set();

  constructor() {
    super();
    new LocaleController(this);
  }

  /** Looks for an engine only where no policy was given: with one, nothing is missing. */
  override willUpdate(): void {
    if (!this.policy) this.#engine ??= new EngineController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const policy = this.policy ?? this.#engine?.engine?.policies[0];
    if (!policy) return renderError(this.#engine?.error);
    try {
      return this.#renderSummary(policy, summaryGroups(policy));
    } catch (cause) {
      const sentence = 'This is no policy.';
      return renderError(new ConsentError('policy/invalid', sentence, policy, cause));
    }
  }

  #renderSummary(policy: Policy, groups: readonly SummaryGroup[]): TemplateResult {
    return html`<p class="muted">
        ${msg('Press a line to read it in the full text.', { id: 'policy-summary.hint' })}
      </p>
      ${groups.map((group) => this.#renderGroup(policy, group))}`;
  }

  #renderGroup(policy: Policy, { icon, title, lines }: SummaryGroup): TemplateResult {
    const short = lines.length > 0 && lines.every(isShort);
    const first = short ? 4 * FIRST_LINES : FIRST_LINES;
    const all = this.opened.has(icon) || lines.length <= first + 1;
    return html`<section part="group" class="${icon} ${short ? 'short' : ''}">
      <h3>${summaryIcon(icon)}${title}</h3>
      ${lines.length === 0 ? html`<p class="absent muted">${notFoundWords()}</p>` : nothing}
      <ul>
        ${(all ? lines : lines.slice(0, first)).map((line) => this.#renderLine(policy, line))}
        ${
          all
            ? nothing
            : html`<li>
                <button class="more" @click=${() => void this.#onShowAll(icon, first)}>
                  ${msg(str`Show all ${lines.length}`, { id: 'policy-summary.show-all' })}
                </button>
              </li>`
        }
      </ul>
    </section>`;
  }

  #renderLine(policy: Policy, line: SummaryLine): TemplateResult {
    const clause = clauseAt(policy, line.span);
    const words = html`<b lang=${line.ours ? nothing : policy.language}>${line.title}</b>${line.details.map(
        ([label, text]) =>
          html`<span>${label ? html`<i>${label}</i>` : nothing}${said(text, policy.language)}</span>`,
      )}`;
    return html`<li>
      ${
        clause === undefined
          ? html`<div part="line" class="line">${words}</div>`
          : html`<button part="line" class="line" @click=${() => this.#onLine(clause, line)}>
              ${words}
            </button>`
      }
    </li>`;
  }

  /** The button goes away: the focus moves on to the first line that was not there before. */
  async #onShowAll(icon: string, first: number): Promise<void> {
    this.opened = new Set([...this.opened, icon]);
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>(`.${icon} .line`)[first]?.focus();
  }

  #onLine(clause: string, { span }: SummaryLine): void {
    this.dispatchEvent(new ClauseRequestEvent(clause, span));
  }
}

/** Words that fit beside others in a row. */
function isShort({ title, details }: SummaryLine): boolean {
  return details.length === 0 && title.length <= 24;
}

function said(text: string | undefined, language: string): TemplateResult {
  return text === undefined
    ? html`<bdi class="muted">${notFoundWords()}</bdi>`
    : html`<bdi lang=${language}>${text}</bdi>`;
}
