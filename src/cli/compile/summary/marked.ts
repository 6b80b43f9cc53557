import type { Emphasis } from '../../../policy/model.js';
import { brief } from '../../people/one-line.js';
import type { Part } from './summary.js';
import type { Teller } from './teller.js';

/** Letters of a marked clause that are told. */
const SHOWN = 160;

/** What the author marked, and what rules say must stand out, by rule. */
export function markedPart(teller: Teller): Part {
  const { policy, words } = teller;
  const marks = policy.clauses.flatMap(({ emphasis }) => emphasis).sort(byOrigin);
  const groups = teller.grouped(
    marks,
    ({ origin, rule }) => ({ words: origin === 'author' ? words.author : words.rule(rule ?? '') }),
    ({ span }) => ({
      head: [teller.piece(brief(policy.text.slice(span.start, span.end), SHOWN), span)],
      fields: [],
    }),
  );
  return teller.part('marked', [], { groups });
}

/** The author's first, then by rule; each in reading order. */
const byOrigin = (one: Emphasis, other: Emphasis): number =>
  Number(one.origin === 'rule') - Number(other.origin === 'rule') ||
  (one.rule ?? '').localeCompare(other.rule ?? '', 'en', { numeric: true }) ||
  one.span.start - other.span.start;
