// Whatever two policies say, comparing them ends, cuts words where they stand, and says the same of them the other way round.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { comparePolicies } from '../../../build/src/policy/index.js';
import { compileText, sampleText } from '../../support/compared.mjs';

const PIECES = [
  ...[
    '一、我们收集的信息\n',
    '（二）共享\n',
    '1. 相机权限：用于扫码。\n',
    '我们会收集您的',
    '姓名',
    '、手机号码',
    '，用于登录',
    '。',
    '\n',
    '\n\n',
  ],
  ...[
    '我们不会向第三方提供',
    '保存3年',
    '存储于境外',
    '第三方 SDK',
    '北京甲示例有限公司',
    '使用目的：',
    '如您拒绝，',
    '第八条',
    'we collect ',
    'your name',
  ],
  ...[
    ' and ',
    'in order to ',
    '. ',
    'Section 8.2',
    '\t',
    '|',
    'Ａ',
    '⻋',
    '\ud800',
    '\u0000',
    '不',
    '；',
    ':',
    '400-000-0100',
    'a@b.example',
    '2025年1月1日',
  ],
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 4 })), { maxLength: 60 })
  .map((parts) => parts.join(''));
/** Two texts that share much, as versions do. */
const versions = fc
  .tuple(text, text, text, text, text)
  .map(([head, old, middle, young, tail]) => [head + old + middle + tail, head + middle + young + tail]);

const inside = ({ text: words }, { start, end }) =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start <= end && end <= words.length;

function checkSpans(before, after, { pieces, facts, reasons }) {
  for (const change of pieces) {
    for (const [policy, piece] of [
      [before, change.before],
      [after, change.after],
    ])
      if (piece) assert.ok(inside(policy, piece.span) && piece.span.end > piece.span.start);
    for (const words of change.words ?? [])
      assert.ok(inside(before, words.before) && inside(after, words.after));
  }
  for (const [policy, words] of facts.flatMap((one) => [
    [before, one.before],
    [after, one.after],
  ]))
    if (words) assert.equal(policy.text.slice(words.span.start, words.span.end), words.text);
  for (const { before: old, after: young } of reasons) {
    assert.ok(old || young);
    assert.ok((!old || inside(before, old)) && (!young || inside(after, young)));
  }
}

test('any two texts can be compared, and every span cuts words out of its text', async () => {
  await fc.assert(
    fc.asyncProperty(versions, async ([first, second]) => {
      const [before, after] = [
        await compileText(first, 'text/plain'),
        await compileText(second, 'text/plain'),
      ];
      const changes = comparePolicies(before, after);
      checkSpans(before, after, changes);
      assert.equal(changes.material, changes.reasons.length > 0);
    }),
    { numRuns: 300 },
  );
});

test('a policy has not changed since itself', async () => {
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      const [before, after] = [
        await compileText(words, 'text/plain'),
        await compileText(words, 'text/plain'),
      ];
      assert.deepEqual(comparePolicies(before, after), {
        pieces: [],
        facts: [],
        material: false,
        reasons: [],
      });
      // The same words in another text: a line more at the end of the file.
      const longer = { ...after, text: `${after.text}\n` };
      assert.deepEqual(comparePolicies(before, longer).pieces, []);
    }),
    { numRuns: 100 },
  );
});

test('what is added one way is removed the other way', async () => {
  const spans = (pieces, kind, side) =>
    pieces.filter((one) => one.kind === kind && one[side]).map((one) => one[side].span.start);
  await fc.assert(
    fc.asyncProperty(versions, async ([first, second]) => {
      const [before, after] = [
        await compileText(first, 'text/plain'),
        await compileText(second, 'text/plain'),
      ];
      const [there, back] = [comparePolicies(before, after).pieces, comparePolicies(after, before).pieces];
      assert.deepEqual(spans(there, 'added', 'after').sort(), spans(back, 'removed', 'before').sort());
      assert.deepEqual(spans(there, 'removed', 'before').sort(), spans(back, 'added', 'after').sort());
      const pairs = (pieces, one, other) =>
        pieces
          .filter(({ kind }) => kind === 'reworded')
          .map((change) => `${change[one].span.start} ${change[other].span.start}`);
      assert.deepEqual(pairs(there, 'before', 'after').sort(), pairs(back, 'after', 'before').sort());
    }),
    { numRuns: 300 },
  );
});

test('two policies that have nothing in common are told apart without a crash', async () => {
  const [zh, en] = [await compileText(sampleText('zh')), await compileText(sampleText('en'))];
  const changes = comparePolicies(zh, en);
  checkSpans(zh, en, changes);
  assert.equal(changes.material, true);
});

test('clauses that overlap, stand in disorder or are missing are compared as text', async () => {
  const policy = await compileText(sampleText('clinic'));
  const odd = {
    ...policy,
    text: `${policy.text}\n我们会向第三方提供您的姓名。`,
    clauses: [
      ...policy.clauses,
      { ...policy.clauses[0], span: { start: 0, end: policy.text.length } },
    ].reverse(),
    sections: [],
  };
  const changes = comparePolicies(policy, odd);
  checkSpans(policy, odd, changes);
  assert.equal(changes.material, true);
});

test('what a page put on Object.prototype is never taken for a fact', async () => {
  const [before, after] = [
    await compileText(sampleText('clinic')),
    await compileText(`${sampleText('clinic')}\n\n多谢。`),
  ];
  const expected = comparePolicies(before, after);
  const words = before.permissions[0].purpose;
  const names = ['purpose', 'background', 'deadline', 'publisher', 'published', 'company', 'path'];
  for (const name of names)
    Object.defineProperty(Object.prototype, name, { value: words, configurable: true });
  try {
    assert.deepEqual(comparePolicies(before, after).facts, expected.facts);
    assert.deepEqual(comparePolicies(before, after).reasons, expected.reasons);
  } finally {
    for (const name of names) delete Object.prototype[name];
  }
});
