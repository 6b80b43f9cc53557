import { css } from 'lit';

/** As high as its words, up to what the gate's question may have; the destination stands out, the warnings are marked twice. */
export const jumpDialogStyles = css`
  dialog {
    inline-size: min(34rem, 100% - 2rem);
    block-size: fit-content;
    max-block-size: min(48rem, 100% - 3rem);
  }
  @media (max-width: 479.98px) {
    dialog {
      inline-size: 100%;
      max-block-size: 94%;
    }
  }
  .view {
    flex: 0 1 auto;
  }
  .words > section {
    margin-block-start: 1.25em;
  }
  section > dl {
    margin-block-start: 0.5em;
  }
  .destination {
    padding: 0.75em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  .name {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.35;
  }
  [dir] {
    display: inline-block;
    word-break: break-all;
  }
  .address {
    padding-block: 0.25em;
  }
  .message {
    white-space: pre-line;
  }
  summary {
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.6em) / 2);
    color: var(--_accent);
    cursor: pointer;
  }
  .warning {
    padding: 0.5em 0.75em;
    border-inline-start: 4px solid var(--_warning);
    background: var(--_sunken);
  }
  .warning::before {
    content: '! ' / '';
    color: var(--_warning);
    font-weight: 700;
  }
  dd,
  dd p {
    overflow: hidden;
  }
  .remember {
    display: flex;
    gap: 0.75em;
    align-items: center;
    min-block-size: var(--_target);
    margin-block-start: 1em;
    cursor: pointer;
  }
  input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    margin: 0;
    accent-color: var(--_accent);
  }
  [part='close'] {
    inline-size: 100%;
    font-weight: 600;
  }
`;
