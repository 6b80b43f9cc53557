import type { Policy, Span } from '../../src/policy/model.js';

/**
 * The id of the clause that holds the start of `span`; where none does (a fact read from a heading), the next clause after
 * it. Undefined where the policy has no clause from there on.
 */
export function clauseAt(policy: Policy, span: Span): string | undefined {
  return policy.clauses.find((clause) => clause.span.end > span.start)?.id;
}
