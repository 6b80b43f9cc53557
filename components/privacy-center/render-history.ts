import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentEvent } from '../../src/consent/model.js';
import { msg, str } from '../internal/localize.js';
import { actWords, decisionWords } from './center-words.js';
import { formatMoment } from './format-moment.js';
import { shortHash } from './render-standing.js';

export interface History {
  /** Oldest first; undefined while it is being read. */
  readonly events: readonly ConsentEvent[] | undefined;
  /** The titles of the policies by their ids; empty where there is one policy only. */
  readonly titles: ReadonlyMap<string, string>;
  readonly all: boolean;
  readonly showAll: () => void;
  /** Opens the text an answer was about. */
  readonly read: (event: ConsentEvent) => void;
}

/** How many answers are shown before "show all". */
export const FIRST_EVENTS = 5;

/** Every answer, latest first. */
export function renderHistory({ events, titles, all, showAll, read }: History): TemplateResult {
  const latest = [...(events ?? [])].reverse();
  const shown = all ? latest : latest.slice(0, FIRST_EVENTS);
  return html`<section class="card" part="history">
    <h3>${msg('History', { id: 'privacy-center.history' })}</h3>
    ${events?.length === 0 ? html`<p class="muted">${msg('Nothing was answered yet.', { id: 'privacy-center.empty' })}</p>` : nothing}
    <ol>
      ${shown.map((event) => renderEvent(event, titles.get(event.policy.id), read))}
    </ol>
    ${
      shown.length < latest.length
        ? html`<button type="button" @click=${showAll}>
            ${msg(str`Show all ${latest.length}`, { id: 'privacy-center.show-all' })}
          </button>`
        : nothing
    }
  </section>`;
}

function renderEvent(event: ConsentEvent, title: string | undefined, read: History['read']): TemplateResult {
  const { decision, time, act, policy, policyHash } = event;
  const moment = formatMoment(time);
  const words = decisionWords(decision);
  return html`<li>
    <p><strong>${words}</strong> <time datetime=${time}>${moment}</time></p>
    ${title === undefined ? nothing : html`<p lang=${policy.language}>${title}</p>`}
    <p class="muted">
      ${policy.version ? html`${msg(str`Version ${policy.version}`, { id: 'privacy-center.version-of' })} · ` : nothing}${actWords(
        act,
      )}
      · <code>${shortHash(policyHash)}</code>
    </p>
    <button
      type="button"
      class="text"
      aria-label=${msg(str`Read the text: ${words}, ${moment}`, { id: 'privacy-center.read-of' })}
      @click=${() => read(event)}
    >
      ${msg('Read the text', { id: 'privacy-center.read' })}
    </button>
  </li>`;
}
