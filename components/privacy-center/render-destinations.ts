import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../internal/localize.js';
import { renderMoment } from './format-moment.js';
import { destinationOf } from './request-words.js';
import type { StandingRequest } from './standing-requests.js';
import type { Withdrawal } from './withdrawal.js';

/**
 * The destinations nobody asks about again, since the person wished so; each can be forgotten by one press. Those that just were,
 * by their ids, say so where they stood.
 */
export function renderDestinations(
  requests: readonly StandingRequest[],
  withdrawal: Withdrawal,
  forgotten: ReadonlySet<string>,
): TemplateResult | typeof nothing {
  const shown = requests
    .filter(({ id, status }) => status.decision === 'granted' || forgotten.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (shown.length === 0) return nothing;
  return html`<section class="card" part="destinations">
    <h3>${msg('Remembered destinations', { id: 'privacy-center.destinations' })}</h3>
    <ul>
      ${shown.map((request) => renderDestination(request, withdrawal))}
    </ul>
  </section>`;
}

function renderDestination({ id, latest, status }: StandingRequest, withdrawal: Withdrawal): TemplateResult {
  const { kind, name } = destinationOf(latest.request);
  const words = msg('Forget', { id: 'privacy-center.forget' });
  if (status.decision !== 'granted')
    return html`<li class="request" data-request=${id}>
      <h4 tabindex="-1">${msg(str`No longer remembered: ${name}`, { id: 'privacy-center.forgotten' })}</h4>
    </li>`;
  return html`<li class="request" data-request=${id}>
    <h4><bdi>${name}</bdi></h4>
    <p class="muted">${kind} · ${renderMoment(latest.time)}</p>
    <p>
      ${msg('You go there without being asked. If you forget it, you are asked again the next time.', {
        id: 'privacy-center.forget-effect',
      })}
    </p>
    ${withdrawal.render({
      id,
      words,
      name: msg(str`Forget: ${name}`, { id: 'privacy-center.forget-name' }),
      part: 'forget',
      clauses: [],
    })}
  </li>`;
}
