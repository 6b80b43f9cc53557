import { html, nothing, type TemplateResult } from 'lit';
import { unversioned } from '../../src/consent/declared.js';
import type { Prompt } from '../../src/engine-contract.js';
import type { Policy, Span } from '../../src/policy/model.js';
import { formatDate, msg, str } from '../internal/localize.js';
import { ruleWords } from '../policy-reader/rule-words.js';
import { notFoundWords } from '../policy-summary/not-found-words.js';
import { versionWords } from './gate-words.js';
import { FIRST_MARKED, markedClauses, type MarkedClause } from './marked-clauses.js';

export interface NoticeActs {
  /** Go to the marked clauses, which stand after the short version. */
  readonly onMarked: () => void;
  /** Show every marked clause. */
  readonly onAll: () => void;
  /** Read one clause in the full text; an empty id reads it from its start. */
  readonly onRead: (clause: string, span: Span) => void;
}

/** What the gate says before its answers: who asks about what, what changed, the short version, the marked clauses. */
export function renderNotice(prompt: Prompt, expanded: boolean, acts: NoticeActs): TemplateResult {
  const { policy } = prompt;
  const marked = markedClauses(policy);
  const before =
    prompt.answeredVersion === (policy.version ?? unversioned) ? undefined : prompt.answeredVersion;
  return html`<h2 id="title" tabindex="-1" autofocus>
      ${
        before === undefined
          ? msg('Please read, then choose', { id: 'consent-gate.title' })
          : msg('This policy has changed: please choose again', { id: 'consent-gate.title-again' })
      }
    </h2>
    ${renderWho(policy)} ${before === undefined ? nothing : renderAgain(policy, before)}
    <p>
      ${msg('You may refuse and still use the basic functions. If you agree, you can withdraw at any time.', {
        id: 'consent-gate.free',
      })}
    </p>
    ${renderWays(marked.length, acts)}
    <ming-policy-summary .policy=${policy}></ming-policy-summary>
    ${renderMarked(marked, policy.language, expanded, acts)}`;
}

/** Two ways into the words themselves, before the short version. */
function renderWays(marked: number, acts: NoticeActs): TemplateResult {
  return html`<div class="ways">
    <button class="text" @click=${() => acts.onRead('', { start: 0, end: 0 })}>
      ${msg('Read the full text', { id: 'consent-gate.full-text' })}
    </button>
    ${
      marked === 0
        ? nothing
        : html`<button class="text" @click=${acts.onMarked}>
            ${msg(str`Marked clauses: ${marked}`, { id: 'consent-gate.to-marked' })}
          </button>`
    }
  </div>`;
}

function renderWho(policy: Policy): TemplateResult {
  const { title, publisher, app, version, dates, language } = policy;
  const unstated = notFoundWords();
  const inForce = dates.effective?.iso;
  return html`<dl>
    ${renderFact(msg('Document', { id: 'consent-gate.document' }), title?.text ?? unstated, language)}
    ${renderFact(msg('Who asks', { id: 'consent-gate.publisher' }), publisher?.name.text ?? unstated, language)}
    ${app ? renderFact(msg('App', { id: 'consent-gate.app' }), app.name.text, language) : nothing}
    ${version ? renderFact(msg('Version', { id: 'consent-gate.version' }), version, language) : nothing}
    ${inForce ? renderFact(msg('In force from', { id: 'consent-gate.effective' }), formatDate(inForce)) : nothing}
  </dl>`;
}

function renderFact(name: string, value: string, language?: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd><bdi lang=${language ?? nothing}>${value}</bdi></dd>
  </div>`;
}

function renderAgain(policy: Policy, answeredVersion: string): TemplateResult {
  const before = versionWords(answeredVersion);
  const version = versionWords(policy.version ?? unversioned);
  return html`<p class="again">
    ${msg(str`You answered version ${before} before. This is version ${version}.`, {
      id: 'consent-gate.answered-before',
    })}
  </p>`;
}

function renderMarked(
  marked: readonly MarkedClause[],
  language: string,
  expanded: boolean,
  acts: NoticeActs,
): TemplateResult | typeof nothing {
  if (marked.length === 0) return nothing;
  const shown = expanded ? marked : marked.slice(0, FIRST_MARKED);
  return html`<section>
    <h3 id="marked" tabindex="-1">
      ${msg(str`Read these closely (${marked.length})`, { id: 'consent-gate.marked' })}
    </h3>
    <ul>
      ${shown.map((one) => renderMark(one, language, acts))}
    </ul>
    ${
      shown.length === marked.length
        ? nothing
        : html`<button class="text" @click=${acts.onAll}>
            ${msg(str`Show all ${marked.length}`, { id: 'consent-gate.show-all' })}
          </button>`
    }
  </section>`;
}

function renderMark(
  { clause, origin, rule, words }: MarkedClause,
  language: string,
  acts: NoticeActs,
): TemplateResult {
  return html`<li>
    <button class="mark ${origin}" @click=${() => acts.onRead(clause.id, clause.span)}>
      <span class="badge">
        ${
          origin === 'author'
            ? msg('Stressed in the text', { id: 'consent-gate.by-author' })
            : msg(str`Pointed out by a rule: ${ruleWords(rule ?? '')}`, { id: 'consent-gate.by-rule' })
        }
      </span>
      <bdi lang=${language}>${words}</bdi>
    </button>
  </li>`;
}
