import type { Emphasis, Policy } from '../../policy/model.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Words as text of a page, in an element or an attribute. */
export const escapeHtml = (words: string): string =>
  words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

/** The text of a policy as HTML, its marked words in `<mark>`; where marks overlap, the first to begin wins. */
export function markedText({ text, clauses }: Policy): string {
  const marks = clauses.flatMap(({ emphasis }) => emphasis).sort(byPlace);
  const parts: string[] = [];
  let done = 0;
  for (const { origin, span } of marks) {
    if (span.start < done) continue;
    const words = escapeHtml(text.slice(span.start, span.end));
    parts.push(escapeHtml(text.slice(done, span.start)), `<mark class="${origin}">${words}</mark>`);
    done = span.end;
  }
  return [...parts, escapeHtml(text.slice(done))].join('');
}

/** In reading order, the author's mark before a rule's. */
const byPlace = (one: Emphasis, other: Emphasis): number =>
  one.span.start - other.span.start || (one.origin < other.origin ? -1 : 1);
