// Scores what the publisher itself collects, its jumps, separate consents, other ways, exemptions and sensitive data.
import { Score, agrees } from './score-facts.mjs';
import { meets } from './score-statements.mjs';

const FIELDS = ['function', 'purpose', 'refusal', 'background'];
export const STATEMENT_KINDS = ['jumps', 'separateConsents', 'alternatives', 'exemptions'];

/** The places that are as right as the expected one. */
const places = (expected) => [expected, ...(expected.or ?? [])];
const same = (policy, words, expected, least) =>
  places(expected).some((one) => agrees(policy, words, one, least));
const within = (policy, words, expected) => places(expected).some((one) => meets(policy, words, one));

const shown = (words) => `“${words.text.slice(0, 80).replace(/\s+/g, ' ')}”`;
const place = ({ text, start, end }) => (text === undefined ? `${start}–${end}` : `“${text}”`);

/** Pairs expected with found: the nearest words first, each fact once. */
function pairs(policy, expected, facts, wordsOf) {
  const rest = [...facts];
  const taken = new Map();
  for (const least of [0.95, 0.8, 0.6]) {
    for (const one of expected) {
      if (taken.has(one)) continue;
      const index = rest.findIndex((fact) => same(policy, wordsOf(fact), wordsOf(one), least));
      if (index >= 0) taken.set(one, rest.splice(index, 1)[0]);
    }
  }
  return { taken, rest };
}

function scoreUseField(policy, score, actual, expected, note) {
  if (expected === undefined) return;
  if (expected === null) {
    if (actual) score.give(false, `${note}: ${shown(actual)}, the source says nothing`);
    return;
  }
  const right = actual !== undefined && same(policy, actual, expected, 0.6);
  if (actual) score.give(right, `${note}: ${shown(actual)} for ${place(expected)}`);
  if (!expected.optional) score.want(right, `${note} at ${place(expected)}`);
}

/** Data uses by their data, then field by field. */
function scoreUses(policy, expected, scores) {
  const score = scores('dataUses');
  const wordsOf = (use) => use.data;
  const { taken, rest } = pairs(policy, expected, policy.dataUses, wordsOf);
  for (const one of expected) {
    const fact = taken.get(one);
    if (!one.optional) score.want(fact !== undefined, place(one.data));
    if (!fact) continue;
    score.give(true);
    for (const field of FIELDS)
      scoreUseField(
        policy,
        scores(`dataUses ${field}`),
        fact[field],
        one[field],
        `${field} of ${shown(fact.data)}`,
      );
  }
  for (const fact of rest)
    score.give(
      expected.some((one) => one.optional && within(policy, fact.data, one.data)),
      shown(fact.data),
    );
}

/** Statements: each required one met by some fact, each fact meeting some expected one. */
function scoreSentences(policy, score, facts, expected) {
  for (const one of expected)
    if (!one.optional)
      score.want(
        facts.some((fact) => within(policy, fact, one)),
        place(one),
      );
  for (const fact of facts)
    score.give(
      expected.some((one) => within(policy, fact, one)),
      shown(fact),
    );
}

/** Sensitive items, each by itself: a list in one run counts only where the reading has it so, as an optional place. */
function scoreItems(policy, score, facts, expected) {
  for (const one of expected)
    if (!one.optional)
      score.want(
        facts.some((fact) => same(policy, fact, one, 0.6)),
        place(one),
      );
  for (const fact of facts)
    score.give(
      expected.some((one) => (one.optional ? within(policy, fact, one) : same(policy, fact, one, 0.6))),
      shown(fact),
    );
}

/** Scores by kind of those kinds that the reading holds. */
export function scoreHandling(policy, reading) {
  const all = new Map();
  const scores = (kind) => all.get(kind) ?? all.set(kind, new Score()).get(kind);
  if (reading.dataUses) scoreUses(policy, reading.dataUses, scores);
  for (const kind of STATEMENT_KINDS)
    if (reading[kind]) scoreSentences(policy, scores(kind), policy[kind], reading[kind]);
  if (!reading.sensitive) return all;
  scoreItems(policy, scores('sensitive items'), policy.sensitive.items, reading.sensitive.items);
  scoreSentences(
    policy,
    scores('sensitive statements'),
    policy.sensitive.statements,
    reading.sensitive.statements,
  );
  return all;
}
