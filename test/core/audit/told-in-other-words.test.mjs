// What a policy says in words of its own is said: no finding tells that it is missing. What it leaves out is still told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { auditPolicy } from '../../../build/src/audit/index.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';

const codesIn = async (text, options) =>
  auditPolicy(
    await compilePolicy(
      { name: 'a.md', mediaType: 'text/markdown', bytes: new TextEncoder().encode(text) },
      options,
    ),
  ).map(({ code }) => code);

const zh = (...paragraphs) =>
  `# 松果日记隐私政策\n\n松果日记由青石松果软件有限公司（下称“我们”）运营。\n\n${paragraphs.join('\n\n')}\n`;
const en = (...paragraphs) =>
  `# Acorn Diary Privacy Policy\n\nAcorn Diary is made by Acorn Software LLC ("we").\n\n${paragraphs.join('\n\n')}\n`;

const RIGHTS = '## 您的权利\n\n';
const PERMISSIONS = '- 相机：拍摄日记插图\n- 麦克风：录制语音日记';

/** A code, a text that says it, and one like it that does not. */
const PAIRS = [
  [
    'permission/no-refusal',
    zh(`## 设备权限\n\n我们申请下列权限，您拒绝授权不影响其他功能的使用。\n\n${PERMISSIONS}`),
    zh(`## 设备权限\n\n我们申请下列权限。\n\n${PERMISSIONS}`),
  ],
  [
    'permission/no-refusal',
    en(
      '## Permissions\n\nThe app requests these permissions:\n\n- Camera: to add pictures\n- Microphone: to dictate\n\nYou can refuse any of them at any time; the app will keep working without it.',
    ),
    en(
      '## Permissions\n\nThe app requests these permissions:\n\n- Camera: to add pictures\n- Microphone: to dictate',
    ),
  ],
  [
    'minors/no-guardian-consent',
    zh('## 未成年人\n\n我们不向未满十八周岁的未成年人销售会员，也不允许其注册账户。'),
    zh('## 未成年人\n\n未成年人使用松果日记的，请监护人留意其使用时间。'),
  ],
  [
    'minors/no-guardian-consent',
    zh('## 未成年人\n\n未满十四周岁的儿童须由监护人添加为家庭成员。'),
    zh('## 未成年人\n\n未满十四周岁的儿童可以成为家庭成员，监护人可以随时删除。'),
  ],
  [
    'minors/no-guardian-consent',
    en('## Children\n\nAcorn Diary is not meant for anyone under 16.'),
    en('## Children\n\nChildren under 13 have a diary of their own here, and we keep their nickname.'),
  ],
  [
    'minors/no-own-rules',
    zh('## 未成年人\n\n我们发现误收了不满十四周岁儿童的信息的，会马上删除。'),
    zh('## 未成年人\n\n不满十四周岁的儿童经监护人同意后可以使用松果日记。'),
  ],
  [
    'consent/no-withdrawal',
    zh(`${RIGHTS}收回同意：到“我的→设置→授权”把开关关上。`),
    zh(`${RIGHTS}您有权收回同意。`),
  ],
  ['rights/no-copy', zh(`${RIGHTS}看日记：我的页面，可以下载PDF版本。`), zh(`${RIGHTS}看日记：我的页面。`)],
  [
    'notice/no-change-notice',
    zh('## 其他\n\n政策有变时，我们弹窗告知。'),
    zh('## 其他\n\n政策放在帮助页面。'),
  ],
  [
    'notice/vague-retention',
    zh('## 保存\n\n您的日记备份保存 3 年。'),
    zh('## 保存\n\n我们在实现目的所必需的最短时间内保存您的个人信息。'),
  ],
  [
    'party/no-company',
    en(
      '## SDKs\n\n| SDK | Purpose | Data |\n|---|---|---|\n| Reedlink BV | video | name |\n| Marshlink Oy | text messages | phone number |',
    ),
    en('## SDKs\n\n| SDK | Purpose | Data |\n|---|---|---|\n| Reedlink | video | name |'),
  ],
  [
    'party/no-policy-link',
    zh(
      '## 第三方SDK\n\n| SDK名称 | 公司名称 | 使用目的 | 收集的信息 | 隐私政策 |\n|---|---|---|---|---|\n| 苇声推送 | 苇声科技有限公司 | 推送 | 设备型号 | [链接](https://wei.example.com/p) |',
    ),
    zh(
      '## 第三方SDK\n\n| SDK名称 | 公司名称 | 使用目的 | 收集的信息 | 隐私政策 |\n|---|---|---|---|---|\n| 苇声推送 | 苇声科技有限公司 | 推送 | 设备型号 | 无 |',
    ),
  ],
  [
    'consent/face-without-other-way',
    zh('## 人脸\n\n办理换绑时，我们收集您的人脸信息，用于核验本人；您也可以选择短信验证码加密码的方式验证。'),
    zh('## 人脸\n\n办理换绑时，我们收集您的人脸信息，用于核验本人。'),
  ],
];

for (const [index, [code, said, unsaid]] of PAIRS.entries())
  test(`${code} is told where it is so, and only there (${index + 1})`, async () => {
    assert.ok(!(await codesIn(said)).includes(code), 'said');
    assert.ok((await codesIn(unsaid)).includes(code), 'not said');
  });

test('an authorisation that is in force once given lacks no date', async () => {
  const text = (end) =>
    `# 松果人脸信息授权书\n\n我同意青石松果软件有限公司收集我的人脸信息，用于核验本人。${end}\n`;
  const kind = { kind: 'authorization' };
  assert.ok(
    !(await codesIn(text('本授权自本人点击“同意”之日起生效。'), kind)).includes('notice/no-effective-date'),
  );
  assert.ok((await codesIn(text(''), kind)).includes('notice/no-effective-date'));
});

test('recipients that end in “and such” are told, and partners a regulator’s demand is spoken of with', async () => {
  const codes = await codesIn(
    zh('## 对外提供\n\n为评估风险，我们向聘请的审计、法律等外部顾问披露您的个人信息。'),
  );
  assert.ok(codes.includes('party/catch-all'));
  const shared = await codesIn(
    zh('## 对外提供\n\n根据监管要求或者为完整提供服务，我们将您的交易信息提供给合作机构。'),
  );
  assert.ok(shared.includes('consent/sharing-without-separate-consent'));
});
