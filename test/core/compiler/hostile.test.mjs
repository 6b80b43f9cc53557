// Texts made to confuse the compiler's patterns still compile to a whole policy. How long they take is `npm run bench`'s matter.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { hostileTexts } from '../../../scripts/bench/hostile-lines.mjs';

const BYTES = 3000;

/** Every `{text, span}` of a policy. */
function* wordsIn(value) {
  if (typeof value !== 'object' || value === null) return;
  if (typeof value.text === 'string' && value.span) yield value;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}

/** Each step hands on no more parts than the text has characters: what bounds the work of the next. */
function assertBounded(policy, text) {
  const parts = policy.clauses.length + policy.source.runs.length + policy.source.lines.length;
  assert.ok(parts <= 3 * (text.length + 1), `${parts} parts of ${text.length} characters`);
  assert.ok(policy.text.length <= 2 * text.length + 1);
}

for (const language of ['zh-Hans', 'en']) {
  for (const mediaType of ['text/plain', 'text/markdown', 'text/html']) {
    test(`hostile texts read as ${mediaType} in ${language} compile, and words stand at their span`, async () => {
      for (const { name, text: write } of hostileTexts()) {
        const text = write(BYTES);
        const policy = await compilePolicy({ name, mediaType, text }, { language });
        assertBounded(policy, text);
        for (const words of wordsIn({ ...policy, text: undefined }))
          assert.equal(words.text, policy.text.slice(words.span.start, words.span.end), name);
      }
    });
  }
}
