import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Section } from '../../src/policy/model.js';
import { msg } from '../internal/localize.js';
import { renderContents } from './render-contents.js';
import { nextStep, previousStep, renderStepper } from './render-stepper.js';
import type { Stepper } from './render-stepper.js';

/** How large the text is: 16 px, 20 px, 30 px; the larger two are the elder view, with 60 px targets. */
export type TextSize = 'standard' | 'large' | 'largest';

type Steps = Omit<Stepper, 'label'>;

/** The headings, and stepping through them. */
export function renderContentsPanel(
  steps: Steps,
  contents: readonly Section[],
  go: (id: string) => void,
): TemplateResult {
  const label = msg('Contents', { id: 'policy-reader.contents' });
  return html`${renderStepper({ ...steps, label })}
    <nav aria-label=${label}>${renderContents(contents, go)}</nav>`;
}

/** Stepping through the marked clauses, and what the two kinds of marks mean. */
export function renderMarksPanel(steps: Steps): TemplateResult {
  return html`${renderStepper({ ...steps, label: msg('Marked', { id: 'policy-reader.marks' }) })}
    <p class="legend">
      <strong>${msg('Bold', { id: 'policy-reader.bold' })}</strong>
      ${msg('was emphasised by the publisher.', { id: 'policy-reader.bold-means' })}
      <mark>${msg('Highlighted', { id: 'policy-reader.highlighted' })}</mark>
      ${msg('was marked here by a rule; the reason stands below.', { id: 'policy-reader.highlighted-means' })}
    </p>`;
}

/** Search: Enter goes to the next place, Shift and Enter to the one before. */
export function renderSearchPanel(
  query: string,
  steps: Steps,
  search: (query: string) => void,
): TemplateResult {
  const label = msg('Search in this text', { id: 'policy-reader.search-label' });
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing || steps.count === 0) return;
    event.preventDefault();
    steps.step(event.shiftKey ? previousStep(steps) : nextStep(steps));
  };
  return html`<input
      type="search"
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      .value=${query}
      @input=${(event: InputEvent) => search((event.target as HTMLInputElement).value)}
      @keydown=${onKey}
    />
    ${query.trim() === '' ? nothing : renderStepper({ ...steps, label })}`;
}

export function renderSizePanel(size: TextSize, choose: (size: TextSize) => void): TemplateResult {
  const sizes: readonly (readonly [TextSize, string])[] = [
    ['standard', msg('Standard', { id: 'policy-reader.size-standard' })],
    ['large', msg('Large', { id: 'policy-reader.size-large' })],
    ['largest', msg('Largest', { id: 'policy-reader.size-largest' })],
  ];
  return html`<div class="sizes" role="group" aria-label=${msg('Text size', { id: 'policy-reader.size' })}>
    ${sizes.map(
      ([one, words]) =>
        html`<button
          type="button"
          aria-pressed=${one === size ? 'true' : 'false'}
          @click=${() => choose(one)}
        >
          ${words}
        </button>`,
    )}
  </div>`;
}
