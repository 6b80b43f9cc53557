import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf, policyOf } from '../../support/facts-of.mjs';

const contactsOf = (facts) => facts.contacts.map(({ kind, value }) => [kind, value]);

test('A lettered list of contacts is the publisher’s, and no third party', () => {
  const facts = factsOf(
    '临江印信有限公司（以下简称“我们”）\n八、其他\n2、联系方式：\nA. 企业名称：临江印信有限公司\nB. 地址：临江市河东区石桥路7号院\nC. 网站：<http://www.example.com>\nD. 邮箱：rights@example.com\nE. 客服电话：4005550199',
  );
  assert.deepEqual(contactsOf(facts), [
    ['address', '临江市河东区石桥路7号院'],
    ['url', 'http://www.example.com'],
    ['email', 'rights@example.com'],
    ['phone', '4005550199'],
  ]);
  assert.deepEqual(facts.thirdParties, []);
});

test('A block that begins with the company’s name is the publisher’s', () => {
  const chinese = factsOf(
    '九、其他事项\n公司名称：临江百川网络科技有限公司\n网站：https://www.example.com\n隐私政策：https://www.example.com/privacy\n电话：400-555-0100',
  );
  assert.deepEqual(chinese.thirdParties, []);
  assert.deepEqual(contactsOf(chinese), [
    ['url', 'https://www.example.com'],
    ['phone', '400-555-0100'],
  ]);
  const english = factsOf(
    'Miscellaneous\nCompany name: Harbor Notes Ltd.\nWebsite: https://www.example.com\nPrivacy policy: https://www.example.com/privacy\nEmail: help@example.com',
    'en',
  );
  assert.deepEqual(english.thirdParties, []);
  assert.deepEqual(contactsOf(english), [
    ['url', 'https://www.example.com'],
    ['email', 'help@example.com'],
  ]);
});

test('An English address stands on the line after the company, house number and all', async () => {
  const addressIn = async (lines) =>
    (
      await policyOf(`# Privacy Policy\n\n## Contact us\n\n${lines}\n\nPerson in charge: Ann Lee`)
    ).contacts.map(({ value }) => value);
  assert.deepEqual(await addressIn('Harbor Notes Ltd.\n4 Quay Street, Galway, Ireland'), [
    '4 Quay Street, Galway, Ireland',
    'Ann Lee',
  ]);
  assert.deepEqual(await addressIn('Harbor Notes Ltd.\nUnit 5, Harbour House, 12 Dock Road, Galway'), [
    'Unit 5, Harbour House, 12 Dock Road, Galway',
    'Ann Lee',
  ]);
});

test('Contacts of a regulator and of a recipient abroad are not the publisher’s', () => {
  assert.deepEqual(
    contactsOf(
      factsOf(
        '十、投诉\n您可以拨打我们的客服热线400-555-0100，或者拨打12378向金融监管机构反映。\n您也可以拨打金融消费权益保护热线12363。',
      ),
    ),
    [['phone', '400-555-0100']],
  );
  assert.deepEqual(
    contactsOf(
      factsOf(
        '# Complaints\nYou can call our service line 400-555-0100, or call 12378 to reach the financial regulator.',
        'en',
      ),
    ),
    [['phone', '400-555-0100']],
  );
  assert.deepEqual(
    contactsOf(
      factsOf(
        '# 向境外提供\n境外接收方：Harbor Clearing\n联系方式：privacy@clearing.example.com\n电话：+1 202 555 0100',
      ),
    ),
    [],
  );
});

test('A recipient’s phone is not ours, and a phone alone on its line under a heading of contacts is', () => {
  assert.deepEqual(
    contactsOf(
      factsOf(
        '# 联系我们\n北屏财险的联系电话：400-555-0199。\n我们的客服电话：400-555-0200。\n0571-55500233',
      ),
    ),
    [
      ['phone', '400-555-0200'],
      ['phone', '0571-55500233'],
    ],
  );
  assert.deepEqual(
    contactsOf(factsOf('# Contact us\nhello@example.com | 0113 496 0150\n# Numbers\n0113 496 0151', 'en')),
    [
      ['phone', '0113 496 0150'],
      ['email', 'hello@example.com'],
    ],
  );
});

