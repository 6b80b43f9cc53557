// A section that announces permissions or SDKs, and nothing read from it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compilePolicy } from '../../../build/src/compiler/compile.js';
import { policyOf } from '../../support/facts-of.mjs';

const warned = (policy) =>
  policy.diagnostics
    .filter(({ code }) => code === 'facts/section-without-facts')
    .map(({ severity, span, sentence }) => [
      severity,
      policy.text.slice(span.start, span.end),
      /speaks of (.+?),/.exec(sentence)?.[1],
    ]);
const inZh = (title, body) =>
  policyOf(`# 云杉隐私政策\n\n云杉科技有限公司发布。\n\n## ${title}\n\n${body}\n`);
const inEn = (title, body) =>
  policyOf(`# Spruce Privacy Policy\n\nSpruce Ltd publishes this policy.\n\n## ${title}\n\n${body}\n`);
const VAGUE_ZH =
  '为了让您顺利体验各项功能，我们会在相应的场景向您弹窗征求同意，由您自行决定是否打开对应的开关。';
const VAGUE_EN =
  'When a feature comes up for the first time, a window of the system appears, and you decide there what happens.';

test('a section that announces permissions or SDKs, from which none was read, is warned of at its heading', async () => {
  assert.deepEqual(warned(await inZh('我们申请的系统权限', VAGUE_ZH)), [
    ['warning', '我们申请的系统权限', 'permissions'],
  ]);
  assert.deepEqual(warned(await inEn('App permissions we request', VAGUE_EN)), [
    ['warning', 'App permissions we request', 'permissions'],
  ]);
  assert.deepEqual(warned(await inZh('第三方SDK清单', VAGUE_ZH)), [
    ['warning', '第三方SDK清单', 'third parties'],
  ]);
  assert.deepEqual(warned(await inEn('Third-party SDKs', VAGUE_EN)), [
    ['warning', 'Third-party SDKs', 'third parties'],
  ]);
});

test('nothing is warned of where there are none, where they stand elsewhere, and where some were read', async () => {
  for (const policy of [
    inZh('我们申请的系统权限', `${VAGUE_ZH}本应用不申请任何系统权限。`),
    inZh('我们申请的系统权限', `${VAGUE_ZH}具体内容详见《应用权限说明》。`),
    inZh(
      '我们申请的系统权限',
      '（1）相机权限：用于扫描二维码，完成付款。拒绝后无法扫码，其他功能照常可用，您可以改用手动输入。',
    ),
    inZh('如何管理系统权限', VAGUE_ZH),
    inZh('第三方SDK清单', `${VAGUE_ZH}本应用未接入任何第三方SDK。`),
    inEn('App permissions we request', `${VAGUE_EN} The app does not ask for any permission.`),
    inEn('Manage app permissions', VAGUE_EN),
    inEn('Third-party SDKs', `${VAGUE_EN} There are none in this app.`),
  ])
    assert.deepEqual(warned(await policy), [], (await policy).text);
});

test('no policy of the demo and of the examination is warned of', async () => {
  for (const folder of ['demo/policies/', 'test/fixtures/exam/']) {
    const path = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
    const names = readdirSync(path).filter((name) => /\.(?:txt|md|html)$/.test(name) && name !== 'README.md');
    assert.ok(names.length > 1, folder);
    for (const name of names)
      assert.deepEqual(warned(await compilePolicy({ name, bytes: readFileSync(path + name) })), [], name);
  }
});
