import { css } from 'lit';

/** What stands on the page while nothing is asked. */
export const consentGateStyles = css`
  .standing {
    padding: 0.75em var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .standing + .standing {
    margin-block-start: 0.75em;
  }
  section.standing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75em var(--_space);
  }
  section.standing > * {
    margin: 0;
  }
`;
