// Holds a compiled policy against the facts that were written into it.
import { RADICALS } from '../../../build/src/compiler/radicals.js';

/** Words without white space, width and radicals: what no damage changes. */
export const plain = (words) =>
  words === undefined
    ? undefined
    : [...words]
        .map((character) => RADICALS.get(character) ?? character.normalize('NFKC'))
        .join('')
        .replace(/\s+/g, '')
        .replace(/[“”]/g, '"');

const fields = (fact, names) =>
  names.map((name) => `${name}=${plain(fact[name]?.text ?? fact[name]) ?? ''}`).join(' ');

const PERMISSION = ['kind', 'name', 'purpose', 'refusal'];
const PARTY = ['name', 'company', 'purpose', 'data', 'contact', 'privacyUrl'];

/** Every fact of a policy as a line of words; two policies say the same where the lines are the same. */
export function linesOf(policy) {
  return [
    `title ${plain(policy.title?.text)}`,
    `publisher ${plain(policy.publisher?.name.text)}`,
    ...Object.entries(policy.dates).map(([kind, { iso }]) => `${kind} ${iso}`),
    ...policy.sections.map(({ title }) => `section ${plain(title.text)}`),
    ...policy.permissions.map((fact) => `permission ${fields(fact, PERMISSION)}`),
    ...policy.thirdParties.map((fact) => `party ${fields(fact, PARTY)}`),
    ...policy.withdrawals.map(({ path }) => `withdrawal ${plain(path?.text)}`),
    ...policy.contacts.map(({ kind, value }) => `contact ${kind} ${plain(value)}`),
  ];
}

/** The same lines for the facts that were written. */
export function linesWritten(facts) {
  return [
    `title ${plain(facts.title)}`,
    `publisher ${plain(facts.publisher)}`,
    ...Object.entries(facts.dates).map(([kind, iso]) => `${kind} ${iso}`),
    ...facts.sections.map((title) => `section ${plain(title)}`),
    ...facts.permissions.map((fact) => `permission ${fields(fact, PERMISSION)}`),
    ...facts.thirdParties.map((fact) => `party ${fields(fact, PARTY)}`),
    ...facts.withdrawals.map((path) => `withdrawal ${plain(path)}`),
    ...facts.contacts.map(
      (words) => `contact ${words.replace(/ .*/, '')} ${plain(words.replace(/^\w+ /, ''))}`,
    ),
  ];
}

const count = (lines) => {
  const counts = new Map();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
};

const less = (left, right) => {
  const counts = count(right);
  return left.filter((line) => {
    const known = counts.get(line) ?? 0;
    counts.set(line, known - 1);
    return known <= 0;
  });
};

/** What of the written facts is missing, and what was found that nobody wrote. */
export function differences(found, written) {
  return { missing: less(written, found), invented: less(found, written) };
}
