import { html, nothing, type TemplateResult } from 'lit';
import type { Status } from '../../src/consent/model.js';
import type { PermissionKind } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';
import { plainWords } from '../internal/plain-words.js';
import { decisionWords, durabilityWords } from './center-words.js';
import { renderAnswered, renderFact, stateIcon } from './render-standing.js';
import { kindOf, permissionTitle, systemWords } from './request-words.js';
import type { StandingRequest } from './standing-requests.js';
import { withdrawWords } from './withdraw-words.js';
import type { Withdrawal } from './withdrawal.js';

export interface Permissions {
  readonly requests: readonly StandingRequest[];
  /** About the policy they were asked under: where it is not agreed to now, none is used. */
  readonly policy: Status['decision'] | undefined;
  readonly withdrawal: Withdrawal;
  /** The ways to take a permission back in this browser; undefined until they are loaded. */
  readonly takeBack: ((kind: PermissionKind) => readonly string[]) | undefined;
  readonly loadTakeBack: () => void;
}

/** Every permission that was asked for: the person's answer, the system's, what for, and withdrawing it. */
export function renderPermissions(permissions: Permissions): TemplateResult | typeof nothing {
  const { requests, policy } = permissions;
  if (requests.length === 0) return nothing;
  return html`<section class="card" part="permissions">
    <h3>${msg('Permissions', { id: 'privacy-center.permissions' })}</h3>
    ${
      policy === 'granted'
        ? nothing
        : html`<p>
            ${
              policy === 'withdrawn'
                ? msg('You withdrew your consent: none of them is used now.', {
                    id: 'privacy-center.permissions-withdrawn',
                  })
                : msg('None of them is used while you have not agreed to the policy.', {
                    id: 'privacy-center.permissions-unused',
                  })
            }
          </p>`
    }
    <ul>
      ${requests.map((request) => renderPermission(request, permissions))}
    </ul>
  </section>`;
}

function renderPermission(standing: StandingRequest, permissions: Permissions): TemplateResult {
  const { id, status, wasAllowed } = standing;
  const kind = kindOf(id);
  return html`<li class="request" data-request=${id}>
    <h4 tabindex="-1">
      <bdi lang=${standing.latest.policy.language}>${permissionTitle(standing.latest.request)}</bdi>
    </h4>
    <p class="state ${status.decision}">${stateIcon(status.decision)}<span>${renderState(standing)}</span></p>
    ${renderFacts(standing)}
    ${status.decision === 'granted' ? renderWithdrawal(standing, permissions) : nothing}
    ${wasAllowed && isKeptBySystem(kind) ? renderTakeBack(kind, permissions) : nothing}
  </li>`;
}

/** Pickers: they gave what was picked and nothing else, so that there is no permission left to take back. */
const PICKED: readonly PermissionKind[] = ['album', 'storage', 'contacts'];

const isKeptBySystem = (kind: PermissionKind): boolean => !PICKED.includes(kind);

function renderState({ status, latest }: StandingRequest): TemplateResult {
  const { decision, platform } = status.event ?? latest;
  return html`<strong>${decisionWords(decision)}</strong>${platform ? systemWords(platform) : nothing}`;
}

/** How safely it is kept only where that is not at all. */
function renderFacts({ latest, status }: StandingRequest): TemplateResult {
  const { request } = latest;
  const { durability } = status;
  const app = (words: string): TemplateResult =>
    html`<bdi lang=${latest.policy.language}>${plainWords(words)}</bdi>`;
  return html`<dl>
    ${request.data ? renderFact(msg('Information', { id: 'privacy-center.data' }), app(request.data)) : nothing}
    ${request.refusal ? renderFact(msg('Without it', { id: 'privacy-center.without' }), app(request.refusal)) : nothing}
    ${renderFact(msg('Answered', { id: 'privacy-center.answered' }), renderAnswered(latest))}
    ${
      durability === 'memory'
        ? renderFact(msg('Kept', { id: 'privacy-center.kept' }), durabilityWords(durability))
        : nothing
    }
  </dl>`;
}

function renderWithdrawal({ id, latest }: StandingRequest, { withdrawal }: Permissions): TemplateResult {
  const title = permissionTitle(latest.request);
  return html`<div class="withdrawal">
    <p>
      ${msg(
        'If you withdraw, what needs this permission stops; everything else goes on. What was done before stays lawful. You are asked again when you start it.',
        { id: 'privacy-center.permission-effect' },
      )}
    </p>
    ${isKeptBySystem(kindOf(id)) ? html`<p>${staysWords()}</p>` : nothing}
    ${withdrawal.render({
      id,
      words: withdrawWords(),
      name: msg(str`Withdraw consent: ${title}`, { id: 'privacy-center.withdraw-name' }),
      part: 'withdraw',
      clauses: [],
    })}
  </div>`;
}

const staysWords = (): string =>
  msg('The browser or the system keeps a permission of its own: no page can take that one back, you can.', {
    id: 'privacy-center.system-keeps',
  });

function renderTakeBack(kind: PermissionKind, { takeBack, loadTakeBack }: Permissions): TemplateResult {
  const steps = takeBack?.(kind) ?? [];
  return html`<details @toggle=${loadTakeBack}>
    <summary>
      ${msg('Take it back in the browser or the system, too', { id: 'privacy-center.take-back' })}
    </summary>
    ${
      steps.length > 0
        ? html`<ol>
            ${steps.map((step) => html`<li>${step}</li>`)}
          </ol>`
        : html`<p>
            ${msg(
              'Look for this website in the browser’s settings, or for this app in the device’s settings.',
              {
                id: 'privacy-center.take-back-anywhere',
              },
            )}
          </p>`
    }
  </details>`;
}
