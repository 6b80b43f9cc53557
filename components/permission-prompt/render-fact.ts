import { html, nothing, type TemplateResult } from 'lit';

/** A name and its value; nothing where there is no value. */
export function renderFact(
  name: string,
  value: string | undefined,
  language?: string,
): TemplateResult | typeof nothing {
  return value
    ? html`<div>
        <dt>${name}</dt>
        <dd><bdi lang=${language ?? nothing}>${value}</bdi></dd>
      </div>`
    : nothing;
}
