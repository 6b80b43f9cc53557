import { ConsentError } from '../errors.js';
import { isRecord, own } from '../own.js';
import type { Profile } from './profile.js';

type Check = (value: unknown) => boolean;

interface Rule {
  readonly should: string;
  readonly check: Check;
}

const filled: Check = (value) => typeof value === 'string' && value !== '';
const text: Rule = { should: 'text', check: filled };
const yesOrNo: Rule = { should: 'true or false', check: (value) => typeof value === 'boolean' };
const oneOf = (...words: readonly string[]): Rule => ({
  should: words.join(' or '),
  check: (value) => words.some((word) => word === value),
});
const count = (from: number, to: number): Rule => ({
  should: `a whole number from ${from} to ${to}`,
  check: (value) => Number.isInteger(value) && (value as number) >= from && (value as number) <= to,
});
const maybe = ({ should, check }: Rule): Rule => ({
  should: `${should}, or absent`,
  check: (value) => value === undefined || check(value),
});

const needs = ['recipient', 'recipient.rights', 'necessity', 'impact', 'risks'];
const needList: Rule = {
  should: `a list of ${needs.join(', ')}`,
  check: (value) => Array.isArray(value) && Array.from(value).every((one) => needs.includes(one as string)),
};
const units = ['hours', 'days', 'workingDays', 'months'];
const term: Rule = {
  should: `one of ${units.join(', ')} with a whole number`,
  check: (value) => {
    const [unit, ...more] = isRecord(value) ? Object.keys(value) : [];
    return more.length === 0 && units.includes(unit ?? '') && count(1, 10_000).check(own(value, unit ?? ''));
  },
};

const bases = ['provide', 'publish', 'public-image', 'sensitive', 'export'];
const rights = [
  'access',
  'copy',
  'correct',
  'delete',
  'close-account',
  'explain',
  'transfer',
  'complain',
].concat('restrict');

/** What stands where in a profile, by its path. A path ends where a rule stands. */
interface Shape {
  readonly [key: string]: Rule | Shape;
}

const optional = (keys: readonly string[], shape: Shape): Shape =>
  Object.fromEntries(keys.map((key) => [`${key}?`, shape]));

const shape: Shape = {
  name: text,
  notice: text,
  guardian: { belowAge: count(0, 21), article: text },
  separate: optional(bases, { article: text, needs: needList }),
  face: { alternative: yesOrNo, validity: oneOf('once', 'standing'), article: text },
  switches: { initial: oneOf('stated', 'off'), minors: oneOf('stated', 'off'), article: text },
  withdrawal: { told: yesOrNo, article: text },
  asking: { permissionQuietHours: count(0, 10_000), refusalMonths: maybe(count(1, 1200)) },
  rights: optional(rights, { within: maybe(term), source: text }),
};

/**
 * A team's own profile, checked and copied: one that lacks a rule would silently ask for less. Throws `profile/invalid` with the
 * path of the entry that is missing, has another shape, or is not known.
 */
export const readProfile = (value: unknown): Profile => read(value, shape, 'profile') as unknown as Profile;

const read = (value: unknown, shaped: Shape, path: string): Readonly<Record<string, unknown>> => {
  if (!isRecord(value) || Array.isArray(value)) throw invalid(path, 'an object', value);
  const known = Object.keys(shaped).map((key) => key.replace('?', ''));
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) throw invalid(path, `made of ${known.join(', ')}`, unknown);
  const entries = Object.keys(shaped).flatMap((name) => {
    const key = name.replace('?', '');
    const found = own(value, key);
    if (found === undefined && key !== name) return [];
    const copy = readEntry(found, shaped[name] as Rule | Shape, `${path}.${key}`);
    return copy === undefined ? [] : [[key, copy] as const];
  });
  return Object.freeze(Object.fromEntries(entries));
};

const readEntry = (value: unknown, entry: Rule | Shape, path: string): unknown => {
  if (typeof entry.check !== 'function') return read(value, entry as Shape, path);
  const { check, should } = entry as Rule;
  if (!check(value)) throw invalid(path, should, value);
  if (Array.isArray(value)) return Object.freeze(value.slice());
  return isRecord(value) ? Object.freeze({ ...value }) : value;
};

const invalid = (path: string, should: string, value: unknown): ConsentError =>
  new ConsentError('profile/invalid', `The profile cannot be used: ${path} should be ${should}.`, value);
