import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditPolicy, readConfiguration } from '../../../build/src/audit/index.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';

const file = fileURLToPath(new URL('../../../demo/policies/sample-bank.zh-Hans.md', import.meta.url));
const policy = await compilePolicy({
  name: 'sample.md',
  mediaType: 'text/markdown',
  bytes: readFileSync(file),
});

const found = (configuration, profile = 'pipl') =>
  auditPolicy(policy, { configuration, profile }).map((one) => [one.rule, one.code, one.configuration]);

test('what the app declares rightly, and what it leaves out, is not raised', () => {
  assert.deepEqual(found({}), []);
  assert.deepEqual(
    found({
      gate: true,
      answers: { agree: '同意', refuse: '不同意' },
      preticked: false,
      policyTaps: 4,
      withdrawal: true,
      lists: true,
      permissions: [{ kind: 'camera', when: 'function' }],
      separateConsents: ['face'],
    }),
    [],
  );
});

for (const [what, configuration, expected] of [
  ['no gate at the first start', { gate: false }, ['R-N1', 'gate/none', 'gate']],
  ['a policy five taps away', { policyTaps: 5 }, ['R-N2', 'notice/too-far', 'policyTaps']],
  ['no two lists', { lists: false }, ['R-N9', 'notice/no-lists', 'lists']],
  ['a ticked box', { preticked: true }, ['R-C2', 'consent/preticked', 'preticked']],
  ['no entry to withdraw', { withdrawal: false }, ['R-C11', 'consent/no-withdrawal-entry', 'withdrawal']],
  [
    'a label that is no agreement',
    { answers: { agree: '我知道了', refuse: '不同意' } },
    ['R-C3', 'consent/unclear-answers', 'answers.agree'],
  ],
  [
    'no answer to refuse',
    { answers: { agree: '同意', refuse: '' } },
    ['R-C3', 'consent/unclear-answers', 'answers.refuse'],
  ],
  [
    'a permission asked for at the start',
    {
      permissions: [
        { kind: 'camera', when: 'function' },
        { kind: 'location', when: 'launch' },
      ],
    },
    ['R-P1', 'permission/asked-at-launch', 'permissions[1].when'],
  ],
  [
    'a permission the policy does not name',
    { permissions: [{ kind: 'sms', when: 'function' }] },
    ['R-P2', 'permission/asked-not-stated', 'permissions[0].kind'],
  ],
]) {
  test(`${what} is found, at its place in the configuration`, () => {
    assert.deepEqual(found(configuration), [expected]);
    const [finding] = auditPolicy(policy, { configuration });
    assert.deepEqual([finding.words, finding.span], ['', { start: 0, end: 0 }]);
  });
}

test('the two lists are a matter of Chinese law alone', () => {
  assert.deepEqual(found({ lists: false }, 'gdpr'), []);
});

test('a configuration that cannot be meant is refused with what would be right', () => {
  for (const [wrong, words] of [
    [[], /should be an object/],
    [{ gates: true }, /there is no field gates; there are permissions, gate/],
    [{ gate: 'yes' }, /gate should be true or false/],
    [{ permissions: [{ kind: 'camera', when: 'always' }] }, /permissions should be a list of/],
    [{ policyTaps: 1.5 }, /policyTaps should be a whole number/],
  ])
    assert.throws(() => readConfiguration(wrong), { code: 'audit/invalid-configuration', message: words });
  assert.throws(() => auditPolicy(policy, { profile: 'toString' }), { code: 'audit/unknown-profile' });
});