test('An address follows the publisher’s name or words on letters', () => {
  assert.deepEqual(
    contactsOf(factsOf('# 联系我们\n寄信请写临江市河东区石桥路 7 号 3 幢 法务部收（邮编 310999）。')),
    [['address', '临江市河东区石桥路 7 号 3 幢']],
  );
  assert.deepEqual(
    contactsOf(
      factsOf(
        '临江印信有限公司（以下简称“我们”）\n# 联系我们\n临江印信有限公司，临江市河东区石桥路7号，客服 400-555-0192',
      ),
    ),
    [
      ['phone', '400-555-0192'],
      ['address', '临江市河东区石桥路7号'],
    ],
  );
  assert.deepEqual(
    contactsOf(
      factsOf(
        'Harbor Apps LLC ("we") runs this app.\n# Contact us\nWrite to Harbor Apps LLC, PO Box 418, Bend, OR 97700, or email us.',
        'en',
      ),
    ),
    [['address', 'PO Box 418, Bend, OR 97700']],
  );
});

test('A table at the head names who is responsible, with address and mail', async () => {
  const policy = await policyOf(
    '<h1>Data protection notice</h1><table><tr><th>Controller</th><td>Harbor &amp; Sons GmbH, Weberweg 14, 20999 Nordhafen</td></tr><tr><th>Data protection officer</th><td>Dr. Ann Lee, dpo@example.com</td></tr></table><p>We use your data with care.</p>',
    'text/html',
  );
  assert.equal(policy.publisher.name.text, 'Harbor & Sons GmbH');
  assert.deepEqual(
    policy.contacts.filter(({ kind }) => kind !== 'person').map(({ value }) => value),
    ['Weberweg 14, 20999 Nordhafen', 'dpo@example.com'],
  );
});

test('Among recipients only mail of the publisher’s own domain is its contact', () => {
  assert.deepEqual(
    contactsOf(
      factsOf(
        'Harborline Ltd. ("we") runs a shop.\n# Sub-processors\nYou may object by writing to list@harborline.example.com.\nLedger can be reached by writing to privacy@ledger.example.com.',
        'en',
      ),
    ),
    [['email', 'list@harborline.example.com']],
  );
});

test('An address of the net ends at an angle bracket and before the next bullet', () => {
  const [party] = factsOf(
    '信鸽推送SDK\n使用目的：推送\n官网链接：<https://push.example.com>\n第三方主体：渡口网络科技有限公司\n使用场景：点击“分享”',
  ).thirdParties;
  assert.equal(party.site.text, 'https://push.example.com');
  assert.equal(party.scene.text, '点击“分享”');
});

test('A quotation at the beginning keeps its mark, and a name before a filing number is whole', () => {
  const [party] = factsOf(
    '信鸽推送SDK\n使用目的：“分享”按钮的展示\n第三方主体：渡口网络科技有限公司',
  ).thirdParties;
  assert.equal(party.purpose.text, '“分享”按钮的展示');
  const [filed] = factsOf(
    '# 第三方\n服务名称\t服务主体\t处理的目的\n存证\t至诚链京公网安备 11000002000777号\t上链保存',
  ).thirdParties;
  assert.equal(filed.name.text, '至诚链');
});

test('Companies entrusted in prose and in lists are recipients', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '五、委托处理\n我们委托临江快递有限公司处理您的姓名和收货地址。\n- 短信发送：受托方为宁波鸿雁通信有限公司，处理您的手机号码；\n- 电话客服：由贵阳和声服务有限公司提供。\n我们委托的公司包括：临江短信有限公司、东莞制卡有限公司。',
      ).thirdParties,
    ).map(({ name, data }) => [name, data]),
    [
      ['临江快递有限公司', '姓名和收货地址'],
      ['宁波鸿雁通信有限公司', '手机号码'],
      ['贵阳和声服务有限公司', undefined],
      ['临江短信有限公司', undefined],
      ['东莞制卡有限公司', undefined],
    ],
  );
});
