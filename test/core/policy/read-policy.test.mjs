// Reading a policy's JSON: what is taken, and what is refused with which code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { readPolicy } from '../../../build/src/policy/read-policy.js';

const TEXT = `青禾隐私政策

更新日期：2026年3月1日

青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策。

一、收集

（1）相机权限，用于扫描票据。如您拒绝，您将无法使用扫描功能。

二、联系我们

客服热线：400-555-0123
`;

const fresh = async () => JSON.parse(JSON.stringify(await compilePolicy({ name: 'qinghe', text: TEXT })));
const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../../src/policy/schema.json', import.meta.url)), 'utf8'),
);
const isValid = new Ajv2020({ strict: true }).compile(schema);

test('what the compiler wrote is read again, unchanged', async () => {
  const policy = await fresh();
  assert.ok(policy.title && policy.sections.length > 0 && policy.permissions.length > 0);
  assert.deepEqual(JSON.parse(JSON.stringify(readPolicy(policy))), policy);
});

test('what is not a policy at all is refused', () => {
  for (const value of [undefined, null, 5, 'text', [], {}, () => 1, { schema: 5 }]) {
    assert.throws(() => readPolicy(value), { name: 'ConsentError', code: 'policy/invalid' });
  }
});

test('another schema, or a later one, is refused by name', async () => {
  for (const name of ['mingshi.policy/2', 'other/1', '']) {
    assert.throws(() => readPolicy({ ...{}, schema: name, text: '' }), { code: 'policy/unknown-schema' });
  }
});

const breakages = [
  ['an id that is missing', (policy) => delete policy.id, 'policy/invalid'],
  ['a kind that nobody knows', (policy) => (policy.kind = 'poem'), 'policy/invalid'],
  ['a hash that is none', (policy) => (policy.hash = 'sha256:zz'), 'policy/invalid'],
  ['a span past the end', (policy) => (policy.clauses[0].span.end = 1e6), 'policy/invalid'],
  [
    'a span that runs backwards',
    (policy) => (policy.clauses[0].span.start = policy.clauses[0].span.end + 1),
    'policy/invalid',
  ],
  ['a span of fractions', (policy) => (policy.clauses[0].span.start = 0.5), 'policy/invalid'],
  ['a list that is an object', (policy) => (policy.sections = {}), 'policy/invalid'],
  [
    'words that the text does not say',
    (policy) => (policy.title.text = '别人的隐私政策'),
    'policy/words-mismatch',
  ],
  [
    'a refusal put into the author’s mouth',
    (policy) => (policy.permissions[0].refusal.text = '没有影响'),
    'policy/words-mismatch',
  ],
  [
    'a section’s title that is not there',
    (policy) => (policy.sections[0].title.text = '共享'),
    'policy/words-mismatch',
  ],
];
for (const [name, harm, code] of breakages) {
  test(`${name} is refused, with its place in the sentence`, async () => {
    const policy = await fresh();
    harm(policy);
    assert.throws(
      () => readPolicy(policy),
      (error) => error.code === code && /\w/.test(error.message),
    );
    if (code === 'policy/invalid')
      assert.equal(isValid(policy), name.startsWith('a span past') || name.startsWith('a span that'));
  });
}

test('a cycle and endless nesting are refused, not followed', async () => {
  const policy = await fresh();
  policy.sections[0].sections = policy.sections;
  assert.throws(() => readPolicy(policy), { code: 'policy/invalid' });
  let deep = [];
  for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
  assert.throws(() => readPolicy({ ...(policy ?? {}), sections: deep }), { code: 'policy/invalid' });
});

test('what a page put on Object.prototype is never taken for a fact', async () => {
  const policy = await fresh();
  delete policy.title;
  Object.defineProperty(Object.prototype, 'title', {
    value: policy.sections[0].title,
    configurable: true,
    enumerable: true,
  });
  try {
    assert.equal(readPolicy(policy).title, undefined);
    delete policy.id;
    assert.throws(() => readPolicy(policy), { code: 'policy/invalid' });
  } finally {
    delete Object.prototype.title;
  }
});

test('a __proto__ in the JSON changes no prototype', async () => {
  const policy = { ...(await fresh()), ...JSON.parse('{"__proto__": {"polluted": true}}') };
  readPolicy(policy);
  assert.equal({}.polluted, undefined);
});
