// One comparison for every reading: scores of all kinds, headings, soundness of spans, absence.
import { everySpan, everyWords, hashOfSpan, headingsOf, sourceRange } from './policy-words.mjs';
import { Score, scoreContacts, scorePermissions, scoreThirdParties } from './score-facts.mjs';
import {
  scoreMinors,
  scoreNames,
  scoreRights,
  scoreStatements,
  scoreWithdrawals,
} from './score-statements.mjs';

/** Scores by kind, in the order they were first asked for. */
export function scoreFacts(policy, reading) {
  const all = new Map();
  const scores = (kind) => all.get(kind) ?? all.set(kind, new Score()).get(kind);
  scoreNames(policy, reading, scores);
  scorePermissions(policy, reading, scores);
  scoreThirdParties(policy, reading, scores);
  scoreContacts(policy, reading, scores);
  scoreWithdrawals(policy, reading, scores);
  if (reading.rights) scoreRights(policy, reading, scores);
  if (reading.minors) scoreMinors(policy, reading, scores);
  for (const kind of ['retention', 'crossBorder']) {
    const optional = reading[`optional${kind[0].toUpperCase()}${kind.slice(1)}`] ?? [];
    if (reading[kind])
      scoreStatements(policy, scores(kind), policy[kind], [
        ...reading[kind],
        ...optional.map((one) => ({ ...one, optional: true })),
      ]);
  }
  return all;
}

/** A line a kind, precision and recall, then what was missed and what was wrong. */
export function reportOf(name, scores) {
  const lines = [...scores].map(([kind, score]) => {
    const figures = `P ${score.precision.toFixed(2)} (${score.right}/${score.given})  R ${score.recall.toFixed(2)} (${score.found}/${score.wanted})`;
    return [`${name} ${kind}: ${figures}`, ...score.notes.map((note) => `    ${note}`)].join('\n');
  });
  return lines.join('\n');
}

/** The scores of all kinds together. */
export function totalOf(scores) {
  const total = new Score();
  for (const score of scores.values()) {
    for (const figure of ['wanted', 'found', 'given', 'right']) total[figure] += score[figure];
    total.notes.push(...score.notes);
  }
  return total;
}

/** Headings scored level by level: a heading is right where its start and its words are. */
export function scoreHeadings(policy, reading) {
  const found = headingsOf(policy).map((heading) => ({
    ...heading,
    start: sourceRange(policy, heading.span)?.start,
    sha256: hashOfSpan(policy, heading.span),
  }));
  const same = (heading, expected) =>
    heading.start === expected.start &&
    (heading.sha256 === expected.sha256 || (expected.also ?? []).includes(heading.sha256));
  const top = new Score();
  const deep = new Score();
  for (const expected of reading.headings) {
    if (expected.optional) continue;
    const score = expected.level === 1 ? top : deep;
    const hit = found.find((heading) => same(heading, expected));
    score.want(
      hit !== undefined && hit.level === expected.level,
      `level ${expected.level} heading at ${expected.start}${hit ? ` (level ${hit.level})` : ''}`,
    );
  }
  for (const heading of found) {
    const score = heading.level === 1 ? top : deep;
    const expected = reading.headings.find((one) => same(heading, one));
    if (expected?.optional) continue;
    if (heading.level <= reading.completeTo || expected) {
      score.give(
        expected?.level === heading.level,
        `level ${heading.level} heading “${heading.words.slice(0, 40)}” at ${heading.start}`,
      );
    }
  }
  return { top, deep };
}

/** Words that are not the text's own at their span, and spans outside the text: each is a sentence. */
export function unsoundSpans(policy) {
  const wrong = [];
  for (const { path, text, span } of everyWords(policy)) {
    if (policy.text.slice(span.start, span.end) !== text)
      wrong.push(`${path}: “${text.slice(0, 40)}” is not at its span`);
    else if (text.trim() === '') wrong.push(`${path}: no words`);
  }
  for (const { path, span } of everySpan(policy)) {
    if (!(span.start >= 0 && span.start <= span.end && span.end <= policy.text.length))
      wrong.push(`${path}: out of the text`);
  }
  return wrong;
}

/** The paths of a reading's `absent` list that the policy fills all the same. */
export const filledThoughAbsent = (policy, absent) => absent.filter((path) => !isAbsent(policy, path));

function isAbsent(policy, path) {
  const value = path.split('.').reduce((inner, key) => inner?.[key], policy);
  if (value === undefined) return true;
  if (Array.isArray(value)) return value.length === 0;
  return (
    value !== null &&
    typeof value === 'object' &&
    Object.values(value).every((inner) => Array.isArray(inner) && inner.length === 0)
  );
}
