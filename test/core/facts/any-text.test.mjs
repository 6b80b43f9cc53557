import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFacts } from '../../../build/src/compiler/facts/index.js';
import { factsOf } from '../../support/facts-of.mjs';
import { plainDocument } from '../../support/plain-document.mjs';

/** Pieces that the patterns look for, so that random texts come near to being policies. */
const PIECES = [
  '我们',
  '您',
  '会收集',
  '相机',
  '权限',
  '：',
  '，',
  '。',
  '\n',
  '(',
  ')',
  '“',
  '”',
  '1',
  '2',
  '序号',
  '有限公司',
  '北京',
  'SDK',
  '名称：',
  '使用目的：',
  'https://a.example',
  '400-123-4567',
  '年',
  '月',
  '日',
  '更新日期',
  '\t',
  '|',
  '撤回',
  '同意',
  '通过',
  '-',
  '→',
  'we ',
  'collect ',
  'your ',
  'name',
  '. ',
  'If you refuse',
  '\u2ea0',
  '\ud800',
  '\u0000',
  'ﬁ',
  '㎡',
];

test('Any text gives facts, and every fact shows words that stand at its span', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), { maxLength: 120 }),
      (pieces) => {
        const text = pieces.join('');
        for (const words of wordsIn(factsOf(text)))
          assert.equal(text.slice(words.span.start, words.span.end), words.text ?? words.value);
      },
    ),
    { numRuns: 400 },
  );
});

test('An empty text has no facts', () => {
  const facts = factsOf('');
  assert.deepEqual([facts.permissions, facts.thirdParties, facts.contacts, facts.findings], [[], [], [], []]);
});

test('A hostile long line takes time in proportion to its length', () => {
  for (const piece of [
    'a',
    '1-',
    '我们会收集您的',
    '相机、麦克风、',
    '北京公司有限公司',
    '名称：',
    '“-',
    '序号SDK名称公司1甲有限公司2乙有限公司3',
    'a@',
    'If you refuse ',
    '使用目的：甲\n',
  ]) {
    const short = millisecondsFor(piece, 60_000);
    const long = millisecondsFor(piece, 240_000);
    assert.ok(
      long < Math.max(short * 12, 1500),
      `${piece}: ${short} ms, then ${long} ms for four times as much`,
    );
  }
});

function millisecondsFor(piece, length) {
  const document = plainDocument(piece.repeat(Math.ceil(length / piece.length)));
  const start = performance.now();
  findFacts(document);
  return performance.now() - start;
}

function* wordsIn(value) {
  if (typeof value !== 'object' || value === null || value instanceof Map) return;
  if ('span' in value && ('text' in value || 'value' in value)) yield value;
  for (const inner of Object.values(value)) yield* wordsIn(inner);
}
