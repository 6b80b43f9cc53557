import { element } from '../element.js';
import { formatMoney, pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '利率计算',
    amount: '存款金额（元）',
    term: '存期',
    interest: '到期利息',
    total: '到期本息',
    invalid: '请输入 50 元至 1 亿元之间的金额。',
    table: '人民币存款年利率（示例）',
    rate: '年利率',
    note: '只在您的设备上计算，不上传、不保存。',
    terms: ['三个月', '六个月', '一年', '两年', '三年', '五年'],
  },
  en: {
    title: 'Rate calculator',
    amount: 'Deposit (CNY)',
    term: 'Term',
    interest: 'Interest at maturity',
    total: 'Total at maturity',
    invalid: 'Enter an amount from 50 to 100 million.',
    table: 'Yearly deposit rates (sample)',
    rate: 'Yearly rate',
    note: 'Worked out on your device only; nothing is sent or kept.',
    terms: ['3 months', '6 months', '1 year', '2 years', '3 years', '5 years'],
  },
});

/** Term in months, yearly rate in per cent: sample figures. */
const RATES = [
  [3, 0.65],
  [6, 0.85],
  [12, 0.95],
  [24, 1.05],
  [36, 1.25],
  [60, 1.3],
];

export const title = words.title;

export function render() {
  const amount = element('input', { type: 'number', inputmode: 'decimal', min: 50, max: 1e8, value: 10000 });
  const term = element(
    'select',
    {},
    words.terms.map((name, index) => element('option', { value: index }, name)),
  );
  const result = element('output', { class: 'result' });
  const show = () => result.replaceChildren(...renderResult(amount.valueAsNumber, RATES[Number(term.value)]));
  term.value = 2;
  amount.addEventListener('input', show);
  term.addEventListener('change', show);
  show();
  return [
    element('label', { class: 'field' }, words.amount, amount),
    element('label', { class: 'field' }, words.term, term),
    result,
    element('p', { class: 'note' }, words.note),
    renderTable(),
  ];
}

function renderResult(amount, [months, rate]) {
  if (!(amount >= 50 && amount <= 1e8)) return [element('p', {}, words.invalid)];
  const interest = (amount * rate * months) / 1200;
  return [renderFigure(words.interest, interest), renderFigure(words.total, amount + interest)];
}

const renderFigure = (label, amount) =>
  element('p', {}, element('span', {}, label), element('strong', {}, formatMoney(amount)));

function renderTable() {
  const rows = RATES.map(([, rate], index) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, words.terms[index]),
      element('td', {}, `${rate.toFixed(2)}%`),
    ),
  );
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, words.term),
    element('th', { scope: 'col' }, words.rate),
  );
  return element(
    'table',
    {},
    element('caption', {}, words.table),
    element('thead', {}, head),
    element('tbody', {}, rows),
  );
}
