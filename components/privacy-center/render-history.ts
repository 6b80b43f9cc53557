import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentEvent } from '../../src/consent/model.js';
import { msg, str } from '../internal/localize.js';
import { actWords, decisionWords } from './center-words.js';
import { formatMoment } from './format-moment.js';
import { historyEntries, type HistoryEntry } from './history-entries.js';
import { shortHash } from './render-standing.js';
import { destinationOf, permissionTitle, systemWords } from './request-words.js';

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

/** Every answer, latest first: to policies, for permissions, before jumps. */
export function renderHistory({ events, titles, all, showAll, read }: History): TemplateResult {
  const entries = historyEntries(events ?? []);
  const shown = all ? entries : entries.slice(0, FIRST_EVENTS);
  return html`<section class="card" part="history">
    <h3 tabindex="-1">${msg('History', { id: 'privacy-center.history' })}</h3>
    ${events?.length === 0 ? html`<p class="muted">${msg('Nothing was answered yet.', { id: 'privacy-center.empty' })}</p>` : nothing}
    <ol>
      ${shown.map((entry) => html`<li tabindex="-1">${renderEntry(entry, titles, read)}</li>`)}
    </ol>
    ${
      shown.length < entries.length
        ? html`<button type="button" @click=${showAll}>
            ${msg(str`Show all ${entries.length}`, { id: 'privacy-center.show-all' })}
          </button>`
        : nothing
    }
  </section>`;
}

function renderEntry(entry: HistoryEntry, titles: History['titles'], read: History['read']): TemplateResult {
  const { kind } = entry.event.request;
  if (kind === 'permission') return renderPermission(entry);
  if (kind === 'jump') return renderJump(entry);
  return renderAnswer(entry, titles.get(entry.event.policy.id), read);
}

function renderPermission({ event, platform, again }: HistoryEntry): TemplateResult {
  const { request, policy } = event;
  const words = again
    ? msg('Asked again of the browser or the system', { id: 'privacy-center.asked-again' })
    : decisionWords(event.decision);
  return html`${renderLead(permissionTitle(request), words, event)}
    ${platform ? html`<p>${systemWords(platform)}</p>` : nothing}
    <p class="muted">
      ${request.purpose ? html`<bdi lang=${policy.language}>${request.purpose}</bdi> · ` : nothing}${
        again ? nothing : actWords(event.act)
      }
    </p>`;
}

function renderJump({ event }: HistoryEntry): TemplateResult {
  const { kind, name } = destinationOf(event.request);
  const remembered = event.decision === 'granted' && event.validity === 'standing';
  return html`${renderLead(name, decisionWords(event.decision), event)}
    <p class="muted">
      ${kind} ·
      ${
        remembered
          ? html`${msg('remembered', { id: 'privacy-center.jump-remembered' })} · `
          : event.decision === 'granted'
            ? html`${msg('this time only', { id: 'privacy-center.jump-once' })} · `
            : nothing
      }${actWords(event.act)}
    </p>`;
}

function renderLead(what: string, words: string, { time }: ConsentEvent): TemplateResult {
  return html`<p>
    <strong><bdi>${what}</bdi> · ${words}</strong> <time datetime=${time}>${formatMoment(time)}</time>
  </p>`;
}

function renderAnswer(
  { event }: HistoryEntry,
  title: string | undefined,
  read: History['read'],
): TemplateResult {
  const { decision, time, act, policy, policyHash } = event;
  const moment = formatMoment(time);
  const words = decisionWords(decision);
  return html`<p><strong>${words}</strong> <time datetime=${time}>${moment}</time></p>
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
    </button>`;
}
