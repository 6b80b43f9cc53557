// test/support/same-facts.mjs: whether two policies, compiled from two kinds of file, say the same.
// Words are compared without white space, since each kind of file breaks its lines in its own way; spans are left out.
import assert from 'node:assert/strict';
import { bare } from './marked-text.mjs';

/** What the facts of a policy are, in the order of the model. */
const FACTS = [
  'kind',
  'language',
  'title',
  'publisher',
  'app',
  'version',
  'dates',
  'permissions',
  'thirdParties',
  'dataUses',
  'sensitive',
  'jumps',
  'separateConsents',
  'alternatives',
  'retention',
  'crossBorder',
  'minors',
  'rights',
  'withdrawals',
  'contacts',
  'exemptions',
];

function withoutSpans(value) {
  if (typeof value === 'string') return bare(value);
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).filter(([key]) => key !== 'span');
  return Object.fromEntries(inner.map(([key, one]) => [key, withoutSpans(one)]));
}

/** Every fact of a policy in bare words: `{title: {text}, permissions: [{kind, name: {text}, …}], …}`. */
export const factsIn = (policy) =>
  Object.fromEntries(FACTS.map((name) => [name, withoutSpans(policy[name])]));

/** The sections in reading order, as `level number title`. */
export function sectionsIn(policy) {
  const lines = (sections) =>
    sections.flatMap(({ level, number, title, sections: inner }) => [
      `${level} ${bare(number?.text ?? '')} ${bare(title.text)}`,
      ...lines(inner),
    ]);
  return lines(policy.sections);
}

/** The words the author stressed in each clause that has such, as `clause: words | words`; neighbours are one stretch. */
export function emphasisIn(policy) {
  return policy.clauses.flatMap(({ span, emphasis }) => {
    const words = stressed(policy.text, emphasis);
    return words ? [`${bare(policy.text.slice(span.start, span.end)).slice(0, 24)}: ${words}`] : [];
  });
}

function stressed(text, emphasis) {
  const spans = emphasis.filter(({ origin }) => origin === 'author').map(({ span }) => span);
  let words = '';
  let last = -1;
  for (const { start, end } of spans) {
    const joined = last >= 0 && text.slice(last, start).trim() === '';
    words += `${last < 0 || joined ? '' : ' | '}${bare(text.slice(start, end))}`;
    last = end;
  }
  return words;
}

/** Fails, fact by fact, where two policies do not tell the same facts under the same sections. */
export function assertSameFacts(actual, expected) {
  const [found, wanted] = [factsIn(actual), factsIn(expected)];
  for (const name of FACTS) assert.deepEqual(found[name], wanted[name], `${name} of the two files differ`);
  assert.deepEqual(sectionsIn(actual), sectionsIn(expected), 'the sections of the two files differ');
}

/** Fails where the authors of two files stressed different words. */
export function assertSameEmphasis(actual, expected) {
  assert.deepEqual(emphasisIn(actual), emphasisIn(expected), 'the words stressed by the author differ');
}
