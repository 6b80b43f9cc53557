import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConsentEvent } from '../../src/consent/model.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { Policy, Span } from '../../src/policy/model.js';
import { ClauseRequestEvent, ConsentErrorEvent, WithdrawnEvent } from '../events.js';
import { AnswerPress } from '../internal/answer-press.js';
import { DialogController } from '../internal/dialog.js';
import { EngineController } from '../internal/engine-controller.js';
import { renderError } from '../internal/error-view.js';
import { LocaleController, catalogueVersion, getLocale, msg } from '../internal/localize.js';
import { shownStrings } from '../internal/shown-strings.js';
import { offerFile } from '../policy-reader/offer-file.js';
import { clauseAt } from '../policy-summary/clause-at.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { durabilityWords, troubleWords } from './center-words.js';
import { privacyCenterStyles } from './privacy-center.styles.js';
import { FIRST_EVENTS, renderHistory } from './render-history.js';
import { renderRights } from './render-rights.js';
import { renderStanding } from './render-standing.js';

/**
 * "隐私与授权": everything a person agreed to, refused and withdrew; the exact texts; withdrawing; rights and contacts; export.
 *
 * Put it where the app keeps its settings, reachable at any time. Withdrawing takes one press, as agreeing did (PIPL 15: a
 * convenient way): its effect stands beside the button, and agreeing again is as near. The app acts on `ming-withdrawn`.
 *
 * @tagname ming-privacy-center
 * @slot withdrawal-effect - What withdrawing means in this app, in the app's words; stands before ours.
 * @event {WithdrawnEvent} ming-withdrawn - A consent was withdrawn: the app must stop what it covered.
 * @event {ClauseRequestEvent} ming-clause-request - A right was pressed: its clause is shown unless the event is cancelled.
 * @event {ConsentErrorEvent} ming-error - Something went wrong; what stood before stands.
 * @csspart standing - One policy and where it stands.
 * @csspart withdraw - The button that withdraws.
 * @csspart entry - The button that opens the question again.
 * @csspart history - Every answer.
 * @csspart rights - The rights the policy names.
 * @csspart contacts - The publisher's contacts.
 * @csspart dialog - A text being read.
 * @csspart error - A visible error.
 */
export class PrivacyCenterElement extends LitElement {
  static override styles = [tokens, base, privacyCenterStyles];

