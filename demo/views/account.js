import { element } from '../element.js';
import { formatMoney, pick } from '../language.js';
import { BALANCE, BILLS, PRODUCTS, TRANSACTIONS } from './sample-account.js';

const words = pick({
  'zh-Hans': {
    transfer: '转账汇款',
    payee: '收款人姓名',
    account: '收款账号',
    amount: '金额（元）',
    next: '下一步',
    checked: (name, amount) => `已核对：向 ${name} 转账 ${amount}。这是样例，没有资金被划转。`,
    tooMuch: '金额超过可用余额。',
    transactions: '收支明细',
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
    transfer: 'Transfer',
    payee: "Payee's name",
    account: "Payee's account number",
    amount: 'Amount (CNY)',
    next: 'Next',
    checked: (name, amount) => `Checked: ${amount} to ${name}. This is a sample; no money has moved.`,
    tooMuch: 'The amount is above the available balance.',
    transactions: 'Activity',
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

const field = (label, attributes) =>
  element(
    'label',
    { class: 'field' },
    label,
    element('input', { required: true, autocomplete: 'off', ...attributes }),
  );

function renderTransfer() {
  const result = element('p', { class: 'result', role: 'status' });
  const onsubmit = (event) => {
    event.preventDefault();
    const { payee, amount } = event.target.elements;
    const value = amount.valueAsNumber;
    result.textContent = value > BALANCE ? words.tooMuch : words.checked(payee.value, formatMoney(value));
  };
  const fields = [
    field(words.payee, { name: 'payee', maxlength: 40 }),
    field(words.account, { name: 'account', inputmode: 'numeric', pattern: '[0-9 ]{8,24}' }),
    field(words.amount, { name: 'amount', type: 'number', inputmode: 'decimal', min: 0.01, step: 0.01 }),
  ];
  return [element('form', { onsubmit }, fields, element('button', { class: 'main' }, words.next)), result];
}

function renderTransactions() {
  const rows = TRANSACTIONS.map(({ day, name, amount }) =>
    element(
      'li',
      { class: 'row' },
      element('span', {}, pick(name), element('small', {}, day)),
      element('strong', {}, `${amount > 0 ? '+' : ''}${formatMoney(amount)}`),
    ),
  );
  return [element('ul', { class: 'rows' }, rows)];
}

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
export const transfer = { title: words.transfer, render: renderTransfer, needsConsent: true };
export const transactions = { title: words.transactions, render: renderTransactions, needsConsent: true };
export const bills = { title: words.bills, render: renderBills, needsConsent: true };
export const wealth = { title: words.wealth, render: renderWealth, needsConsent: true };
