// Scores what an examination document states: statements by kind, rights with way and deadline, data uses with their fields.
import { scoreWords } from './exam-score.mjs';
import { bareWords, expected, expectedList, likenessTo, meetsStatement } from './exam-reading.mjs';
import { withoutSpace } from './seed-reading.mjs';

const shown = (words) => `“${words.text.slice(0, 80).replace(/\s+/g, ' ')}”`;

const STATEMENTS = ['retention', 'crossBorder', 'jumps', 'separateConsents', 'alternatives', 'exemptions'];

export function scoreExamStatements(policy, reading, scores) {
  scoreExamWithdrawals(policy, reading, scores);
  for (const kind of STATEMENTS) scoreList(policy, scores(kind), policy[kind], expectedList(reading[kind]));
  const { minors, sensitive } = reading;
  scoreList(policy, scores('minors ages'), policy.minors.ages, expectedList(minors.ages));
  scoreList(policy, scores('minors statements'), policy.minors.statements, expectedList(minors.statements));
  scoreList(policy, scores('sensitive items'), policy.sensitive.items, expectedList(sensitive.items), 1);
  scoreList(
    policy,
    scores('sensitive statements'),
    policy.sensitive.statements,
    expectedList(sensitive.statements),
  );
}

/** Each required statement met by some fact, each fact meeting some expected one. */
function scoreList(policy, score, facts, wanted, shortest = 5) {
  if (wanted === undefined) return;
  const bare = facts.map((fact) => bareWords(policy, fact.span));
  const meets = (text, one) =>
    meetsStatement(text, one) ||
    (shortest === 1 && one.texts.some((each) => withoutSpace(each).includes(text)));
  for (const one of wanted)
    if (!one.optional)
      score.want(
        bare.some((text) => meets(text, one)),
        `“${one.texts[0]}”`,
      );
  for (const [index, text] of bare.entries())
    score.give(
      wanted.some((one) => meets(text, one)),
      shown(facts[index]),
    );
}

function scoreExamWithdrawals(policy, reading, scores) {
  const wanted = [
    ...reading.withdrawals.map((one) => ({ ...expected({ ...one, text: one.contains }), path: one.path })),
    ...(reading.optionalWithdrawals ?? []).map((text) => expected({ text, optional: true })),
  ];
  scoreList(policy, scores('withdrawals'), policy.withdrawals, wanted);
  for (const one of wanted) {
    const met = policy.withdrawals.filter((fact) => meetsStatement(bareWords(policy, fact.span), one));
    const fact = met.find(({ path }) => path) ?? met[0];
    if (fact)
      scoreWords(policy, scores('withdrawal paths'), fact.path, expected(one.path), `path of ${shown(fact)}`);
  }
}

/** Rights by kind; then whether the words are the way the document gives, and its deadline. */
export function scoreExamRights(policy, reading, scores) {
  for (const one of reading.rights) {
    const ofKind = policy.rights.filter((right) => right.kind === one.kind);
    if (!one.optional) scores('rights').want(ofKind.length > 0, one.kind);
    if (ofKind.length === 0) continue;
    scores('rights').give(true);
    const way = expected(one.way, one.wayAlso);
    const met = ofKind.filter((right) => meetsStatement(bareWords(policy, right.way.span), way));
    scores('right ways').want(met.length > 0, `${one.kind} “${way.texts[0]}”`);
    scores('right ways').give(met.length > 0, `${one.kind} ${shown(ofKind[0].way)}`);
    const right = met.find(({ deadline }) => deadline) ?? met[0];
    if (right)
      scoreWords(
        policy,
        scores('right deadlines'),
        right.deadline,
        expected(one.deadline),
        `${one.kind} deadline`,
        0.4,
      );
  }
  const known = new Set([...reading.rights.map(({ kind }) => kind), ...(reading.optionalRights ?? [])]);
  for (const kind of new Set(policy.rights.map((right) => right.kind)))
    if (!known.has(kind))
      scores('rights').give(false, `${kind} ${shown(policy.rights.find((one) => one.kind === kind).way)}`);
}

/** Data uses by their data; function, purpose, refusal and background of the fact that shares most of it. */
export function scoreDataUses(policy, reading, scores) {
  const open = (reading.optionalDataUses ?? []).map((data) => ({ data, optional: true }));
  const wanted = [...reading.dataUses, ...open].map((one) => ({ one, data: expected(one.data) }));
  const facts = policy.dataUses.map((fact) => ({ fact, text: bareWords(policy, fact.data.span) }));
  const shares = (text, data) =>
    likenessTo(text, data) >= 0.3 ||
    (text.length > 1 && data.texts.some((each) => withoutSpace(each).includes(text)));
  for (const { one, data } of wanted) {
    const met = facts
      .filter(({ text }) => shares(text, data))
      .sort((first, second) => likenessTo(second.text, data) - likenessTo(first.text, data));
    if (!one.optional) scores('data uses').want(met.length > 0, `“${data.texts[0]}”`);
    if (met[0]) scoreUseFields(policy, one, closest(policy, one, met), scores);
  }
  for (const { fact, text } of facts)
    scores('data uses').give(
      wanted.some(({ data }) => shares(text, data)),
      shown(fact.data),
    );
  for (const never of reading.neverData ?? []) {
    const hit = facts.find(
      ({ text }) => withoutSpace(never).includes(text) || text.includes(withoutSpace(never)),
    );
    scores('never').give(hit === undefined, `data ${never}`);
  }
}

/** Of the facts that share the most data, the one whose purpose is the expected one. */
function closest(policy, one, met) {
  const purpose = expected(one.purpose);
  const agrees = ({ fact }) =>
    purpose && fact.purpose && likenessTo(bareWords(policy, fact.purpose.span), purpose) >= 0.5;
  return (met.find(agrees) ?? met[0]).fact;
}

function scoreUseFields(policy, one, fact, scores) {
  for (const field of ['function', 'purpose', 'refusal', 'background'])
    scoreWords(
      policy,
      scores(`data use ${field}`),
      fact[field],
      expected(one[field]),
      `${field} of ${shown(fact.data)}`,
      0.5,
    );
}