  /** The engine whose answers are shown. Default: the provider's. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  @state() private events: readonly ConsentEvent[] | undefined;
  @state() private agreed: ReadonlyMap<string, Policy | undefined> = new Map();
  @state() private all = false;
  @state() private reading: { readonly policy: Policy; readonly clause: string } | undefined;
  @state() private readerFailed = false;
  @state() private fault: ConsentError | undefined;
  @state() private said = '';

  #engine = new EngineController(this, (change) => {
    if (!change || change.type === 'ready' || change.type === 'status') void this.#refresh();
  });
  #dialog = new DialogController(this, {
    open: () => this.reading !== undefined,
    dismissed: () => (this.reading = undefined),
  });
  #press = new AnswerPress();
  #refreshes = 0;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const engine = this.#engine.engine;
    return html`${renderError(this.#engine.error ?? this.fault)}
      <p class="unseen" role="status">${this.said}</p>
      ${engine ? this.#renderCenter(engine) : nothing}`;
  }

  #renderCenter(engine: ConsentEngine): TemplateResult {
    const { events } = this;
    const several = engine.policies.length > 1;
    const titles = engine.policies.map(({ id, title }) => [id, title?.text ?? id] as const);
    return html`<div lang=${getLocale()}>
      <h2>${msg('Privacy and consent', { id: 'privacy-center.title' })}</h2>
      ${this.#renderTroubles(engine)} ${engine.policies.map((policy) => this.#renderStanding(engine, policy))}
      ${engine.policies.map((policy) => renderRights(policy, (span) => this.#onRight(policy, span), several))}
      ${renderHistory({
        events,
        titles: new Map(several ? titles : []),
        all: this.all,
        showAll: () => void this.#onShowAll(),
        read: (event) => void this.#onReadEvent(event),
      })}
      <button type="button" ?disabled=${!events?.length} @click=${this.#onExport}>
        ${msg('Save my records as a file', { id: 'privacy-center.export' })}
      </button>
      ${this.reading ? this.#renderReader(this.reading) : nothing}
    </div>`;
  }

  /** Each kind of trouble once, for people; the code for whom they call. */
  #renderTroubles({ errors }: ConsentEngine): readonly TemplateResult[] {
    const troubles = new Map(errors.map(({ code }) => [code, troubleWords(code)]));
    return [...troubles].flatMap(([code, words]) =>
      words ? [html`<p class="error" part="error" role="alert">${words} <code>${code}</code></p>`] : [],
    );
  }

  #renderStanding(engine: ConsentEngine, policy: Policy): TemplateResult {
    const status = engine.status(policy.id);
    return renderStanding({
      policy,
      status,
      agreed: status.event && this.agreed.get(status.event.policyHash),
      read: (text) => this.#read(text),
      ask: () => void this.#onAsk(policy),
      withdrawal: this.#renderWithdrawal(policy),
    });
  }

  #renderWithdrawal(policy: Policy): TemplateResult {
    const on = this.#press.onEvent;
    return html`<div class="withdrawal">
      <slot name="withdrawal-effect"></slot>
      <p>
        ${msg(
          'If you withdraw, only the basic functions work. What was done before stays lawful. You can agree again at any time.',
          { id: 'privacy-center.effect' },
        )}
      </p>
      <button
        type="button"
        part="withdraw"
        @pointerdown=${on}
        @mousedown=${on}
        @keydown=${on}
        @keyup=${on}
        @focus=${on}
        @blur=${on}
        @click=${(click: MouseEvent) => void this.#onWithdraw(policy, click)}
      >
        ${withdrawWords()}
      </button>
    </div>`;
  }

  #renderReader({ policy, clause }: { readonly policy: Policy; readonly clause: string }): TemplateResult {
    return html`<dialog
      part="dialog"
      aria-label=${policy.title?.text ?? msg('Full text', { id: 'privacy-center.full-text' })}
      @cancel=${this.#dialog.onCancel}
      @close=${this.#dialog.onClose}
    >
      <p class="bar">
        <button type="button" autofocus @click=${() => (this.reading = undefined)}>
          ${msg('Back', { id: 'privacy-center.back' })}
        </button>
      </p>
      <div class="view">
        ${
          this.readerFailed
            ? html`<p class="plain" lang=${policy.language}>${policy.text}</p>`
            : html`<ming-policy-reader .policy=${policy} .clause=${clause}></ming-policy-reader>`
        }
      </div>
    </dialog>`;
  }

  /** Reads the answers and the texts they were about; only the latest of several readings counts. */
  async #refresh(): Promise<void> {
    const engine = this.#engine.engine;
    const refresh = (this.#refreshes += 1);
    if (!engine) return;
    try {
      await engine.ready;
      const events = await engine.history();
      const standing = engine.policies.flatMap(({ id }) => engine.status(id).event ?? []);
      const agreed = await Promise.all(
        standing.map(async (event) => [event.policyHash, await engine.agreedPolicy(event)] as const),
      );
      if (refresh !== this.#refreshes) return;
      this.events = events;
      this.agreed = new Map(agreed);
      this.fault = undefined;
    } catch (error) {
      if (refresh === this.#refreshes) this.#report(error);
    }
  }

  #read(policy: Policy, clause = ''): void {
    this.reading = { policy, clause };
    import('../policy-reader/define.js').catch(() => (this.readerFailed = true));
  }

  #report(error: unknown): void {
    this.fault =
      error instanceof ConsentError
        ? error
        : new ConsentError('center/failed', String(error), undefined, error);
    this.dispatchEvent(new ConsentErrorEvent(this.fault));
  }

  async #onWithdraw(policy: Policy, click: MouseEvent): Promise<void> {
    const engine = this.#engine.engine;
    const act = this.#press.take(click)?.act;
    const card = (click.currentTarget as Element).closest('section');
    if (!engine || !act || !card) return;
    const notice = this.#noticeOf(policy, card);
    try {
      const { event, saved } = await engine.withdraw(policy.id, { act, visibility: 'unverified', notice });
      this.dispatchEvent(new WithdrawnEvent(engine.status(policy.id), event));
      await this.updateComplete;
      card.querySelector<HTMLElement>('h3')?.focus();
      const kept = durabilityWords(await saved);
      this.said = `${msg('Your consent is withdrawn.', { id: 'privacy-center.withdrawn-now' })} ${kept}`;
    } catch (error) {
      this.#report(error);
    }
  }

  #noticeOf(policy: Policy, card: Element): Parameters<ConsentEngine['withdraw']>[1]['notice'] {
    const clauses = policy.withdrawals.flatMap(({ span }) => clauseAt(policy, span) ?? []);
    return {
      locale: getLocale(),
      catalogue: catalogueVersion,
      strings: shownStrings(card),
      answers: [withdrawWords()],
      clauses: [...new Set(clauses)],
    };
  }

  async #onAsk({ id }: Policy): Promise<void> {
    try {
      await this.#engine.engine?.ensure(id, { trigger: 'user' });
    } catch (error) {
      this.#report(error);
    }
  }

  #onRight(policy: Policy, span: Span): void {
    const clause = clauseAt(policy, span) ?? '';
    if (this.dispatchEvent(new ClauseRequestEvent(clause, span))) this.#read(policy, clause);
  }

  /** The button goes away: the focus moves on to the first answer that was not there before. */
  async #onShowAll(): Promise<void> {
    this.all = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('ol button')[FIRST_EVENTS]?.focus();
  }

  async #onReadEvent(event: ConsentEvent): Promise<void> {
    const policy = await this.#engine.engine?.agreedPolicy(event);
    if (policy) this.#read(policy);
    else
      this.said = msg('The text answered to was not kept on this device.', { id: 'privacy-center.not-kept' });
  }

  async #onExport(): Promise<void> {
    const engine = this.#engine.engine;
    if (!engine) return;
    try {
      offerFile(`mingshi-${engine.namespace}.json`, 'application/json', await engine.export('json'));
    } catch (error) {
      this.#report(error);
    }
  }
}

function withdrawWords(): string {
  return msg('Withdraw consent', { id: 'privacy-center.withdraw' });
}
