import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createConsent } from '../../../dist/src/engine.js';
import { canonicalJson } from '../../../dist/src/canonical.js';
import { setLocale } from '../../../dist/components/locale.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { waitUntil } from '../../support/wait-until.js';
import { decisionsOf, questionOf } from '../consent-gate/open-gate.js';
import {
  answersOf,
  collect,
  dialogOf,
  pressAgree,
  pressOn,
  pressRefuse,
  settle,
  wait,
  words,
} from './open-jump.js';

const URL_OF_PLANS = 'https://www.insurance.example/plans?from=bank';

/** True while a press is handled: what is called then still has the press's permission to open a window. */
let pressing = false;
addEventListener('click', () => (pressing = true), { capture: true });
addEventListener('click', () => (pressing = false));

/** The element, an engine and a link on the page; `ask` confirms a jump from the focused link. */
async function setUp({ language = 'zh-Hans', more = '' } = {}) {
  await setLocale(language);
  const engine = createConsent({ policies: [await smallPolicy({ language })] });
  await engine.ready;
  const notices = [];
  engine.subscribe(({ prompt }) => {
    if (!prompt || prompt.watched) return;
    const present = prompt.present.bind(prompt);
    prompt.present = (notice) => (notices.push(notice), present(notice));
    prompt.watched = true;
  });
  const page = await fixture(
    html`<div>
      <a href=${URL_OF_PLANS}>保险</a><ming-jump-confirm .engine=${engine}></ming-jump-confirm>${more}
    </div>`,
  );
  const element = page.querySelector('ming-jump-confirm');
  const link = page.querySelector('a');
  const opened = [];
  const open = (href) => opened.push({ href, pressing, active: navigator.userActivation?.isActive });
  const ask = async (request = {}) => {
    link.focus();
    const outcome = engine.confirmJump({ url: URL_OF_PLANS, open, ...request });
    const dialog = await questionOf(element);
    return { outcome, dialog };
  };
  return { engine, element, link, page, opened, notices, open, ask };
}

const focused = () => document.activeElement;

