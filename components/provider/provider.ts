import { ContextProvider } from '@lit/context';
import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConsentEngine, ConsentOptions, DeclaredPolicy } from '../../src/engine-contract.js';
import { createConsent } from '../../src/engine.js';
import { ConsentError } from '../../src/errors.js';
import type { Policy } from '../../src/policy/model.js';
import { ConsentErrorEvent, ReadyEvent } from '../events.js';
import { attachContextRoot, engineContext } from '../internal/engine-context.js';
import { dressErrors, renderError } from '../internal/error-view.js';
import { decideLocale, guessLocale, LocaleController, setLocale } from '../internal/localize.js';
import { fetchText, inlineTexts, readPolicies } from './find-policies.js';
import { findStorage } from './find-storage.js';

/** What the engine is built from; a change of one builds another. */
const SOURCES = ['policy', 'policies', 'storage', 'namespace', 'options'] as const;

/** How long a provider without a policy waits for one, in ms. */
const PATIENCE = 2000;

/**
 * Gives the elements inside it their engine: the one in `.engine`, or one it builds from a policy and a storage.
 *
 * Put it around your app, or around the elements alone. It shows nothing but an error. An engine it built ends when the
 * provider is removed; moving it changes nothing.
 *
 * @tagname ming-provider
 * @slot - The app, and a policy as `<script type="application/json">` where it is not fetched.
 * @event {ReadyEvent} ming-ready - The ledger was read; `event.engine` tells from now on what was answered.
 * @event {ConsentErrorEvent} ming-error - No policy could be read, or the engine met an error.
 * @csspart error - A visible error.
 */
export class ProviderElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** Fetches the policy from this address. Default: the policy is inside, or in `policies`. */
  @property() policy = '';

  /** Keeps choices in `indexeddb`, `local-storage` or `memory`. Default `indexeddb`. */
  @property() storage = 'indexeddb';

  /** Separates the choices of apps on one origin. Default `default`. */
  @property() namespace = 'default';

  /** Shows everything in this language. Default: the nearest `lang`, then the policy's language. */
  @property() locale = '';

  /** Asks about these policies. Default: those inside, or fetched. */
  @property({ attribute: false }) policies: readonly (Policy | DeclaredPolicy)[] | undefined;

  /** What else an engine built here gets, as `createConsent` takes it: `requesters`, `registrableDomain` … Default: nothing. */
  @property({ attribute: false }) options: Omit<ConsentOptions, 'policies'> | undefined;

  /** Hands on this engine; one that was built here can be read from it. Default: one is built. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  @state() private fault: ConsentError | undefined;

  #context = new ContextProvider(this, { context: engineContext });
  #built: ConsentEngine | undefined;
  #requires = false;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    attachContextRoot();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.engine) this.#followTemplates();
    else if (this.hasUpdated) void this.#build();
  }

  /** A move is a removal too, so the engine ends only if the provider is still away when the task is over. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    setTimeout(() => this.isConnected || this.#end());
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) guessLocale(this, this.locale);
    if (changed.has('engine') && this.engine !== this.#built) this.#adopt();
    else if (!this.hasUpdated || SOURCES.some((name) => changed.has(name))) void this.#build();
    if (this.hasUpdated && changed.has('locale') && this.locale) void setLocale(this.locale);
  }

  override updated(): void {
    if (this.fault) void dressErrors(this);
  }

  override render(): TemplateResult {
    return html`${renderError(this.fault)}<slot @slotchange=${this.#onSlotChange}></slot>`;
  }

  /** Another engine was given, or the given one taken away. */
  #adopt(): void {
    this.#run++;
    this.fault = undefined;
    this.#built?.destroy();
    this.#built = undefined;
    if (!this.engine) return void this.#build();
    void decideLocale(this.engine, this, this.locale);
    this.#hand(this.engine);
    void this.#tellReady(this.engine);
  }

  async #build(): Promise<void> {
    const run = ++this.#run;
    const overtaken = (): boolean => run !== this.#run || !this.isConnected;
    try {
      const policies = await this.#findPolicies();
      if (overtaken() || !policies) return;
      const places = await findStorage(this.storage, this.namespace);
      if (overtaken()) return;
      this.#provide(createConsent({ namespace: this.namespace, ...places, ...this.options, policies }));
    } catch (error) {
      if (!overtaken()) this.#fail(error);
    }
  }

  async #findPolicies(): Promise<ProviderElement['policies']> {
    if (this.policies) return this.policies;
    if (this.policy) return readPolicies(fetchText(this.policy).then((text) => [text]));
    if (document.readyState === 'loading') {
      await new Promise((parsed) => document.addEventListener('DOMContentLoaded', parsed, { once: true }));
    }
    const texts = inlineTexts(this);
    clearTimeout(this.#timer);
    if (texts.length > 0) return readPolicies(Promise.resolve(texts));
    this.#timer = setTimeout(() => this.#missing(), PATIENCE);
    return undefined;
  }

  #missing(): void {
    if (this.engine || !this.isConnected) return;
    const sentence = 'Set policy="…", .policies or .engine, or put the policy inside as application/json.';
    this.#fail(new ConsentError('provider/no-policy', sentence));
  }

  #provide(engine: ConsentEngine): void {
    this.#built?.destroy();
    this.#built = this.engine = engine;
    this.fault = undefined;
    engine.errors.forEach((error) => this.#announce(error));
    engine.subscribe((change) => change.type === 'error' && this.#announce(change.error));
    void decideLocale(engine, this, this.locale);
    this.#hand(engine);
    void this.#tellReady(engine);
  }

  #hand(engine: ConsentEngine | undefined): void {
    this.#context.setValue(engine);
    this.#followTemplates();
  }

  /** What shows `<template data-ming-requires>` is loaded where there is one. */
  #followTemplates(): void {
    this.#requires ||= !!this.querySelector('template[data-ming-requires]');
    if (!this.#requires) return;
    import('../requires/follow-provider.js').then(
      ({ followProvider }) => followProvider(this),
      (cause: unknown) => {
        const sentence = 'The module for data-ming-requires did not load.';
        this.#announce(new ConsentError('requires/not-loaded', sentence, undefined, cause));
      },
    );
  }

  async #tellReady(engine: ConsentEngine): Promise<void> {
    const ready = await engine.ready.then(
      () => true,
      () => false,
    );
    if (ready && this.engine === engine) this.dispatchEvent(new ReadyEvent(engine));
  }

  #end(): void {
    this.#run++;
    this.#built?.destroy();
    if (this.engine === this.#built) this.engine = undefined;
    this.#built = undefined;
    this.#hand(this.engine);
  }

  #announce(error: ConsentError): void {
    this.dispatchEvent(new ConsentErrorEvent(error));
  }

  #fail(error: unknown): void {
    this.fault =
      error instanceof ConsentError
        ? error
        : new ConsentError('provider/failed', `No engine was built: ${String(error)}`, error, error);
    this.#announce(this.fault);
  }

  /** A policy put inside later, or a template. */
  #onSlotChange(): void {
    if (this.engine) this.#followTemplates();
    else if (this.hasUpdated && !this.policy) void this.#build();
  }
}
