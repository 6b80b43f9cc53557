import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Status } from '../../src/consent/model.js';
import { prepareAsking } from '../../src/engine-asking.js';
import type { AnswerDetails, ConsentEngine, Prompt } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import { AnsweredEvent, ConsentErrorEvent, DismissedEvent } from '../events.js';
import { EngineController } from '../internal/engine-controller.js';
import { dressErrors, renderError } from '../internal/error-view.js';
import { decideLocale, LocaleController } from '../internal/localize.js';
import type { Question } from './question.js';
import type { renderStanding } from './standing-view.js';

/** Which gate shows a prompt: one of them, however many there are. */
const shownBy = new WeakMap<Prompt, ConsentGateElement>();

/**
 * The question of first run and of a new version: who asks, the short version of the policy, its marked clauses, the full text
 * a press away, and two equal answers.
 *
 * Put one on the page: it opens by itself when the engine has something to ask. Closing it is no answer and no consent. After
 * anything but an agreement, it stands where you put it as one line with one entry that opens the question again; it never opens
 * twice for one version by itself.
 *
 * @tagname ming-consent-gate
 * @slot basic-functions - Which functions work without consent, in the app's words; shown once, after a refusal.
 * @event {AnsweredEvent} ming-answered - Agreed or refused, in the task of the press.
 * @event {DismissedEvent} ming-dismissed - Closed without an answer.
 * @event {ClauseRequestEvent} ming-clause-request - Somebody wants to read a clause; `preventDefault()` to show it yourself.
 * @event {ConsentErrorEvent} ming-error - Something went wrong; nothing was granted by it.
 * @csspart dialog - The question.
 * @csspart answer - Both answers; a style that tells them apart, or hides one, makes every agreement void.
 * @csspart entry - What opens the question again.
 * @csspart standing - A line on the page: a coming version, an answer that could not be kept.
 * @csspart basic - What stands on the page without consent.
 * @csspart error - A visible error.
 */
export class ConsentGateElement extends LitElement {
  static override styles = css`
    :host {
      display: block;
    }
  `;

  /** The engine that asks. Default: the provider's. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  @state() private prompt: Prompt | undefined;
  @state() private question: Question | undefined;
  @state() private standing: typeof renderStanding | undefined;
  @state() private refusedNow = false;
  @state() private unkept = false;
  @state() private fault: ConsentError | undefined;

  #engine = new EngineController(this, () => void this.#follow());

  constructor() {
    super();
    new LocaleController(this);
  }

  override updated(): void {
    if (this.#engine.error ?? this.fault) void dressErrors(this);
  }

  override render(): TemplateResult {
    return html`${renderError(this.#engine.error ?? this.fault)}
      <div role="status">${this.prompt ? nothing : this.#renderStanding()}</div>
      ${this.question?.render(this.prompt) ?? nothing}`;
  }

  #renderStanding(): unknown {
    const { refusedNow, unkept } = this;
    return this.standing?.(this.#engine.engine, {
      refusedNow,
      unkept,
      onEntry: (id) => this.#ensure(id, 'user'),
    });
  }

  /** Shows what the engine asks, and lets it ask what it should, once the ledger was read and the language is there. */
  async #follow(): Promise<void> {
    const engine = this.#engine.engine;
    if (!engine || this.prompt !== engine.prompt) this.#take(undefined);
    if (!engine) return;
    try {
      await Promise.all([engine.ready, decideLocale(engine, this)]);
    } catch (error) {
      return this.#fail(error);
    }
    if (engine !== this.#engine.engine) return;
    this.#take(engine.prompt);
    const next = engine.policies.find(({ id }) => engine.status(id).asks);
    if (next && !engine.prompt) {
      prepareAsking(engine);
      this.#ensure(next.id, 'app');
    }
    if (!engine.policies.every(({ id }) => isSettled(engine.status(id)))) {
      void this.#load(import('./standing-view.js'), (loaded) => this.#useStanding(loaded));
    }
  }

  #ensure(id: string, trigger: 'app' | 'user'): void {
    this.#engine.engine?.ensure(id, { trigger }).catch(() => {
      // The engine ended, and the question with it: nothing was answered, and there is nobody left to ask for.
    });
  }

  #take(prompt: Prompt | undefined): void {
    if (this.prompt === prompt) return;
    if (this.prompt) shownBy.delete(this.prompt);
    this.prompt = undefined;
    if (prompt?.request.kind !== 'general' || shownBy.has(prompt)) return;
    shownBy.set(prompt, this);
    this.prompt = prompt;
    this.refusedNow = this.unkept = false;
    if (!this.question) void this.#load(import('./question.js'), (loaded) => this.#useQuestion(loaded));
  }

  /** Loads what is shown in some states only. */
  async #load<T>(part: Promise<T>, use: (loaded: T) => void): Promise<void> {
    try {
      use(await part);
    } catch (cause) {
      const sentence = 'A part of the gate did not load; nothing was answered.';
      this.#fail(new ConsentError('gate/not-loaded', sentence, undefined, cause));
    }
  }

  #useStanding({ dressGate, renderStanding }: typeof import('./standing-view.js')): void {
    dressGate(this);
    this.standing = renderStanding;
  }

  #useQuestion({ Question }: typeof import('./question.js')): void {
    this.question ??= new Question(this, {
      answer: (decision, details) => this.#onAnswer(decision, details),
      dismiss: (details) => this.#onDismiss(details),
      fail: (error) => this.#fail(error),
      refuse: (error) => this.#announce(error),
    });
  }

  #fail(error: unknown): void {
    this.fault =
      error instanceof ConsentError
        ? error
        : new ConsentError('gate/failed', 'The question failed.', error, error);
    this.#announce(this.fault);
  }

  #announce(error: ConsentError): void {
    this.dispatchEvent(new ConsentErrorEvent(error));
  }

  #onAnswer(decision: 'granted' | 'denied', details: AnswerDetails): void {
    const { prompt } = this;
    const engine = this.#engine.engine;
    if (!prompt || !engine) return;
    const { event, saved } = prompt.answer(decision, details);
    this.#take(undefined);
    this.refusedNow = decision === 'denied';
    void this.#showExplanation();
    void saved.then((durability) => {
      this.unkept = durability === 'memory';
      void this.#showExplanation();
    });
    this.dispatchEvent(new AnsweredEvent(decision, engine.status(event.request.id), event, saved));
  }

  /** Once, after a refusal: a gate at the end of a long page would explain it out of sight. */
  async #showExplanation(): Promise<void> {
    await this.updateComplete;
    if (this.refusedNow)
      this.renderRoot.querySelector('[part="basic"]')?.scrollIntoView({ block: 'nearest' });
  }

  #onDismiss(details: AnswerDetails): void {
    const { prompt } = this;
    const engine = this.#engine.engine;
    if (!prompt || !engine) return;
    const { event } = prompt.answer('dismissed', details);
    this.#take(undefined);
    this.dispatchEvent(new DismissedEvent(engine.status(event.request.id), event));
  }
}

/** True where there is nothing to ask and nothing to say. */
function isSettled({ decision, reason, durability, pending }: Status): boolean {
  return decision === 'granted' && reason === 'answered' && durability !== 'memory' && !pending;
}
