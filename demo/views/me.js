import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';
import { phone } from './partners.js';

const words = pick({
  'zh-Hans': {
    title: '我的',
    guest: '访客',
    guestNote: '当前为基本功能模式',
    name: '李**',
    nameNote: '储蓄卡 **** 2046',
    privacy: '隐私与授权',
    ledger: '同意记录查验',
    notices: '公告',
    branches: '网点查询',
    call: '客服电话 400-000-0100',
    alerts: '消息提醒',
    security: '安全中心',
    developers: '给开发者',
    risky: '链接安全示例',
    requires: '授权后才放入页面的内容',
  },
  en: {
    title: 'Me',
    guest: 'Guest',
    guestNote: 'Basic functions mode',
    name: 'L***',
    nameNote: 'Savings card **** 2046',
    privacy: 'Privacy & authorisation',
    ledger: 'Check the consent record',
    notices: 'Notices',
    branches: 'Branches',
    call: 'Service line 400-000-0100',
    alerts: 'Message alerts',
    security: 'Security centre',
    developers: 'For developers',
    risky: 'Risky links',
    requires: 'What comes only after a grant',
  },
});

export const title = words.title;

export function render({ granted }) {
  return [
    element(
      'section',
      { class: 'who' },
      icon('person'),
      element('p', {}, granted ? words.name : words.guest),
      element('p', { class: 'note' }, granted ? words.nameNote : words.guestNote),
    ),
    element(
      'ul',
      { class: 'rows' },
      renderRow('bell', words.alerts, '#alerts'),
      renderRow('key', words.security, '#security'),
      renderRow('shield', words.privacy, '#privacy'),
      renderRow('notice', words.notices, '#notices'),
      renderRow('pin', words.branches, '#branches'),
      element(
        'li',
        {},
        element('a', { class: 'row', ...phone() }, icon('phone'), element('span', {}, words.call)),
      ),
    ),
    element('h2', { class: 'note' }, words.developers),
    element(
      'ul',
      { class: 'rows' },
      renderRow('list', words.ledger, '#ledger'),
      renderRow('warning', words.risky, '#risky'),
      renderRow('lock', words.requires, '#requires'),
    ),
  ];
}

const renderRow = (drawing, label, href) =>
  element('li', {}, element('a', { class: 'row', href }, icon(drawing), element('span', {}, label)));
