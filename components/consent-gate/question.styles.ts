import { css } from 'lit';

/** The question: a sheet on a phone, a dialog above it; the answers always in view, the words scroll. */
export const questionStyles = css`
  dialog {
    flex-direction: column;
    inline-size: min(40rem, 100% - 2rem);
    block-size: min(48rem, 100% - 3rem);
    max-inline-size: none;
    max-block-size: none;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
    color: inherit;
    overflow: hidden;
  }
  dialog[open] {
    display: flex;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  @media (max-width: 479.98px) {
    dialog {
      inline-size: 100%;
      block-size: 94%;
      margin-block-end: 0;
      border-width: 1px 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
    }
  }
  .view {
    flex: 1;
    min-block-size: 0;
    padding: calc(var(--_space) * 1.25);
    overflow: auto;
    overscroll-behavior: contain;
  }
  .words > * + *,
  section > * + * {
    margin-block-start: 0.75em;
  }
  .words > section,
  .words > ming-policy-summary {
    margin-block-start: 1.5em;
  }
  :is(h2, h3):focus-visible {
    outline: none;
  }
  dl {
    display: grid;
    grid-template-columns: fit-content(40%) 1fr;
    gap: 0.25em 1em;
    margin: 0;
  }
  dl > div {
    display: contents;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.5em;
  }
  .again {
    padding: 0.75em 1em;
    border-inline-start: 4px solid var(--_accent);
    background: var(--_sunken);
  }
  li + li {
    margin-block-start: 0.5em;
  }
  .mark {
    display: block;
    inline-size: 100%;
    border-color: var(--_line);
    border-inline-start: 5px solid var(--_accent);
    color: inherit;
    text-align: start;
  }
  .mark.rule {
    border-inline-start-style: double;
  }
  .badge {
    display: block;
    color: var(--_accent);
    font-size: 0.875em;
    font-weight: 600;
  }
  .badge::before {
    content: '■ ' / '';
  }
  .rule .badge::before {
    content: '◇ ' / '';
  }
  .reader {
    display: flex;
    flex-direction: column;
    padding: 0;
  }
  .back {
    flex: none;
    margin-inline: calc(var(--_space) * 1.25);
  }
  .back::before {
    content: '← ' / '';
  }
  .plain {
    padding: calc(var(--_space) * 1.25);
    overflow: auto;
    white-space: pre-wrap;
  }
  ming-policy-reader {
    flex: 1;
    min-block-size: 0;
    padding-inline: calc(var(--_space) * 1.25);
    overflow: auto;
  }
  footer {
    padding: var(--_space) calc(var(--_space) * 1.25);
    padding-block-end: max(var(--_space), env(safe-area-inset-bottom));
    border-block-start: 1px solid var(--_line);
  }
`;
