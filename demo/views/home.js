import { element } from '../element.js';
import { icon } from '../icon.js';
import { formatMoney, pick } from '../language.js';
import { startOnArrival } from '../started.js';
import { locked, open } from './functions.js';
import { explain, renderHint } from './lock.js';
import { BALANCE } from './sample-account.js';

const words = pick({
  'zh-Hans': {
    balance: '账户余额（元）',
    hidden: '同意隐私政策后显示',
    show: '显示余额',
    hide: '隐藏余额',
    account: '储蓄卡 **** 2046',
    basic: '无需同意即可使用',
    more: '同意后可用',
    all: '账户服务',
  },
  en: {
    balance: 'Balance (CNY)',
    hidden: 'Shown after you agree to the privacy policy',
    show: 'Show balance',
    hide: 'Hide balance',
    account: 'Savings card **** 2046',
    basic: 'No consent needed',
    more: 'After you agree',
    all: 'Account services',
  },
});

export const title = pick({ 'zh-Hans': '示例银行', en: 'Sample Bank' });

/** Whether the person asked to see the balance; forgotten with the page. */
let shown = false;

export function render({ granted, again }) {
  return [
    renderBalance(granted, again),
    renderGrid('open', words.basic, open, (entry) => renderLink(entry)),
    renderGrid('locked', granted ? words.all : words.more, locked, (entry) =>
      granted ? renderLink(entry) : renderLocked(entry),
    ),
    granted ? '' : renderHint(),
  ];
}

function renderBalance(granted, again) {
  const visible = granted && shown;
  return element(
    'section',
    { class: 'balance' },
    element('h2', {}, words.balance),
    element('p', { class: 'amount' }, visible ? formatMoney(BALANCE) : '******'),
    element('p', { class: 'note' }, granted ? words.account : words.hidden),
    granted ? renderEye(visible, again) : undefined,
  );
}

function renderEye(visible, again) {
  const onclick = () => {
    shown = !visible;
    again();
  };
  const label = visible ? words.hide : words.show;
  return element('button', { class: 'eye', 'aria-label': label, title: label, onclick }, icon('eye'));
}

function renderGrid(name, label, entries, renderEntry) {
  return element(
    'section',
    { class: `functions ${name}` },
    element('h2', {}, label),
    element(
      'ul',
      {},
      entries.map((entry) => element('li', {}, renderEntry(entry))),
    ),
  );
}

function renderLink({ view, icon: drawing, name }) {
  const onclick = () => startOnArrival(view);
  return element('a', { href: `#${view}`, onclick }, icon(drawing), element('span', {}, name));
}

function renderLocked({ icon: drawing, name }) {
  return element(
    'button',
    { 'aria-describedby': 'lock-hint', onclick: () => explain(name) },
    icon(drawing),
    element('span', {}, name),
    icon('lock'),
  );
}
