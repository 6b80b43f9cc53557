import { css } from 'lit';

/** One look for both answers: two equal columns, or two equal rows where words are too long for columns. */
export const answersStyles = css`
  .answers {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: calc(var(--_space) * 0.75);
  }
  [part='answer'] {
    inline-size: 100%;
    min-block-size: calc(var(--_target) + 4px);
    font-weight: 600;
  }
  .said {
    color: var(--_warning);
  }
  .said:not(:empty) {
    margin-block-end: 0.5em;
  }
`;
