import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { AnswerDetails, ConsentEngine, Prompt } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { QuestionActs } from '../consent-gate/question.js';
import { AnsweredEvent, ConsentErrorEvent, DismissedEvent } from '../events.js';
import { EngineController, type EngineHost } from './engine-controller.js';
import { dressErrors, renderError } from './error-view.js';
import { decideLocale, getLocale, LocaleController, msg } from './localize.js';

/** Which element shows a prompt: one of them, however many there are. */
const shownBy = new WeakMap<Prompt, PromptController>();

/** Those on the page: where the one that shows a prompt is removed, another takes over. */
const following = new Set<PromptController>();

/** How long `prefetch` leaves the page to itself first, in ms. */
const LATER = 500;

/** What shows a question, in its element's shadow root. */
export interface PromptView {
  /** The open question, or nothing. */
  render(prompt: Prompt | undefined): unknown;
}

/** What a prompt element has beside its engine. */
export type PromptHost = EngineHost & LitElement & { prefetch: boolean };

export interface PromptOptions {
  readonly kind: 'permission' | 'jump';
  /** Loads and makes the view, the first time there is something to show. */
  readonly load: (acts: QuestionActs) => Promise<PromptView>;
}

/**
 * Follows the engine of an element that shows prompts of one kind: takes the open one unless another element shows it, loads
 * its view then (or soon after, with `prefetch`), hands the answer over and tells the app.
 */
export class PromptController implements ReactiveController {
  readonly #host: PromptHost;
  readonly #options: PromptOptions;
  readonly #engine: EngineController;
  #prompt: Prompt | undefined;
  #view: PromptView | undefined;
  #loading: Promise<void> | undefined;
  #prefetched: ConsentEngine | undefined;
  #fault: ConsentError | undefined;

  constructor(host: PromptHost, options: PromptOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    this.#engine = new EngineController(host, () => void this.#follow());
    new LocaleController(host);
  }

  hostConnected(): void {
    following.add(this);
  }

  hostDisconnected(): void {
    following.delete(this);
  }

  hostUpdated(): void {
    if (this.#error) void dressErrors(this.#host);
  }

  /** The error, if any, and the question, if one is open: where it did not load, a way to close it unseen. */
  render(): TemplateResult {
    const lost = this.#prompt && this.#fault && !this.#view;
    return html`${renderError(this.#error)} ${lost ? this.#renderClose() : nothing}
    ${this.#view?.render(this.#prompt) ?? nothing}`;
  }

  get #error(): ConsentError | undefined {
    return this.#engine.error ?? this.#fault;
  }

  async #follow(): Promise<void> {
    const engine = this.#engine.engine;
    if (!engine || (this.#prompt && this.#prompt !== engine.prompt)) this.#take(undefined);
    if (!engine) return;
    try {
      await Promise.all([engine.ready, decideLocale(engine, this.#host)]);
    } catch (error) {
      if (engine === this.#engine.engine) this.#fail(error);
      return;
    }
    if (engine !== this.#engine.engine) return;
    this.#take(engine.prompt);
    if (this.#host.prefetch && this.#prefetched !== engine) this.#prefetch(engine);
  }

  /** What fails here is loaded again, and reported, when it is needed. */
  #prefetch(engine: ConsentEngine): void {
    this.#prefetched = engine;
    const load = (): void => {
      this.#load().catch(() => undefined);
      engine.prefetch(this.#options.kind).catch(() => undefined);
    };
    setTimeout(load, LATER);
  }

  #take(prompt: Prompt | undefined): void {
    if (this.#prompt === prompt) return;
    if (this.#prompt) return this.#release(this.#prompt);
    if (prompt?.request.kind !== this.#options.kind || shownBy.has(prompt)) return;
    shownBy.set(prompt, this);
    this.#prompt = prompt;
    this.#fault = undefined;
    this.#host.requestUpdate();
    this.#loadShown();
  }

  /** Again when there is hope, as often as it takes. */
  readonly #loadShown = (): void => {
    if (!this.#prompt) return;
    this.#load().catch((cause: unknown) => {
      for (const hope of ['online', 'visibilitychange'])
        addEventListener(hope, this.#loadShown, { once: true });
      const sentence = 'The question did not load; nothing was answered.';
      if (this.#prompt)
        this.#fail(new ConsentError(`${this.#options.kind}/not-loaded`, sentence, undefined, cause));
    });
  };

  /** Without this a question nobody sees would hold up every other. */
  #renderClose(): TemplateResult {
    return html`<button type="button" lang=${getLocale()} @click=${this.#close}>
      ${msg('Close', { id: 'permission-prompt.close' })}
    </button>`;
  }

  readonly #close = ({ isTrusted, detail }: MouseEvent): void => {
    const { permission, jump } = this.#prompt ?? {};
    if (!isTrusted) return;
    if (permission?.phase === 'asking' || jump?.target.allowed)
      this.#onDismiss({ act: detail ? 'pointer' : 'keyboard', visibility: 'unverified' });
    else (permission ?? jump)?.end();
  };

  /** Between two questions nothing is shown: the next starts as the first did, its guard anew, whichever element shows it. */
  #release(prompt: Prompt): void {
    shownBy.delete(prompt);
    this.#prompt = undefined;
    if (!this.#view) this.#fault = undefined;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => following.forEach((one) => void one.#follow()));
  }

  /** Loads the view once; after a failure, again. */
  #load(): Promise<void> {
    this.#loading ??= this.#options
      .load({
        answer: (decision, details) => this.#onAnswer(decision, details),
        dismiss: (details) => this.#onDismiss(details),
        fail: (error) => this.#fail(error),
        refuse: (error) => this.#announce(error),
      })
      .then(
        (view) => {
          this.#view = view;
          this.#fault = undefined;
          this.#host.requestUpdate();
        },
        (error: unknown) => {
          this.#loading = undefined;
          throw error;
        },
      );
    return this.#loading;
  }

  #fail(error: unknown): void {
    if (error === this.#fault) return;
    this.#fault =
      error instanceof ConsentError
        ? error
        : new ConsentError(`${this.#options.kind}/failed`, 'The question failed.', error, error);
    this.#announce(this.#fault);
    this.#host.requestUpdate();
  }

  #announce(error: ConsentError): void {
    this.#host.dispatchEvent(new ConsentErrorEvent(error));
  }

  #onAnswer(decision: 'granted' | 'denied', details: AnswerDetails): void {
    const engine = this.#engine.engine;
    if (!this.#prompt || !engine) return;
    const { event, saved } = this.#prompt.answer(decision, details);
    this.#take(engine.prompt);
    const status = engine.status(event.request.id);
    this.#host.dispatchEvent(new AnsweredEvent(decision, status, event, saved));
  }

  #onDismiss(details: AnswerDetails): void {
    const engine = this.#engine.engine;
    if (!this.#prompt || !engine) return;
    const { event } = this.#prompt.answer('dismissed', details);
    this.#take(engine.prompt);
    this.#host.dispatchEvent(new DismissedEvent(engine.status(event.request.id), event));
  }
}
