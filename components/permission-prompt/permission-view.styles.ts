import { css } from 'lit';

/** The purpose stands out; the banner stands beside the system's own prompt. */
export const permissionViewStyles = css`
  #purpose {
    font-size: 1.125em;
    font-weight: 600;
  }
  ol {
    margin: 0;
    padding-inline-start: 1.5em;
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
