import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { examDocuments, joined, sitExam, tableOf } from '../../support/exam.mjs';
import { bareWords, withoutSpace, wordsOfReading } from '../../support/exam-reading.mjs';
import { totalOf, unsoundSpans } from '../../support/reading-score.mjs';

test('the documents compile to what their readings list: little is missed, next to nothing is wrong', async (t) => {
  const scores = joined((await sitExam()).map((result) => result.scores));
  for (const line of tableOf(scores)) t.diagnostic(line);
  const { right, given, found, wanted } = totalOf(scores);
  assert.ok(right / given >= 0.97, `precision ${right}/${given}`);
  assert.ok(found / wanted >= 0.9, `recall ${found}/${wanted}`);
});

for (const { name, file, mediaType, reading } of examDocuments()) {
  const compiled = compilePolicy({ name, mediaType, bytes: new Uint8Array(readFileSync(file)) });

  test(`${name}: every fact's words stand at their span`, async () => {
    assert.deepEqual(unsoundSpans(await compiled), []);
  });

  test(`${name}: the reading asks only for words that stand in the document`, async () => {
    const policy = await compiled;
    const source = withoutSpace(readFileSync(file, 'utf8'));
    const text = bareWords(policy, { start: 0, end: policy.text.length });
    const strange = [...wordsOfReading(reading)].filter((one) => {
      const bare = withoutSpace(one.text);
      return !source.includes(bare) && !text.includes(bare);
    });
    assert.deepEqual(strange, []);
  });
}