describe('the jump confirmation', () => {
  describe('answers', () => {
    it('opens the very string it showed, inside the press that agreed', async () => {
      const { element, opened, ask } = await setUp();
      const { dialog, outcome } = await ask();
      dialog.querySelector('summary').click();
      const shown = words(dialog.querySelector('details bdi'));
      await pressAgree(element);
      await waitUntil(() => opened.length === 1, 'it opens');
      expect(opened[0].href).to.equal(shown);
      expect(opened[0].pressing).to.equal(true);
      expect(opened[0].active).to.be.oneOf([true, undefined]);
      expect((await outcome).decision).to.equal('granted');
    });

    it('tells the app at once and records this one jump', async () => {
      const { element, engine, ask } = await setUp();
      const answered = collect(element, 'ming-answered');
      await ask();
      await pressAgree(element);
      await waitUntil(() => answered.length === 1);
      const [{ decision, event, saved }] = answered;
      expect([decision, event.request.kind, event.validity]).to.deep.equal(['granted', 'jump', 'once']);
      expect(event.request.id).to.contain('www.insurance.example');
      expect(await saved).to.equal('memory');
      expect(await decisionsOf(engine)).to.deep.equal(['granted']);
    });

    it('opens inside a press of the keyboard just as well', async () => {
      const { element, engine, opened, ask } = await setUp();
      await ask();
      const agree = answersOf(element)[1];
      agree.focus();
      await settle(element);
      await wait(600);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => opened.length === 1, 'it opens');
      expect(opened[0].pressing).to.equal(true);
      expect((await engine.history())[0].act).to.equal('keyboard');
    });

    it('leads the keyboard from the title to the address, the box, and both answers', async () => {
      const { element, ask } = await setUp();
      const { dialog } = await ask();
      const root = element.shadowRoot;
      expect(root.activeElement).to.equal(dialog.querySelector('h2'));
      const stops = [dialog.querySelector('summary'), dialog.querySelector('input'), ...answersOf(element)];
      for (const stop of stops) {
        await sendKeys({ press: 'Tab' });
        expect(root.activeElement).to.equal(stop);
      }
    });

    it('stays when it is refused, with the focus where it was', async () => {
      const { element, engine, link, opened, ask } = await setUp();
      const { outcome } = await ask();
      await pressRefuse(element);
      expect((await outcome).decision).to.equal('denied');
      await waitUntil(() => !dialogOf(element));
      expect(focused()).to.equal(link);
      expect(opened).to.deep.equal([]);
      expect(await decisionsOf(engine)).to.deep.equal(['denied']);
    });

    it('stays when Escape closes it, which is no answer', async () => {
      const { element, engine, link, opened, ask } = await setUp();
      const dismissed = collect(element, 'ming-dismissed');
      const { outcome } = await ask();
      await sendKeys({ press: 'Escape' });
      expect((await outcome).decision).to.equal('dismissed');
      await waitUntil(() => !dialogOf(element));
      expect(focused()).to.equal(link);
      expect(dismissed.length).to.equal(1);
      expect(opened).to.deep.equal([]);
      expect(await decisionsOf(engine)).to.deep.equal(['dismissed']);
    });

    it('asks again the next time', async () => {
      const { element, ask } = await setUp();
      await ask();
      await pressAgree(element);
      await waitUntil(() => !dialogOf(element));
      await ask();
      expect(dialogOf(element)).not.to.equal(null);
    });

    it('takes no agreement from a script, and none where the answers differ', async () => {
      const { element, engine, opened, ask } = await setUp();
      const errors = collect(element, 'ming-error');
      await ask();
      await settle(element);
      answersOf(element)[1].click();
      expect(opened).to.deep.equal([]);
      answersOf(element)[0].style.fontSize = '15px';
      await wait(700);
      await settle(element);
      await pressOn(answersOf(element)[1]);
      await waitUntil(() => errors.length > 0);
      expect(errors[0].error.code).to.equal('gate/unequal-answers');
      expect(opened).to.deep.equal([]);
      expect(await decisionsOf(engine)).to.deep.equal([]);
    });

    it('has no countdown: left alone it stays open and opens nothing', async () => {
      const { element, opened, ask } = await setUp();
      await ask();
      await wait(3000);
      expect(dialogOf(element)).not.to.equal(null);
      expect(opened).to.deep.equal([]);
    });
  });

  describe('remembering', () => {
    const boxOf = (element) => element.shadowRoot.querySelector('input');

    it('is offered unticked, in words that belong to the notice', async () => {
      const { element, notices, ask } = await setUp();
      await ask();
      expect(boxOf(element).checked).to.equal(false);
      await waitUntil(() => notices.length > 0);
      expect(notices[0].strings).to.include('如果同意：记住此去向，下次不再询问');
    });

    it('is passed on when a person ticks it: the next jump opens without a question', async () => {
      const { element, engine, opened, open, ask } = await setUp();
      await ask();
      await pressOn(boxOf(element));
      await waitUntil(() => boxOf(element).checked);
      await pressAgree(element);
      await waitUntil(() => opened.length === 1);
      const [event] = await engine.history();
      expect(event.validity).to.equal('standing');
      await waitUntil(() => !dialogOf(element));
      const outcome = await engine.confirmJump({ url: URL_OF_PLANS, open });
      expect(outcome.remembered).to.equal(true);
      expect(opened.length).to.equal(2);
    });

    it('is not taken from a script that ticks the box', async () => {
      const { element, engine, opened, ask } = await setUp();
      await ask();
      boxOf(element).click();
      element.shadowRoot.querySelector('label').click();
      expect(boxOf(element).checked).to.equal(false);
      boxOf(element).checked = true;
      boxOf(element).dispatchEvent(new Event('change'));
      await pressAgree(element);
      await waitUntil(() => opened.length === 1);
      expect((await engine.history())[0].validity).to.equal('once');
    });

    it('starts unticked for the next destination', async () => {
      const { element, ask } = await setUp();
      await ask();
      await pressOn(boxOf(element));
      await pressRefuse(element);
      await waitUntil(() => !dialogOf(element));
      await ask({ url: 'https://other.example/' });
      expect(boxOf(element).checked).to.equal(false);
    });

    it('is not offered where there is something to warn of', async () => {
      const { element, ask } = await setUp();
      await ask({ url: 'http://www.insurance.example/' });
      expect(boxOf(element)).to.equal(null);
    });
  });

  describe('a target that is never opened', () => {
    for (const url of [
      'https://bank.example:geheim@evil.example/',
      'javascript:alert("geheim")',
      'data:text/html,x',
    ]) {
      it(`has no answers and one way out: ${url.slice(0, 24)}…`, async () => {
        const { element, engine, link, opened, ask } = await setUp();
        const { outcome } = await ask({ url });
        expect(answersOf(element)).to.deep.equal([]);
        await pressOn(element.shadowRoot.querySelector('[part="close"]'));
        expect((await outcome).decision).to.equal('refused');
        await waitUntil(() => !dialogOf(element));
        expect(focused()).to.equal(link);
        expect(opened).to.deep.equal([]);
        expect(await decisionsOf(engine)).to.deep.equal([]);
      });
    }

    it('never shows a password', async () => {
      const { dialog } = await (await setUp()).ask({ url: 'https://bank.example:geheim@evil.example/' });
      expect(words(dialog)).to.contain('evil.example');
      expect(dialog.innerHTML).not.to.contain('geheim');
    });

    it('closes by Escape too', async () => {
      const { element, ask } = await setUp();
      const { outcome } = await ask({ url: 'data:text/html,x' });
      await sendKeys({ press: 'Escape' });
      expect((await outcome).decision).to.equal('refused');
      await waitUntil(() => !dialogOf(element));
    });
  });

  it('asks again where the target changed after it was shown, and says so', async () => {
    const { element, engine, opened, ask } = await setUp();
    const errors = collect(element, 'ming-error');
    let url = URL_OF_PLANS;
    await ask({ current: () => url });
    url = 'https://evil.example/';
    await pressAgree(element);
    await waitUntil(() => words(element.shadowRoot.querySelector('.name') ?? element) === 'evil.example');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['jump/target-changed']);
    expect(words(element.shadowRoot.querySelector('.again'))).to.contain('去向变了');
    expect(opened).to.deep.equal([]);
    await questionOf(element);
    await pressAgree(element);
    await waitUntil(() => opened.length === 1);
    expect(opened[0].href).to.equal('https://evil.example/');
    expect(await decisionsOf(engine)).to.deep.equal(['granted']);
  });

  it('says so of the jump whose destination changed, and of no other that waits', async () => {
    const { element, engine, open, ask } = await setUp();
    let url = URL_OF_PLANS;
    await ask({ current: () => url });
    engine.confirmJump({ url: 'https://waiting.example/', open });
    url = 'https://evil.example/';
    await pressAgree(element);
    const seen = {};
    for (let shown = 0; shown < 2; shown += 1) {
      await waitUntil(() => {
        const name = element.shadowRoot.querySelector('.name');
        return (
          name && !['insurance.example', 'www.insurance.example', ...Object.keys(seen)].includes(words(name))
        );
      }, 'the next question');
      seen[words(element.shadowRoot.querySelector('.name'))] = !!element.shadowRoot.querySelector('.again');
      await questionOf(element);
      await pressRefuse(element);
    }
    expect(seen).to.deep.equal({ 'evil.example': true, 'waiting.example': false });
  });

  it('takes no closing from a script for the person’s', async () => {
    const { element, engine, ask } = await setUp();
    const dismissed = collect(element, 'ming-dismissed');
    const { dialog } = await ask();
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    dialog.dispatchEvent(new Event('close'));
    await wait(100);
    expect([dialog.open, dismissed.length, await decisionsOf(engine)]).to.deep.equal([true, 0, []]);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dismissed.length === 1);
  });

  it('takes the question off the page where its engine is swapped for a broken one', async () => {
    const { element, engine, ask } = await setUp();
    const errors = collect(element, 'ming-error');
    await ask();
    const broken = { ...(await smallPolicy()), hash: `sha256:${'0'.repeat(64)}` };
    element.engine = createConsent({ policies: [broken] });
    await waitUntil(() => errors.length > 0);
    await waitUntil(() => !dialogOf(element), 'the old question goes');
    expect(errors.map(({ error }) => error.code)).to.deep.equal(['policy/hash-mismatch']);
    expect(words(element.shadowRoot.querySelector('[part="error"]'))).to.contain('policy/hash-mismatch');
    expect(await decisionsOf(engine)).to.deep.equal([]);
    element.engine = engine;
    await questionOf(element);
  });

  it('shows a question once, however many elements there are', async () => {
    const { page, element, engine, ask } = await setUp();
    const other = document.createElement('ming-jump-confirm');
    other.engine = engine;
    page.append(other);
    await other.updateComplete;
    await ask();
    await wait(200);
    expect([element, other].filter((one) => dialogOf(one)).length).to.equal(1);
  });

  it('records every string on screen: the address when it is open, too', async () => {
    const { element, engine, notices, ask } = await setUp();
    const { dialog } = await ask({ name: '示例保险', operator: '示例人寿保险有限公司' });
    dialog.querySelector('summary').click();
    await waitUntil(() => notices[notices.length - 1]?.strings.includes(URL_OF_PLANS));
    await pressAgree(element);
    const [event] = await engine.history();
    const bytes = new TextEncoder().encode(canonicalJson(notices[notices.length - 1]));
    const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
    expect(event.noticeHash).to.equal(
      `sha256:${digest.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
    );
    expect(notices[notices.length - 1].strings).to.include.members([
      '示例保险',
      '示例人寿保险有限公司',
      'www.insurance.example',
    ]);
  });

  it('leaves questions of other kinds to their elements', async () => {
    const { element, engine } = await setUp();
    engine.ensure(engine.policies[0].id).catch(() => undefined);
    await waitUntil(() => engine.prompt);
    await wait(100);
    expect(element.shadowRoot.querySelector('dialog')).to.equal(null);
  });
});
