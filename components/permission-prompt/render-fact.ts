import { html, nothing, type TemplateResult } from 'lit';
import { plainWords } from '../internal/plain-words.js';

/** A name and its value, in plain words; nothing where there is none. */
export function renderFact(
  name: string,
  value: string | undefined,
  language?: string,
): TemplateResult | typeof nothing {
  const plain = plainWords(value);
  return plain
    ? html`<div>
        <dt>${name}</dt>
        <dd><bdi lang=${language ?? nothing}>${plain}</bdi></dd>
      </div>`
    : nothing;
}
