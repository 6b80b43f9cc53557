import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import { pressOn } from '../consent-gate/open-gate.js';
import { Commanded, openResult, partsOf, resultOf, startAsking, words } from './open-permission.js';

/** How the system ends, what is certain of it, and what the person reads in both languages. */
const ENDS = {
  denied: [{ end: { end: 'refused' }, after: 'denied' }, '您选择了不允许', 'You did not allow it'],
  dismissed: [{ end: { end: 'dismissed' } }, '被关闭，没有作出选择', 'closed without an answer'],
  'no-device': [{ end: { end: 'no-device' } }, '没有在本设备上找到', 'None was found on this device'],
  busy: [{ end: { end: 'busy' } }, '可能正被其他应用或页面使用', 'another app or page may be using it'],
  constraints: [
    { end: { end: 'constraints' } },
    '不符合该功能的要求',
    'does not meet what this function needs',
  ],
  failed: [{ end: { end: 'failed' } }, '浏览器或系统出错了', 'met an error'],
};

const LACKS = {
  insecure: ['不是通过安全连接打开的', 'not opened over a secure connection', 'https://'],
  unsupported: ['不提供这项能力', 'does not offer it', ''],
  'policy-blocked': ['嵌在另一个页面中', 'stands inside another page', ''],
};

const explained = async (options) => {
  const started = await startAsking(options);
  return { ...started, dialog: await resultOf(started.element) };
};

const verdictOf = (dialog) => words(dialog.querySelector('#verdict'));

describe('the result of a permission', () => {
  for (const language of ['zh-Hans', 'en']) {
    const pick = (zh, en) => (language === 'en' ? en : zh);

    for (const [verdict, [how, zh, en]] of Object.entries(ENDS)) {
      it(`says ${verdict} in words of its own, in ${language}`, async () => {
        const { element, outcome } = await openResult({ language, ...how });
        const { platform } = await outcome;
        expect(platform).to.deep.equal({ verdict, certain: true });
        expect(verdictOf(await resultOf(element))).to.contain(pick(zh, en));
      });
    }

    for (const [lack, [zh, en, wayOut]] of Object.entries(LACKS)) {
      it(`says ${lack} without asking anything, in ${language}`, async () => {
        const { dialog, outcome, system } = await explained({ language, requester: new Commanded({ lack }) });
        expect((await outcome).platform.verdict).to.equal(lack);
        expect(verdictOf(dialog)).to.contain(pick(zh, en));
        expect(words(dialog)).to.contain(wayOut);
        expect(system.asked).to.deep.equal([]);
      });
    }

    it(`says blocked by a setting, with the steps open, in ${language}`, async () => {
      const { dialog } = await explained({ language, requester: new Commanded({ state: 'denied' }) });
      expect(verdictOf(dialog)).to.contain(pick('设置不允许，所以没有询问您', 'so you were not asked'));
      expect(dialog.querySelector('details').open).to.equal(true);
      expect(dialog.querySelectorAll('ol li').length).to.be.within(3, 5);
    });

    it(`says what is not certain as a possibility, in ${language}`, async () => {
      const requester = new Commanded({ state: 'unknown' });
      const { element, outcome } = await openResult({ language, requester, end: { end: 'refused' } });
      expect((await outcome).platform.certain).to.equal(false);
      expect(verdictOf(await resultOf(element))).to.contain(pick('可能是：', 'It may be this:'));
    });
  }

  it('says what that means, and that everything else works', async () => {
    const { dialog } = await explained({ requester: new Commanded({ lack: 'unsupported' }) });
    expect(words(dialog.querySelector('h2'))).to.equal('未能使用：相机');
    expect(words(dialog)).to.contain('影响 不能扫码');
    expect(words(dialog)).to.contain('其他功能照常可用。');
  });

  it('does not urge whom has just refused: the steps are there to be opened', async () => {
    const { element } = await openResult({ end: { end: 'refused' }, after: 'denied' });
    const details = (await resultOf(element)).querySelector('details');
    expect(details.open).to.equal(false);
    await pressOn(details.querySelector('summary'));
    await waitUntil(() => details.open);
  });

  it('is closed by one button that is no consent', async () => {
    const { element, engine, dialog } = await explained({
      requester: new Commanded({ lack: 'unsupported' }),
    });
    const buttons = [...dialog.querySelectorAll('button')];
    expect(buttons.map(words)).to.deep.equal(['关闭']);
    await pressOn(buttons[0]);
    await waitUntil(() => partsOf(element).length === 0 && !engine.prompt);
  });

  it('is closed by Escape, starts at its heading and gives the focus back to the function', async () => {
    const button = await fixture(html`<button>扫一扫</button>`);
    button.focus();
    const { element, engine } = await openResult({ end: { end: 'refused' }, after: 'denied' });
    expect(element.shadowRoot.activeElement.id).to.equal('title');
    const before = (await engine.history()).length;
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !engine.prompt && document.activeElement === button);
    expect((await engine.history()).length, 'closing it records nothing').to.equal(before);
  });

  it('lets the next permission be asked for when it is closed', async () => {
    const first = await explained({ requester: new Commanded({ lack: 'unsupported' }) });
    const next = startAsking({ ...first, requester: new Commanded({ kind: 'location' }) });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() =>
      words(first.element.shadowRoot.querySelector('h2') ?? first.element).includes('位置'),
    );
    await next;
  });
});
