import type { Clause, Emphasis, Policy, Span } from '../../src/policy/model.js';

/** A clause marked for people to read, and by whom: the author's mark wins where there are both. */
export interface MarkedClause {
  readonly clause: Clause;
  readonly origin: Emphasis['origin'];
  /** The rule that marked it, where the author did not. */
  readonly rule?: string | undefined;
  readonly words: string;
}

/** How many are shown before "show all". */
export const FIRST_MARKED = 4;

/** The longest text shown of one clause, in Chinese characters, Latin ones being half as wide; the rest is a press away. */
const LONGEST = 90;

/** Marked words tell more than the clause around them, unless they are this short: a name, a term. */
const TELLING = 12;

/** The marked clauses of a policy in reading order, each with the words that matter. */
export function markedClauses(policy: Policy): readonly MarkedClause[] {
  return policy.clauses.flatMap((clause) => {
    const byAuthor = clause.emphasis.filter(({ origin }) => origin === 'author');
    const marks = byAuthor.length > 0 ? byAuthor : clause.emphasis;
    const [first] = marks;
    if (!first) return [];
    const words = telling(policy.text, clause, marks);
    return words ? [{ clause, origin: first.origin, rule: first.rule, words }] : [];
  });
}

/** The marked words, or the clause from the sentence that holds the first of them. */
function telling(text: string, { span }: Clause, marks: readonly Emphasis[]): string {
  const marked = marks.map((mark) => textAt(text, mark.span)).join(' … ');
  if (marked.length >= TELLING) return cut(marked);
  const before = text.slice(span.start, marks[0]?.span.start ?? span.start);
  const start = span.start + (/^.*[。；！？;!?]/su.exec(before)?.[0].length ?? 0);
  return cut((start > span.start ? '… ' : '') + textAt(text, { start, end: span.end }));
}

/** Cuts what is too long, not inside a Latin word. */
function cut(words: string): string {
  let room = LONGEST;
  const letters = [...words];
  const end = letters.findIndex((letter) => (room -= letter < '\u2e80' ? 0.5 : 1) < 0);
  if (end < 0) return words;
  const start = letters.slice(0, end).join('');
  return `${/\w/.test(letters[end] ?? '') ? start.replace(/\s[\w'’-]*$/, '') : start}…`;
}

function textAt(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, ' ').trim();
}
