import { ask } from '../ask.js';
import { element } from '../element.js';
import { pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '消息提醒',
    what: '开启后，余额变动和安全提示会送到您的设备。不开启，消息仍保留在本页。',
    turnOn: '开启消息提醒',
    on: '已开启。样例没有服务器，不会真的推送；您可以发一条看看。',
    off: '没有开启。消息保留在本页，您随时可以查看。',
    send: '发一条示例提醒',
    sent: '已发送一条示例提醒。',
    notSent: '这个浏览器不能由页面直接发送提醒。',
    text: '您尾号 2046 的储蓄卡入账 4.18 元（样例）',
    messages: '最近消息',
    list: [
      ['11-20', '工资入账 9,600.00 元'],
      ['11-19', '示例超市消费 186.40 元'],
      ['11-12', '活期结息 4.18 元'],
    ],
    permission: {
      purpose: '向您发送动账通知和安全提示',
      scene: '消息提醒的“开启消息提醒”',
      data: '推送标识和通知开关状态',
      refusal: '收不到实时提醒，可以在“消息提醒”中查看',
    },
  },
  en: {
    title: 'Message alerts',
    what: 'Balance changes and security alerts then reach your device. Otherwise the messages stay on this page.',
    turnOn: 'Turn on alerts',
    on: 'Alerts are on. The sample has no server and pushes nothing; you can send yourself one.',
    off: 'Alerts are off. The messages stay here, and you can read them at any time.',
    send: 'Send a sample alert',
    sent: 'A sample alert was sent.',
    notSent: 'In this browser a page cannot send an alert by itself.',
    text: '4.18 yuan were paid into card **** 2046 (sample)',
    messages: 'Latest messages',
    list: [
      ['11-20', 'Salary, 9,600.00 yuan'],
      ['11-19', 'Sample Supermarket, 186.40 yuan'],
      ['11-12', 'Interest, 4.18 yuan'],
    ],
    permission: {
      purpose: 'To send you account notifications and security alerts',
      scene: '“Turn on alerts” on the message alerts page',
      data: 'A push identifier and the state of the switch',
      refusal: 'You get no alerts in real time, but you can read them in Message alerts',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const said = element('p', { class: 'said', role: 'status' });
  const button = element('button', { class: 'main' }, words.turnOn);
  const turnOn = async () => {
    const { granted } = await ask(screen, 'notifications', { ...words.permission, function: 'alerts' });
    said.textContent = granted ? words.on : words.off;
    if (!granted) return;
    button.removeEventListener('click', turnOn);
    button.addEventListener('click', () => (said.textContent = send()));
    button.textContent = words.send;
  };
  button.addEventListener('click', turnOn);
  return [
    element('section', { class: 'card' }, element('p', {}, words.what), button, said),
    element('h2', {}, words.messages),
    element('ul', { class: 'rows' }, words.list.map(renderMessage)),
  ];
}

/** On Android only a service worker may show one: the constructor throws. */
function send() {
  try {
    new Notification(words.title, { body: words.text, icon: 'icon.svg' });
    return words.sent;
  } catch {
    return words.notSent;
  }
}

const renderMessage = ([day, text]) =>
  element('li', { class: 'row' }, element('span', {}, text), element('small', {}, day));
