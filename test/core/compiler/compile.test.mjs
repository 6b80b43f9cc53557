// The compiler as a whole: what it takes, what it refuses, and that it always ends.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compilePolicy } from '../../../build/src/compiler/index.js';
import { COMPILER_VERSION } from '../../../build/src/compiler/version.js';
import { sourcePosition } from '../../../build/src/policy/source-position.js';

const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
const codes = (policy) => policy.diagnostics.map(({ code }) => code);
const POLICY =
  '青禾隐私政策\n\n青禾科技有限公司（下称“我们”）处理您的个人信息时遵守本政策。\n\n一、收集\n\n我们收集您的手机号码，用于登录。\n';

test('the policy carries its source, its hashes and what the host declared', async () => {
  const bytes = new TextEncoder().encode(POLICY);
  const policy = await compilePolicy(
    { name: 'folder/qinghe.txt', bytes },
    { id: 'qinghe', kind: 'user-agreement', version: '7' },
  );
  assert.deepEqual(
    [policy.schema, policy.id, policy.kind, policy.version, policy.language],
    ['mingshi.policy/1', 'qinghe', 'user-agreement', '7', 'zh-Hans'],
  );
  assert.equal(policy.source.sha256, sha256(bytes));
  assert.equal(policy.hash, sha256(policy.text));
});

test('what is not declared comes from the name and the text, and nothing is invented', async () => {
  const policy = await compilePolicy({ name: 'folder/qinghe.txt', text: POLICY });
  assert.deepEqual([policy.id, policy.kind], ['qinghe', 'privacy-policy']);
  assert.equal(policy.version, undefined);
  assert.equal('version' in policy, false);
});

test('a string and its bytes give the same policy', async () => {
  const bytes = new TextEncoder().encode(POLICY);
  assert.deepEqual(
    await compilePolicy({ name: 'a', text: POLICY }),
    await compilePolicy({ name: 'a', bytes }),
  );
});

test('another hash can be given', async () => {
  const platform = { sha256: async () => new Uint8Array(32) };
  assert.equal(
    (await compilePolicy({ name: 'a', text: POLICY }, { platform })).hash,
    `sha256:${'00'.repeat(32)}`,
  );
});

test('the compiler’s version is the package’s', () => {
  const file = fileURLToPath(new URL('../../../package.json', import.meta.url));
  assert.equal(COMPILER_VERSION, JSON.parse(readFileSync(file, 'utf8')).version);
});

test('neither text nor bytes, or an unknown media type, is refused with a code', async () => {
  for (const source of [{ name: 'a' }, { name: 'a', text: 5 }, { name: 'a', bytes: 'x' }]) {
    await assert.rejects(compilePolicy(source), { name: 'ConsentError', code: 'compiler/not-text' });
  }
  await assert.rejects(compilePolicy({ name: 'a', text: '', mediaType: 'application/rtf' }), {
    code: 'compiler/unknown-media-type',
    value: 'application/rtf',
  });
});

test('an empty source, white space and a mark alone say that there are no words', async () => {
  for (const text of ['', ' \n\t\u3000\n', '\ufeff']) {
    const policy = await compilePolicy({ name: 'a', text });
    assert.equal(policy.diagnostics[0]?.code, 'policy/empty');
    assert.equal(policy.diagnostics[0]?.severity, 'error');
    assert.deepEqual([policy.sections, policy.clauses], [[], []]);
  }
});

test('a text that is no policy says so, and what it lacks', async () => {
  const policy = await compilePolicy({
    name: 'a',
    text: '春天来了，河边的柳树绿了，孩子们在草地上放风筝，老人坐在长椅上晒太阳，风把花的香味送到很远的地方，谁也不急着回家。',
  });
  const [first] = policy.diagnostics;
  assert.deepEqual([first?.code, first?.severity], ['policy/not-a-policy', 'error']);
  assert.match(first?.sentence ?? '', /does not say/);
});

test('bytes in GB18030 are read, and the source’s hash is that of the bytes', async () => {
  const bytes = Uint8Array.from([0xd2, 0xfe, 0xcb, 0xbd, 0xd5, 0xfe, 0xb2, 0xdf]);
  const policy = await compilePolicy({ name: 'a', bytes });
  assert.equal(policy.text, '隐私政策');
  assert.equal(policy.source.sha256, sha256(bytes));
  assert.ok(codes(policy).includes('source/not-utf-8'));
});

test('a place of the text leads to its line and column in the source', async () => {
  const policy = await compilePolicy({
    name: 'a',
    mediaType: 'text/markdown',
    text: '# 青禾隐私政策\n\n我们收集您的**手机号码**，用于登录。\n',
  });
  const at = policy.text.indexOf('手机号码');
  assert.deepEqual(sourcePosition(policy.source, at), { offset: 18, line: 3, column: 9 });
  assert.deepEqual(sourcePosition({ runs: [], lines: [0] }, 5), { offset: 0, line: 1, column: 1 });
});

const SENTENCE = '我们会收集您的手机号码，用于登录和保障账户安全，如您拒绝则无法使用相应功能。';

async function millisecondsFor(text) {
  const start = process.hrtime.bigint();
  await compilePolicy({ name: 'long', text });
  return Number(process.hrtime.bigint() - start) / 1e6;
}

for (const [name, unit] of [
  ['paragraphs', `${SENTENCE}\n\n`],
  ['one line', SENTENCE],
  ['wrapped lines', `${SENTENCE.slice(0, 36)}\n`],
  ['headings', `一、我们收集的信息\n\n${SENTENCE}\n\n`],
  ['numbers in one line', `1、${SENTENCE}2、${SENTENCE}（1）${SENTENCE}`],
  ['rows', '名称\t公司\t用途\n'],
  ['addresses', 'https://example.com/a\n'],
]) {
  test(`four times as much text takes about four times as long: ${name}`, async () => {
    const length = 120_000;
    const short = unit.repeat(Math.ceil(length / unit.length));
    await millisecondsFor(short);
    const [once, fourfold] = [await millisecondsFor(short), await millisecondsFor(short.repeat(4))];
    assert.ok(fourfold < 12 * Math.max(once, 60), `${once} ms, then ${fourfold} ms`);
  });
}

test('five megabytes compile', async () => {
  const policy = await compilePolicy({ name: 'large', text: `${SENTENCE}\n\n`.repeat(42_000) });
  assert.equal(policy.clauses.length, 42_000);
});
