// The sample bank’s policy has no finding; each edit brings about exactly the findings it should.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { auditPolicy } from '../../../build/src/audit/index.js';
import { compilePolicy } from '../../../build/src/compiler/index.js';

const read = (name) =>
  readFileSync(fileURLToPath(new URL(`../../../demo/policies/${name}`, import.meta.url)), 'utf8');
const SAMPLES = { zh: read('sample-bank.zh-Hans.md'), en: read('sample-bank.en.md') };

const compile = (text, options) =>
  compilePolicy(
    { name: 'sample.md', mediaType: 'text/markdown', bytes: new TextEncoder().encode(text) },
    options,
  );
const found = (policy, options) =>
  auditPolicy(policy, options)
    .filter(({ code }) => code !== 'notice/no-chinese-text')
    .map(({ rule, code }) => `${rule} ${code}`);

/** Cuts from the first words to the second, the second left in place. */
const cut = (text, from, to) => {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start + from.length);
  assert.ok(start >= 0 && end > start, `${from} … ${to}`);
  return text.slice(0, start) + text.slice(end);
};
const swap = (text, words, others) => {
  assert.ok(text.includes(words), words);
  return text.split(words).join(others);
};
/** A paragraph at the end of a chapter. */
const say = (text, before, words) => swap(text, before, `${words}\n\n${before}`);

const ADD_ZH = '## 十四、联系我们与投诉';
const ADD_EN = '## 14. Contact and complaints';

