import { css } from 'lit';

/** The place of WeChat's own tag: of the size of the refusal beside it, whatever the tag's own styles say. */
export const launchTagStyles = css`
  .launch {
    display: grid;
    min-block-size: calc(var(--_target) + 4px);
    border-radius: var(--_radius);
    outline: 1.5px solid var(--_accent);
    outline-offset: -1.5px;
    overflow: hidden;
  }
  .waits {
    pointer-events: none;
  }
  .launch ::slotted(*) {
    display: block !important;
    position: static !important;
    inline-size: 100% !important;
    block-size: 100% !important;
    min-inline-size: 0 !important;
    max-inline-size: none !important;
    min-block-size: 0 !important;
    max-block-size: none !important;
    margin: 0 !important;
    opacity: 1 !important;
    transform: none !important;
    visibility: visible !important;
  }
  .launch ::slotted(:not(wx-open-launch-weapp)) {
    display: none !important;
  }
`;
