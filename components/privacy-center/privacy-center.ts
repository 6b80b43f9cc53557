import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { ConsentEvent } from '../../src/consent/model.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { PermissionKind, Policy, Span } from '../../src/policy/model.js';
import { ClauseRequestEvent, ConsentErrorEvent, WithdrawnEvent } from '../events.js';
import { DialogController } from '../internal/dialog.js';
import { EngineController } from '../internal/engine-controller.js';
import { renderError } from '../internal/error-view.js';
import { LocaleController, getLocale, msg } from '../internal/localize.js';
import { offerFile } from '../policy-reader/offer-file.js';
import { clauseAt } from '../policy-summary/clause-at.js';
import { base } from '../styles/base.js';
import { tokens } from '../styles/tokens.js';
import { durabilityWords, troubleWords } from './center-words.js';
import { privacyCenterStyles } from './privacy-center.styles.js';
import { renderDestinations } from './render-destinations.js';
import { FIRST_EVENTS, renderHistory } from './render-history.js';
import { renderPermissions } from './render-permissions.js';
import { renderRights } from './render-rights.js';
import { notKeptWords, renderStanding } from './render-standing.js';
import { standingRequests } from './standing-requests.js';
import { withdrawWords } from './withdraw-words.js';
import { Withdrawal, type WithdrawalDetails } from './withdrawal.js';

/**
 * "隐私与授权": everything a person agreed to, refused and withdrew; the exact texts; permissions and remembered destinations;
 * withdrawing; rights and contacts; export.
 *
 * Put it where the app keeps its settings, reachable at any time. Withdrawing takes one press, as agreeing did (PIPL 15: a
 * convenient way): its effect stands beside the button, and agreeing again is as near. The app acts on `ming-withdrawn`. What
 * the browser or the system itself allows no page can take back: the centre says so, and where a person can.
 *
 * @tagname ming-privacy-center
 * @slot withdrawal-effect - What withdrawing means in this app, in the app's words; stands before ours.
 * @event {WithdrawnEvent} ming-withdrawn - A consent was withdrawn, or a destination forgotten: the app must stop what it covered.
 * @event {ClauseRequestEvent} ming-clause-request - A right was pressed: its clause is shown unless the event is cancelled.
 * @event {ConsentErrorEvent} ming-error - Something went wrong; what stood before stands.
 * @csspart standing - One policy and where it stands.
 * @csspart permissions - The permissions that were asked for.
 * @csspart destinations - The destinations that are remembered.
 * @csspart withdraw - A button that withdraws.
 * @csspart forget - A button that forgets a destination.
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
  @state() private takeBack: ((kind: PermissionKind) => readonly string[]) | undefined;

  #engine = new EngineController(this, (change) => {
    if (!change || change.type === 'ready' || change.type === 'status') void this.#refresh();
  });
  #dialog = new DialogController(this, {
    open: () => this.reading !== undefined,
    dismissed: () => (this.reading = undefined),
  });
  #withdrawal = new Withdrawal({ withdraw: (id, details) => this.#onWithdraw(id, details) });
  #refreshes = 0;
  /** What was withdrawn while this stands here. */
  readonly #withdrawn = new Set<string>();

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
    return html`<div lang=${getLocale()}>
      <h2>${msg('Privacy and consent', { id: 'privacy-center.title' })}</h2>
      ${this.#renderTroubles(engine)} ${engine.policies.map((policy) => this.#renderStanding(engine, policy))}
      ${this.#renderRequests(engine)}
      ${engine.policies.map((policy) => renderRights(policy, (span) => this.#onRight(policy, span), several))}
      ${renderHistory({
        events,
        titleOf: (id) => engine.policies.find((policy) => policy.id === id)?.title?.text ?? id,
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
    const clauses = policy.withdrawals.flatMap(({ span }) => clauseAt(policy, span) ?? []);
    return html`<div class="withdrawal">
      <slot name="withdrawal-effect"></slot>
      <p>
        ${msg(
          'If you withdraw, only the basic functions work. What was done before stays lawful. You can agree again at any time.',
          { id: 'privacy-center.effect' },
        )}
      </p>
      ${this.#withdrawal.render({
        id: policy.id,
        words: withdrawWords(),
        part: 'withdraw',
        clauses: [...new Set(clauses)],
      })}
    </div>`;
  }

  /** Permissions and remembered destinations. */
  #renderRequests(engine: ConsentEngine): readonly unknown[] {
    const events = this.events ?? [];
    const [primary] = engine.policies;
    const withdrawal = this.#withdrawal;
    return [
      renderPermissions({
        requests: standingRequests(events, 'permission', engine),
        policy: primary && engine.status(primary.id).decision,
        withdrawal,
        takeBack: this.takeBack,
        loadTakeBack: () => void this.#onTakeBack(),
      }),
      renderDestinations(standingRequests(events, 'jump', engine), withdrawal, this.#withdrawn),
    ];
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

  async #onWithdraw(id: string, details: WithdrawalDetails): Promise<void> {
    const engine = this.#engine.engine;
    if (!engine) return;
    this.#withdrawn.add(id);
    try {
      const { event, saved } = await engine.withdraw(id, details);
      this.dispatchEvent(new WithdrawnEvent(engine.status(id), event));
      await this.#refresh();
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>(`[data-request="${CSS.escape(id)}"] :is(h3, h4)`)?.focus();
      const kept = durabilityWords(await saved);
      const done = msg('Your consent is withdrawn.', { id: 'privacy-center.withdrawn-now' });
      // What is forgotten says so itself, where the focus went.
      this.said = event.request.kind === 'jump' ? kept : `${done} ${kept}`;
    } catch (error) {
      this.#report(error);
    }
  }

  /** Where this does not load, a sentence stands in its place. */
  async #onTakeBack(): Promise<void> {
    const steps = await import('../permission-prompt/take-back-steps.js').catch(() => undefined);
    this.takeBack = steps?.takeBackSteps;
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

  /** The button goes away: the focus moves on to the first entry that was not there before. */
  async #onShowAll(): Promise<void> {
    this.all = true;
    await this.updateComplete;
    this.renderRoot.querySelectorAll<HTMLElement>('[part="history"] li')[FIRST_EVENTS]?.focus();
  }

  async #onReadEvent(event: ConsentEvent): Promise<void> {
    try {
      const policy = await this.#engine.engine?.agreedPolicy(event);
      if (policy) return this.#read(policy);
      this.said = notKeptWords();
    } catch (error) {
      this.#report(error);
    }
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
