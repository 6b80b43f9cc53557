// Whole Chinese policies with the facts that were written into them, by random choices.
import fc from 'fast-check';
import { blocks, dateWords, some } from './blocks.mjs';

const APPS = ['清风记账', '云杉出行', '小满菜谱', '青石图书馆', '拾光相册', '星海健身'];
const COMPANIES = [
  '杭州清风示例科技有限公司',
  '上海云杉信息技术有限公司',
  '成都拾光网络科技股份有限公司',
  '深圳市星海体育文化有限责任公司',
];
const PERMISSIONS = [
  ['camera', '相机', '扫描二维码和拍摄封面', '扫码和拍照'],
  ['location', '位置', '查找您附近的门店', '按距离排列门店'],
  ['microphone', '麦克风', '录入语音备注', '使用语音输入'],
  ['storage', '存储', '保存您导出的报表', '把文件保存到本机'],
  ['contacts', '通讯录', '填写您选中的一位联系人', '从通讯录选择联系人'],
  ['album', '相册', '上传您选中的图片', '上传图片'],
  ['bluetooth', '蓝牙', '连接体脂秤', '连接蓝牙设备'],
  ['calendar', '日历', '写入缴费日的提醒', '添加日历提醒'],
  ['notifications', '通知', '提醒您账单到期', '收到实时提醒'],
];
const SDKS = [
  ['晨星推送', '北京晨星示例科技有限公司', '推送账单提醒', '设备型号、推送标识'],
  ['远山地图', '广州远山地图信息技术有限公司', '显示门店的位置', '位置信息、IP地址'],
  ['白鹭统计', '厦门白鹭数据服务有限公司', '统计页面的访问次数', '设备型号、操作系统版本'],
  ['流萤支付', '武汉流萤支付科技股份有限公司', '完成订单付款', '订单号、订单金额'],
  ['长桥客服', '重庆长桥软件有限公司', '建立在线会话', '聊天记录'],
];
const PROSE = [
  '我们会采用加密技术保护您的个人信息，并限制能够接触这些信息的人员。',
  '我们重视您的隐私，会以清楚的语言说明处理个人信息的规则，请您在使用前仔细阅读。',
  '除本政策另有说明外，我们不会把您的个人信息出售给任何人，也不会用于与服务无关的地方。',
  '为了改进服务，我们会不时更新版本，并在应用商店中说明每一次更新的内容和原因，供您参考。',
];
const PATHS = ['我的-设置-隐私-撤回同意', '我的-隐私中心-撤回授权', '设置-账号与安全-撤回同意'];
const NUMERALS = '一二三四五六七八九十';

const permissionSection = (list, form, shared) => {
  const name = ([, words]) => `${words}权限`;
  const refusal = ([, , , lost]) => `如您拒绝，您将无法${lost}`;
  const inPlace = form === 'table' || form === 'labels';
  const facts = list.map((one) => ({
    kind: one[0],
    name: name(one),
    purpose: inPlace ? one[2] : `用于${one[2]}`,
    refusal: inPlace ? `无法${one[3]}` : refusal(one) + shared,
  }));
  const lead = '在您使用相应功能时，我们会申请下列系统权限：';
  if (form === 'table')
    return {
      facts,
      blocks: [
        blocks.paragraph(lead),
        blocks.table([
          ['权限名称', '使用目的', '拒绝的影响'],
          ...list.map((one) => [name(one), one[2], `无法${one[3]}`]),
        ]),
      ],
    };
  if (form === 'labels')
    return {
      facts,
      blocks: [
        blocks.paragraph(lead),
        ...list.flatMap((one, index) => [
          blocks.item(`${index + 1}、${name(one)}`),
          blocks.line(`使用目的：${one[2]}`),
          blocks.line(`拒绝的影响：无法${one[3]}`),
        ]),
      ],
    };
  const number = form === 'brackets' ? (index) => `（${index + 1}）` : (index) => `${index + 1}、`;
  const colon = form === 'brackets' ? '，' : '：';
  return {
    facts,
    blocks: [
      blocks.paragraph(lead),
      ...list.map((one, index) =>
        blocks.item(`${number(index)}${name(one)}${colon}用于${one[2]}。${refusal(one)}${shared}。`),
      ),
    ],
  };
};

