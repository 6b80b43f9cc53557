// Scores a compiled policy against a reading of an examination document, kind by kind.
import { everyWords, headingsOf } from './policy-words.mjs';
import { scoreExamParties, scoreExamPermissions } from './exam-score-entries.mjs';
import { scoreDataUses, scoreExamRights, scoreExamStatements } from './exam-score-statements.mjs';
import { bareWords, expected, likenessTo } from './exam-reading.mjs';
import { filledThoughAbsent, unsoundSpans } from './reading-score.mjs';
import { Score } from './score-facts.mjs';
import { contactForm, withoutSpace } from './seed-reading.mjs';

/** Scores by kind, in the order they were first asked for. */
export function scoreExam(policy, reading) {
  const all = new Map();
  const scores = (kind) => all.get(kind) ?? all.set(kind, new Score()).get(kind);
  scoreHead(policy, reading, scores);
  scoreSections(policy, reading, scores);
  scoreExamPermissions(policy, reading, scores);
  scoreExamParties(policy, reading, scores);
  scoreExamContacts(policy, reading, scores('contacts'));
  scoreExamStatements(policy, reading, scores);
  scoreExamRights(policy, reading, scores);
  scoreDataUses(policy, reading, scores);
  scoreSoundness(policy, reading, scores);
  return all;
}

function scoreHead(policy, reading, scores) {
  for (const field of ['kind', 'language']) {
    const right = policy[field] === reading[field];
    scores('kind and language').want(right, `${field} ${reading[field]}`);
    scores('kind and language').give(right, `${field} ${policy[field]}`);
  }
  const [app, ...others] = reading.app ?? [];
  const names = {
    title: [policy.title, expected(reading.title)],
    publisher: [policy.publisher?.name, expected(reading.publisher)],
    app: [
      policy.app?.name,
      app === undefined ? null : expected({ text: app, also: others, optional: reading.appOptional }),
    ],
  };
  for (const [field, [words, wanted]] of Object.entries(names))
    scoreWords(policy, scores('names'), words, wanted, field, 0.7);
  for (const [field, iso] of Object.entries(reading.dates)) {
    const actual = policy.dates[field]?.iso;
    const right = actual === iso || (actual !== undefined && actual === reading.datesAlso?.[field]);
    if (actual) scores('dates').give(right, `${field} ${actual} for ${iso ?? 'nothing'}`);
    if (iso) scores('dates').want(actual === iso, `${field} ${iso}`);
  }
}

/** One field: null must be absent, optional may be, undefined was not read. */
export function scoreWords(policy, score, words, wanted, note, least = 0.6) {
  if (wanted === undefined) return;
  const shown = words ? `“${words.text.slice(0, 70).replace(/\s+/g, ' ')}”` : 'nothing';
  if (wanted === null) {
    if (words) score.give(false, `${note}: ${shown}, the source says nothing`);
    return;
  }
  const right = words !== undefined && likenessTo(bareWords(policy, words.span), wanted) >= least;
  if (words) score.give(right, `${note}: ${shown} for “${wanted.texts[0]}”`);
  if (!wanted.optional) score.want(right, `${note} “${wanted.texts[0]}”`);
}

function scoreSections(policy, reading, scores) {
  const lineOf = (section) => withoutSpace(`${section.number ?? ''}${section.title}`).replace(/[：:]$/, '');
  const open = headingsOf(policy).map((heading) => ({ ...heading, line: withoutSpace(heading.words) }));
  for (const section of reading.sections) {
    const same = (one) => one.line === lineOf(section);
    const index = open.findIndex((one) => same(one) && one.level === section.level);
    const found = index >= 0 ? index : section.optional ? open.findIndex(same) : -1;
    const score = scores(section.level === 1 ? 'top headings' : 'deeper headings');
    if (!section.optional) score.want(found >= 0, `${section.level} ${lineOf(section)}`);
    if (found < 0) continue;
    if (!section.optional) score.give(true);
    open.splice(found, 1);
  }
  for (const one of open)
    if (one.level <= reading.completeTo)
      scores(one.level === 1 ? 'top headings' : 'deeper headings').give(
        false,
        `${one.level} ${one.words.slice(0, 50)}`,
      );
}

function scoreExamContacts(policy, reading, score) {
  const form = ({ kind, value }) => `${contactForm(kind, value)}`;
  const same = (fact, wanted) => {
    if (fact.kind !== wanted.kind && !(wanted.kindAlso ?? []).includes(fact.kind)) return false;
    const [one, two] = [form({ ...fact, kind: wanted.kind }), form(wanted)];
    return one === two || (wanted.kind === 'address' && (one.includes(two) || two.includes(one)));
  };
  for (const wanted of reading.contacts)
    if (!wanted.optional)
      score.want(
        policy.contacts.some((fact) => same(fact, wanted)),
        `${wanted.kind} ${wanted.value}`,
      );
  for (const fact of policy.contacts) {
    const right = reading.contacts.some((wanted) => same(fact, wanted));
    if (right || !['other', 'person'].includes(fact.kind)) score.give(right, `${fact.kind} ${fact.value}`);
  }
}

/** Spans that do not hold, and fields filled though the text says nothing: wrong facts of their own. */
function scoreSoundness(policy, reading, scores) {
  for (const line of unsoundSpans(policy)) scores('spans').give(false, line);
  for (const path of reading.absent ?? [])
    scores('absent').give(filledThoughAbsent(policy, [path]).length === 0, path);
  for (const never of reading.neverWords ?? []) {
    const hits = [...everyWords(policy)].filter(({ text }) =>
      withoutSpace(text).includes(withoutSpace(never)),
    );
    scores('never').give(hits.length === 0, `${never} in ${hits[0]?.path}`);
  }
}
