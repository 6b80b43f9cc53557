import { css } from 'lit';

export const policyReaderStyles = css`
  :host([text-size='large']) {
    --_size: 20px;
    --_target: 60px;
  }
  :host([text-size='largest']) {
    --_size: 30px;
    --_target: 60px;
  }
  .bar {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding-block: 8px;
    border-block-end: 1px solid var(--_line);
    background: var(--_surface);
  }
  .tools,
  .stepper,
  .sizes {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .tools button {
    flex: 1 1 auto;
    padding-inline: 0.25em;
  }
  .tools,
  #panel {
    font-size: min(1em, 22px);
  }
  [aria-expanded='true'],
  [aria-pressed='true'] {
    background: var(--_accent);
    color: var(--_surface);
  }
  [aria-expanded='true'] {
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  [aria-pressed='true']::before {
    content: '✓ ';
  }
  #panel {
    display: grid;
    gap: 8px;
    max-block-size: 60vh;
    margin-block-start: 8px;
    overflow-y: auto;
  }
  .stepper button,
  .sizes button {
    flex: 1 1 auto;
  }
  output {
    min-inline-size: 4.5em;
    text-align: center;
    font-variant-numeric: tabular-nums;
  }
  button:disabled {
    border-color: var(--_line);
    color: var(--_muted);
    cursor: default;
  }
  input {
    min-block-size: var(--_target);
    inline-size: 100%;
    padding: 0.25em 0.75em;
    border: 1.5px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  nav ul ul {
    padding-inline-start: 1em;
    border-inline-start: 2px solid var(--_line);
  }
  nav li {
    display: grid;
    grid-template-columns: 1fr auto;
  }
  nav details {
    display: contents;
  }
  nav summary {
    display: flex;
    gap: 0.25em;
    align-items: center;
    justify-content: center;
    min-inline-size: var(--_target);
    min-block-size: var(--_target);
    border-radius: var(--_radius);
    color: var(--_accent);
    cursor: pointer;
    list-style: none;
  }
  nav summary::-webkit-details-marker {
    display: none;
  }
  nav summary::after {
    content: '+';
  }
  nav [open] > summary::after {
    content: '−';
  }
  .entry {
    border: 0;
    background: none;
    text-align: start;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .tools,
  #panel,
  article {
    max-inline-size: 46em;
    margin-inline: auto;
  }
  header {
    padding-block-start: 12px;
  }
  .keep {
    display: flex;
    gap: 1.5em;
  }
  .part {
    padding-inline: 8px;
    content-visibility: auto;
    contain-intrinsic-size: auto 240px;
  }
  .words {
    white-space: pre-line;
    unicode-bidi: plaintext;
  }
  h3,
  h4,
  h5,
  h6 {
    margin-block: 1.25em 0.5em;
    font-size: 1em;
    line-height: 1.4;
  }
  article h3 {
    font-size: 1.1875em;
  }
  h4 {
    font-size: 1.0625em;
  }
  h2 {
    margin-block-end: 0.5em;
  }
  article p {
    margin-block-end: 0.75em;
  }
  :host([text-size]:not([text-size='standard'])) article p {
    margin-block-end: 2.1em;
  }
  [id] {
    scroll-margin-block: 9em 2em;
  }
  .rest {
    color: var(--_muted);
  }
  .row {
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .cell {
    display: block;
  }
  .cell:first-child,
  .head {
    font-weight: 600;
  }
  .head .cell {
    display: inline;
  }
  .head .cell ~ .cell::before {
    content: ' · ';
  }
  .cell[data-label]:not(:first-child)::before {
    color: var(--_muted);
    content: attr(data-label) ' ';
  }
  .border {
    display: none;
  }
  @media (min-width: 480px) {
    .cell[data-label] {
      padding-inline-start: 11em;
      text-indent: -11em;
    }
    .cell[data-label]:first-child {
      padding-inline-start: 0;
      text-indent: 0;
    }
    .cell[data-label]:not(:first-child)::before {
      display: inline-block;
      inline-size: 10.5em;
      margin-inline-end: 0.5em;
      text-indent: 0;
      vertical-align: top;
    }
  }
  strong {
    font-weight: 700;
  }
  mark {
    background: var(--_mark);
    color: inherit;
    text-decoration: underline;
    text-decoration-thickness: 2px;
    text-underline-offset: 0.2em;
  }
  [data-kind]::before {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    content: attr(data-kind);
  }
  .why {
    padding-inline-start: 0.75em;
    border-inline-start: 3px solid var(--_accent);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .hit {
    background: var(--_accent);
    color: var(--_surface);
  }
  .hit[data-now] {
    outline: 3px solid var(--_warning);
    outline-offset: 1px;
  }
  [data-arrived],
  article :focus {
    outline: 3px solid var(--_accent);
    outline-offset: 4px;
  }
  :host {
    --_mark: #fff3c2;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --_mark: #4a3d10;
    }
  }
  @media print {
    .bar,
    .keep {
      display: none;
    }
    .part {
      content-visibility: visible;
    }
    [data-arrived],
    article :focus {
      outline: 0;
    }
    :host {
      color: #000;
    }
  }
`;
