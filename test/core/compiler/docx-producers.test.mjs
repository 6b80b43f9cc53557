// Files as LibreOffice and pandoc write them, of policies that stand beside them (test/fixtures/documents).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compilePolicy, MEDIA_TYPE_OF_ENDING } from '../../../build/src/compiler/index.js';
import { assertSameFacts, emphasisIn, sectionsIn } from '../../support/same-facts.mjs';

async function compiled(name) {
  const path = fileURLToPath(new URL(`../../fixtures/documents/${name}`, import.meta.url));
  const bytes = new Uint8Array(readFileSync(path));
  return compilePolicy({ name, mediaType: MEDIA_TYPE_OF_ENDING.docx, bytes });
}

const words = (facts) => facts.map(({ text }) => text);
const remarks = (policy) => policy.diagnostics.map(({ code, severity }) => `${severity} ${code}`);

test('LibreOffice: the outline with the numbers that it shows, and no line of its table of contents', async () => {
  const policy = await compiled('qinghe.zh-Hans.docx');
  assert.deepEqual(sectionsIn(policy), [
    '1 一、 我们收集的信息',
    '2 （一） 注册',
    '2 （二） 扫描小票',
    '1 二、 系统权限',
    '1 三、 第三方SDK',
    '1 四、 存储与权利',
    '1 五、 联系我们',
  ]);
  assert.equal(policy.title?.text, '青禾记账隐私政策');
});

test('LibreOffice: bold by run, by character style and by paragraph style, and underline', async () => {
  assert.deepEqual(emphasisIn(await compiled('qinghe.zh-Hans.docx')), [
    '青禾记账App由嘉兴青禾示例科技有限公司（下称“: 尤其是粗体部分',
    '当您注册账号时，我们会收集您的手机号码和短信验证: 如您不提供，您将无法同步账本，但仍可在本机记账。',
    '我们不收集您的银行卡密码。: 我们不收集您的银行卡密码。',
    '我们接入的第三方SDK如下表，表外没有其他SDK: 表外没有其他SDK',
    'SDK名称第三方主体使用目的收集的个人信息: SDK名称',
  ]);
});

test('LibreOffice: facts of the table, the list and the prose; hidden words, header and footer are in none', async () => {
  const policy = await compiled('qinghe.zh-Hans.docx');
  assert.deepEqual(
    policy.thirdParties.map(({ name, company, purpose, data }) =>
      words([name, company, purpose, data]).join(' | '),
    ),
    [
      '晚风推送 SDK | 绍兴晚风示例网络有限公司 | 推送记账提醒 | 推送标识、 设备型号',
      '晚风统计 SDK | 绍兴晚风示例网络有限公司 | 定位崩溃的原因 | 崩溃日志',
      '墨痕识别 SDK | 湖州墨痕示例智能有限公司 | 识别小票上的文字 | 小票图片',
    ],
  );
  assert.deepEqual(
    policy.permissions.map(({ kind }) => kind),
    ['camera', 'notifications'],
  );
  assert.equal(policy.dates.effective?.iso, '2025-03-20');
  assert.ok(policy.text.includes('保存1年') && !policy.text.includes('3年'), 'the deletion is left out');
  assert.doesNotMatch(policy.text, /法务确认|内部稿|第 ?\d ?页/);
  assert.match(policy.text, /\[1\] 小票图片识别后即删除。/);
  assert.match(policy.text, /15个工作日/);
});

test('LibreOffice: open changes and hidden words are warnings, moved notes are told', async () => {
  assert.deepEqual(remarks(await compiled('qinghe.zh-Hans.docx')).slice(0, 3), [
    'warning layout/hidden-text',
    'info layout/notes-moved',
    'warning source/tracked-changes',
  ]);
});

test('pandoc: outline, emphasis, open change and facts', async () => {
  const policy = await compiled('qinghe.en.docx');
  assert.deepEqual(sectionsIn(policy).slice(0, 4), [
    '1 1. Personalinformationwecollect',
    '2 1.1 Registration',
    '2 1.2 Scanningreceipts',
    '1 2. Systempermissions',
  ]);
  assert.deepEqual(
    emphasisIn(policy).map((line) => line.replace(/^.*: /, '')),
    [
      'inparticularwhatissetinbold',
      'Ifyoudonotprovidethem,youcannotsynchroniseyourledger,butyoucanstillkeepitonyourdevice.',
      'therearenoothers',
    ],
  );
  assert.deepEqual(
    policy.thirdParties.map(({ name }) => name.text),
    ['Evening Push SDK', 'Ink Reading SDK'],
  );
  assert.match(policy.text, /kept for one year after/);
  assert.ok(remarks(policy).includes('warning source/tracked-changes'));
});

/** In words alone an empty cell is empty: that the cell above reaches over it is no longer told. */
const OVER_ROWS = { 'qinghe.zh-Hans.docx': 1, 'qinghe.en.docx': -1 };

for (const [name, row] of Object.entries(OVER_ROWS))
  test(`${name}: its words alone tell the same facts, but for a cell that reaches over rows`, async () => {
    const policy = await compiled(name);
    const thirdParties = policy.thirdParties.map((party, index) => {
      const { company, ...rest } = party;
      return index === row && company ? rest : party;
    });
    const words = await compilePolicy({ name, mediaType: 'text/plain', text: policy.text });
    assertSameFacts(words, { ...policy, thirdParties });
  });
