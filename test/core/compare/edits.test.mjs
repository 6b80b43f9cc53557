// Edits of our own policies: what is told of each, where, and whether consent is asked for again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compared, compileText, replaced, sampleText } from '../../support/compared.mjs';

const samples = new Map();
const sample = async (name) => {
  if (!samples.has(name)) samples.set(name, await compileText(sampleText(name)));
  return samples.get(name);
};

/** Each: what a lawyer did, the policy, the words before and after, the words exchanged, the reasons (none: not material). */
const EDITS = [
  [
    'asks for one more kind of data',
    'zh',
    '登录密码和短信验证码，用于',
    '登录密码、身份证号码和短信验证码，用于',
    [' → 、身份证号码'],
    ['new-data: 手机号码、登录密码、身份证号码和短信验证码'],
  ],
  ['asks for less data', 'zh', '国籍、职业、住址', '国籍、住址', ['、职业 → '], []],
  ['changes the order of the data', 'zh', '姓名、性别、国籍', '性别、姓名、国籍', null, []],
  [
    'adds a purpose',
    'zh',
    '处理投诉和核查服务质量',
    '处理投诉、训练语音模型和核查服务质量',
    [' → 、训练语音模型'],
    ['new-purpose: 用于解答问题、处理投诉、训练语音模型和核查服务质量'],
  ],
  [
    'exchanges a purpose',
    'zh',
    '用于按距离排列网点',
    '用于向您投放周边商户的广告',
    ['按距离排列网点 → 向您投放周边商户的广告'],
    ['new-purpose: 用于向您投放周边商户的广告'],
  ],
  [
    'says a kind of data in other words',
    'zh',
    '您的姓名、手机号码和预约时间',
    '您的真实姓名、手机号码和预约时间',
    [' → 真实'],
    ['unclear: 真实姓名、手机号码和预约时间'],
  ],
  ['writes a particle', 'zh', '用于为您保留号位', '用于为您保留的号位', [' → 的'], []],
  ['exchanges two signs', 'zh', '并列展示、大小相同，均不', '并列展示，大小相同；均不', null, []],
  [
    'changes a telephone number',
    'zh',
    '客服电话：400-000-0100',
    '客服电话：400-000-0200',
    ['0100 → 0200'],
    [],
  ],
  ['changes the date it takes effect', 'zh', '2025年10月27日', '2025年11月27日', ['10 → 11'], []],
  [
    'keeps logs longer',
    'zh',
    '自产生之日起保存6个月',
    '自产生之日起保存24个月',
    ['6 → 24'],
    ['longer-retention: 操作日志：自产生之日起保存24个月'],
  ],
  [
    'keeps transactions for another time',
    'zh',
    '自交易结束之日起保存10年',
    '自交易结束之日起保存5年',
    ['10 → 5'],
    ['changed-retention: 交易记录：自交易结束之日起保存5年'],
  ],
  [
    'writes the same time in words',
    'zh',
    '自交易结束之日起保存10年',
    '自交易结束之日起保存十年',
    ['10 → 十'],
    [],
  ],
  [
    'begins to send data abroad',
    'zh',
    '**除您本人办理跨境汇款外，我行不向境外提供您的个人信息。**',
    '**我行会向境外的关联公司提供您的个人信息。**',
    null,
    ['cross-border: 我行会向境外的关联公司提供您的个人信息'],
  ],
  [
    'asks for one more permission',
    'zh',
    '| 网络权限 | 访问',
    '| 短信权限 | 自动填写短信验证码 | 登录 | 无法自动填写，但可以手动输入 | Android |\n| 网络权限 | 访问',
    [],
    ['new-permission: 短信权限'],
  ],
  [
    'asks for a permission no longer',
    'zh',
    '| 日历权限 | 写入还款日和理财到期日提醒 | 您点击“添加到日历” | 无法写入日历提醒，但可以在“消息提醒”中查看 | Android、iOS、HarmonyOS |\n',
    '',
    [],
    [],
  ],
  [
    'uses a permission for more',
    'zh',
    '| 获取您所在的位置 |',
    '| 获取您所在的位置、记录您的行踪 |',
    [' → 、记录您的行踪'],
    ['new-purpose: 获取您所在的位置、记录您的行踪'],
  ],
  [
    'adds a recipient to a table',
    'zh',
    '| 百川支付 SDK |',
    '| 白鹭统计 SDK | 福州白鹭示例数据有限公司 | 统计访问量 | 应用运行 | 网络权限 | 设备标识符 | 设备标识符 | SDK 自行采集 | 400-000-1120 | https://www.bailu.example.com | https://www.bailu.example.com/privacy |\n| 百川支付 SDK |',
    [],
    ['new-recipient: 白鹭统计 SDK'],
  ],
  [
    'removes a recipient',
    'zh',
    '- 短信发送：受托方为宁波鸿雁示例通信有限公司，处理您的手机号码和短信内容；\n',
    '',
    [],
    [],
  ],
  [
    'exchanges a recipient',
    'zh',
    '贵阳和声示例服务有限公司',
    '遵义和鸣示例服务有限公司',
    ['贵阳 → 遵义', '声 → 鸣'],
    ['new-recipient: 遵义和鸣示例服务有限公司'],
  ],
  [
    'gives a recipient more data',
    'zh',
    '收集的个人信息：聊天记录、您主动提交的图片、设备型号',
    '收集的个人信息：聊天记录、您主动提交的图片、设备型号、通讯录',
    [' → 、通讯录'],
    ['new-data: 聊天记录、您主动提交的图片、设备型号、通讯录'],
  ],
  [
    'changes how a recipient is reached',
    'zh',
    '联系方式：400-000-1115',
    '联系方式：400-000-1195',
    ['1115 → 1195'],
    [],
  ],
  [
    'lets a recipient take data away that stayed on the device',
    'zh',
    '| 人脸图像、设备型号 | 无 | 本机检测，不共享 |',
    '| 人脸图像、设备型号 | 人脸图像 | SDK 自行采集 |',
    ['无 → 人脸图像', '本机检测，不共享 → SDK 自行采集'],
    ['new-data: 人脸图像', 'new-way: SDK 自行采集'],
  ],
  [
    'tells in prose of one more recipient',
    'zh',
    '缴费户号和缴费结果，用于销账。',
    '缴费户号和缴费结果，用于销账；\n4. 参加联合活动时，向活动商户提供您的手机号码，用于发放优惠券。',
    ['。 → ；'],
    ['new-recipient: 参加联合活动时，向活动商户提供您的手机号码，用于发放优惠券。'],
  ],
  [
    'drops a promise',
    'zh',
    '我行不会读取或者上传您的整个通讯录。',
    '',
    ['我行不会读取或者上传您的整个通讯录。 → '],
    ['limit-removed: 我行不会读取或者上传您的整个通讯录。'],
  ],
  [
    'adds a promise',
    'zh',
    '没有使用的功能，我行',
    '我行不会出售您的个人信息。没有使用的功能，我行',
    null,
    [],
  ],
  [
    'promises less',
    'zh',
    '不在后台读取位置、麦克风、相机',
    '不在后台读取位置、相机',
    ['、麦克风 → '],
    ['unclear: 、麦克风'],
  ],
  [
    'turns a promise round',
    'zh',
    '我行不使用 Cookie 跨网站跟踪您',
    '我行使用 Cookie 跨网站跟踪您',
    ['不 → '],
    ['limit-removed: 不'],
  ],
  [
    'turns a promise to those who refuse round',
    'zh',
    '如您不提供，您将无法预约，但可以到店取号。',
    '如您不提供，您将无法预约，但可以到店取号。如您拒绝，我行仍会收集您的手机号码。',
    [' → 如您拒绝，我行仍会收集您的手机号码。'],
    null,
  ],
  [
    'says otherwise what a refusal costs',
    'zh',
    '如您不提供，您将无法预约，但可以到店取号。',
    '如您不提供，您将无法预约，但可以到店排队。',
    ['取号 → 排队'],
    [],
  ],
  [
    'turns the heading of a list round',
    'zh',
    '### （二）我行不申请的权限',
    '### （二）我行申请的权限',
    ['不 → '],
    ['unclear: 不'],
  ],
  ['gives a right another way', 'zh', '我的-个人资料-编辑', '我的-资料-修改', null, []],
  ['answers sooner', 'zh', '15个工作日内完成注销', '10个工作日内完成注销', ['15 → 10'], []],
  [
    'adds a function that collects data',
    'zh',
    '#### 19. 电子',
    '#### 19. 车主服务\n\n当您使用车主服务时，我行会收集您的车牌号码，用于查询违章。\n\n#### 20. 电子',
    [],
    ['new-purpose: 当您使用车主服务时', 'new-data: 车牌号码'],
  ],
  [
    'adds a sentence about something else',
    'zh',
    '参加活动不以提供证件号码或者人脸图像为条件。',
    '参加活动不以提供证件号码或者人脸图像为条件。您可以在活动页面查看规则。',
    [' → 您可以在活动页面查看规则。'],
    [],
  ],
  [
    'hands the app to another company',
    'zh',
    '由示例银行股份有限公司（下称',
    '由榜样银行股份有限公司（下称',
    ['示例 → 榜样'],
    ['new-publisher: 榜样银行股份有限公司'],
  ],
  [
    'asks for one more kind of data',
    'en',
    'sign-in password and SMS verification code, in order',
    'sign-in password, date of birth and SMS verification code, in order',
    [' → , date of birth'],
    ['new-data: your mobile phone number, sign-in password, date of birth and SMS verification code'],
  ],
  [
    'misspells a word',
    'en',
    'in order to identify customers',
    'in order to identfy customers',
    ['identify → identfy'],
    [],
  ],
  ['spells a menu the other way', 'en', 'Privacy & authorisation', 'Privacy & authorization', null, []],
  [
    'adds a purpose',
    'en',
    'in order to sort branches by distance',
    'in order to sort branches by distance and to show you advertisements',
    [' → and to show you advertisements'],
    ['new-purpose: in order to sort branches by distance and to show you advertisements'],
  ],
  [
    'keeps logs longer',
    'en',
    'Operation logs: kept for 6 months',
    'Operation logs: kept for 3 years',
    ['6 months → 3 years'],
    ['longer-retention: Operation logs: kept for 3 years from the day they arise'],
  ],
  [
    'changes an address for questions',
    'en',
    'E-mail: privacy@bank',
    'E-mail: dpo@bank',
    ['privacy → dpo'],
    [],
  ],
  [
    'stores data abroad',
    'en',
    'Your personal information is stored in China',
    'Your personal information is stored in Singapore',
    ['China → Singapore'],
    [
      'cross-border: Your personal information is stored in Singapore, in the data centre we run in Sample City, Sample Province, with an encrypted backup in a disaster recovery centre in the same province',
    ],
  ],
  [
    'drops a promise',
    'en',
    'We do not read or upload your whole address book. ',
    '',
    ['We do not read or upload your whole address book. → '],
    ['limit-removed: We do not read or upload your whole address book.'],
  ],
  [
    'tells in prose of one more recipient',
    'en',
    '3. when you pay bills, we',
    '3. when you join an event, we provide your phone number to its host, to send coupons;\n4. when you pay bills, we',
    [],
    ['new-recipient: when you join an event, we provide your phone number to its host, to send coupons;'],
  ],
  [
    'points to another section',
    'en',
    'is set out in section 8.2',
    'is set out in section 9.2',
    ['section 8.2 → section 9.2'],
    [],
  ],
  [
    'asks patients for more',
    'clinic',
    '症状描述、过敏史和用药情况，用于',
    '症状描述、过敏史、家族病史和用药情况，用于',
    [' → 、家族病史'],
    ['new-data: 症状描述、过敏史、家族病史和用药情况'],
  ],
  ['moves house', 'clinic', '样例省样例市柳叶路8号', '样例省样例市柳叶路9号', ['8 → 9'], []],
];

