// Whole policies written by random choices, damaged as extractions damage them: what is found is what was written, no more and
// no less, and compiling the compiled text finds the same again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { asLines, asSource } from '../../support/written/blocks.mjs';
import { chinesePolicy } from '../../support/written/chinese.mjs';
import { differences, linesOf, linesWritten } from '../../support/written/compare.mjs';
import { DAMAGE } from '../../support/written/damage.mjs';
import { englishPolicy } from '../../support/written/english.mjs';

const SAME = { missing: [], invented: [] };
const RUNS = 14;
const SEED = 20260322;

const compile = (text, mediaType = 'text/plain') => compilePolicy({ name: 'written', text, mediaType });

async function holds(text, mediaType, facts) {
  const once = await compile(text, mediaType);
  assert.deepEqual(differences(linesOf(once), linesWritten(facts)), SAME, text);
  const twice = await compile(once.text);
  assert.deepEqual(differences(linesOf(twice), linesOf(once)), SAME, once.text);
}

for (const [language, written] of [
  ['Chinese', chinesePolicy],
  ['English', englishPolicy],
]) {
  for (const [name, damage] of Object.entries(DAMAGE)) {
    test(`a ${language} policy is found as it was written: ${name}`, () =>
      fc.assert(
        fc.asyncProperty(written, fc.nat(1000), (policy, number) =>
          holds(damage(asLines(policy), number), 'text/plain', policy.facts),
        ),
        { numRuns: RUNS, seed: SEED },
      ));
  }

  for (const mediaType of ['text/markdown', 'text/html']) {
    test(`a ${language} policy is found as it was written: ${mediaType}`, () =>
      fc.assert(
        fc.asyncProperty(written, (policy) => holds(asSource[mediaType](policy), mediaType, policy.facts)),
        { numRuns: RUNS, seed: SEED },
      ));
  }
}
