import { html, nothing, type TemplateResult } from 'lit';
import type { JumpQuestion, JumpTarget, TargetWarning } from '../../src/jump/model.js';
import { FORBIDDING } from '../../src/jump/target-finding.js';
import { msg } from '../internal/localize.js';
import { plainWords } from '../internal/plain-words.js';
import { kindWords, titleWords, warningWords } from './target-words.js';

/**
 * What is said of a jump: where it really leads, what is wrong with that, and then what the app says of it. `launched`: what
 * the host's own button opens, where one stands in the place of our agreement.
 */
export function renderJump(jump: JumpQuestion, launched: string | undefined): TemplateResult {
  const { target, changed } = jump;
  return html`<h2 id="title" tabindex="-1" autofocus>${titleWords(target)}</h2>
    ${changed ? renderChanged() : nothing} ${target.allowed ? renderDestination(target) : nothing}
    ${renderLine(msg('WeChat’s own button opens:', { id: 'jump-confirm.launched' }), launched, 'opened')}
    ${renderWarnings(target)}
    ${target.allowed ? html`${renderAddress(target)} ${renderApp(jump)}` : renderRefused(target)}`;
}

function renderChanged(): TemplateResult {
  return html`<p class="again">
    ${msg('The destination changed after you saw it. Nothing was opened. This is where it leads now.', {
      id: 'jump-confirm.changed',
    })}
  </p>`;
}

function renderDestination(target: JumpTarget): TemplateResult {
  const { host, display } = target;
  const { name, unicode, app, message } = display;
  const kind = kindWords(target);
  const site = isSite(target) && host !== name ? host : '';
  return html`<div class="destination">
    ${kind ? html`<p class="muted">${kind}</p>` : nothing}
    <p class="name" id="name">${isolated(name)}</p>
    ${renderLine(msg('In its own letters:', { id: 'jump-confirm.unicode' }), unicode)}
    ${renderLine(msg('Full name of the site:', { id: 'jump-confirm.host' }), site)}
    ${renderLine(msg('Such links usually belong to:', { id: 'jump-confirm.usually' }), app)}
    ${message ? renderMessage(message) : nothing}
  </div>`;
}

function renderAddress({ display }: JumpTarget): TemplateResult {
  return html`<details>
    <summary>${msg('Full address', { id: 'jump-confirm.address' })}</summary>
    <p class="address">${isolated(display.address)}</p>
  </details>`;
}

/** What is written already, in a message or an e-mail. */
function renderMessage(message: string): TemplateResult {
  return html`<p class="muted">${msg('What it will say:', { id: 'jump-confirm.message' })}</p>
    <p class="message"><bdi>${message}</bdi></p>`;
}

/** True where the host is a site's: the links of apps have one that says nothing. */
const isSite = ({ display }: JumpTarget): boolean => /^https?:/.test(display.address);

function renderLine(
  label: string,
  value: string | undefined,
  name?: string,
): TemplateResult | typeof nothing {
  if (!value) return nothing;
  return html`<p class=${name ?? nothing}><span class="muted">${label}</span> ${isolated(value)}</p>`;
}

/** A name or an address: its own direction, whatever stands around it. */
const isolated = (value: string): TemplateResult => html`<bdi dir="ltr">${value}</bdi>`;

function renderWarnings(target: JumpTarget): TemplateResult | typeof nothing {
  const { allowed } = target;
  const warnings = target.warnings.filter((warning) => allowed || FORBIDDING.includes(warning));
  if (warnings.length === 0) return nothing;
  return html`<section>
    <h3>
      ${
        allowed
          ? msg('Please note', { id: 'jump-confirm.warnings' })
          : msg('Why it is not opened', { id: 'jump-confirm.reasons' })
      }
    </h3>
    <ul>
      ${warnings.map((warning) => renderWarning(warning, target))}
    </ul>
  </section>`;
}

function renderWarning(warning: TargetWarning, { display }: JumpTarget): TemplateResult {
  const leads = warning === 'open-redirect' || warning === 'web-fallback';
  return html`<li class="warning">
    ${warningWords[warning]()}
    ${leads ? display.leadsTo.map((host) => html`<strong>${isolated(host)}</strong> `) : nothing}
  </li>`;
}

function renderRefused(target: JumpTarget): TemplateResult {
  const { host, display } = target;
  return html`<div class="destination">
    <p class="muted">
      ${
        target.warnings.includes('user-info')
          ? msg('The address without its disguise', { id: 'jump-confirm.undisguised' })
          : msg('The address was', { id: 'jump-confirm.was' })
      }
    </p>
    <p class="address">${isolated(display.address)}</p>
    ${renderLine(msg('It would have led to:', { id: 'jump-confirm.would-lead' }), isSite(target) ? host : '')}
  </div>`;
}

/** What the app says, under a heading that says that the app says so. */
function renderApp(jump: JumpQuestion): TemplateResult | typeof nothing {
  const facts = renderFacts(jump).filter((fact) => fact !== nothing);
  if (facts.length === 0) return nothing;
  return html`<section>
    <h3>${msg('What this app says about it', { id: 'jump-confirm.by-app' })}</h3>
    <dl>${facts}</dl>
  </section>`;
}

/** Calls and messages need no more than whom they reach. */
const isCall = ({ kind }: JumpTarget): boolean => ['phone', 'sms', 'email'].includes(kind);

function renderFacts({ target, ...words }: JumpQuestion): readonly unknown[] {
  const { name, operator, about, permissions, data, policy } = words;
  const download = target.kind === 'download';
  const needed = !isCall(target);
  const who = download
    ? msg('Developer', { id: 'jump-confirm.developer' })
    : msg('Operator', { id: 'jump-confirm.operator' });
  return [
    renderFact(msg('Name', { id: 'jump-confirm.name' }), name),
    renderFact(who, operator, needed),
    renderFact(msg('What it does', { id: 'jump-confirm.about' }), about, download),
    renderFact(msg('Permissions it asks for', { id: 'jump-confirm.permissions' }), permissions, download),
    renderFact(msg('What goes along', { id: 'jump-confirm.data' }), data, needed && !download),
    renderFact(msg('Its privacy policy', { id: 'jump-confirm.policy' }), policy?.title, needed, policy?.url),
  ];
}

/** One fact; where it is missing but `needed`, that is said. */
function renderFact(label: string, stated: string | undefined, needed = false, address?: string): unknown {
  const value = plainWords(stated);
  if (!value && !needed) return nothing;
  return html`<div>
    <dt>${label}</dt>
    <dd>
      <bdi>${value || msg('Not stated', { id: 'jump-confirm.not-stated' })}</bdi>
      ${address ? html`<p class="muted">${isolated(plainWords(address))}</p>` : nothing}
    </dd>
  </div>`;
}
