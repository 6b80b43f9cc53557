// Readings of the examination documents, in words: every expected piece is a string, or an object with `text`, other wordings
// that are as right (`also`) and `optional: true` where a careful reader may list it or leave it out. `null`: not said.
import { hashWords, withoutSpace } from './seed-reading.mjs';

/** @typedef {{texts: string[], optional: boolean}} Expected */

/**
 * An expected piece in one form: `undefined` was not read, `null` must be absent.
 * @returns {Expected | null | undefined}
 */
export function expected(/** @type {any} */ value, /** @type {string[]} */ also = []) {
  if (value === null || value === undefined) return value;
  const one = typeof value === 'string' ? { text: value } : value;
  return { texts: [one.text, ...(one.also ?? []), ...also], optional: one.optional === true };
}

/** A list of expected pieces; a kind that was not read is `undefined`. */
export const expectedList = (/** @type {any[] | undefined} */ values) =>
  values?.map((value) => /** @type {Expected} */ (expected(value)));

/** The words at a span, white space taken out. */
export const bareWords = (/** @type {any} */ policy, /** @type {{start: number, end: number}} */ span) =>
  withoutSpace(policy.text.slice(span.start, span.end));

const ENDS = /[。；;.，,：:"”'」]+$/;
const STARTS = /^["“'「]+/;
const trimmed = (/** @type {string} */ text) => text.replace(ENDS, '').replace(STARTS, '');

/** How much two pieces without white space share: the shorter over the longer where one holds the other, else nothing. */
function likeness(/** @type {string} */ given, /** @type {string} */ wanted) {
  const [one, two] = [trimmed(given), trimmed(withoutSpace(wanted))];
  if (one === '' || two === '' || (!one.includes(two) && !two.includes(one))) return 0;
  return Math.min(one.length, two.length) / Math.max(one.length, two.length);
}

/** The best likeness of the words to any of the expected wordings. */
export const likenessTo = (/** @type {string} */ given, /** @type {Expected} */ wanted) =>
  Math.max(...wanted.texts.map((text) => likeness(given, text)));

/**
 * Whether a statement meets an expected one: it holds it without being a whole page, or is a good part of it.
 */
export function meetsStatement(/** @type {string} */ given, /** @type {Expected} */ wanted) {
  return wanted.texts.some((text) => {
    const [one, two] = [trimmed(given), trimmed(withoutSpace(text))];
    if (one.includes(two)) return one.length <= 6 * two.length + 120;
    return one.length > 5 && two.includes(one);
  });
}

/** All words a reading expects, with their path: what must stand in the document. */
export function* wordsOfReading(/** @type {any} */ value, /** @type {string} */ path = '') {
  if (typeof value === 'string') yield { path, text: value };
  else if (Array.isArray(value))
    for (const [index, inner] of value.entries()) yield* wordsOfReading(inner, `${path}.${index}`);
  else if (value !== null && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) {
      if (!NOT_WORDS.has(key)) yield* wordsOfReading(inner, path === '' ? key : `${path}.${key}`);
    }
}

const NOT_WORDS = new Set([
  'kind',
  'kindAlso',
  'language',
  'dates',
  'absent',
  'optionalPermissionKinds',
  'neverPermissions',
  'optionalRights',
  'datesAlso',
  'level',
  'category',
]);

export { hashWords, withoutSpace };
