import { verifyLedger } from '/dist/mingshi.js';
import { element } from '../element.js';
import { language, pick } from '../language.js';

const words = pick({
  'zh-Hans': {
    title: '同意记录查验',
    what: '您的每次选择都写入一条只增不改的记录，每条记录带有前一条的指纹。改动或者删去其中任何一条，查验都会发现。',
    reload: '重新载入页面',
    again: '重新查验',
    none: '还没有任何记录。',
    consistent: (count) => `查验通过：${count} 条记录首尾相接。`,
    broken: (where) => `查验未通过：${where}`,
    decisions: { granted: '同意', denied: '不同意', dismissed: '关闭', withdrawn: '撤回' },
    version: '版本',
    system: '系统的回答',
    text: '文本指纹',
    notice: '展示内容指纹',
  },
  en: {
    title: 'Consent record',
    what: 'Each choice is written to a record that only grows; every entry carries the fingerprint of the one before. A changed or missing entry is found here.',
    reload: 'Reload the page',
    again: 'Check again',
    none: 'There is no entry yet.',
    consistent: (count) => `Checked: ${count} entries form an unbroken chain.`,
    broken: (where) => `Not in order: ${where}`,
    decisions: { granted: 'Agreed', denied: 'Did not agree', dismissed: 'Closed', withdrawn: 'Withdrawn' },
    version: 'Version',
    system: 'Answer of the system',
    text: 'Text fingerprint',
    notice: 'Notice fingerprint',
  },
});

export const title = words.title;

export function render({ engine }) {
  const result = element('p', { class: 'result', role: 'status' });
  const list = element('ol', { class: 'cards' });
  const check = () => void showLedger(engine, result, list);
  check();
  return [
    element('p', {}, words.what),
    element(
      'p',
      { class: 'actions' },
      element('button', { onclick: check }, words.again),
      element('button', { onclick: () => location.reload() }, words.reload),
    ),
    result,
    list,
  ];
}

async function showLedger(engine, result, list) {
  await engine?.ready;
  const ledger = engine ? JSON.parse(await engine.export('json')) : { events: [], heads: {} };
  list.replaceChildren(...ledger.events.map(renderEvent));
  const report = await verifyLedger(ledger);
  result.textContent = ledger.events.length === 0 ? words.none : describe(report, ledger.events.length);
}

const describe = ({ broken }, count) =>
  broken ? words.broken(`${broken.code} · ${broken.sequence}`) : words.consistent(count);

const when = new Intl.DateTimeFormat(language === 'en' ? 'en' : 'zh-CN', {
  dateStyle: 'medium',
  timeStyle: 'medium',
});

const renderEvent = (event) =>
  element(
    'li',
    {},
    element('h2', {}, words.decisions[event.decision]),
    element(
      'p',
      { class: 'note' },
      `${when.format(new Date(event.time))} · ${words.version} ${event.policy.version}`,
    ),
    element('p', { class: 'note' }, element('code', {}, event.request.id)),
    event.platform &&
      element('p', { class: 'note' }, `${words.system} `, element('code', {}, event.platform.verdict)),
    renderHash(words.text, event.policyHash),
    renderHash(words.notice, event.noticeHash),
  );

const renderHash = (label, hash) =>
  element('p', { class: 'note' }, `${label} `, element('code', {}, hash.replace('sha256:', '').slice(0, 16)));
