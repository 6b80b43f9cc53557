import { svg } from 'lit';
import type { SVGTemplateResult } from 'lit';

/** What each group of the summary is about, as a drawing on a 24 × 24 grid; the group's words always stand beside it. */
export const SUMMARY_ICONS = {
  data: 'M6 3h12v18H6zM9 8h6M9 12h6M9 16h3',
  permissions: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
  parties: 'M12 3v12M8 7l4-4 4 4M5 11v9h14v-9',
  background: 'M20 14A8 8 0 1 1 10 4a7 7 0 0 0 10 10z',
  sensitive: 'M12 4l9 16H3zM12 10v4M12 17v.1',
  withdrawal: 'M8 4L4 8l4 4M4 8h11a5 5 0 0 1 0 10H8',
  rights: 'M12 4a4 4 0 1 1 0 8 4 4 0 1 1 0-8M4 21c0-4 3-6 8-6s8 2 8 6',
  contact: 'M4 5h16v11h-9l-5 4v-4H4z',
} as const;

/** Draws one icon; hidden from assistive technology, since its words stand beside it. */
export function summaryIcon(name: keyof typeof SUMMARY_ICONS): SVGTemplateResult {
  return svg`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${SUMMARY_ICONS[name]}></path></svg>`;
}