for (const [what, name, from, to, words, reasons] of EDITS) {
  test(`${name}: a version that ${what} ${reasons?.length === 0 ? 'asks nobody again' : 'asks again, and says why'}`, async () => {
    const before = await sample(name);
    const found = compared(before, await compileText(replaced(sampleText(name), from, to)));
    if (words) assert.deepEqual(found.words, words);
    if (reasons) assert.deepEqual(found.reasons, reasons);
    assert.equal(found.material, reasons?.length !== 0);
    assert.ok(found.pieces.length > 0 && found.pieces.length <= 2, found.pieces.join('\n'));
  });
}

test('a misspelling mended is a slip where the word stands elsewhere, and the same turned round is not', async () => {
  const wrong = await compileText(replaced(sampleText('zh'), '核对手机号码由您', '核对手机号玛由您'));
  assert.deepEqual(compared(wrong, await sample('zh')).reasons, []);
  assert.equal(compared(await sample('zh'), wrong).material, true, 'nobody knows what 号玛 is');
});

test('a recipient’s whole entry removed is no reason, whatever it promised', async () => {
  const text = sampleText('zh');
  const entry = text.slice(text.indexOf('#### 4. 蓝桥'), text.indexOf('#### 5. 洞微'));
  const found = compared(await sample('zh'), await compileText(replaced(text, entry, '')));
  assert.deepEqual(found.reasons, []);
  assert.deepEqual(
    found.pieces.map((line) => line.split(':')[0]),
    Array(11).fill('removed'),
  );
  assert.deepEqual(found.facts, ['third-party removed: 蓝桥安全盾 SDK → ']);
});

