import { css } from 'lit';

/** The destination stands out, the warnings are marked twice. */
export const jumpDialogStyles = css`
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
`;
