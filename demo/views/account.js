import { element } from '../element.js';
import { formatMoney, pick } from '../language.js';
import { BILLS, PRODUCTS, TRANSACTIONS } from './sample-account.js';

const words = pick({
  'zh-Hans': {
    transactions: '收支明细',
    statement: '下载电子对账单（PDF，样例）',
    statementName: '示例银行电子对账单',
    operator: '示例银行股份有限公司',
    about: '2026 年 10 月的收支明细，保存到您的设备',
    permissions: '无',
    policy: '示例银行手机银行隐私政策',
    bills: '生活缴费',
    pay: '缴费',
    paid: '已缴（样例）',
    wealth: '理财产品',
    yearly: '业绩比较基准',
    term: (days) => (days === 1 ? '每日可赎回' : `${days} 天`),
    risk: '风险等级',
    warning: '理财非存款，产品有风险，投资须谨慎。',
  },
  en: {
    transactions: 'Activity',
    statement: 'Download the statement (PDF, sample)',
    statementName: 'Sample Bank statement',
    operator: 'Sample Bank Co., Ltd.',
    about: 'Income and spending of October 2026, kept on your device',
    permissions: 'None',
    policy: 'Sample Bank Mobile Banking Privacy Policy',
    bills: 'Bills',
    pay: 'Pay',
    paid: 'Paid (sample)',
    wealth: 'Wealth',
    yearly: 'Benchmark',
    term: (days) => (days === 1 ? 'Redeem any day' : `${days} days`),
    risk: 'Risk level',
    warning: 'Wealth products are not deposits and carry risk.',
  },
});

function renderTransactions() {
  const rows = TRANSACTIONS.map(({ day, name, amount }) =>
    element(
      'li',
      { class: 'row' },
      element('span', {}, pick(name), element('small', {}, day)),
      element('strong', {}, `${amount > 0 ? '+' : ''}${formatMoney(amount)}`),
    ),
  );
  return [element('ul', { class: 'rows' }, rows), renderStatement()];
}

/** A download: the guard asks before it, wherever the file lies. */
const renderStatement = () =>
  element(
    'a',
    {
      class: 'button',
      href: 'files/statement-2026-10.pdf',
      download: true,
      'data-ming-name': words.statementName,
      'data-ming-operator': words.operator,
      'data-ming-about': words.about,
      'data-ming-permissions': words.permissions,
      'data-ming-policy': words.policy,
    },
    words.statement,
  );

function renderBills() {
  const rows = BILLS.map(({ name, number, amount }) => {
    const onclick = (event) =>
      event.currentTarget.replaceWith(element('span', { class: 'note', role: 'status' }, words.paid));
    const label = element('span', {}, pick(name), element('small', {}, number));
    return element(
      'li',
      { class: 'row' },
      label,
      element('strong', {}, formatMoney(amount)),
      element('button', { onclick }, words.pay),
    );
  });
  return [element('ul', { class: 'rows' }, rows)];
}

function renderWealth() {
  const cards = PRODUCTS.map(({ name, rate, days, risk }) =>
    element(
      'li',
      {},
      element('h2', {}, pick(name)),
      element('p', {}, `${words.yearly} ${rate.toFixed(2)}%`),
      element('p', { class: 'note' }, `${words.term(days)} · ${words.risk} ${risk}`),
    ),
  );
  return [element('p', { class: 'note' }, words.warning), element('ul', { class: 'cards' }, cards)];
}

/** The views that show a person's account. They are reached with consent only. */
export const transactions = { title: words.transactions, render: renderTransactions, needsConsent: true };
export const bills = { title: words.bills, render: renderBills, needsConsent: true };
export const wealth = { title: words.wealth, render: renderWealth, needsConsent: true };
