import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf } from '../../support/facts-of.mjs';

const parties = (text, language) => bare(factsOf(text, language).thirdParties);

test('A paragraph that says whose a named component is tells of a recipient, with the lines that go on with it', () => {
  const text = [
    '一、第三方服务',
    '（1）“飞鸟推送”：该SDK由“杭州飞鸟科技有限公司”提供，用于“推送消息”。需要收集的设备信息包括：',
    'iOS版本：设备型号、IDFV',
    '官方隐私政策：https://feiniao.example/privacy',
    '（2）电话客服：由贵阳和声服务有限公司提供。',
  ].join('\n');
  const [named, served] = parties(text);
  assert.deepEqual(named, {
    name: '飞鸟推送',
    company: '杭州飞鸟科技有限公司',
    purpose: '用于“推送消息”',
    data: 'iOS版本：设备型号、IDFV',
    privacyUrl: 'https://feiniao.example/privacy',
  });
  assert.equal(served.name, '贵阳和声服务有限公司');
});

test('To whom data are given stands after the company, or before it', () => {
  assert.deepEqual(parties('我们会向临江征信有限公司提供您的信贷信息，用于报送征信。'), [
    {
      name: '临江征信有限公司',
      company: '临江征信有限公司',
      data: '信贷信息',
      purpose: '用于报送征信',
    },
  ]);
  assert.deepEqual(parties('我们不会向临江征信有限公司提供您的信贷信息。'), []);
});

test('A list that is announced as one of components gives a recipient an entry; a list of reasons or of data gives none', () => {
  const english = [
    '# Third parties',
    'We use these third-party services:',
    '- Heron Analytics (Heron Software LLC) – usage statistics',
    '- Pelican Pay: payments. https://pelican.example/privacy',
    '',
    'We may share information with third parties for the following reasons:',
    '- To comply with the law',
    '- Your consent',
  ].join('\n');
  assert.deepEqual(parties(english, 'en'), [
    { name: 'Heron Analytics', company: 'Heron Software LLC', purpose: 'usage statistics' },
    { name: 'Pelican Pay', purpose: 'payments', privacyUrl: 'https://pelican.example/privacy' },
  ]);
});

test('Beside the company a service is what it does', () => {
  const [party] = parties('Entity\tService\tData\nHeron Ltd\tHosting\tAll\nPelican Ltd\tMail\tAddress', 'en');
  assert.deepEqual(party, { name: 'Heron Ltd', company: 'Heron Ltd', purpose: 'Hosting', data: 'All' });
});
