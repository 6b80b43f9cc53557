import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentEvent, Status } from '../../src/consent/model.js';
import type { Policy } from '../../src/policy/model.js';
import { pendingWords } from '../consent-gate/gate-words.js';
import { msg, str } from '../internal/localize.js';
import { actWords, decisionWords, durabilityWords } from './center-words.js';
import { renderMoment } from './format-moment.js';

/** Where one policy stands, and what can be done about it. */
export interface Standing {
  readonly policy: Policy;
  readonly status: Status;
  /** The text the standing answer was about; undefined where it was never kept. */
  readonly agreed: Policy | undefined;
  readonly read: (policy: Policy) => void;
  readonly ask: () => void;
  /** The button that withdraws. */
  readonly withdrawal: TemplateResult;
}

/** One policy: what was decided, when, about which text, how it is kept; then withdrawing it, or agreeing to it. */
export function renderStanding(standing: Standing): TemplateResult {
  const { policy, status, ask } = standing;
  const pending = pendingWords(status);
  return html`<section class="card" part="standing" data-request=${policy.id}>
    <h3 tabindex="-1">
      <bdi lang=${policy.language}>${policy.title?.text ?? policy.id}</bdi>
    </h3>
    <p class="state ${status.decision}">
      ${stateIcon(status.decision)}<strong>${stateWords(status)}</strong>
    </p>
    ${pending ? html`<p>${pending}</p>` : nothing} ${renderFacts(standing)} ${renderTexts(standing)}
    ${status.decision === 'granted' ? standing.withdrawal : nothing}
    ${
      asksAgain(status)
        ? html`<button type="button" class="entry" part="entry" @click=${ask}>
            ${msg('Read and agree', { id: 'privacy-center.entry' })}
          </button>`
        : nothing
    }
  </section>`;
}

function asksAgain({ decision, reason }: Status): boolean {
  if (decision === 'unknown' || reason === 'not-yet-effective') return false;
  return decision !== 'granted' || reason === 'new-version' || reason === 'version-refused';
}

function stateWords({ decision, reason, version, answeredVersion = '' }: Status): string {
  if (decision === 'unknown') return msg('Reading your choices…', { id: 'privacy-center.loading' });
  if (decision === 'denied')
    return msg('You refused. Basic functions only.', { id: 'privacy-center.denied' });
  if (decision === 'withdrawn')
    return msg('You withdrew your consent. Basic functions only.', { id: 'privacy-center.withdrawn' });
  if (decision === 'none')
    return msg('You have not agreed. Basic functions only.', { id: 'privacy-center.none' });
  if (reason === 'new-version')
    return msg(str`You agreed to version ${answeredVersion}; version ${version} is new.`, {
      id: 'privacy-center.new-version',
    });
  if (reason === 'version-refused')
    return msg(str`You agreed to version ${answeredVersion} and refused version ${version}.`, {
      id: 'privacy-center.version-refused',
    });
  return msg('You agreed', { id: 'privacy-center.granted' });
}

function renderFacts({ status, agreed, policy }: Standing): TemplateResult | typeof nothing {
  const { event, durability } = status;
  if (!event) return nothing;
  const title = agreed?.title?.text;
  return html`<dl>
    ${renderFact(decisionWords(event.decision), renderAnswered(event))}
    ${
      title && title !== policy.title?.text
        ? renderFact(
            msg('Text', { id: 'privacy-center.text' }),
            html`<bdi lang=${event.policy.language}>${title}</bdi>`,
          )
        : nothing
    }
    ${event.policy.version ? renderFact(msg('Version', { id: 'privacy-center.version' }), event.policy.version) : nothing}
    ${renderFact(msg('Fingerprint', { id: 'privacy-center.fingerprint' }), html`<code>${shortHash(event.policyHash)}</code>`)}
    ${durability ? renderFact(msg('Kept', { id: 'privacy-center.kept' }), durabilityWords(durability)) : nothing}
  </dl>`;
}

/** When it was answered, and how. */
export const renderAnswered = ({ time, act }: ConsentEvent): TemplateResult =>
  html`${renderMoment(time)} <span class="act">${actWords(act)}</span>`;

/** A name and its value. */
export function renderFact(label: string, value: TemplateResult | string): TemplateResult {
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** The first and last digits of a hash: enough to compare by eye. */
export function shortHash(hash: string): string {
  const digits = hash.replace(/^sha256:/, '');
  return digits.length > 16 ? `${digits.slice(0, 8)}…${digits.slice(-8)}` : digits;
}

/** Opens the text that was answered to, and the text of now where it is another. */
function renderTexts({ policy, agreed, status, read }: Standing): TemplateResult {
  const { event } = status;
  const button = (text: Policy, words: string): TemplateResult =>
    html`<button type="button" class="text" @click=${() => read(text)}>${words}</button>`;
  return html`<p class="texts">
    ${
      agreed
        ? button(agreed, msg('Read the exact text', { id: 'privacy-center.read-agreed' }))
        : event && html`<span class="muted">${notKeptWords()}</span>`
    }
    ${
      event?.policyHash === policy.hash
        ? nothing
        : button(policy, msg('Read the text in force now', { id: 'privacy-center.read-current' }))
    }
  </p>`;
}

/** What is said in place of a text nobody kept. */
export const notKeptWords = (): string =>
  msg('The text answered to was not kept on this device.', { id: 'privacy-center.not-kept' });

const ICONS: Readonly<Record<Status['decision'], string>> = {
  granted: 'M5 12l5 5L19 7',
  denied: 'M6 6l12 12M18 6L6 18',
  withdrawn: 'M8 4L4 8l4 4M4 8h11a5 5 0 0 1 0 10H8',
  none: 'M5 12h14',
  unknown: 'M6 12h.1M12 12h.1M18 12h.1',
};

/** A sign beside the words, never instead of them. */
export function stateIcon(decision: Status['decision']): TemplateResult {
  return html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${ICONS[decision]}></path></svg>`;
}
