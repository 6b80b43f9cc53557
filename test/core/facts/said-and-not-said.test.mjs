// What a sentence says and what it only seems to say: denials, definitions, plans, conditions and the acts of others are no facts.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bare, factsOf, policyOf } from '../../support/facts-of.mjs';

/** One fact list of each line, compiled by itself: `{line: facts}`. */
const each = (kind, text, language) =>
  text
    .trim()
    .split('\n')
    .map((line) => [line.trim(), bare(kind(factsOf(line.trim(), language)))]);

const none = (kind, text, language) => {
  for (const [line, facts] of each(kind, text, language)) assert.deepEqual(facts, [], line);
};
const whole = (kind, text, language) => {
  for (const [line, facts] of each(kind, text, language))
    assert.deepEqual(facts, [line.replace(/[。.]$/, '')], line);
};

const jumps = (facts) => facts.jumps;
const apart = (facts) => facts.separateConsents;
const ways = (facts) => facts.alternatives;
const exempt = (facts) => facts.exemptions;
const data = (facts) => facts.dataUses.map((use) => use.data);

test('A sentence that opens another app, site or mini-program is a jump', () => {
  whole(
    jumps,
    `
    支付时会唤起支付宝完成付款。
    您点击“联系商家”会打开微信。
    点按地址会打开系统浏览器。
    办理缴费时，跳转到青云市政务服务小程序。
    使用保险服务时，在应用内打开由青云保险有限公司运营的服务。
    点击“基金”将打开青云基金销售有限公司的页面。
    您点击海报会离开本应用、进入主办方的网页。
    本应用可能包含跳转至其他网站的链接。
    当您通过本平台访问第三方创建的网页时，第三方可能使用自己的Cookie。
    `,
  );
  whole(
    jumps,
    `
    Tapping "Pay" opens Alipay to complete the payment.
    When you use government services, it opens the Greenfield government services mini-program.
    When you use insurance, it opens, inside the App, a service run by Greenfield Insurance Ltd.
    If you follow a link to a race website, you are leaving Harrow.
    When you follow one you move to that pharmacy's website.
    Our website may contain links to third-party websites.
    `,
    'en',
  );
});

test('A denial, a plan, a definition, a page of our own and what others open are no jumps', () => {
  none(
    jumps,
    `
    我们不会跳转至第三方页面。
    未来版本可能会跳转至第三方应用。
    跳转是指从本应用打开其他应用的行为。
    点击后将跳转到设置页面开启权限。
    点击“我的订单”后，会跳转到订单详情页面。
    广告商可能通过Cookie记录您访问其他网站的情况。
    `,
  );
  none(
    jumps,
    `
    We do not open third-party websites.
    In future versions the app may open third-party apps.
    Tapping "My orders" opens the order details page.
    When you open the app, other services start.
    Third-party apps can open our app through a link.
    Advertisers may use cookies to record your visits to other websites.
    `,
    'en',
  );
});

test('A consent of its own is told apart from its definition and from what a recipient must ask', () => {
  whole(
    apart,
    `
    处理敏感个人信息前，我们会取得您的单独同意。
    行程中的声音，我们在首次使用时单独取得您的同意。
    向列明的接收方提供个人信息，须取得您的单独同意。
    `,
  );
  whole(apart, 'We ask for your separate, opt-in consent before we start.', 'en');
  none(
    apart,
    `
    单独同意，是指就某一事项单独作出的同意。
    接收方变更目的的，应当重新取得您的单独同意。
    `,
  );
  none(
    apart,
    `
    Separate consent means consent given for one matter alone.
    The recipient must obtain your separate consent if it changes the purpose.
    `,
    'en',
  );
});

test('Another way does the same thing; other functions, opting out and stopping do not', () => {
  whole(
    ways,
    `
    您不同意使用人脸识别的，可以选择视频客服或者前往网点办理。
    如您拒绝，您可以手动输入收款账号。
    如您不提供，您将无法预约，但可以到店取号。
    `,
  );
  whole(
    ways,
    `
    If you refuse, you can type the code by hand.
    If you would rather not give a reason online, you can telephone reception.
    You can bring your card to any clinic instead.
    `,
    'en',
  );
  none(
    ways,
    `
    如您拒绝，您仍可使用其他功能。
    如您不同意，您可以停止使用我们的服务。
    如您不希望收到推送，您可以在设置中关闭。
    如您不提供，您将无法注册，但仍可使用基本功能模式下的服务。
    `,
  );
  none(
    ways,
    `
    If you refuse, you can still use the other features.
    If you do not agree, you can stop using the app.
    If you do not want marketing, you can unsubscribe at any time.
    `,
    'en',
  );
});

