import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { ConsentEvent } from '../../src/consent/model.js';
import { msg, str } from '../internal/localize.js';
import { actWords, decisionWords } from './center-words.js';
import { formatMoment, renderMoment } from './format-moment.js';
import { historyEntries, type HistoryEntry } from './history-entries.js';
import { shortHash } from './render-standing.js';
import { destinationOf, joinWords, permissionTitle, systemWords } from './request-words.js';

export interface History {
  /** Oldest first; undefined while it is being read. */
  readonly events: readonly ConsentEvent[] | undefined;
  /** The title of a policy by its id. */
  readonly titleOf: (id: string) => string;
  readonly all: boolean;
  readonly showAll: () => void;
  /** Opens the text an answer was about. */
  readonly read: (event: ConsentEvent) => void;
}

/** How many answers are shown before "show all". */
export const FIRST_EVENTS = 5;

/** Every answer, latest first: to policies, for permissions, before jumps. */
export function renderHistory({ events, titleOf, all, showAll, read }: History): TemplateResult {
  const entries = historyEntries(events ?? []);
  const shown = all ? entries : entries.slice(0, FIRST_EVENTS);
  return html`<section class="card" part="history">
    <h3>${msg('History', { id: 'privacy-center.history' })}</h3>
    ${events?.length === 0 ? html`<p class="muted">${msg('Nothing was answered yet.', { id: 'privacy-center.empty' })}</p>` : nothing}
    <ol>
      ${shown.map((entry) => html`<li tabindex="-1">${renderEntry(entry, titleOf, read)}</li>`)}
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

function renderEntry(
  entry: HistoryEntry,
  titleOf: History['titleOf'],
  read: History['read'],
): TemplateResult {
  const { kind } = entry.event.request;
  if (kind === 'permission') return renderPermission(entry);
  if (kind === 'jump') return renderJump(entry);
  return renderAnswer(entry, titleOf(entry.event.policy.id), read);
}

function renderPermission({ event, platform, again }: HistoryEntry): TemplateResult {
  const words = again
    ? msg('Asked again of the browser or the system', { id: 'privacy-center.asked-again' })
    : decisionWords(event.decision);
  const how = again ? '' : actWords(event.act);
  return html`${renderLead(words, permissionTitle(event.request), event, how)}
  ${platform && systemWords(platform)}`;
}

function renderJump({ event }: HistoryEntry): TemplateResult {
  const { request, decision, validity, act } = event;
  const { kind, name } = destinationOf(request);
  const once =
    validity === 'standing'
      ? msg('remembered', { id: 'privacy-center.jump-remembered' })
      : msg('this time only', { id: 'privacy-center.jump-once' });
  const how = joinWords(kind, decision === 'granted' && once, actWords(act));
  return renderLead(decisionWords(decision), name, event, how);
}

/** The answer first, so that no long name pushes it apart; then when, in a line of its own. */
function renderLead(
  words: string,
  what: string,
  { time, policy }: ConsentEvent,
  how: string | TemplateResult,
): TemplateResult {
  return html`<strong>${words} · <bdi lang=${policy.language}>${what}</bdi></strong>
    ${renderMoment(time)}
    <p class="muted">${how}</p>`;
}

function renderAnswer({ event }: HistoryEntry, title: string, read: History['read']): TemplateResult {
  const { decision, time, act, policy, policyHash } = event;
  const words = decisionWords(decision);
  const moment = formatMoment(time);
  const version = policy.version && msg(str`Version ${policy.version}`, { id: 'privacy-center.version-of' });
  const how = html`${joinWords(version, actWords(act))} · <code>${shortHash(policyHash)}</code>`;
  return html`${renderLead(words, title, event, how)}
    <button
      type="button"
      class="text"
      aria-label=${msg(str`Read the text: ${words}, ${moment}`, { id: 'privacy-center.read-of' })}
      @click=${() => read(event)}
    >
      ${msg('Read the text', { id: 'privacy-center.read' })}
    </button>`;
}
