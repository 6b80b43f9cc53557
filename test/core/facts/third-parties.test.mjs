import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf, policyOf } from '../../support/facts-of.mjs';

const parties = (text, language) => bare(factsOf(text, language).thirdParties);

test('Labels in any order, with full- or half-width colons, make one record each', () => {
  const text = [
    '四、第三方SDK',
    '（1）飞鸟推送SDK（安卓）',
    '使用目的：推送消息',
    '共享的信息类型:设备信息',
    '第三方主体：杭州飞鸟科技有限公司',
    '联系方式：-',
    '隐私政策链接：https://feiniao.example/privacy',
    '（2）某某地图（含包名:com.example.map）',
    '第三方主体：北京某某地图有限公司',
    '使用目的：显示网点',
  ].join('\n');
  assert.deepEqual(parties(text), [
    {
      name: '飞鸟推送SDK',
      platforms: '安卓',
      purpose: '推送消息',
      shared: '设备信息',
      company: '杭州飞鸟科技有限公司',
      privacyUrl: 'https://feiniao.example/privacy',
    },
    { name: '某某地图', company: '北京某某地图有限公司', purpose: '显示网点' },
  ]);
});

test('A name label begins a record; labels that no list knows are read by their words', () => {
  const text =
    '第三方SDK名称：飞鸟支付\n运营方：杭州飞鸟科技有限公司\nSDK用途：完成付款\n合作方隐私链接，仅供参考：https://feiniao.example/p';
  assert.deepEqual(parties(text), [
    {
      name: '飞鸟支付',
      company: '杭州飞鸟科技有限公司',
      purpose: '完成付款',
      privacyUrl: 'https://feiniao.example/p',
    },
  ]);
});

test('A table whose header names a recipient gives a record a row, company and phone told apart', () => {
  const text =
    '服务名称\t服务主体\t处理个人信息范围\t处理个人信息目的\n短信服务\t杭州飞鸟科技有限公司 400-123-4567\t手机号\t发送验证码\n存证服务\t飞鸟链京公网安备 11010000000000号\t数据摘要\t存证';
  assert.deepEqual(parties(text), [
    {
      name: '杭州飞鸟科技有限公司',
      company: '杭州飞鸟科技有限公司',
      contact: '400-123-4567',
      scene: '短信服务',
      data: '手机号',
      purpose: '发送验证码',
    },
    { name: '飞鸟链', scene: '存证服务', data: '数据摘要', purpose: '存证' },
  ]);
});

test('A table that lost its borders is cut by its counters and its companies', () => {
  const text =
    '我们接入的SDK如下：序号SDK类型公司SDK描述收集信息1飞鸟推送杭州飞鸟科技有限公司用于消息推送用于及时送达通知设备型号、MAC地址2蓝鲸地图蓝鲸软件有限公司用于定位用于显示网点经纬度3证件识别SDK远山科技股份有限公司用于识别证件用于免去手工输入身份证号码 此外，我们还会说明。';
  assert.deepEqual(
    parties(text).map(({ name, company, data }) => [name, company, data]),
    [
      ['飞鸟推送', '杭州飞鸟科技有限公司', '设备型号、MAC地址'],
      ['蓝鲸地图', '蓝鲸软件有限公司', '经纬度'],
      ['证件识别SDK', '远山科技股份有限公司', '身份证号码'],
    ],
  );
});

test('A sentence names a recipient only where its words leave no doubt', () => {
  const text =
    '我们使用腾飞云示例（北京）有限责任公司（联系方式：12300，以下简称“腾飞云”）的核验服务，由其收集您的人脸信息。\n为了向您发放佣金，我们将您的姓名、银行卡号提供给海南远山科技有限公司。\n我们可能与合作伙伴共享您的信息。';
  assert.deepEqual(parties(text), [
    { name: '腾飞云', company: '腾飞云示例（北京）有限责任公司', contact: '12300' },
    {
      name: '海南远山科技有限公司',
      company: '海南远山科技有限公司',
      data: '姓名、银行卡号',
      purpose: '为了向您发放佣金',
    },
  ]);
});

test('Components that are said to collect nothing are no recipients, and a finding says so', () => {
  const facts = factsOf('除上述SDK外，我们还使用了alpha SDK、beta SDK、gamma，以上SDK均不收集个人信息。');
  assert.deepEqual(facts.thirdParties, []);
  assert.ok(facts.findings.some((one) => one.code === 'facts/components-collect-nothing'));
});

test("The publisher's own contacts are no third party", () => {
  const text =
    '七、联系我们\n公司名称：杭州云栖科技有限公司\n联系电话：0571-88880000\n处理方式：收到后十五日内答复';
  assert.deepEqual(parties(text), []);
});

test('English records and tables', async () => {
  const { thirdParties } = await policyOf(
    '# Privacy Policy\n\nWe share data with these SDKs.\n\n| SDK | Provider | Purpose | Data collected | Privacy policy |\n|---|---|---|---|---|\n| Crashbee | Bee Works Inc. | Crash reports | Device model | https://bee.example/privacy |\n',
  );
  const row = {
    name: 'Crashbee',
    company: 'Bee Works Inc.',
    purpose: 'Crash reports',
    data: 'Device model',
    privacyUrl: 'https://bee.example/privacy',
  };
  assert.deepEqual(bare(thirdParties), [row]);
  assert.deepEqual(
    parties(
      'SDK name: Crashbee\nCompany: Bee Works Inc.\nPurpose: Crash reports\nData collected: Device model\nPrivacy policy: https://bee.example/privacy',
      'en',
    ),
    [row],
  );
});
