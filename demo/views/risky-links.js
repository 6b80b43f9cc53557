import { element } from '../element.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '链接安全示例',
    what: '给开发者看：每一条的文字都说去示例银行，地址却各有问题。点开看看确认时会说什么。地址都是保留的样例域名或者不能公开访问的地址。',
    says: '示例银行官网',
    cases: {
      confusable: '形近字：其中的 а 是西里尔字母',
      user: '真正的去处前写着用户名',
      ip: '用数字写的 IP 地址',
      shorthand: '伪装成普通数字的本机地址',
      private: '内部网络的地址',
      script: '运行脚本的地址',
      data: '自带内容的地址',
      intent: '打开应用，背后藏着另一个网址',
      redirect: '地址里带着另一个地址',
      dot: '域名末尾多一个点',
      insecure: '没有加密，端口也不寻常',
      hidden: '含有看不见的、会改变文字方向的字符',
    },
  },
  en: {
    title: 'Risky links',
    what: 'For developers: each text promises the Sample Bank website, and each address has something wrong. Press one to see what the confirmation says. All addresses are reserved sample domains, or not public.',
    says: 'Sample Bank website',
    cases: {
      confusable: 'A look-alike: the а is a Cyrillic letter',
      user: 'A user name before the real destination',
      ip: 'An IP address in numbers',
      shorthand: 'This device, disguised as a plain number',
      private: 'An address in a private network',
      script: 'An address that runs a script',
      data: 'An address that brings its own content',
      intent: 'Opens an app, with another website behind it',
      redirect: 'An address inside the address',
      dot: 'A dot after the domain',
      insecure: 'No encryption, and an unusual port',
      hidden: 'Characters that cannot be seen and turn the text around',
    },
  },
});

const ADDRESSES = {
  confusable: 'https://www.b\u0430nk.example/',
  user: 'https://www.bank.example@sign-in.example/',
  ip: 'https://203.0.113.7/login',
  shorthand: 'http://2130706433/',
  private: 'https://192.168.1.1/admin',
  script: 'javascript:alert(document.domain)',
  data: 'data:text/html,<h1>www.bank.example</h1>',
  intent:
    'intent://pay#Intent;scheme=samplepay;package=example.pay;S.browser_fallback_url=https%3A%2F%2Fsign-in.example%2F;end',
  redirect: 'https://www.bank.example/go?url=https%3A%2F%2Fsign-in.example%2Fsign-in',
  dot: 'https://www.bank.example./',
  insecure: 'http://www.bank.example:8443/',
  hidden: 'https://www.bank.example/\u202Etset.nigol',
};

export const title = words.title;

export const render = () => [
  element('p', { class: 'note' }, words.what),
  element(
    'ul',
    { class: 'cards' },
    Object.entries(ADDRESSES).map(([name, href]) => renderCase(words.cases[name], href)),
  ),
];

const renderCase = (what, href) =>
  element(
    'li',
    {},
    element('p', {}, what),
    element('a', { class: 'more', href, rel: 'noopener' }, words.says),
    element('p', { class: 'address' }, element('code', {}, element('bdi', { dir: 'ltr' }, visible(href)))),
  );

/** Characters that cannot be seen, as their escapes. */
const visible = (address) =>
  address.replace(
    /[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16)}`,
  );
