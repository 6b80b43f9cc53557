/** Invented figures, in yuan: this page reaches no bank. */
export const BALANCE = 28640.35;

export const TRANSACTIONS = [
  { day: '11-20', name: { 'zh-Hans': '工资入账', en: 'Salary' }, amount: 9600 },
  { day: '11-19', name: { 'zh-Hans': '示例超市', en: 'Sample Supermarket' }, amount: -186.4 },
  { day: '11-17', name: { 'zh-Hans': '转账给 王女士', en: 'Transfer to Ms Wang' }, amount: -1200 },
  { day: '11-15', name: { 'zh-Hans': '示例燃气缴费', en: 'Sample Gas' }, amount: -73.2 },
  { day: '11-12', name: { 'zh-Hans': '活期结息', en: 'Interest' }, amount: 4.18 },
  { day: '11-10', name: { 'zh-Hans': '示例地铁', en: 'Sample Metro' }, amount: -6 },
];

export const BILLS = [
  { name: { 'zh-Hans': '示例自来水', en: 'Sample Water' }, number: '**** 3108', amount: 42.6 },
  { name: { 'zh-Hans': '示例电力', en: 'Sample Power' }, number: '**** 7725', amount: 128.9 },
  { name: { 'zh-Hans': '示例宽带', en: 'Sample Broadband' }, number: '**** 0061', amount: 89 },
];

export const PRODUCTS = [
  { name: { 'zh-Hans': '晨露现金管理', en: 'Morning Dew Cash' }, rate: 1.62, days: 1, risk: 'R1' },
  { name: { 'zh-Hans': '松风固收 180 天', en: 'Pine Wind 180 Days' }, rate: 2.35, days: 180, risk: 'R2' },
  { name: { 'zh-Hans': '远山混合一年', en: 'Far Hills One Year' }, rate: 3.1, days: 365, risk: 'R3' },
];
