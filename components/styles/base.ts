import { css } from 'lit';

/** What every element starts from beside its tokens: its type, buttons of two kinds, the look of an error. */
export const base = css`
  :host {
    display: block;
    color: var(--_text);
    font: var(--_size) / 1.6 var(--_font);
    overflow-wrap: anywhere;
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: 1.25em;
    line-height: 1.35;
  }
  h3 {
    font-size: 1.0625em;
  }
  ul {
    list-style: none;
  }
  button {
    min-block-size: var(--_target);
    min-inline-size: var(--_target);
    padding: 0.5em 1em;
    border: 1.5px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
  }
  button.text {
    padding-inline: 0;
    border-color: transparent;
    background: none;
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .muted {
    color: var(--_muted);
  }
  .error {
    padding: 0.75em 1em;
    border: 1px solid var(--_warning);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
  }
  .code {
    margin-block-start: 0.5em;
    color: var(--_muted);
    font-size: 0.8125em;
  }
`;
