import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Section } from '../../src/policy/model.js';
import { msg, str } from '../internal/localize.js';

/** The table of contents; deeper headings open under theirs. `go` is called with the id of the section chosen. */
export function renderContents(sections: readonly Section[], go: (id: string) => void): TemplateResult {
  return html`<ul>
    ${sections.map((section) => renderEntry(section, go))}
  </ul>`;
}

function renderEntry(section: Section, go: (id: string) => void): TemplateResult {
  const words = `${section.number?.text ?? ''}${section.title.text}`;
  const within = section.sections.length;
  return html`<li>
    <button type="button" class="entry" @click=${() => go(section.id)}>${words}</button>
    ${
      within === 0
        ? nothing
        : html`<details>
            <summary aria-label=${msg(str`Under “${words}”: ${within}`, { id: 'policy-reader.within' })}>
              <span>${within}</span>
            </summary>
            ${renderContents(section.sections, go)}
          </details>`
    }
  </li>`;
}
