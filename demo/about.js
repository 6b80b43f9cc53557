import { element } from './element.js';
import { pick } from './language.js';

const words = pick({
  'zh-Hans': {
    title: '示例银行',
    what: '一个虚构的手机银行 H5 应用。它怎样告知、怎样征得同意、怎样留下凭证，都由“明示”完成；摘要和条款里的每一句话，都来自编译后的隐私政策原文。',
    tryThis: '可以试试',
    steps: [
      '读一读弹窗里的摘要，点任意一行，看它出自政策的哪一条。',
      '点“不同意”：网点、利率、公告照常可用，弹窗不会再来打扰。',
      '点“查看并同意”，同意后账户服务解锁；重新载入，选择仍在。',
      '点“扫一扫”，或者“合作服务”里的任意一项：先说明，再询问；不同意，只少这一项功能。',
      '在“我的-隐私与授权”撤回同意，应用回到基本功能模式。',
    ],
    record: '查验同意记录',
    risky: '链接安全示例',
    reload: '重新载入页面',
    note: '银行、公司、数字和网址均为虚构。选择只保存在这台设备上。',
  },
  en: {
    title: 'Sample Bank',
    what: 'An invented mobile-bank H5 app. Mingshi does the telling, the asking and the keeping of proof; every sentence of the summary and the clauses comes from the compiled text of the policy.',
    tryThis: 'Things to try',
    steps: [
      'Read the summary in the dialog and press any line to see the clause it comes from.',
      'Do not agree: branches, rates and notices keep working, and the dialog does not come back by itself.',
      'Press “Read and agree” and agree: account services unlock. Reload, and your choice is still there.',
      'Press “Scan”, or anything in “Partners”: you are told, then asked. A refusal costs that function alone.',
      'Withdraw in “Me - Privacy & authorisation”: the app returns to basic functions.',
    ],
    record: 'Check the consent record',
    risky: 'Risky links',
    reload: 'Reload the page',
    note: 'The bank, companies, figures and addresses are invented. Your choice stays on this device.',
  },
});

/** What stands beside the phone on a wide screen. */
export const renderAbout = () => [
  element('p', { class: 'name' }, words.title),
  element('p', {}, words.what),
  element('h2', {}, words.tryThis),
  element(
    'ol',
    {},
    words.steps.map((step) => element('li', {}, step)),
  ),
  element(
    'p',
    { class: 'actions' },
    element('a', { class: 'button', href: '#ledger' }, words.record),
    element('a', { class: 'button', href: '#risky' }, words.risky),
    element('button', { onclick: () => location.reload() }, words.reload),
  ),
  element('p', { class: 'note' }, words.note),
];
