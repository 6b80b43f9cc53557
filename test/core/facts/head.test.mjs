import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf } from '../../support/facts-of.mjs';

test('Dates are read where a label says which one it is, however they are written', () => {
  const dates = (text) => bare(factsOf(text).dates);
  assert.deepEqual(dates('隐私政策\n版本更新日期：2025年【03】月【09】日\n版本生效日期：2025.6.1'), {
    updated: '2025-03-09',
    effective: '2025-06-01',
  });
  assert.deepEqual(dates('隐私政策\n发布日期：二〇二四年十二月三十一日'), { published: '2024-12-31' });
  assert.deepEqual(dates('本政策自2023年1月9日起生效，此前版本同时废止。'), { effective: '2023-01-09' });
  assert.deepEqual(dates('Privacy Policy\nLast updated: March 1st, 2025\nEffective date: 15 April 2025'), {
    updated: '2025-03-01',
    effective: '2025-04-15',
  });
});

test('Dates of laws, of file names and without a label are not the policy’s', () => {
  const dates = (text) => bare(factsOf(text).dates);
  assert.deepEqual(dates('我们遵守自2021年11月1日起施行的《中华人民共和国个人信息保护法》。'), {});
  assert.deepEqual(dates('隐私政策-2025.03.12.html\n我们收集您的姓名。'), {});
  assert.deepEqual(dates('更新日期：2024年13月40日'), {});
  assert.deepEqual(dates('Privacy Policy\nLast updated: 03/04/2025'), {});
});

test('The publisher is who is defined as we, and the one that runs the app before the one that built it', () => {
  const name = (text) => factsOf(text).publisher?.name.text;
  assert.equal(
    name('飞鸟平台由北京远山科技有限公司开发，经营者为重庆飞鸟随行科技有限公司（下称“我们”）。'),
    '重庆飞鸟随行科技有限公司',
  );
  assert.equal(
    name('飞鸟银行股份有限公司（以下简称“飞鸟银行”或“我行”）重视您的隐私。'),
    '飞鸟银行股份有限公司',
  );
  assert.equal(name('开发者：北京远山科技有限公司\n运营者：重庆飞鸟科技有限公司'), '重庆飞鸟科技有限公司');
  assert.equal(
    name('Birdsong Software Ltd. ("Birdsong", "we" or "us") runs this site.'),
    'Birdsong Software Ltd.',
  );
  assert.equal(name('我们知道这些信息对您很要紧，谢谢您信得过我们。'), undefined);
});

test('Title, app, kind and version are told from the head', () => {
  const facts = factsOf('飞鸟记账APP隐私政策\n版本号：V2.1\n欢迎使用飞鸟记账APP。');
  assert.equal(facts.title.text, '飞鸟记账APP隐私政策');
  assert.equal(facts.app.name.text, '飞鸟记账APP');
  assert.equal(facts.statedVersion.text, 'V2.1');
  assert.equal(facts.kind, 'privacy-policy');
  assert.equal(factsOf('飞鸟第三方SDK目录\n以下为目录。').kind, 'sdk-list');
  assert.equal(factsOf('飞鸟儿童个人信息保护规则\n本规则适用于儿童。').kind, 'children-policy');
  assert.equal(factsOf('人脸识别服务用户授权协议\n请阅读。').kind, 'authorization');
});

test('A sentence that announces the contents is no title', () => {
  assert.equal(
    factsOf(
      '飞鸟银行股份有限公司（“我行”）把客户资料看得很重，一直用心看管，凡事先讲清楚、只取所需、不留多余，请您先把下面的文字从头到尾看一遍，标粗的几处尤其要看，看完再决定是否使用我们的手机服务和其他线上办理的业务。\n这份《隐私政策》依次说明几件事：',
    ).title,
    undefined,
  );
});
