import { ask } from '../ask.js';
import { element } from '../element.js';
import { formatMoney, pick } from '../language.js';
import { BALANCE } from './sample-account.js';

const words = pick({
  'zh-Hans': {
    title: '转账汇款',
    payee: '收款人姓名',
    account: '收款账号或手机号码',
    amount: '金额（元）',
    next: '下一步',
    checked: (name, amount) => `已核对：向 ${name} 转账 ${amount}。这是样例，没有资金被划转。`,
    tooMuch: '金额超过可用余额。',
    paste: '粘贴收款账号',
    pasted: '已填入剪贴板里的账号，请核对。',
    noAccount: '剪贴板里没有账号；读到的内容没有保存。请手动输入。',
    notPasted: '没有读取剪贴板。请手动输入收款账号。',
    choose: '选择联系人',
    chosen: (name) => `已填入联系人“${name}”，请核对。`,
    notChosen: '没有使用通讯录。请手动输入收款人。',
    noContacts: '这个浏览器没有通讯录可选（安卓版 Chrome 有）。请手动输入收款人。',
    key: '大额转账？连接蓝牙安全盾',
    clipboard: {
      purpose: '填写您复制的收款账号',
      scene: '转账汇款的“粘贴收款账号”',
      data: '剪贴板里的文字，只读取这一次',
      refusal: '不能自动填写，可以手动输入收款账号',
    },
    contacts: {
      purpose: '填写您选中的一位联系人的姓名和手机号码',
      scene: '转账汇款的“选择联系人”',
      data: '您选中的那位联系人的姓名和手机号码；不读取整个通讯录',
      refusal: '不能选择联系人，可以手动输入收款人',
    },
  },
  en: {
    title: 'Transfer',
    payee: "Payee's name",
    account: 'Account or phone number',
    amount: 'Amount (CNY)',
    next: 'Next',
    checked: (name, amount) => `Checked: ${amount} to ${name}. This is a sample; no money has moved.`,
    tooMuch: 'The amount is above the available balance.',
    paste: 'Paste account number',
    pasted: 'The account number on the clipboard was filled in. Please check it.',
    noAccount: 'There is no account number on the clipboard; what was read was not kept. Please type it.',
    notPasted: 'The clipboard was not read. Please type the account number.',
    choose: 'Choose a contact',
    chosen: (name) => `The contact “${name}” was filled in. Please check it.`,
    notChosen: 'Your contacts are not used. Please type the payee.',
    noContacts: 'This browser has no contacts to choose from (Chrome on Android has). Please type the payee.',
    key: 'A large amount? Connect a Bluetooth security key',
    clipboard: {
      purpose: 'To fill in the account number you have copied',
      scene: '“Paste account number” on the transfer page',
      data: 'The text on the clipboard, read this once',
      refusal: 'It cannot be filled in for you, but you can type the account number',
    },
    contacts: {
      purpose: 'To fill in the name and phone number of the one contact you choose',
      scene: '“Choose a contact” on the transfer page',
      data: 'The name and phone number of that contact; your address book is not read',
      refusal: 'You cannot choose a contact, but you can type the payee',
    },
  },
});

export const title = words.title;
export const needsConsent = true;

export function render(screen) {
  const result = element('p', { class: 'result', role: 'status' });
  const say = (text) => (result.textContent = text);
  const payee = renderInput({ name: 'payee', maxlength: 40 });
  const account = renderInput({ name: 'account', inputmode: 'numeric', pattern: '[0-9 ]{8,24}' });
  const amount = renderInput({ name: 'amount', type: 'number', inputmode: 'decimal', min: 0.01, step: 0.01 });
  const onsubmit = (event) => {
    event.preventDefault();
    const value = amount.valueAsNumber;
    say(value > BALANCE ? words.tooMuch : words.checked(payee.value, formatMoney(value)));
  };
  return [
    element(
      'form',
      { onsubmit },
      renderField(words.payee, payee),
      renderAside(words.choose, () => choose(screen, { payee, account, say })),
      renderField(words.account, account),
      renderAside(words.paste, () => paste(screen, { account, say })),
      renderField(words.amount, amount),
      element('button', { class: 'main' }, words.next),
    ),
    result,
    element('a', { class: 'more', href: '#security' }, words.key),
  ];
}

const renderInput = (attributes) => element('input', { required: true, autocomplete: 'off', ...attributes });

const renderField = (label, input) => element('label', { class: 'field' }, label, input);

const renderAside = (label, onclick) => element('button', { type: 'button', class: 'aside', onclick }, label);

async function paste(screen, { account, say }) {
  const { granted, value } = await ask(screen, 'clipboard', {
    ...words.clipboard,
    function: 'paste-account',
  });
  if (!granted) return say(words.notPasted);
  const [found] = /\d[\d ]{6,22}\d/.exec(value) ?? [];
  if (found) account.value = found;
  return say(found ? words.pasted : words.noAccount);
}

async function choose(screen, { payee, account, say }) {
  const { granted, value, platform } = await ask(screen, 'contacts', {
    ...words.contacts,
    function: 'payee',
  });
  if (!granted) return say(platform?.verdict === 'unsupported' ? words.noContacts : words.notChosen);
  const [{ name = [], tel = [] }] = value;
  payee.value = name[0] ?? '';
  account.value = (tel[0] ?? '').replace(/^\+86|[^\d]/g, '');
  return say(words.chosen(payee.value));
}
