import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Policy } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import type { ReaderText } from './reader-text.js';

/** Ways to keep the text (PIPL 17: easy to read and to save). */
export interface KeepActs {
  readonly save: () => void;
  readonly print: () => void;
}

/** What stands above the text: the title where the text has none of its own, version, dates, ways to keep it. */
export function renderFacts({ policy, title }: ReaderText, acts: KeepActs): TemplateResult {
  const facts = factsOf(policy);
  return html`<header>
    ${title === undefined && policy.title ? html`<h2 lang=${policy.language}>${policy.title.text}</h2>` : nothing}
    ${facts.length > 0 ? html`<p class="muted">${facts.join(' · ')}</p>` : nothing}
    <p class="keep">
      <button type="button" class="text" @click=${acts.save}>
        ${msg('Save this text', { id: 'policy-reader.save' })}
      </button>
      <button type="button" class="text" @click=${acts.print}>
        ${msg('Print', { id: 'policy-reader.print' })}
      </button>
    </p>
  </header>`;
}

/** What the policy states about itself, in its own words after labels of ours. */
function factsOf({ version, dates }: Policy): readonly string[] {
  const updated = dates.updated ?? dates.published;
  return [
    version === undefined ? '' : msg(str`Version ${version}`, { id: 'policy-reader.version' }),
    updated ? msg(str`Updated ${updated.text}`, { id: 'policy-reader.updated' }) : '',
    dates.effective ? msg(str`In force from ${dates.effective.text}`, { id: 'policy-reader.effective' }) : '',
  ].filter((fact) => fact !== '');
}
