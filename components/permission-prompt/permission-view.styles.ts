import { css } from 'lit';

/** As the gate's question, as high as its words; and the banner. */
export const permissionViewStyles = css`
  dialog {
    inline-size: min(30rem, 100% - 2rem);
    block-size: fit-content;
    max-block-size: calc(100% - 3rem);
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
  #purpose {
    font-size: 1.125em;
    font-weight: 600;
  }
  summary {
    padding-block: 0.6em;
    min-block-size: var(--_target);
    color: var(--_accent);
    cursor: pointer;
  }
  ol {
    margin: 0;
    padding-inline-start: 1.5em;
  }
  .close {
    inline-size: 100%;
    font-weight: 600;
  }
  .banner {
    position: fixed;
    inset: 0 0 auto;
    z-index: 2147483647;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 0.5) var(--_space);
    inline-size: auto;
    block-size: auto;
    max-block-size: 50%;
    margin: 0;
    padding: var(--_space);
    padding-block-start: max(var(--_space), env(safe-area-inset-top));
    border: solid var(--_line);
    border-width: 0 0 1px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 2px 12px rgb(0 0 0 / 0.25);
    overflow: auto;
  }
  .banner div {
    flex: 1 1 14em;
  }
  /*
   * On a desktop Chromium and Firefox hang their prompt under the address bar, up to 700px from the physical left whatever
   * the page's direction: the right is free in a wide window, the foot in any other. On a phone the system asks lower down.
   */
  @media (hover: hover) {
    .banner {
      inset: auto 0 0;
      border-width: 1px 0 0;
    }
  }
  @media (min-width: 1100px) {
    .banner {
      inset: 12px 12px auto auto;
      inline-size: min(28rem, 36%);
      border-width: 1px;
      border-radius: var(--_radius);
    }
  }
`;
