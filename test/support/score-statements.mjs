// Scores the facts that are statements: withdrawals, rights, minors, retention, cross-border, dates and names.
import { bareWords, sourceRange } from './policy-words.mjs';
import { agrees, scoreField } from './score-facts.mjs';
import { withoutSpace } from './seed-reading.mjs';

/** Whether the words lie in the expected statement or hold it: a clause may be cut shorter or longer than the reading's. */
export function meets(policy, words, expected) {
  if (!words?.span) return false;
  if (agrees(policy, words, expected, 0.5)) return true;
  if (expected.text !== undefined) {
    const actual = bareWords(policy, words.span).replace(/[。；;.，]+$/, '');
    return (
      actual.includes(withoutSpace(expected.text)) ||
      (actual.length > 5 && withoutSpace(expected.text).includes(actual))
    );
  }
  const range = sourceRange(policy, words.span);
  if (!range) return false;
  const shared = Math.min(range.end, expected.end) - Math.max(range.start, expected.start);
  return shared >= 0.5 * Math.min(range.end - range.start, expected.end - expected.start);
}

const shown = (words) => `“${words.text.slice(0, 60).replace(/\s+/g, ' ')}”`;
const place = (expected) =>
  expected.text !== undefined ? `“${expected.text}”` : `${expected.start}–${expected.end}`;

/** Statements of one kind: each required one met by some fact, each fact meeting some expected one. */
export function scoreStatements(policy, score, facts, expected) {
  for (const one of expected) {
    if (!one.optional)
      score.want(
        facts.some((fact) => meets(policy, fact, one)),
        place(one),
      );
  }
  for (const fact of facts)
    score.give(
      expected.some((one) => meets(policy, fact, one)),
      shown(fact),
    );
}

export function scoreWithdrawals(policy, reading, scores) {
  scoreStatements(policy, scores('withdrawals'), policy.withdrawals, reading.withdrawals);
  for (const expected of reading.withdrawals) {
    const fact = policy.withdrawals.find((one) => meets(policy, one, expected));
    if (fact)
      scoreField(policy, scores('withdrawal paths'), fact.path, expected.path, `path of ${shown(fact)}`);
  }
}

/** Rights by kind: right where one of its ways is the reading's, or where the reading leaves the words open. */
export function scoreRights(policy, reading, scores) {
  const score = scores('rights');
  const open = (kind) => (reading.optionalRights ?? []).includes(kind);
  const met = (kind) => {
    const ways = policy.rights.filter((right) => right.kind === kind).map((right) => right.way);
    const expected = reading.rights.filter((right) => right.kind === kind);
    if (ways.length === 0) return false;
    return expected.some((one) => one.start === undefined || ways.some((way) => meets(policy, way, one)));
  };
  for (const right of reading.rights) if (!right.optional) score.want(met(right.kind), right.kind);
  for (const kind of new Set(policy.rights.map((right) => right.kind))) {
    const first = policy.rights.find((right) => right.kind === kind);
    score.give(met(kind) || open(kind), `${kind} ${shown(first.way)}`);
  }
}

export function scoreMinors(policy, reading, scores) {
  const score = scores('minors');
  const ages = reading.minors.flatMap((minor) => minor.ages);
  for (const age of ages)
    score.want(
      policy.minors.ages.some((words) => meets(policy, words, age)),
      place(age),
    );
  if (reading.minors.length > 0) score.want(policy.minors.statements.length > 0, 'any statement');
  for (const words of policy.minors.statements) score.give(reading.minors.length > 0, shown(words));
}

export function scoreNames(policy, reading, scores) {
  const score = scores('names and dates');
  const named = { title: policy.title, publisher: policy.publisher?.name, app: policy.app?.name };
  for (const [field, words] of Object.entries(named)) scoreField(policy, score, words, reading[field], field);
  for (const [field, expected] of Object.entries(reading.dates ?? {})) {
    const actual = policy.dates[field];
    if (actual) score.give(actual.iso === expected?.iso, `${field} ${actual.iso}`);
    if (expected) score.want(actual?.iso === expected.iso, `${field} ${expected.iso}`);
  }
}