/** What is changed, how, and what is found then, in either language. */
const EDITS = [
  ['nothing', { zh: (text) => text, en: (text) => text }, []],
  [
    'the effective date is struck',
    { zh: (text) => cut(text, '生效日期：', '欢迎您'), en: (text) => text.replace(/^Effective.*\n/im, '') },
    ['R-N5 notice/no-effective-date'],
  ],
  [
    'going on is taken for consent',
    {
      zh: (text) => say(text, ADD_ZH, '政策更新后您继续使用手机银行的，视为您接受更新后的政策。'),
      en: (text) =>
        say(text, ADD_EN, 'If you continue to use the App after a change, you accept the new policy.'),
    },
    ['R-C2 consent/assumed'],
  ],
  [
    'going on is said not to be consent',
    {
      zh: (text) => say(text, ADD_ZH, '我行不会把您继续使用手机银行视为接受更新后的政策。'),
      en: (text) => say(text, ADD_EN, 'Continued use is never treated as if you agree to a change.'),
    },
    [],
  ],
  [
    'changes are in force as they are published',
    {
      zh: (text) => say(text, ADD_ZH, '变更后的政策一经公布即时生效。'.replace('一经公布即时', '公布后立即')),
      en: (text) => say(text, ADD_EN, 'Changes take effect immediately upon posting, and apply at once.'),
    },
    ['R-N8 notice/change-at-once'],
  ],
  [
    'who refuses must leave',
    {
      zh: (text) => say(text, ADD_ZH, '如您不同意本政策的任何内容，您应当立即停止使用手机银行。'),
      en: (text) =>
        say(text, ADD_EN, 'If you do not agree to any part of this policy, you must stop using the App.'),
    },
    ['R-C5 consent/refusal-ends-service'],
  ],
  [
    'a list of information is left open',
    {
      zh: (text) => say(text, ADD_ZH, '为改进服务，我行会收集您的浏览记录、点击记录等信息。'),
      en: (text) =>
        say(text, ADD_EN, 'We collect information about your device, such as its model and the like.'),
    },
    ['R-N7 notice/data-catch-all'],
  ],
  [
    'an SDK loses its company',
    {
      zh: (text) => swap(text, '- 第三方主体：苏州洞微示例信息技术有限公司\n', ''),
      en: (text) => text.replace(/^- Company: Suzhou Dongwei.*\n/m, ''),
    },
    ['R-N7 party/no-company'],
  ],
  [
    'an SDK loses its policy’s address',
    {
      zh: (text) => swap(text, '- 隐私政策链接：https://www.dongwei.example.com/privacy\n', ''),
      en: (text) => text.replace(/^- Privacy policy: https:\/\/www\.dongwei.*\n/m, ''),
    },
    ['R-N10 party/no-policy-link'],
  ],
  [
    'an SDK is another company’s',
    {
      zh: (text) => swap(text, '#### 5. 洞微崩溃监测 SDK', '#### 5. 崩溃监测（南宁洞庭示例软件有限公司）SDK'),
      en: (text) =>
        swap(
          text,
          '#### 4.2.5 Dongwei Crash Monitoring SDK',
          '#### 4.2.5 Crash SDK (Nanning Sample Software Ltd)',
        ),
    },
    ['R-N7 party/two-companies'],
  ],
  [
    'two companies have one phone number',
    {
      zh: (text) => swap(text, '400-000-1114', '400-000-1113'),
      en: (text) => swap(text, '400-000-1114', '400-000-1113'),
    },
    ['R-N7 party/shared-address'],
  ],
  [
    'every SDK loses its website and contact',
    {
      zh: (text) =>
        text
          .replace(/^- (?:联系方式：400|官网链接|隐私政策链接).*\n/gm, '')
          .replace(/\| 400-000-11\d\d \| https:\S+ \| https:\S+ \|/g, '| 无 | 无 | 无 |'),
    },
    ['R-N10 party/no-contact', 'R-N10 party/no-policy-link'],
  ],
  [
    'the ways to withdraw are struck',
    {
      zh: (text) => cut(text, '### （五）撤回同意', '### （六）注销账户'),
    },
    ['R-C11 consent/no-withdrawal'],
  ],
  [
    'the account can only be closed at a branch',
    {
      zh: (text) => say(text, '### （七）解释说明', '手机银行不提供注销服务，请您到营业网点办理。'),
      en: (text) => say(text, '### 10.7 ', 'You cannot close your account in the App.'),
    },
    ['R-C11 rights/no-closure-in-app'],
  ],
  [
    'transfers abroad are denied without exception',
    {
      zh: (text) => say(text, '### （三）存储期限', '我行不会向境外提供任何个人信息。'),
      en: (text) => say(text, '### 8.3 ', 'We do not transfer any personal information abroad.'),
    },
    ['R-C8 cross-border/contradicted'],
  ],
  [
    'it is said that third parties get nothing',
    {
      zh: (text) => say(text, '### （二）逐项列明的 SDK', '我行收集的信息不会提供给第三方。'),
      en: (text) => say(text, '### 4.2 ', 'We will never disclose your information to any third party.'),
    },
    ['R-N7 party/denied-and-listed'],
  ],
  [
    'a permission ends the app',
    {
      zh: (text) => swap(text, '无法绑定常用设备，每次登录须输入短信验证码', '所有功能均无法使用'),
      en: (text) =>
        swap(
          text,
          'You cannot bind a trusted device and must enter an SMS verification code each time you sign in',
          'You cannot use the App',
        ),
    },
    ['R-P4 permission/ends-app'],
  ],
  [
    'a third party uses a permission that is not listed',
    { zh: (text) => text.replace(/^\| 位置权限 .*\n/m, '') },
    ['R-P2 permission/not-listed'],
  ],
  [
    'the reader is sent to the wrong section',
    {
      zh: (text) => swap(text, '本政策第十四条的联系方式', '本政策第十三条的联系方式'),
    },
    ['R-N5 notice/wrong-reference'],
  ],
  [
    'children’s information is said never to be collected',
    {
      zh: (text) =>
        say(
          text,
          '### （三）误收集的处理',
          '我行不会收集儿童的个人信息。不满十四周岁的儿童须经监护人同意后使用手机银行并提供信息。',
        ),
    },
    ['R-C10 minors/denied-and-ruled'],
  ],
  [
    'points are offered for a face',
    {
      zh: (text) => say(text, ADD_ZH, '您录入人脸信息即可领取500积分。'),
      en: (text) => say(text, ADD_EN, 'Customers who add a fingerprint receive bonus points as a reward.'),
    },
    ['R-C4 consent/gifts-for-identity'],
  ],
  [
    'a button that says OK stands for consent',
    {
      zh: (text) => say(text, ADD_ZH, '您点击“我知道了”即视为您同意本政策。'),
      en: (text) => say(text, ADD_EN, 'When you tap "Got it" you are taken to agree with this policy.'),
    },
    ['R-C3 consent/unclear-answers'],
  ],
  [
    'one act agrees to a face authorisation too',
    {
      zh: (text) => say(text, ADD_ZH, '您点击注册即表示您同意《用户协议》和《人脸信息授权书》。'),
      en: (text) =>
        say(text, ADD_EN, 'When you click Register you agree to the Terms and the Face Data Authorisation.'),
    },
    ['R-C7 consent/bundled'],
  ],
];

