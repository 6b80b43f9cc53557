// Scores permissions and third parties of an examination document: by name, then field by field.
import { scoreWords } from './exam-score.mjs';
import { bareWords, expected, likenessTo } from './exam-reading.mjs';
import { withoutSpace } from './seed-reading.mjs';

const shown = (words) => (words ? `“${words.text.slice(0, 50).replace(/\s+/g, ' ')}”` : 'nothing');

export function scoreExamPermissions(policy, reading, scores) {
  const rest = [...policy.permissions];
  const taken = [];
  const wanted = [...reading.permissions].sort(
    (one, two) => Number(one.optional ?? 0) - Number(two.optional ?? 0),
  );
  for (const least of [0.9, 0.3, -1]) {
    for (const one of wanted) {
      if (taken.some((pair) => pair.one === one)) continue;
      const index = rest.findIndex((fact) => isPermission(policy, fact, one, least));
      if (index >= 0) taken.push({ one, fact: rest.splice(index, 1)[0] });
    }
  }
  for (const one of wanted) {
    const pair = taken.find((each) => each.one === one);
    if (!one.optional) scores('permissions').want(pair !== undefined, `${one.kind} ${one.name}`);
    if (!pair) continue;
    scores('permissions').give(true);
    scorePermissionFields(policy, pair, scores);
  }
  for (const fact of rest) {
    const known = (reading.optionalPermissionKinds ?? []).includes(fact.kind) || fact.usedBy?.length > 0;
    const never = (reading.neverPermissions ?? []).includes(fact.kind);
    if (!known || never) scores('permissions').give(false, `${fact.kind} ${shown(fact.name)}`);
  }
}

function isPermission(policy, fact, one, least) {
  if (![one.kind, ...(one.kindAlso ?? [])].includes(fact.kind)) return false;
  return (
    least < 0 || likenessTo(bareWords(policy, fact.name.span), expected(one.name, one.nameAlso)) >= least
  );
}

function scorePermissionFields(policy, { one, fact }, scores) {
  const name = expected(one.name, one.nameAlso);
  scoreWords(policy, scores('permission names'), fact.name, name, `${one.kind}.name`, 0.3);
  for (const field of ['purpose', 'refusal'])
    scoreWords(
      policy,
      scores(`permission ${field}s`),
      fact[field],
      expected(one[field]),
      `${one.kind} ${one.name} ${field}`,
    );
  if (one.platforms === undefined) return;
  const score = scores('permission platforms');
  const given = fact.platforms ?? [];
  const value = one.platforms === null ? [] : (one.platforms.value ?? one.platforms);
  const known = [...value, ...(one.platforms?.also ?? [])].map(withoutSpace);
  const meets = (words) =>
    known.some((text) =>
      [text, bareWords(policy, words.span)].some((one, _, both) => both.every((each) => each.includes(one))),
    );
  for (const words of given) score.give(meets(words), `${one.kind} platform ${shown(words)}`);
  if (value.length > 0) score.want(given.some(meets), `${one.kind} platform ${value.join()}`);
}

const FIELDS = [
  'company',
  'purpose',
  'scene',
  'shared',
  'sharing',
  'contact',
  'site',
  'privacyUrl',
  'background',
  'platforms',
];

export function scoreExamParties(policy, reading, scores) {
  const rest = [...policy.thirdParties];
  const taken = new Map();
  for (const match of [sameName, nearName]) {
    for (const one of reading.thirdParties) {
      const index = taken.has(one) ? -1 : rest.findIndex((fact) => match(policy, fact, one));
      if (index >= 0) taken.set(one, rest.splice(index, 1)[0]);
    }
  }
  for (const one of reading.thirdParties) {
    const fact = taken.get(one);
    if (!one.optional) scores('third parties').want(fact !== undefined, `“${one.name.text ?? one.name}”`);
    if (!fact) continue;
    scores('third parties').give(true);
    scorePartyFields(policy, one, fact, scores);
  }
  for (const fact of rest)
    scores('third parties').give(false, `${shown(fact.name)} of ${shown(fact.company)}`);
}

const namesOf = (one) => [expected(one.name, one.nameAlso), expected(one.company)].filter((each) => each);

function sameName(policy, fact, one) {
  const given = [fact.name, fact.company]
    .filter((words) => words)
    .map((words) => bareWords(policy, words.span));
  return given.some((text) => namesOf(one).some((each) => likenessTo(text, each) >= 0.8));
}

function nearName(policy, fact, one) {
  return likenessTo(bareWords(policy, fact.name.span), expected(one.name, one.nameAlso)) >= 0.3;
}

function scorePartyFields(policy, one, fact, scores) {
  const title = withoutSpace(one.name.text ?? one.name);
  const names = [...(one.nameAlso ?? []), ...companies(one), ...(one.category ? [one.category] : [])];
  scoreWords(policy, scores('party names'), fact.name, expected(one.name, names), title);
  for (const field of FIELDS)
    scoreWords(policy, scores(`party ${field}`), fact[field], expected(one[field]), `${title}.${field}`);
  for (const field of ['permissions', 'data']) {
    const other = field === 'data' ? 'permissions' : 'data';
    const either = fact[field] ?? (one[other] === undefined ? fact[other] : undefined);
    scoreWords(policy, scores(`party ${field}`), either, expected(one[field]), `${title}.${field}`);
  }
}

const companies = (one) => (typeof one.company === 'string' ? [one.company] : []);
