import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from '../../support/facts-of.mjs';

const namesOf = (text, language) => {
  const { app, publisher } = factsOf(text, language);
  return [app?.name.text, publisher?.name.text];
};

test('An app is named by its welcome, by quotes before “客户端”, and by its maker', () => {
  assert.deepEqual(namesOf('欢迎使用百川掌柜。'), ['百川掌柜', undefined]);
  assert.deepEqual(namesOf('这份文件说明“云桥企业银行”客户端怎样处理信息。'), ['云桥企业银行', undefined]);
  assert.equal(
    namesOf('Tidewater Software Ltd. makes the Tidewater Notes app. ', 'en')[0],
    'Tidewater Notes',
  );
});

test('Verbs and common words are no app', () => {
  assert.deepEqual(namesOf('本政策适用APP。本政策适用APP的用户。欢迎使用我们的服务。欢迎您使用本应用。'), [
    undefined,
    undefined,
  ]);
});

test('The company that the first sentence is about speaks, its final stop kept', () => {
  assert.equal(
    namesOf('Privacy Policy\nFernhill Bakery Ltd. runs a small shop.', 'en')[1],
    'Fernhill Bakery Ltd.',
  );
  assert.equal(
    namesOf('Privacy Policy\nHarbor Trading Co., Ltd. ("we") runs a shop.', 'en')[1],
    'Harbor Trading Co., Ltd.',
  );
  assert.equal(namesOf('隐私政策\n临江百川网络科技有限公司重视您的隐私。')[1], '临江百川网络科技有限公司');
});

test('Rights are found by asking, by a menu path, and at a branch', () => {
  const facts = factsOf(
    '下列情况您可以请我们删除信息：\n(1) 查阅权您可以在我的-店铺资料中查阅信息。\n(2) 更正权您可以在我的-店铺资料-修改中更正信息。\n(3) 注销权您可以在我的-设置-注销账户中申请注销。\n您可以携带证件到任一网点注销企业银行服务。',
  );
  assert.deepEqual(
    facts.rights.map(({ kind }) => kind),
    ['delete', 'access', 'correct', 'close-account', 'close-account'],
  );
});

test('A deadline belongs to a right only where its sentence or paragraph says it', () => {
  const facts = factsOf(
    '# 您的权利\n发生泄露的，我们会在48小时内告知您。\n您可以在“我的-资料”中查阅信息。\n我们在15个工作日内答复；无法满足的，您可以依法向法院提起诉讼。\n4. 投诉渠道发生重大变化的，您可以通过邮件询问。',
  );
  assert.deepEqual(
    facts.rights.map(({ kind, deadline }) => [kind, deadline?.text]),
    [
      ['access', undefined],
      ['complain', undefined],
    ],
  );
});

test('A second way to withdraw, and a way told with its effect, are ways', () => {
  assert.deepEqual(
    factsOf(
      '# 撤回您的同意\n您可以在“我的-设置-撤回同意”中撤回对本政策的同意；也可以在手机的系统设置里关闭单项权限。',
    ).withdrawals.map(({ text }) => text),
    ['您可以在“我的-设置-撤回同意”中撤回对本政策的同意', '也可以在手机的系统设置里关闭单项权限'],
  );
  assert.equal(
    factsOf('您可以在“我的-设置”中撤回同意，撤回不影响此前基于同意的处理。').withdrawals[0]?.path?.text,
    '我的-设置',
  );
  assert.equal(
    factsOf(
      'You can withdraw your consent in Settings > Privacy, and withdrawal does not affect earlier processing.',
      'en',
    ).withdrawals.length,
    1,
  );
});