for (const [what, edits, expected] of EDITS) {
  for (const [language, edit] of Object.entries(edits)) {
    test(`${language}: where ${what}, ${expected.length === 0 ? 'nothing is found' : expected.join(' and ')}`, async () => {
      const policy = await compile(edit(SAMPLES[language]));
      assert.deepEqual([...new Set(found(policy))].sort(), [...expected].sort());
    });
  }
}

test('what is missing is told where it should stand', async () => {
  const text = swap(cut(SAMPLES.zh, '### （五）撤回同意', '### （六）注销账户'), '撤回', '查看');
  const policy = await compile(text);
  const [finding] = auditPolicy(policy);
  assert.deepEqual([finding.span.start === finding.span.end, finding.words], [true, '']);
  const chapter = policy.sections.find(({ title }) => title.text.includes('权利'));
  assert.ok(finding.span.start > chapter.span.start && finding.span.start <= chapter.span.end);
});

test('under the GDPR the same words break its own articles, and Chinese rules are not raised', async () => {
  const edited = say(
    SAMPLES.en,
    ADD_EN,
    'If you continue to use the App after a change, you accept the new policy.',
  );
  const findings = auditPolicy(await compile(edited), { profile: 'gdpr' });
  assert.deepEqual(
    findings.map(({ code }) => code),
    ['consent/assumed'],
  );
  assert.match(findings[0].law.en, /GDPR art\. 4/);
});

test('a list of SDKs is not asked for what a policy must say, an authorisation not for a consent it is itself', async () => {
  const bare =
    '# 青禾 SDK 清单\n\n我们接入下列 SDK，它们收集的个人信息如下。\n\n## 1. 青禾推送 SDK\n\n- 使用目的：推送\n- 第三方主体：青禾示例有限公司\n- 收集的个人信息：设备型号\n- 联系方式：400-000-0000\n- 隐私政策链接：https://qinghe.example.com/p\n';
  assert.deepEqual(found(await compile(bare, { kind: 'sdk-list' })), []);
  const face =
    '# 青禾人脸信息授权书\n\n青禾示例有限公司（下称“我们”）收集您的人脸信息，用于开户。人脸信息一旦泄露可能危害您的财产安全。\n';
  const codes = found(await compile(face, { kind: 'authorization' }));
  assert.ok(codes.includes('R-C9 consent/face-without-other-way'));
  assert.ok(!codes.includes('R-C9 consent/face-without-separate-consent'));
});

test('the sample policies have no finding but those that are known', async () => {
  assert.deepEqual(auditPolicy(await compile(SAMPLES.zh)), []);
  assert.deepEqual(auditPolicy(await compile(SAMPLES.zh), { profile: 'gdpr' }), []);
  const english = await compile(SAMPLES.en);
  assert.deepEqual(
    auditPolicy(english).map(({ code, severity }) => [code, severity]),
    [['notice/no-chinese-text', 'info']],
  );
  assert.deepEqual(auditPolicy(english, { configuration: { languages: ['zh-Hans', 'en'] } }), []);
  const clinic = auditPolicy(await compile(read('sample-clinic.zh-Hans.md')));
  assert.ok(clinic.every(({ severity }) => severity === 'info'));
});
