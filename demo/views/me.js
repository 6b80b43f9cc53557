import { element } from '../element.js';
import { icon } from '../icon.js';
import { pick } from '../language.js';

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
      renderRow('shield', words.privacy, '#privacy'),
      renderRow('list', words.ledger, '#ledger'),
      renderRow('notice', words.notices, '#notices'),
      renderRow('pin', words.branches, '#branches'),
      element('li', { class: 'row' }, icon('phone'), element('span', {}, words.call)),
    ),
  ];
}

const renderRow = (drawing, label, href) =>
  element('li', {}, element('a', { class: 'row', href }, icon(drawing), element('span', {}, label)));
