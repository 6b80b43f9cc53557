import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf } from '../../support/facts-of.mjs';

test('Contacts are the publisher’s own: not an SDK’s, not a filing number, not a regulator’s', () => {
  const text = [
    '四、第三方SDK',
    '（1）飞鸟推送SDK',
    '使用目的：推送消息',
    '第三方主体：杭州飞鸟科技有限公司',
    '联系方式：400-880-9988',
    '五、联系我们',
    '您可以通过以下方式联系我们：',
    '1、客服热线：0579-1230000，投诉邮箱：4001234567@bank.example2、另行说明',
    '2、地址：河北省某市某路59号，邮编030000',
    '备案号：京公网安备99010702001234号。对答复不满意的，可以拨打12378向金融监管机构投诉。',
  ].join('\n');
  assert.deepEqual(
    factsOf(text).contacts.map(({ kind, value }) => [kind, value]),
    [
      ['phone', '0579-1230000'],
      ['email', '4001234567@bank.example'],
      ['address', '河北省某市某路59号'],
    ],
  );
});

test('The phone in the brackets after another company is not the publisher’s', () => {
  const facts = factsOf(
    '我行将信息传输给远山示例科技公司（电话：010-12340000）核验。有疑问请拨打服务电话（大陆地区：400-123-0000；台湾地区：0080-123-0000）。',
  );
  assert.deepEqual(
    facts.contacts.map((one) => one.value),
    ['400-123-0000', '0080-123-0000'],
  );
});

test('English contacts', () => {
  const facts = factsOf(
    '10. Contact us\nEmail: help@birdsong.example\nPhone: +44 20 7946 0000\nAddress: 10 Quay Street, London',
  );
  assert.deepEqual(
    facts.contacts.map(({ kind, value }) => [kind, value]),
    [
      ['email', 'help@birdsong.example'],
      ['phone', '+44 20 7946 0000'],
      ['address', '10 Quay Street, London'],
    ],
  );
});

test('A way to withdraw carries its menu path; what withdrawal does is no way', () => {
  const text =
    '您可以通过“我的-隐私及授权-撤回”撤回您的授权同意；当您撤回同意后，我们无法继续为您提供服务。但您撤回同意的决定，不会影响此前的处理。您也可以在系统设置→权限→相机中收回您的授权同意。';
  assert.deepEqual(
    factsOf(text).withdrawals.map((one) => [one.text, one.path?.text]),
    [
      ['您可以通过“我的-隐私及授权-撤回”撤回您的授权同意', '我的-隐私及授权-撤回'],
      ['您也可以在系统设置→权限→相机中收回您的授权同意', '系统设置→权限→相机'],
    ],
  );
});

test('Clearing cookies and refusing collection are no withdrawal', () => {
  assert.deepEqual(
    factsOf('您可以删掉电脑里的Cookie。只要您没有在系统里关掉，就当作您一直允许我们使用。').withdrawals,
    [],
  );
});

test('Rights carry their way and the time it takes', () => {
  const rights = (text, language) =>
    factsOf(text, language).rights.map(({ kind, deadline }) => [kind, deadline?.text]);
  assert.deepEqual(rights('您可以通过“我的-账号与安全”申请注销账户，我们将在15个工作日内完成。'), [
    ['close-account', '15个工作日内'],
  ]);
  assert.deepEqual(
    rights(
      '1、您可以这样查询、更正您的个人信息：\n您可以发送电子邮件至 a@b.example，我们会在30天内回复您。',
    ).slice(-2),
    [
      ['correct', '30天内'],
      ['access', '30天内'],
    ],
  );
  assert.deepEqual(
    rights(
      'You can request a copy of your data by emailing a@b.example. We respond within 30 days.',
      'en',
    )[0],
    ['copy', '30 days'],
  );
});

test('Minors: the ages and what holds for them', () => {
  const { minors } = factsOf(
    '若您是不满十四周岁的儿童，应征得您的监护人同意。如果您小于18周岁，请不要使用本服务。我们成立18周年。',
  );
  assert.deepEqual(bare(minors.ages), ['不满十四周岁', '小于18周岁']);
  assert.equal(minors.statements.length, 2);
});
