import { pick } from '../language.js';

const names = pick({
  'zh-Hans': {
    branches: '网点查询',
    rates: '利率计算',
    notices: '公告',
    partners: '合作服务',
    scan: '扫一扫',
    transfer: '转账汇款',
    transactions: '收支明细',
    bills: '生活缴费',
    wealth: '理财产品',
    receipt: '上传回单',
    service: '视频客服',
    security: '安全中心',
  },
  en: {
    branches: 'Branches',
    rates: 'Rates',
    notices: 'Notices',
    partners: 'Partners',
    scan: 'Scan',
    transfer: 'Transfer',
    transactions: 'Activity',
    bills: 'Bills',
    wealth: 'Wealth',
    receipt: 'Receipt',
    service: 'Video service',
    security: 'Security',
  },
});

const entry = (view, icon) => ({ view, icon, name: names[view] });

/** What works without consent. */
export const open = [
  entry('branches', 'pin'),
  entry('rates', 'calculator'),
  entry('notices', 'notice'),
  entry('partners', 'link'),
];

/** What needs the general consent, because it handles the person's information. */
export const locked = [
  entry('scan', 'scan'),
  entry('transfer', 'transfer'),
  entry('transactions', 'list'),
  entry('bills', 'bill'),
  entry('wealth', 'growth'),
  entry('receipt', 'upload'),
  entry('service', 'video'),
  entry('security', 'key'),
];
