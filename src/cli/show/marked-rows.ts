import type { Policy } from '../../policy/model.js';
import { brief } from '../people/one-line.js';
import type { Row } from './sheet.js';
import type { ShowWords } from './show-words.js';

const SHOWN = 40;
const LONGEST = 120;

/** The clauses that are marked for people to read, in reading order, and by whom: the author's mark wins over a rule's. */
export function markedRows({ clauses, text }: Policy, words: ShowWords): readonly Row[] {
  const rows = clauses.flatMap(({ emphasis }) => {
    const byAuthor = emphasis.filter(({ origin }) => origin === 'author');
    const [first] = byAuthor.length > 0 ? byAuthor : emphasis;
    if (!first) return [];
    const marks = byAuthor.length > 0 ? byAuthor : emphasis;
    const label = first.origin === 'author' ? words.byAuthor : `${words.byRule} ${first.rule ?? ''}`;
    return [
      { label, value: marks.map(({ span }) => brief(text.slice(span.start, span.end), LONGEST)).join(' … ') },
    ];
  });
  const more = rows.length - SHOWN;
  if (more <= 0) return rows;
  return [...rows.slice(0, SHOWN), { label: '…', value: words.more.replace('{count}', String(more)).trim() }];
}
