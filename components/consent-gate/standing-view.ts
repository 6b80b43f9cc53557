import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ConsentEngine } from '../../src/engine-contract.js';
import type { Status } from '../../src/consent/model.js';
import { getLocale, msg } from '../internal/localize.js';
import { wear } from '../styles/wear.js';
import { consentGateStyles } from './consent-gate.styles.js';
import { basicModeWords, pendingWords } from './gate-words.js';

export interface Standing {
  /** True right after a refusal: what still works is explained once. */
  readonly refusedNow: boolean;
  /** True where the last answer could not be kept. */
  readonly unkept: boolean;
  /** Opens the question about a policy again. */
  readonly onEntry: (id: string) => void;
}

/** Dresses a gate for what may stand on the page. */
export function dressGate(gate: LitElement): void {
  wear(gate, consentGateStyles);
}

/** What stands where the gate stands while nothing is asked: basic mode with its entry, a coming version, an unkept answer. */
export function renderStanding(engine: ConsentEngine | undefined, standing: Standing): unknown {
  if (!engine) return nothing;
  const all = engine.policies.map(({ id }) => ({ id, status: engine.status(id) }));
  const open = all.find(({ status }) => inBasicMode(status));
  const pending = all.map(({ status }) => pendingWords(status)).find(Boolean);
  return html`${standing.unkept ? renderLine(unkeptWords()) : nothing}
  ${pending ? renderLine(pending) : nothing} ${open ? renderBasic(open.id, open.status, standing) : nothing}`;
}

function inBasicMode({ decision, reason, asks }: Status): boolean {
  if (asks || decision === 'unknown' || reason === 'not-yet-effective') return false;
  return decision !== 'granted' || reason === 'version-refused';
}

function renderLine(words: string): TemplateResult {
  return html`<p class="standing" part="standing" lang=${getLocale()}>${words}</p>`;
}

function renderBasic(id: string, status: Status, { refusedNow, onEntry }: Standing): TemplateResult {
  const [heading, meaning] = basicModeWords(status);
  return html`<section class="standing" part="basic" lang=${getLocale()}>
    <div>
      <p><strong>${heading}</strong></p>
      <p class="muted">${meaning}</p>
      ${refusedNow ? renderExplanation() : nothing}
    </div>
    <button part="entry" @click=${() => onEntry(id)}>
      ${msg('Read and agree', { id: 'consent-gate.entry' })}
    </button>
  </section>`;
}

function renderExplanation(): TemplateResult {
  return html`<p>
      <slot name="basic-functions">
        ${msg('What needs no personal information works as before.', { id: 'consent-gate.still-works' })}
      </slot>
    </p>
    <p>
      ${msg('What needs personal information stays off until you agree.', { id: 'consent-gate.stays-off' })}
    </p>`;
}

const unkeptWords = (): string =>
  msg('Your choice cannot be kept on this device. You will be asked again next time.', {
    id: 'consent-gate.unkept',
  });
