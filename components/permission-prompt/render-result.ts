import { html, nothing, type TemplateResult } from 'lit';
import type { PermissionQuestion } from '../../src/permission/model.js';
import type { DialogController } from '../internal/dialog.js';
import { getLocale, msg, str } from '../internal/localize.js';
import { permissionWords } from '../internal/permission-words.js';
import { detectBrowser, type Agent } from './detect-browser.js';
import { renderFact } from './render-fact.js';
import { settingsSteps } from './settings-steps.js';
import { verdictWords, wayOutWords } from './verdict-words.js';

/**
 * Why the permission is not there, what that costs, and the way out in this browser. A modal dialog: who started the function
 * waits for what comes of it, and need not find it on the page; the one button closes it.
 */
export function renderResult(
  { kind, words, platform }: PermissionQuestion,
  agent: Agent,
  close: () => void,
  dialog: DialogController,
): TemplateResult {
  const { verdict, certain } = platform ?? { verdict: 'failed', certain: true };
  const browser = detectBrowser(agent);
  const refused = verdict === 'denied' || verdict === 'blocked';
  const steps = refused ? settingsSteps(kind, browser) : [];
  return html`<dialog
    class="result"
    lang=${getLocale()}
    aria-labelledby="title"
    aria-describedby="verdict"
    @cancel=${dialog.onCancel}
    @close=${dialog.onClose}
  >
    <div class="view">
      <div class="words">
        <h2 id="title" tabindex="-1" autofocus>
          ${msg(str`Not available: ${permissionWords(kind)}`, { id: 'permission-prompt.not-available' })}
        </h2>
        <p id="verdict">${verdictWords(verdict, certain)}</p>
        ${words.refusal ? html`<dl>${renderFact(meansWords(), words.refusal)}</dl>` : nothing}
        <p>${msg('Everything else works as before.', { id: 'permission-prompt.else' })}</p>
        ${steps.length > 0 ? renderSteps(steps, verdict === 'blocked') : html`<p>${wayOutWords(verdict, browser)}</p>`}
      </div>
    </div>
    <footer>
      <button type="button" class="close" @click=${close}>
        ${msg('Close', { id: 'permission-prompt.close' })}
      </button>
    </footer>
  </dialog>`;
}

/** Somebody who has just refused is not urged to change their mind: the steps are there to be opened. */
function renderSteps(steps: readonly string[], open: boolean): TemplateResult {
  return html`<details ?open=${open}>
    <summary>${msg('How to allow it', { id: 'permission-prompt.how' })}</summary>
    <ol>
      ${steps.map((step) => html`<li>${step}</li>`)}
    </ol>
  </details>`;
}

const meansWords = (): string => msg('This means', { id: 'permission-prompt.means' });
