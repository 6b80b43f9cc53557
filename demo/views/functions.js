import { pick } from '../language.js';

const names = pick({
  'zh-Hans': {
    branches: '网点查询',
    rates: '利率计算',
    notices: '公告',
    privacy: '隐私与授权',
    transfer: '转账汇款',
    transactions: '收支明细',
    bills: '生活缴费',
    wealth: '理财产品',
  },
  en: {
    branches: 'Branches',
    rates: 'Rates',
    notices: 'Notices',
    privacy: 'Privacy',
    transfer: 'Transfer',
    transactions: 'Activity',
    bills: 'Bills',
    wealth: 'Wealth',
  },
});

const entry = (view, icon) => ({ view, icon, name: names[view] });

/** What works without consent. */
export const open = [
  entry('branches', 'pin'),
  entry('rates', 'calculator'),
  entry('notices', 'notice'),
  entry('privacy', 'shield'),
];

/** What needs the general consent, because it handles the person's information. */
export const locked = [
  entry('transfer', 'transfer'),
  entry('transactions', 'list'),
  entry('bills', 'bill'),
  entry('wealth', 'growth'),
];