test('a function removed is no reason, whatever was promised about it', async () => {
  const text = sampleText('zh');
  const points = text.slice(text.indexOf('#### 17. 积分'), text.indexOf('#### 18. '));
  const found = compared(await sample('zh'), await compileText(replaced(text, points, '')));
  assert.deepEqual(found.facts, [
    'data-use removed: 当您用积分兑换实物或者参加活动时 → ',
    ...found.facts.slice(1),
  ]);
  assert.deepEqual(found.reasons, []);
});

test('a recipient’s whole entry added is one reason, at its name', async () => {
  const text = sampleText('zh');
  const entry = text.slice(text.indexOf('#### 4. 蓝桥'), text.indexOf('#### 5. 洞微'));
  const found = compared(await compileText(replaced(text, entry, '')), await sample('zh'));
  assert.deepEqual(found.reasons, ['new-recipient: 蓝桥安全盾 SDK']);
});

test('the facts say what was and what is', async () => {
  const text = replaced(sampleText('zh'), '登录密码和短信验证码，用于', '登录密码、职业和短信验证码，用于');
  assert.deepEqual(compared(await sample('zh'), await compileText(text)).facts, [
    'data-use data changed: 手机号码、登录密码和短信验证码 → 手机号码、登录密码、职业和短信验证码',
  ]);
});
