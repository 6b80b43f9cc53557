import { html, type TemplateResult } from 'lit';
import type { Prompt } from '../../src/engine-contract.js';
import type { PermissionQuestion } from '../../src/permission/model.js';
import type { DialogController } from '../internal/dialog.js';
import { getLocale, msg } from '../internal/localize.js';
import { renderPurpose, titleWords } from './prompt-words.js';
import { renderFact } from './render-fact.js';

/** Our question: which permission, the app's words why, who asks, and what comes after either answer. */
export function renderQuestion(
  { policy }: Prompt,
  permission: PermissionQuestion,
  answers: TemplateResult,
  dialog: DialogController,
): TemplateResult {
  return html`<dialog
    part="dialog"
    lang=${getLocale()}
    aria-labelledby="title"
    aria-describedby="purpose"
    @cancel=${dialog.onCancel}
    @close=${dialog.onClose}
  >
    <div class="view">
      <div id="notice" class="words">
        <h2 id="title" tabindex="-1" autofocus>${titleWords(permission)}</h2>
        <p id="purpose">${renderPurpose(permission)}</p>
        ${renderFacts(policy, permission)}
        <p>
          ${msg('If you agree, the browser or the system may ask you too; both must allow it.', {
            id: 'permission-prompt.next',
          })}
        </p>
        <p>
          ${msg('You may refuse: everything else works as before.', { id: 'permission-prompt.may-refuse' })}
        </p>
      </div>
    </div>
    <footer>${answers}</footer>
  </dialog>`;
}

function renderFacts(
  { app, publisher, language }: Prompt['policy'],
  { words }: PermissionQuestion,
): TemplateResult {
  return html`<dl>
    ${renderFact(msg('App', { id: 'consent-gate.app' }), app?.name.text, language)}
    ${renderFact(msg('Who asks', { id: 'consent-gate.publisher' }), publisher?.name.text, language)}
    ${renderFact(msg('Used in', { id: 'permission-prompt.scene' }), words.scene)}
    ${renderFact(msg('Information', { id: 'permission-prompt.data' }), words.data)}
    ${renderFact(msg('If refused', { id: 'policy-summary.refusal' }), words.refusal)}
  </dl>`;
}