test('Cases without consent are told with the sentence that leads them in', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '在下列情形下，我们处理您的个人信息不需要征得您的同意：\n（1）为履行法定职责所必需的；\n（2）在合理范围内处理您自行公开的信息的。\n我们会妥善保管您的信息。',
      ).exemptions,
    ),
    [
      '在下列情形下，我们处理您的个人信息不需要征得您的同意',
      '为履行法定职责所必需的',
      '在合理范围内处理您自行公开的信息的',
    ],
  );
  whole(exempt, '因不可抗力造成的损失，我们不承担责任。');
  whole(exempt, 'We are not liable for loss caused by force majeure.', 'en');
  none(exempt, '我们不会因此免除应承担的责任。');
  none(exempt, 'We do not share your data without your consent.', 'en');
});

test('What is not collected, may be one day, or is collected by others is no data use', () => {
  none(
    data,
    `
    我们不会收集您的通讯录、短信内容。
    未来我们可能会收集您的心率信息。
    如我们需要收集您的位置信息，会单独征得您的同意。
    广告合作方可能会收集您的设备标识符用于投放广告。
    “快送”由青云物流有限公司提供，用于运输，需要获取收货人姓名、电话。
    其他用户可以看到您的昵称和头像。
    `,
  );
  none(
    data,
    `
    In the future we may collect your heart rate.
    Advertisers may collect your device identifier.
    If you do not upload it, you can tell our staff the date and amount of the transaction.
    We ask for the camera and the microphone one after the other.
    `,
    'en',
  );
});

test('One sentence may collect for several people, each in a run of its own, with one refusal for all', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '当您注册时，您需要提供您的姓名、手机号码。如您是企业用户，您需要提供企业名称、营业执照。如您不提供这类信息，您将无法办理该业务。',
      ).dataUses,
    ).map(({ function: action, data: words, refusal }) => [action, words, refusal]),
    [
      ['当您注册时', '姓名、手机号码', '如您不提供这类信息，您将无法办理该业务'],
      ['当您注册时', '企业名称、营业执照', '如您不提供这类信息，您将无法办理该业务'],
    ],
  );
});

test('A product that sends data, and data that a person tells, are collected', () => {
  assert.deepEqual(
    bare(
      data(
        factsOf(
          "The feeder sends us its serial number and feeding times. We need these to show you the log.\nYou may tell us your pet's name, breed and weight.\nThe App records the phone model, language and crash reports.",
          'en',
        ),
      ),
    ),
    [
      'its serial number and feeding times',
      "your pet's name, breed and weight",
      'the phone model, language and crash reports',
    ],
  );
});

test('Under a heading about it, a term says how long something is kept', async () => {
  const policy = await policyOf(
    '# Harrow Privacy Policy\n\n## How long we keep it\n\nFeeding log: 24 months\n\nOrders: seven years, because tax law requires it\n\n## Rights\n\nWe answer within 30 days.',
  );
  assert.deepEqual(bare(policy.retention), [
    'Feeding log: 24 months',
    'Orders: seven years, because tax law requires it',
  ]);
});

test('What “they” are called sensitive is the data told just before', () => {
  assert.deepEqual(
    bare(
      factsOf(
        '您需要提供真实姓名和身份证号码，用于实名认证。它们属于敏感个人信息；如果拒绝提供，您将无法使用。',
      ).sensitive.items,
    ),
    ['真实姓名', '身份证号码'],
  );
  assert.deepEqual(bare(factsOf('例如，身份证号属于敏感个人信息。').sensitive.items), []);
  assert.deepEqual(
    bare(factsOf('We do not collect sensitive personal information.', 'en').sensitive.statements),
    [],
  );
});

for (const language of ['zh-Hans', 'en'])
  test(`Each destination that the sample bank lists is a jump (${language})`, async () => {
    const file = new URL(`../../../demo/policies/sample-bank.${language}.md`, import.meta.url);
    const policy = await policyOf(readFileSync(file, 'utf8'));
    const title = language === 'en' ? 'Links to third-party apps and web pages' : '跳转到第三方应用和网页';
    const section = policy.sections.find((one) => one.title.text === title);
    const items = policy.clauses.filter(
      ({ span }) =>
        section.span.start <= span.start &&
        span.end <= section.span.end &&
        /^\d\./.test(policy.text.slice(span.start, span.end)),
    );
    assert.equal(items.length, 8);
    for (const { span } of items)
      assert.ok(
        policy.jumps.some((jump) => span.start <= jump.span.start && jump.span.end <= span.end),
        policy.text.slice(span.start, span.end),
      );
  });

test('Under a heading about collecting, a label and a list are data; a denial in a heading is none', async () => {
  const policy = await policyOf(
    '# 青云笔记隐私政策\n\n## 1. 自动收集的信息\n\n- 设备信息：IP 地址、设备型号、操作系统版本\n- 日志信息：访问时间、浏览记录\n\n## 2. 我们不收集的信息\n\n- 敏感内容：通讯录、短信内容\n',
  );
  assert.deepEqual(bare(policy.dataUses.map((use) => use.data)), [
    'IP 地址、设备型号、操作系统版本',
    '访问时间、浏览记录',
  ]);
});
