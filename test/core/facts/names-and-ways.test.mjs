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

test('Who runs the app is told by the first sentence, without any bracket', () => {
  const own = ['星野', '海州星野科技有限公司'];
  const told = (sentence) => namesOf(`隐私政策\n${sentence}`);
  assert.deepEqual(told('“星野”由海州星野科技有限公司运营。'), own);
  assert.deepEqual(told('“星野”客户端（安卓、iOS），由海州星野科技有限公司提供。'), own);
  assert.deepEqual(told('“星野”是记录夜空的应用，由海州星野科技有限公司负责。'), own);
  assert.deepEqual(told('“星野”由海州星野科技有限公司（注册地址：海州市云台路1号，下称“星野”）运营。'), own);
  assert.deepEqual(namesOf('星野第三方SDK目录\n星野（以下称“本应用”）由海州星野科技有限公司开发。'), own);
  assert.deepEqual(told('本应用由海州星野科技有限公司开发，由临江行云科技有限公司运营。'), [
    undefined,
    '临江行云科技有限公司',
  ]);
  assert.deepEqual(
    factsOf('隐私政策\n“星野”由海州星野科技有限公司负责。').thirdParties.map(({ name }) => name.text),
    [],
  );
});

test('Who provides a part or a service of the app is not who runs it', () => {
  const told = (sentence, title = '星野隐私政策') => namesOf(`${title}\n${sentence}`)[1];
  assert.equal(told('“星野”的短信服务由海州短信科技有限公司提供。'), undefined);
  assert.equal(told('本应用由海州星野科技有限公司提供技术支持。'), undefined);
  assert.equal(told('“鹿鸣登录SDK”由鹿鸣互联有限公司提供。', '星野第三方SDK目录'), undefined);
  assert.equal(told('鹿鸣登录由鹿鸣互联有限公司提供。', '星野第三方SDK目录'), undefined);
  assert.equal(told('支付由临江支付有限公司提供。定位由云图科技有限公司负责。'), undefined);
  assert.equal(told('本应用由我们的团队开发。'), undefined);
});

test('A person who develops alone is named, a team is not', () => {
  assert.equal(namesOf('星野由个人开发者李禾（以下简称“我”或“开发者”）独立开发。')[1], '李禾');
  assert.equal(namesOf('隐私说明\n本应用由个人开发者张某某开发。')[1], '张某某');
  assert.equal(namesOf('本应用的开发者团队（以下简称“开发者”）重视隐私。')[1], undefined);
});

test('A hospital speaks for the platform it set up, a company for itself', () => {
  assert.equal(
    namesOf('星野互联网医院（以下简称“本院”）是海州市第二人民医院设立的互联网诊疗平台。')[1],
    '海州市第二人民医院',
  );
  assert.equal(
    namesOf('飞鸟金融有限公司（以下简称“我们”）是飞鸟银行股份有限公司设立的金融公司。')[1],
    '飞鸟金融有限公司',
  );
});

test('An English app is named by a sentence that says it is one, or who made it', () => {
  const named = (text) => namesOf(text, 'en')[0];
  assert.equal(
    named('BADGER NOTES PRIVACY POLICY\nBadger Notes is made by Harbor Apps LLC.'),
    'Badger Notes',
  );
  assert.equal(named('Privacy Policy\nTidewater is a small forecast app.'), 'Tidewater');
  assert.equal(
    named('Stridefast Privacy Policy\nStridefast is a running coach for phones and watches.'),
    'Stridefast',
  );
  assert.equal(named('Fernhill Privacy Policy\nFernhill is a bakery. Our app shows cakes.'), undefined);
  assert.equal(named('Privacy Policy\nFernhill is a mobile app developer.'), undefined);
});

test('The way to a page on its site is not its title', () => {
  assert.equal(
    factsOf('首页 > 帮助中心 > 隐私政策\n星野隐私政策\n我们重视您的隐私。').title.text,
    '星野隐私政策',
  );
});

test('A page of sub-processors is a list, an SDK’s own policy is a policy', () => {
  assert.equal(factsOf('Harbor Sub-processors and Mobile SDKs\nHarbor uses these.', 'en').kind, 'sdk-list');
  assert.equal(factsOf('Harbor Sub-processors\nHarbor uses these.', 'en').kind, 'sdk-list');
  assert.equal(factsOf('Privacy Policy for Harbor SDKs\nWe care.', 'en').kind, 'privacy-policy');
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
