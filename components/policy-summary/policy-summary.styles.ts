import { css } from 'lit';

export const policySummaryStyles = css`
  section {
    margin-block-start: 12px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  h3 {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  h3,
  .absent {
    padding: 0.6em 0.75em;
  }
  svg {
    flex: none;
    inline-size: 1.5em;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.75;
    stroke-linejoin: round;
  }
  li,
  .absent {
    border-block-start: 1px solid var(--_line);
  }
  button {
    inline-size: 100%;
    border-width: 0;
    border-radius: var(--_radius);
    background: none;
  }
  .line {
    position: relative;
    display: grid;
    gap: 0.125em 1em;
    padding-block: 0.6em;
    padding-inline: 0.75em 2em;
    color: inherit;
    text-align: start;
  }
  button.line::after {
    position: absolute;
    inset-block-start: calc(50% - 0.8em);
    inset-inline-end: 0.75em;
    color: var(--_accent);
    content: '›';
  }
  b,
  bdi {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    text-align: match-parent;
  }
  i {
    display: block;
    color: var(--_muted);
    font-style: normal;
  }
  b:only-child {
    font-weight: 400;
  }
  .permissions span {
    display: grid;
    grid-template-columns: 5.5em 1fr;
  }
  .short ul {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 0 0.75em 0.75em;
  }
  .short li {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  @media (min-width: 480px) {
    .line {
      grid-auto-flow: column;
      grid-auto-columns: 3fr;
      grid-template-columns: 2fr;
    }
    .permissions span {
      display: block;
    }
  }
`;
