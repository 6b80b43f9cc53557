import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bare, factsOf } from '../../support/facts-of.mjs';

test('A data use has its function, data, purpose and what refusing costs', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '当您注册飞鸟账号时，我们会收集您的手机号码、短信验证码，用于创建账号。如您拒绝提供，您将无法注册，但不影响浏览。',
      ).dataUses,
    ),
    [
      {
        function: '当您注册飞鸟账号时',
        data: '手机号码、短信验证码',
        purpose: '用于创建账号',
        refusal: '如您拒绝提供，您将无法注册，但不影响浏览',
      },
    ],
  );
  assert.deepEqual(
    bare(
      factsOf(
        'When you sign up, we collect your name and email address in order to create your account. If you do not provide them, you cannot sign up.',
      ).dataUses,
    ),
    [
      {
        function: 'When you sign up',
        data: 'your name and email address',
        purpose: 'in order to create your account',
        refusal: 'If you do not provide them, you cannot sign up',
      },
    ],
  );
});

test('What others collect and what is not collected are no data use of the publisher', () => {
  assert.deepEqual(
    factsOf('我们不会收集您的指纹信息。第三方服务商可能会收集您的设备信息。我们收集您的个人信息。').dataUses,
    [],
  );
  assert.deepEqual(factsOf('We do not collect your religious beliefs or health data.', 'en').dataUses, []);
});

test('Collection in the background is told with its words', () => {
  const [use] = factsOf(
    '当您将App置于后台静默时，为了支付风控，我们会继续收集您的设备序列号、IP地址。',
  ).dataUses;
  assert.match(use.background.text, /后台静默/);
});

test('Sensitive items are what the text itself calls so, one by one; examples in a definition are not', () => {
  const items = (text, language) => bare(factsOf(text, language).sensitive.items);
  assert.deepEqual(items('我们会收集您的姓名、人脸信息，用于核验身份。手机号码属于敏感信息。'), ['手机号码']);
  assert.deepEqual(items('本政策涉及的个人敏感信息包括：人脸照片、银行卡号、行踪轨迹等。'), [
    '人脸照片',
    '银行卡号',
    '行踪轨迹',
  ]);
  assert.deepEqual(items('存储个人敏感信息（含人脸特征）时，我们会加密。'), ['人脸特征']);
  assert.deepEqual(
    items('The sensitive personal information we handle is: face images and bank card numbers.', 'en'),
    ['face images', 'bank card numbers'],
  );
  assert.deepEqual(
    items(
      '附件：名词解释\n个人敏感信息：是指一旦泄露可能危害人身财产安全的信息，包括基因、性取向、宗教信仰等。',
    ),
    [],
  );
});

test('Statements are found by what they say', () => {
  const facts = factsOf(
    '查询征信前，我们将取得您的单独同意。您不想使用指纹的，仍可通过其他方式登录。交易记录自交易结束之日起保存10年。我们不会向境外提供您的个人信息。点击链接后将跳转至第三方应用。以下情形无需征得您的同意：',
  );
  for (const field of [
    'separateConsents',
    'alternatives',
    'retention',
    'crossBorder',
    'jumps',
    'exemptions',
  ]) {
    assert.equal(facts[field].length, 1, field);
  }
});

test('Each clause has topics, and a rule marks at most 15 % of the clauses', () => {
  const facts = factsOf(
    Array.from(
      { length: 20 },
      (_, index) => `第${index}款，我们会收集您的人脸信息，泄露可能影响您的权益。`,
    ).join('\n'),
  );
  assert.equal(facts.ruleEmphasis.length, 3);
  assert.ok(
    facts.ruleEmphasis.every(({ emphasis }) => emphasis.origin === 'rule' && emphasis.rule === 'R-N6'),
  );
  assert.ok(facts.topics.get('c1').includes('sensitive'));
});
