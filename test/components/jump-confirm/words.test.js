import { expect } from '@open-wc/testing';
import { setLocale } from '../../../dist/components/locale.js';
import { waitUntil } from '../../support/wait-until.js';
import { openJump, targetOf, words } from './open-jump.js';

const LANGUAGES = ['zh-Hans', 'en'];

/** The members of a union of text in the contract itself: a warning without words is found the day it is added. */
async function membersOf(type) {
  const source = await (await fetch('/src/jump/model.ts')).text();
  const [, union] = new RegExp(`export type ${type} =([^;]+);`).exec(source);
  return [...union.matchAll(/'([^']+)'/g)].map(([, member]) => member);
}

const KINDS = await membersOf('TargetKind');
const WARNINGS = await membersOf('TargetWarning');
const FORBIDDING = [
  'not-an-address',
  'forbidden-scheme',
  'unknown-scheme',
  'user-info',
  'invalid-host',
  'hostile-fallback',
];

const warningsOf = (dialog) => [...dialog.querySelectorAll('.warning')].map(words);
const factsOf = (dialog) =>
  [...dialog.querySelectorAll('dl > div')].map((row) => [...row.children].map(words));
const hasHan = (text) => /\p{Script=Han}/u.test(text);

describe('what the jump confirmation says', () => {
  it('knows the contract it is tested against', () => {
    expect(KINDS.length).to.equal(8);
    expect(WARNINGS).to.include.members(FORBIDDING);
    expect(WARNINGS.length).to.be.at.least(19);
  });

  for (const language of LANGUAGES) {
    it(`tells every kind of jump apart, by title or by kind, in ${language}`, async () => {
      const seen = new Set();
      for (const kind of KINDS) {
        const { element, dialog } = await openJump({ target: targetOf({ kind }) }, { language });
        const [title, kindLine] = [
          dialog.querySelector('h2'),
          dialog.querySelector('.destination > :first-child'),
        ].map(words);
        expect(hasHan(title)).to.equal(language === 'zh-Hans', kind);
        seen.add(`${title} ${kindLine}`);
        element.remove();
      }
      expect(seen.size).to.equal(KINDS.length);
    });

    it(`has plain words of its own for every warning, in ${language}`, async () => {
      const seen = new Set();
      for (const warning of WARNINGS) {
        const allowed = !FORBIDDING.includes(warning);
        const target = targetOf({ warnings: [warning], allowed, display: { leadsTo: ['next.example'] } });
        const { element, dialog } = await openJump({ target }, { language });
        const [said, ...others] = warningsOf(dialog);
        expect(others).to.deep.equal([], warning);
        expect(said.length).to.be.at.least(8, warning);
        expect(said).not.to.contain(warning);
        expect(hasHan(said)).to.equal(language === 'zh-Hans', warning);
        seen.add(said);
        element.remove();
      }
      expect(seen.size).to.equal(WARNINGS.length);
    });
  }

  it('marks a warning by a heading and a sign, not by colour alone', async () => {
    const { dialog } = await openJump({ target: targetOf({ warnings: ['insecure'] }) });
    expect([...dialog.querySelectorAll('h3')].map(words)).to.include('请注意');
    const warning = dialog.querySelector('.warning');
    expect(parseFloat(getComputedStyle(warning).borderInlineStartWidth)).to.be.at.least(4);
  });

  it('names each place an address leads on to', async () => {
    const target = targetOf({
      warnings: ['open-redirect'],
      display: { leadsTo: ['one.example', 'two.example'] },
    });
    const { dialog } = await openJump({ target });
    expect(warningsOf(dialog)).to.deep.equal(['打开后可能再转往： one.example two.example']);
  });

  it('shows the true destination large and first, the whole host, and the whole address when asked', async () => {
    const { dialog } = await openJump({ name: '我的银行', operator: '青禾示例银行股份有限公司' });
    const name = dialog.querySelector('.name');
    expect(words(name)).to.equal('insurance.example');
    expect(parseFloat(getComputedStyle(name).fontSize)).to.be.at.least(20);
    expect(words(dialog.querySelector('.destination'))).to.contain('www.insurance.example');
    const byApp = dialog.querySelector('dl');
    expect(name.compareDocumentPosition(byApp)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    const details = dialog.querySelector('details');
    expect(details.open).to.equal(false);
    details.open = true;
    expect(words(details.querySelector('bdi'))).to.equal('https://www.insurance.example/plans');
  });

  it('never leaves out a part of an address, however long, nor lets it widen the page', async () => {
    const address = `https://www.insurance.example/${'a'.repeat(3000)}`;
    const { dialog } = await openJump({ target: targetOf({ display: { address } }) });
    dialog.querySelector('details').open = true;
    const shown = dialog.querySelector('details bdi');
    expect(shown.textContent).to.equal(address);
    expect(getComputedStyle(shown).textOverflow).to.equal('clip');
    const view = dialog.querySelector('.view');
    expect(view.scrollWidth).to.be.at.most(view.clientWidth);
  });

  it('shows the ASCII host beside a host in its own script', async () => {
    const host = 'www.xn--fsqu00a.example';
    const display = { name: 'xn--fsqu00a.example', unicode: 'www.例子.example' };
    const { dialog } = await openJump({ target: targetOf({ host, display, warnings: ['unicode-host'] }) });
    const shown = words(dialog.querySelector('.destination'));
    expect(shown).to.contain('www.例子.example');
    expect(shown).to.contain(host);
  });

  it('says what the app says under a heading of its own', async () => {
    const policy = { title: '示例保险隐私政策', url: 'https://www.insurance.example/privacy' };
    const { dialog } = await openJump({
      name: '示例保险',
      operator: '示例人寿保险有限公司',
      data: '您的姓名、手机号码',
      policy,
    });
    expect([...dialog.querySelectorAll('h3')].map(words)).to.deep.equal(['本应用对它的说明']);
    expect(factsOf(dialog)).to.deep.equal([
      ['名称', '示例保险'],
      ['运营者', '示例人寿保险有限公司'],
      ['一并提供的信息', '您的姓名、手机号码'],
      ['对方的隐私政策', '示例保险隐私政策 https://www.insurance.example/privacy'],
    ]);
  });

  it('says what the app leaves unsaid', async () => {
    const { dialog } = await openJump();
    expect(factsOf(dialog)).to.deep.equal([
      ['运营者', '未说明'],
      ['一并提供的信息', '未说明'],
      ['对方的隐私政策', '未说明'],
    ]);
  });

  it('shows of a download its developer, function, permissions and policy (R-J4)', async () => {
    const target = targetOf({ kind: 'download' });
    const { dialog } = await openJump({ target, name: '示例记账', about: '记账', permissions: '存储、通知' });
    expect(factsOf(dialog)).to.deep.equal([
      ['名称', '示例记账'],
      ['开发者', '未说明'],
      ['功能', '记账'],
      ['申请的权限', '存储、通知'],
      ['对方的隐私政策', '未说明'],
    ]);
  });

  it('needs nothing said about a telephone number', async () => {
    const target = targetOf({ kind: 'phone', href: 'tel:955000', host: '', display: { name: '955000' } });
    const { dialog } = await openJump({ target });
    expect(words(dialog.querySelector('h2'))).to.equal('您即将拨打');
    expect(words(dialog.querySelector('.name'))).to.equal('955000');
    expect(dialog.querySelector('h3')).to.equal(null);
  });

  it('says of a link into an app whose such links usually are, and nothing of a host', async () => {
    const display = { name: 'weixin', app: '微信', address: 'weixin://dl/scan' };
    const { dialog } = await openJump({ target: targetOf({ kind: 'app', host: 'dl', display }) });
    expect(words(dialog.querySelector('.destination'))).to.equal('其他应用 weixin 这类链接通常属于： 微信');
  });

  it('shows what a message already says, line by line', async () => {
    const display = { name: '10086', message: 'CXYE\n第二行', address: 'sms:10086' };
    const { dialog } = await openJump({ target: targetOf({ kind: 'sms', host: '', display }) });
    const message = dialog.querySelector('.message');
    expect(message.textContent).to.equal('CXYE\n第二行');
    const line = parseFloat(getComputedStyle(message).lineHeight);
    expect(message.getBoundingClientRect().height).to.be.closeTo(2 * line, 2);
  });

  it('shows nothing of a name that turns, hides or piles up characters', async () => {
    const name = '\u202eknab.elpmaxe\u202c 银\u200b行\u3164';
    const operator = `青${'\u0301'.repeat(500)}禾\n有限公司`;
    const { dialog } = await openJump({ name, operator, data: '\u2066\u2069' });
    const facts = Object.fromEntries(factsOf(dialog));
    expect(facts['名称']).to.equal('knab.elpmaxe 银行');
    expect(facts['运营者']).to.equal(`青${'\u0301'.repeat(4)}禾 有限公司`);
    expect(facts['一并提供的信息']).to.equal('未说明');
    for (const value of dialog.querySelectorAll('dd > :first-child')) expect(value.localName).to.equal('bdi');
  });

  it('changes its words with the language while it is open', async () => {
    const { dialog, engine } = await openJump();
    expect(words(dialog.querySelector('h2'))).to.equal('您即将离开本应用，前往');
    await setLocale('en');
    await waitUntil(() => words(dialog.querySelector('h2')) === 'You are leaving for');
    await waitUntil(() => engine.notices[engine.notices.length - 1].locale === 'en');
  });

  describe('an address that is never opened', () => {
    const refused = targetOf({
      allowed: false,
      href: '',
      host: 'evil.example',
      warnings: ['user-info'],
      display: { name: 'evil.example', address: 'https://evil.example/account' },
    });

    it('has no answers, says why, and shows what it was', async () => {
      const { dialog } = await openJump({ target: refused, name: '我的银行' });
      expect(dialog.querySelectorAll('[part="answer"], input, dl').length).to.equal(0);
      expect(words(dialog.querySelector('h2'))).to.equal('此地址不会打开');
      expect(warningsOf(dialog)[0]).to.contain('用户名或密码');
      expect(words(dialog.querySelector('.address'))).to.equal('https://evil.example/account');
      expect([...dialog.querySelectorAll('button')].map(words)).to.deep.equal(['关闭']);
    });
  });
});
