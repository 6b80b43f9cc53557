import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '合作服务',
    note: '打开之前，会先告诉您由谁运营、真正去往哪里、带去什么。不同意就留在本页。',
    none: '不带去您的个人信息',
    share: '分享到微信',
    shareNote: '打开微信',
    weChat: '微信',
    weChatOperator: '深圳市腾讯计算机系统有限公司',
    weChatPolicy: '微信隐私保护指引',
    page: '示例银行',
    shared: '页面标题“示例银行”和页面链接',
    partner: '查看合作机构',
    partnerNote: '示例保险的网站',
    insurer: '示例保险',
    insurerOperator: '示例保险股份有限公司',
    insurerPolicy: '示例保险隐私政策',
    deposits: '存款保险说明',
    depositsNote: '公开网页',
    depositsName: '示例存款保险基金',
    depositsOperator: '示例存款保险基金管理有限责任公司',
    depositsAbout: '存款保险怎样赔付的公开说明，不用登录',
    depositsPolicy: '示例存款保险基金隐私政策',
    download: '下载示例保险 App',
    downloadNote: '安装包，样例地址',
    downloadAbout: '查询保单、报案和理赔',
    downloadPermissions: '相机、相册、通知',
    government: '政务服务',
    governmentNote: '示例市政务服务小程序',
    governmentOperator: '示例市大数据中心',
    governmentPolicy: '示例市政务服务小程序隐私保护指引',
    insurance: '合作方保险服务',
    insuranceNote: '在手机银行内打开，由示例保险运营',
    call: '客服电话',
    noWeChat: '如果没有反应，可能没有安装微信。',
    bank: '示例银行客服',
    bankOperator: '示例银行股份有限公司',
  },
  en: {
    title: 'Partners',
    note: 'Before one opens you are told who runs it, where it really leads and what goes along. If you refuse, you stay here.',
    none: 'None of your personal information',
    share: 'Share to WeChat',
    shareNote: 'Opens WeChat',
    weChat: 'WeChat',
    weChatOperator: 'Shenzhen Tencent Computer Systems Co., Ltd.',
    weChatPolicy: 'WeChat Privacy Protection Guidelines',
    page: 'Sample Bank',
    shared: 'The title “Sample Bank” and the link of the page',
    partner: 'See our partner',
    partnerNote: 'Website of Sample Insurance',
    insurer: 'Sample Insurance',
    insurerOperator: 'Sample Insurance Co., Ltd.',
    insurerPolicy: 'Sample Insurance Privacy Policy',
    deposits: 'About deposit insurance',
    depositsNote: 'Public website',
    depositsName: 'Sample Deposit Insurance Fund',
    depositsOperator: 'Sample Deposit Insurance Fund Co., Ltd.',
    depositsAbout: 'A public page on how deposits are insured; no signing in',
    depositsPolicy: 'Sample Deposit Insurance Fund Privacy Policy',
    download: 'Download the Sample Insurance app',
    downloadNote: 'Installation file, sample address',
    downloadAbout: 'Policies, reports of damage and claims',
    downloadPermissions: 'Camera, album, notifications',
    government: 'Government services',
    governmentNote: 'Mini-program of Sample City',
    governmentOperator: 'Sample City Data Centre',
    governmentPolicy: 'Privacy guidelines of the Sample City mini-program',
    insurance: 'Partner insurance service',
    insuranceNote: 'Opens inside this app, run by Sample Insurance',
    call: 'Service line',
    noWeChat: 'If nothing happens, WeChat may not be installed.',
    bank: 'Service line of Sample Bank',
    bankOperator: 'Sample Bank Co., Ltd.',
  },
});

export const title = words.title;

/** What the app knows of the insurer, for links and for its service inside the app. */
export const INSURER = {
  name: words.insurer,
  operator: words.insurerOperator,
  data: words.none,
  policy: { title: words.insurerPolicy, url: 'https://www.sample-insurance.example/privacy' },
};

const insurer = {
  'data-ming-name': INSURER.name,
  'data-ming-operator': INSURER.operator,
  'data-ming-data': INSURER.data,
  'data-ming-policy': INSURER.policy.title,
  'data-ming-policy-url': INSURER.policy.url,
};

const share = new URLSearchParams({ title: words.page, link: 'www.bank.example' });

/** Real addresses, as a bank would have them; the guard asks before each. */
const EXITS = [
  exit('share', words.share, words.shareNote, {
    href: `weixin://dl/share?${share}`,
    'data-ming-name': words.weChat,
    'data-ming-operator': words.weChatOperator,
    'data-ming-data': words.shared,
    'data-ming-policy': words.weChatPolicy,
    'data-ming-policy-url': 'https://weixin.qq.com/',
  }),
  exit('link', words.partner, words.partnerNote, {
    href: 'https://www.sample-insurance.example/about?from=sample-bank',
    target: '_blank',
    rel: 'noopener',
    ...insurer,
  }),
  // Nothing is said to go along: the one destination here that a person may ask to remember.
  exit('shield', words.deposits, words.depositsNote, {
    href: 'https://www.deposits.example/guide',
    target: '_blank',
    rel: 'noopener',
    'data-ming-name': words.depositsName,
    'data-ming-operator': words.depositsOperator,
    'data-ming-about': words.depositsAbout,
    'data-ming-policy': words.depositsPolicy,
  }),
  exit('download', words.download, words.downloadNote, {
    href: 'https://www.sample-insurance.example/app/sample-insurance.apk',
    download: true,
    ...insurer,
    'data-ming-about': words.downloadAbout,
    'data-ming-permissions': words.downloadPermissions,
  }),
  exit('mini', words.government, words.governmentNote, {
    href: 'weixin://dl/business/?appid=wx0000000000000000&path=pages%2Findex',
    'data-ming-kind': 'mini-program',
    'data-ming-name': words.governmentNote,
    'data-ming-operator': words.governmentOperator,
    'data-ming-data': words.none,
    'data-ming-policy': words.governmentPolicy,
  }),
  exit('umbrella', words.insurance, words.insuranceNote, { href: '#insurance' }),
  exit('phone', words.call, '400-000-0100', phone()),
];

function exit(drawing, label, note, attributes) {
  return { drawing, label, note, attributes };
}

/** The attributes of a link that calls the bank. */
export function phone() {
  return { href: 'tel:400-000-0100', 'data-ming-name': words.bank, 'data-ming-operator': words.bankOperator };
}

export const render = () => [
  element('p', { class: 'note' }, words.note),
  element(
    'ul',
    { class: 'rows' },
    EXITS.map((one) => element('li', {}, renderExit(one))),
  ),
  element('p', { id: 'opened', class: 'note', role: 'status' }),
];

/** Says what to think where nothing happens after a yes: a page cannot know whether an app is there. */
export function sayOpened({ href }) {
  const said = document.getElementById('opened');
  if (said) said.textContent = href.startsWith('weixin:') ? words.noWeChat : '';
}

const renderExit = ({ drawing, label, note, attributes }) =>
  element(
    'a',
    { class: 'row', ...attributes },
    icon(drawing),
    element('span', {}, label, element('small', {}, note)),
  );