const sdkSection = (list, form) => {
  const privacy = (index) => `https://sdk${index}.example.com/privacy`;
  const phone = (index) => `400-123-45${10 + index}`;
  const facts = list.map(([name, company, purpose, data], index) => ({
    name: `${name}SDK`,
    company,
    purpose,
    data,
    contact: phone(index),
    privacyUrl: privacy(index),
  }));
  const lead = blocks.paragraph('为了实现相应的功能，我们接入了下列第三方SDK：');
  if (form === 'table') {
    const header = ['SDK名称', '公司名称', '使用目的', '收集的个人信息', '联系方式', '隐私政策链接'];
    return {
      facts,
      blocks: [
        lead,
        blocks.table([
          header,
          ...facts.map((one) => [one.name, one.company, one.purpose, one.data, one.contact, one.privacyUrl]),
        ]),
      ],
    };
  }
  const records = facts.flatMap((one, index) => [
    blocks.item(form === 'named' ? `SDK名称：${one.name}` : `${index + 1}、${one.name}`),
    blocks.line(`公司名称：${one.company}`),
    blocks.line(`使用目的：${one.purpose}`),
    blocks.line(`收集的个人信息：${one.data}`),
    blocks.line(`联系方式：${one.contact}`),
    blocks.line(`隐私政策链接：${one.privacyUrl}`),
  ]);
  return { facts, blocks: [lead, ...records] };
};

const contactBlocks = ({ phone, email, address }) => [
  blocks.paragraph('您可以通过以下方式与我们联系，我们会在十五个工作日内答复：'),
  ...(phone ? [blocks.line(`客服电话：${phone}`)] : []),
  ...(email ? [blocks.line(`电子邮箱：${email}`)] : []),
  ...(address ? [blocks.line(`联系地址：${address}`)] : []),
];

/** A policy as blocks, with its facts. */
export const chinesePolicy = fc
  .record({
    app: fc.constantFrom(...APPS),
    company: fc.option(fc.constantFrom(...COMPANIES), { nil: undefined }),
    dates: fc.record({
      updated: fc.option(dateWords('zh'), { nil: undefined }),
      published: fc.option(dateWords('zh'), { nil: undefined }),
      effective: fc.option(dateWords('zh'), { nil: undefined }),
    }),
    permissions: some(PERMISSIONS, 2),
    permissionForm: fc.constantFrom('table', 'labels', 'brackets', 'numbers'),
    shared: fc.constantFrom('', '，但不影响您使用其他功能'),
    sdks: some(SDKS, 2),
    sdkForm: fc.constantFrom('table', 'named', 'numbers'),
    path: fc.option(fc.constantFrom(...PATHS), { nil: undefined }),
    contacts: fc.record({
      phone: fc.option(fc.constantFrom('400-820-1234', '0571-88123456', '4008112233'), { nil: undefined }),
      email: fc.option(fc.constantFrom('privacy@qingfeng.example.com', 'dpo@xinghai.example.cn'), {
        nil: undefined,
      }),
      address: fc.option(fc.constantFrom('浙江省杭州市西湖区示例路100号', '上海市浦东新区示例大道8号3层'), {
        nil: undefined,
      }),
    }),
    prose: fc.shuffledSubarray(PROSE, { minLength: 4 }),
  })
  .map((parts) => {
    const permissions = permissionSection(parts.permissions, parts.permissionForm, parts.shared);
    const parties = sdkSection(parts.sdks, parts.sdkForm);
    const sections = [
      ['我们如何保护您的信息', parts.prose.slice(2).map(blocks.paragraph)],
      ['我们申请的系统权限', permissions.blocks],
      ['第三方SDK清单', parties.blocks],
      ...(parts.path
        ? [['您如何撤回同意', [blocks.paragraph(`您可以在“${parts.path}”中撤回您对本政策的同意。`)]]]
        : []),
      ['本政策的更新', parts.prose.slice(0, 2).map(blocks.paragraph)],
      ...(Object.values(parts.contacts).some(Boolean) ? [['联系我们', contactBlocks(parts.contacts)]] : []),
    ];
    const labels = { updated: '更新日期', published: '发布日期', effective: '生效日期' };
    const head = Object.entries(labels).flatMap(([kind, label]) =>
      parts.dates[kind] ? [blocks.paragraph(`${label}：${parts.dates[kind].words}`)] : [],
    );
    const intro = parts.company
      ? `欢迎您使用${parts.app}App。${parts.app}由${parts.company}（以下简称“我们”）开发和运营。`
      : `欢迎您使用${parts.app}App。请您在使用之前仔细阅读本政策的全部内容。`;
    return {
      language: 'zh-Hans',
      blocks: [
        blocks.title(`${parts.app}隐私政策`),
        ...head,
        blocks.paragraph(intro),
        ...sections.flatMap(([title, inner], index) => [
          blocks.heading(`${NUMERALS[index]}、`, title),
          ...inner,
        ]),
      ],
      facts: {
        title: `${parts.app}隐私政策`,
        publisher: parts.company,
        dates: Object.fromEntries(
          Object.entries(parts.dates).flatMap(([kind, date]) => (date ? [[kind, date.iso]] : [])),
        ),
        sections: sections.map(([title]) => title),
        permissions: permissions.facts,
        thirdParties: parties.facts,
        withdrawals: parts.path ? [parts.path] : [],
        contacts: Object.entries(parts.contacts).flatMap(([kind, value]) =>
          value ? [`${kind} ${value}`] : [],
        ),
      },
    };
  });
