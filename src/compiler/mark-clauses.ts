import type { Clause, Emphasis } from '../policy/model.js';
import type { PolicyDocument } from './document.js';
import type { Facts } from './facts/index.js';

/** The clauses with the topics and marks that were found for them; author's marks are cut to the clause. */
export function markClauses(document: PolicyDocument, facts: Facts): Clause[] {
  const marks = new Map<string, Emphasis[]>();
  for (const { clause, emphasis } of facts.ruleEmphasis)
    marks.set(clause, [...(marks.get(clause) ?? []), emphasis]);
  let next = 0;
  return document.clauses.map((clause) => {
    while ((document.emphasis[next]?.span.end ?? Infinity) <= clause.span.start) next += 1;
    const authored: Emphasis[] = [];
    for (let at = next; (document.emphasis[at]?.span.start ?? Infinity) < clause.span.end; at += 1) {
      const { start, end } = document.emphasis[at]?.span ?? clause.span;
      const span = { start: Math.max(start, clause.span.start), end: Math.min(end, clause.span.end) };
      if (span.end > span.start) authored.push({ origin: 'author', span });
    }
    return {
      ...clause,
      topics: facts.topics.get(clause.id) ?? [],
      emphasis: [...authored, ...(marks.get(clause.id) ?? [])],
    };
  });
}
