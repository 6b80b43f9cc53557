import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AnswerDetails, Prompt } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { Span } from '../../src/policy/model.js';
import { ClauseRequestEvent } from '../events.js';
import { AnswerController, type AnswerDecision } from '../internal/answers.js';
import { answersStyles } from '../internal/answers.styles.js';
import { DialogController } from '../internal/dialog.js';
import { renderError } from '../internal/error-view.js';
import { deepestFocus } from '../internal/flat-tree.js';
import { catalogueVersion, getLocale, msg } from '../internal/localize.js';
import { NoticeWatch } from '../internal/notice-watch.js';
import { defineElement } from '../internal/define-element.js';
import { wear } from '../styles/wear.js';
import { PolicySummaryElement } from '../policy-summary/policy-summary.js';
import { FIRST_MARKED, markedClauses } from './marked-clauses.js';
import { renderNotice } from './notice-view.js';
import { questionStyles } from './question.styles.js';

/** What the gate does about what happens in its question. */
export interface QuestionActs {
  /** Records an answer; what it throws means that nothing was recorded. */
  readonly answer: (decision: AnswerDecision, details: AnswerDetails) => void;
  /** The person closed the question. */
  readonly dismiss: (details: AnswerDetails) => void;
  /** The question cannot be put as it must. */
  readonly fail: (error: unknown) => void;
  /** A grant was not taken, and the person was told why. */
  readonly refuse: (error: ConsentError) => void;
}

/** The question of a gate, in the gate's own shadow root: loaded when there is something to ask. */
export class Question {
  readonly #host: LitElement;
  readonly #acts: QuestionActs;
  readonly #answers: AnswerController;
  readonly #dialog: DialogController;
  readonly #notice = new NoticeWatch((strings) => void this.#present(strings));
  #prompt: Prompt | undefined;
  /** Whether the person opened the question shown last, by the entry. */
  #byPerson = false;
  /** The clause in the reader, empty for the text from its start; undefined while the notice is shown. */
  #reading: string | undefined;
  #expanded = false;
  #readerFault: ConsentError | undefined;
  #opener: HTMLElement | null = null;

  constructor(host: LitElement, acts: QuestionActs) {
    this.#host = host;
    this.#acts = acts;
    defineElement('ming-policy-summary', PolicySummaryElement);
    wear(host, answersStyles, questionStyles);
    this.#answers = new AnswerController(host, {
      record: acts.answer,
      refuse: acts.refuse,
      notice: () => host.renderRoot.querySelectorAll('.view:not([hidden])'),
    });
    this.#dialog = new DialogController(host, {
      open: () => !!this.#prompt,
      dismissed: () => this.#onDismiss(),
      opener: () => (this.#byPerson ? host.renderRoot.querySelector<HTMLElement>('[part="entry"]') : null),
    });
    host.addController(this);
  }

  hostUpdated(): void {
    this.#notice.watch(this.#host.renderRoot.querySelector('.words') ?? undefined);
  }

  /** The open question, or nothing. Another prompt starts from its notice. */
  render(prompt: Prompt | undefined): TemplateResult | typeof nothing {
    if (prompt !== this.#prompt) {
      this.#prompt = prompt;
      if (prompt) this.#byPerson = prompt.trigger === 'user';
      this.#reading = undefined;
      this.#expanded = false;
    }
    return prompt ? this.#renderDialog(prompt) : nothing;
  }

  #renderDialog(prompt: Prompt): TemplateResult {
    return html`<dialog
      part="dialog"
      lang=${getLocale()}
      aria-labelledby="title"
      @cancel=${this.#dialog.onCancel}
      @close=${this.#dialog.onClose}
    >
      <div class="view" ?hidden=${this.#reading !== undefined} @ming-clause-request=${this.#onClauseRequest}>
        <div class="words">
          ${renderNotice(prompt, this.#expanded, {
            onMarked: () => this.#onMarked(),
            onAll: () => this.#onAll(),
            onRead: (clause, span) => this.#onRead(clause, span),
          })}
        </div>
      </div>
      ${this.#reading === undefined ? nothing : this.#renderReader(prompt, this.#reading)}
      <footer>${this.#answers.render()}</footer>
    </dialog>`;
  }

  #renderReader({ policy }: Prompt, clause: string): TemplateResult {
    return html`<div class="view reader">
      <button class="text back" @click=${this.#onBack}>
        ${msg('Back to the short version', { id: 'consent-gate.back' })}
      </button>
      ${
        this.#readerFault
          ? html`${renderError(this.#readerFault)}
              <p class="plain" lang=${policy.language}>${policy.text}</p>`
          : html`<ming-policy-reader .policy=${policy} .clause=${clause}></ming-policy-reader>`
      }
    </div>`;
  }

  async #present(strings: readonly string[]): Promise<void> {
    const prompt = this.#prompt;
    const marked = prompt ? markedClauses(prompt.policy) : [];
    const clauses = marked.slice(0, this.#expanded ? undefined : FIRST_MARKED).map(({ clause }) => clause.id);
    const shown = {
      locale: getLocale(),
      catalogue: catalogueVersion,
      strings,
      answers: this.#answers.words,
      clauses,
    };
    await prompt?.present(shown).catch(this.#acts.fail);
  }

  #onDismiss(): void {
    if (this.#reading !== undefined) void this.#onBack();
    else this.#acts.dismiss({ act: 'keyboard', visibility: this.#answers.visibility });
  }

  #onMarked(): void {
    const heading = this.#host.renderRoot.querySelector<HTMLElement>('#marked');
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  }

  #onAll(): void {
    this.#expanded = true;
    this.#host.requestUpdate();
  }

  #onRead(clause: string, span: Span): void {
    if (this.#host.dispatchEvent(new ClauseRequestEvent(clause, span))) void this.#read(clause);
  }

  /** A line of the summary: the app outside hears of it first, and may show the clause itself. */
  readonly #onClauseRequest = async (event: ClauseRequestEvent): Promise<void> => {
    await Promise.resolve();
    if (!event.defaultPrevented) void this.#read(event.clause);
  };

  async #read(clause: string): Promise<void> {
    this.#opener = deepestFocus();
    this.#readerFault = undefined;
    await this.#turnTo(clause);
    this.#host.renderRoot.querySelector<HTMLElement>('.back')?.focus();
    await import('../policy-reader/define.js').catch((cause: unknown) => {
      const sentence = 'The reader did not load; the plain text is shown instead.';
      this.#readerFault = new ConsentError('gate/no-reader', sentence, clause, cause);
      this.#host.requestUpdate();
    });
  }

  readonly #onBack = async (): Promise<void> => {
    await this.#turnTo(undefined);
    this.#opener?.focus();
  };

  async #turnTo(reading: string | undefined): Promise<void> {
    this.#reading = reading;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
