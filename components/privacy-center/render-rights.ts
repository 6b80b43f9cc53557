import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Contact, Policy, Right, Span } from '../../src/policy/model.js';
import { getLocale, msg, str } from '../internal/localize.js';
import { contactWords } from '../policy-summary/contact-words.js';
import { mainRights } from '../policy-summary/main-rights.js';
import { notFoundWords } from '../policy-summary/not-found-words.js';
import { rightWords } from '../policy-summary/right-words.js';

/** Opens the clause at a span. */
type Read = (span: Span) => void;

/** The rights a policy names, each kind with its main way and deadline and the others behind a press; then its contacts. Of several policies each is named. */
export function renderRights(policy: Policy, read: Read, isOneOfSeveral: boolean): TemplateResult {
  const { rights, contacts, language } = policy;
  const name = isOneOfSeveral ? html`<p lang=${language}>${policy.title?.text ?? policy.id}</p>` : nothing;
  return html`<section class="card" part="rights">
      <h3>${msg('Your rights', { id: 'privacy-center.rights' })}</h3>
      ${name} ${rights.length === 0 ? renderNone() : nothing}
      <ul lang=${language}>
        ${mainRights(rights).map((main) => renderRight(main, rights, read))}
      </ul>
    </section>
    <section class="card" part="contacts">
      <h3>${msg('Contact', { id: 'privacy-center.contact' })}</h3>
      ${name} ${contacts.length === 0 ? renderNone() : nothing}
      <dl>
        ${contacts.map(
          (contact) =>
            html`<div>
              <dt>${contactWords(contact.kind)}</dt>
              <dd>${renderContact(contact)}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
}

function renderRight(main: Right, rights: readonly Right[], read: Read): TemplateResult {
  const others = rights.filter(
    ({ kind, way }) => kind === main.kind && way.span.start !== main.way.span.start,
  );
  return html`<li>
    ${renderWay(main, rightWords(main.kind), read)}
    ${
      others.length === 0
        ? nothing
        : html`<details>
            <summary lang=${getLocale()}>
              ${msg(str`More ways: ${others.length}`, { id: 'privacy-center.more-ways' })}
            </summary>
            ${others.map((other) => renderWay(other, '', read))}
          </details>`
    }
  </li>`;
}

function renderWay({ way, deadline }: Right, words: string, read: Read): TemplateResult {
  return html`<button type="button" class="line" @click=${() => read(way.span)}>
    <b lang=${getLocale()}>${words}</b>
    <bdi>${way.text}</bdi>
    ${deadline ? html`<bdi class="muted">${deadline.text}</bdi>` : nothing}
  </button>`;
}

function renderNone(): TemplateResult {
  return html`<p class="muted">${notFoundWords()}</p>`;
}

/** A number or an address that is nothing else can be called or written to; everything else is words. A long address breaks at its @. */
function renderContact({ kind, value }: Contact): TemplateResult {
  const isPhone = kind === 'phone' && /^\+?[\d\s()–-]{3,24}$/.test(value);
  const isEmail = kind === 'email' && /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(value);
  const [name, host] = value.split('@');
  if (isPhone) return html`<a href=${`tel:${value.replace(/[^\d+]/g, '')}`}>${value}</a>`;
  if (isEmail)
    return html`<a href=${`mailto:${value}`}
      ><span>${name}@<wbr />${host}</span></a
    >`;
  return html`<bdi>${value}</bdi>`;
}
