import { html, nothing, type TemplateResult } from 'lit';
import { msg, str } from '../internal/localize.js';
import { formatMoment } from './format-moment.js';
import { destinationOf } from './request-words.js';
import type { StandingRequest } from './standing-requests.js';
import type { Withdrawal } from './withdrawal.js';

/** The destinations nobody asks about again, since the person wished so; each can be forgotten by one press. */
export function renderDestinations(
  requests: readonly StandingRequest[],
  withdrawal: Withdrawal,
): TemplateResult | typeof nothing {
  const remembered = requests.filter(({ status }) => status.decision === 'granted');
  if (remembered.length === 0) return nothing;
  return html`<section class="card" part="destinations">
    <h3 tabindex="-1">${msg('Remembered destinations', { id: 'privacy-center.destinations' })}</h3>
    <ul>
      ${remembered.map((request) => renderDestination(request, withdrawal))}
    </ul>
  </section>`;
}

function renderDestination({ id, latest }: StandingRequest, withdrawal: Withdrawal): TemplateResult {
  const { kind, name } = destinationOf(latest.request);
  const words = msg('Forget', { id: 'privacy-center.forget' });
  return html`<li class="request" data-request=${id}>
    <h4 tabindex="-1"><bdi>${name}</bdi></h4>
    <p class="muted">${kind} · <time datetime=${latest.time}>${formatMoment(latest.time)}</time></p>
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
