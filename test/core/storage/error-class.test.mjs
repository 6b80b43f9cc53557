import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ConsentError } from '../../../build/src/errors.js';
import { storageErrorClass } from '../../../build/src/storage/error-class.js';

const CLASSES = {
  transient: ['storage/timeout', 'storage/blocked', 'storage/lost'],
  capacity: ['storage/full'],
  invalid: ['storage/conflict', 'storage/invalid'],
  fatal: [
    'storage/unavailable',
    'storage/newer',
    'storage/failed',
    'storage/reset',
    'constructor',
    'toString',
  ],
};

for (const [expected, codes] of Object.entries(CLASSES)) {
  test(`${codes.join(', ')}: ${expected}`, () => {
    for (const code of codes) assert.equal(storageErrorClass(new ConsentError(code, 'a sentence')), expected);
  });
}

test('what has no code of ours is fatal', () => {
  for (const value of [
    undefined,
    null,
    'storage/full',
    7,
    {},
    new Error('no'),
    Object.create({ code: 'storage/full' }),
  ])
    assert.equal(storageErrorClass(value), 'fatal');
});
