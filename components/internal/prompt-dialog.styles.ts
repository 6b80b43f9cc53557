import { css } from 'lit';

/** A prompt's dialog: as high as its words, up to what the gate's question may have; what folds out; the one button that closes. */
export const promptDialogStyles = css`
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
  summary {
    min-block-size: var(--_target);
    padding-block: calc((var(--_target) - 1.6em) / 2);
    color: var(--_accent);
    cursor: pointer;
  }
  .close {
    inline-size: 100%;
    font-weight: 600;
  }
`;
