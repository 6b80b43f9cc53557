// Who waits for a long document is told how far it is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMPILE_STEPS, compilePolicy } from '../../../build/src/compiler/index.js';

test('each step is told once, before it begins, in order', async () => {
  const told = [];
  await compilePolicy({ name: 'a', text: '隐私政策' }, { onProgress: (step) => told.push(step) });
  assert.deepEqual(told, [...COMPILE_STEPS]);
});

test('a step that fails is the last one told', async () => {
  const told = [];
  const text = { name: 'a', text: 'x', mediaType: 'image/png' };
  await assert.rejects(compilePolicy(text, { onProgress: (step) => told.push(step) }));
  assert.deepEqual(told, ['read']);
});
