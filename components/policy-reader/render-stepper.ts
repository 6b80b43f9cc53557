import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { msg } from '../internal/localize.js';

export interface Stepper {
  /** What is stepped through, for assistive technology. */
  readonly label: string;
  /** The place now, from 0; -1 before the first step. */
  readonly index: number;
  readonly count: number;
  /** Called with the next place; stepping past an end goes to the other end. */
  readonly step: (index: number) => void;
}

/** "Previous", "3 / 17", "next". */
export function renderStepper(stepper: Stepper): TemplateResult {
  const { label, index, count, step } = stepper;
  return html`<div class="stepper" role="group" aria-label=${label}>
    <button type="button" ?disabled=${count === 0} @click=${() => step(previousStep(stepper))}>
      <span aria-hidden="true">↑</span> ${msg('Previous', { id: 'policy-reader.previous' })}
    </button>
    <output>${index < 0 ? '–' : index + 1} / ${count}</output>
    <button type="button" ?disabled=${count === 0} @click=${() => step(nextStep(stepper))}>
      <span aria-hidden="true">↓</span> ${msg('Next', { id: 'policy-reader.next' })}
    </button>
  </div>`;
}

export function previousStep({ index, count }: Pick<Stepper, 'index' | 'count'>): number {
  return index <= 0 ? count - 1 : index - 1;
}

export function nextStep({ index, count }: Pick<Stepper, 'index' | 'count'>): number {
  return (index + 1) % count;
}
