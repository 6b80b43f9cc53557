// Compiles a page with marks in it (see marked-text.mjs) and compares: clauses `{C:…}`, stressed words `{B:…}`, words that must be
// gone `{X:…}`. Generated words, such as a list's numbers, are given beside.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy } from '../../build/src/compiler/index.js';
import { bare, clausesOf, readMarked, wordsOf } from './marked-text.mjs';

/** @returns {(policy: import('../../build/src/policy/model.js').Policy) => string[]} */
export const stressedIn = (policy) =>
  policy.clauses.flatMap(({ emphasis }) =>
    emphasis
      .filter(({ origin }) => origin === 'author')
      .map(({ span }) => bare(policy.text.slice(span.start, span.end))),
  );

export const compilePage = (/** @type {string} */ text, mediaType = 'text/html') =>
  compilePolicy({ name: 'page', mediaType, text });

/** The sentence of the one diagnostic of a code; undefined where there is none. */
export const told = (policy, code) => policy.diagnostics.find((one) => one.code === code)?.sentence;

/**
 * @param {string} name
 * @param {string} marked
 * @param {{tells?: Record<string, RegExp>, untold?: readonly string[], mediaType?: string}} [expected]
 */
export function page(name, marked, { tells = {}, untold = [], mediaType } = {}) {
  test(name, async () => {
    const read = readMarked(marked);
    const policy = await compilePage(read.text, mediaType);
    const text = bare(policy.text);
    const gone = wordsOf(read, 'X').filter(Boolean);
    for (const words of gone) assert.ok(!text.includes(words), `${words} is left out`);
    const clauses = wordsOf(read, 'C').map((words) =>
      gone.reduce((left, one) => left.replace(one, ''), words),
    );
    assert.deepEqual(clausesOf(policy), clauses);
    assert.deepEqual(stressedIn(policy), wordsOf(read, 'B'));
    for (const [code, sentence] of Object.entries(tells))
      assert.match(told(policy, code) ?? `no ${code}`, sentence);
    for (const code of untold) assert.equal(told(policy, code), undefined);
  });
}
