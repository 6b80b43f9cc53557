import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ConsentError } from '../../src/errors.js';
import { getLocale, msg } from './localize.js';

/** An error a person can see and a developer can act on: what it means here, then small the code and the sentence. */
export function renderError(error: ConsentError | undefined): TemplateResult | typeof nothing {
  if (!error) return nothing;
  return html`<div class="error" part="error" role="alert">
    <p lang=${getLocale()}>
      ${msg('This is not working right now; please try again later. Nothing was agreed to.', {
        id: 'error.lead',
      })}
    </p>
    <p class="code" lang="en"><code>${error.code}</code> ${error.message}</p>
  </div>`;
}

/** Styles the errors of an element that wears nothing so far. Where the styles do not load, the words stand as they are. */
export async function dressErrors(element: LitElement): Promise<void> {
  const styles = await import('../styles/wear.js').catch(() => undefined);
  styles?.wear(element);
}
