import { css } from 'lit';

export const privacyCenterStyles = css`
  .act {
    display: inline-block;
    color: var(--_muted);
  }
  /* Outside its cards it stands on the page's ground, and so takes the page's colour. */
  :host {
    color: inherit;
  }
  :host > div,
  .card {
    display: grid;
    gap: 12px;
  }
  .card {
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    color: var(--_text);
    background: var(--_surface);
  }
  .state {
    display: flex;
    gap: 0.5em;
    align-items: start;
  }
  svg {
    flex: none;
    inline-size: 1.6em;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 2.25;
    stroke-linecap: round;
  }
  .granted svg {
    stroke: var(--_accent);
  }
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }
  dl {
    display: grid;
    gap: 4px;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(6em, 1fr) 3fr;
    gap: 0 1em;
    align-items: baseline;
  }
  dt {
    color: var(--_muted);
  }
  ol {
    list-style: none;
  }
  strong {
    display: block;
  }
  h4 {
    margin: 0;
    font-size: 1em;
  }
  .request {
    display: grid;
    gap: 8px;
    padding-block: 12px;
  }
  .request:last-child {
    padding-block-end: 0;
  }
  details ol {
    padding-inline-start: 1.5em;
    list-style: decimal;
  }
  details ol > li {
    padding-block: 4px 0;
  }
  :not(details) > ol > li + li,
  ul > li {
    border-block-start: 1px solid var(--_line);
  }
  ol > li {
    padding-block: 8px;
  }
  time,
  code {
    unicode-bidi: isolate;
  }
  code {
    font-size: 0.875em;
    white-space: nowrap;
  }
  .texts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }
  .withdrawal {
    display: grid;
    gap: 8px;
    padding-block-start: 12px;
    border-block-start: 1px solid var(--_line);
  }
  .line {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0 1em;
    inline-size: 100%;
    padding-inline: 0;
    border: 0;
    border-radius: 0;
    background: none;
    color: inherit;
    text-align: start;
  }
  summary {
    display: flex;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_muted);
    cursor: pointer;
  }
  summary::before {
    flex: none;
    inline-size: 1.5em;
    content: '+';
  }
  [open] > summary::before {
    content: '−';
  }
  summary::-webkit-details-marker {
    display: none;
  }
  .line > * {
    grid-column: 1;
  }
  .line b:empty {
    display: none;
  }
  .line::after {
    grid-area: 1 / 2 / span 3;
    align-self: center;
    color: var(--_accent);
    content: '›';
  }
  a {
    display: inline-grid;
    align-items: center;
    min-block-size: var(--_target);
    color: var(--_accent);
  }
  button:disabled {
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  dialog {
    inline-size: min(100%, 820px);
    max-inline-size: 100%;
    block-size: 100%;
    max-block-size: 100%;
    margin: auto;
    padding: 0;
    overflow: hidden;
    border: 0;
    background: var(--_surface);
    color: var(--_text);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  .bar {
    padding: 8px var(--_space);
  }
  .view {
    flex: 1;
    padding: 0 var(--_space) var(--_space);
    overflow-y: auto;
  }
  .plain {
    white-space: pre-line;
  }
  @media (min-width: 480px) {
    .card > button,
    .withdrawal > button,
    .request > button,
    :host > div > button {
      justify-self: start;
      min-inline-size: 14em;
    }
    dialog {
      block-size: 92%;
      border-radius: var(--_radius);
    }
  }
`;
