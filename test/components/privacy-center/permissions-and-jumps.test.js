import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../dist/components/privacy-center/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/index.js';
import { permissionKinds } from '../../../dist/src/permission/index.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { agree, answerPrompt, askFor, withdraw } from '../../support/answer-prompt.js';
import { press, pressKey } from '../../support/press.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { waitUntil } from '../../support/wait-until.js';

const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const one = (element, selector) => element.shadowRoot.querySelector(selector);
const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const history = (element) => all(element, '[part="history"] ol > li').map(words);
const permissions = (element) => all(element, '[part="permissions"] > ul > li');
const destinations = (element) => all(element, '[part="destinations"] li');

const SCAN = {
  function: 'scan',
  scene: 'Pay by code',
  purpose: 'To read the code of the shop.',
  data: 'A picture of the code; it is not kept.',
  refusal: 'You can type the number instead.',
};

const TITLE = `Camera · ${SCAN.purpose}`;

async function show(engine, entries) {
  const element = await fixture(html`<ming-privacy-center .engine=${engine}></ming-privacy-center>`);
  await waitUntil(() => history(element).length === entries, `${entries} entries`);
  return element;
}

/** Asks before a jump; the person answers. */
async function jump(engine, url, decision, more) {
  const asked = engine.confirmJump({ url, open: () => undefined });
  await answerPrompt(engine, decision, more);
  return asked;
}

describe('ming-privacy-center, permissions and jumps', () => {
  let policy, engine, camera;
  before(async () => {
    await setLocale('en');
    policy = await smallPolicy({ language: 'en' });
  });
  beforeEach(async () => {
    engine = createConsent({ policies: [policy] });
    camera = scriptedRequester('camera');
    await engine.ready;
    await agree(engine);
  });
  afterEach(() => engine.destroy());

  const scan = (more = {}) => askFor(engine, 'camera', { requester: camera, ...SCAN, ...more });

  describe('a permission', () => {
    it('stands with what both said, what it is for, which information it takes, and what it costs to refuse', async () => {
      await scan();
      const element = await show(engine, 2);
      const [item] = permissions(element);
      expect(words(item.querySelector('h4'))).to.equal(TITLE);
      expect(words(item)).to.not.include(SCAN.scene);
      expect(words(item.querySelector('.state'))).to.equal('AgreedThe browser or the system allowed it.');
      for (const part of [SCAN.data, SCAN.refusal, 'by touch or mouse', 'Only until this page'])
        expect(words(item)).to.include(part);
    });

    it('is in the history once, as what it is, never as an agreement to the policy', async () => {
      await scan();
      expect((await engine.history()).length).to.equal(3);
      const element = await show(engine, 2);
      const [permission, general] = history(element);
      expect(permission.startsWith(`Agreed · ${TITLE} `)).to.equal(true);
      expect(permission)
        .to.include('The browser or the system allowed it.')
        .and.to.include('by touch or mouse');
      expect(permission).to.not.include('Version').and.to.not.include('Read the text');
      expect(general.startsWith(`Agreed · ${policy.title.text} `)).to.equal(true);
    });

    for (const [end, verdict, sentence] of [
      ['refused', 'denied', 'You did not allow it'],
      ['dismissed', 'dismissed', 'closed without an answer'],
      ['no-device', 'no-device', 'None was found'],
      ['busy', 'busy', 'may be using it'],
    ]) {
      it(`that the system answered with ${verdict} is never shown as allowed`, async () => {
        camera.states = ['prompt', 'prompt', 'denied'];
        const end_ = end === 'refused' ? { end, message: 'Permission denied' } : end;
        const asking = engine.askPermission('camera', { trigger: 'user', requester: camera, ...SCAN });
        await answerPrompt(engine, 'granted');
        await waitUntil(() => camera.calls === 1);
        await aTimeout(end === 'refused' ? 400 : 0);
        camera.end(end_);
        expect((await asking).platform.verdict).to.equal(verdict);
        engine.prompt?.permission?.end();
        const element = await show(engine, 2);
        const state = words(permissions(element)[0].querySelector('.state'));
        expect(state)
          .to.match(/^Agreed/)
          .and.to.include(sentence)
          .and.to.not.include('allowed it.');
        expect(history(element)[0]).to.include(sentence);
        expect(permissions(element)[0].querySelector('button')).to.equal(null);
      });
    }

    it('that was refused, or closed, says so and offers nothing', async () => {
      await scan({ decision: 'denied' });
      const asking = engine.askPermission('location', {
        trigger: 'user',
        purpose: 'To show branches.',
        requester: scriptedRequester('location'),
      });
      await answerPrompt(engine, 'dismissed');
      await asking;
      const element = await show(engine, 3);
      expect(permissions(element).map((item) => words(item.querySelector('.state')))).to.deep.equal([
        'Closed without an answer',
        'Refused',
      ]);
      expect(
        permissions(element).flatMap((item) => [...item.querySelectorAll('button, details')]),
      ).to.deep.equal([]);
      expect(history(element)[1].startsWith(`Refused · ${TITLE} `)).to.equal(true);
    });

    it('appears and changes while the centre is open', async () => {
      const element = await show(engine, 1);
      expect(one(element, '[part="permissions"]')).to.equal(null);
      await scan();
      await waitUntil(() => permissions(element).length === 1);
      await withdraw(engine, 'permission:camera:scan');
      await waitUntil(() => words(permissions(element)[0]).includes('Withdrawn'));
    });

    it('that the system was asked for again is told apart from an agreement', async () => {
      await scan();
      camera.states = ['denied'];
      await scan({ end: { end: 'refused' } });
      const element = await show(engine, 3);
      expect(history(element)[0].startsWith(`Asked again of the browser or the system · ${TITLE} `)).to.equal(
        true,
      );
    });

    it('is said to be unused while the policy is not agreed to, and that this was withdrawn where it was', async () => {
      await scan();
      const element = await show(engine, 2);
      await press(one(element, '[part="standing"] [part="withdraw"]'));
      const said = () => words(one(element, '[part="permissions"] > p') ?? element);
      await waitUntil(() => said() === 'You withdrew your consent: none of them is used now.');
      await setLocale('zh-Hans');
      await element.updateComplete;
      const chinese = said();
      await setLocale('en');
      expect(chinese).to.equal('您已撤回同意，这些权限目前都不会使用。');
      const asking = engine.ensure(policy.id, { trigger: 'user' });
      await answerPrompt(engine, 'denied');
      await asking;
      await waitUntil(() => said() === 'None of them is used while you have not agreed to the policy.');
    });

    it('shows them without what turns or hides characters', async () => {
      await scan({ purpose: 'To\u202e read\u200b it', data: 'A\u202e picture' });
      const shown = words(permissions(await show(engine, 2))[0]);
      expect(shown).to.include('To read it').and.to.include('A picture');
      expect(/[\u200b\u202e]/.test(shown)).to.equal(false);
    });

    it('shows the app’s words as text', async () => {
      await scan({ data: '<img src=x onerror=alert(1)>', purpose: '<b>bold</b>' });
      const element = await show(engine, 2);
      expect(permissions(element)[0].querySelector('img, b')).to.equal(null);
      expect(words(permissions(element)[0]))
        .to.include('<img src=x')
        .and.to.include('<b>bold</b>');
    });
  });

  describe('withdrawing a permission', () => {
    it('takes one press, after its effect was said, and tells the app', async () => {
      await scan();
      const element = await show(engine, 2);
      const [item] = permissions(element);
      const effect = [...item.querySelectorAll('.withdrawal p')].map(words).join(' ');
      expect(effect)
        .to.include('stops')
        .and.to.include('stays lawful')
        .and.to.include('no page can take that one back');
      const told = [];
      element.addEventListener('ming-withdrawn', (event) => told.push(event));
      await press(item.querySelector('[part="withdraw"]'));
      await waitUntil(() => told.length > 0);
      expect([
        told[0].event.request.id,
        told[0].event.decision,
        told[0].status.decision,
        told[0].event.act,
      ]).to.deep.equal(['permission:camera:scan', 'withdrawn', 'withdrawn', 'pointer']);
      await waitUntil(() => element.shadowRoot.activeElement?.localName === 'h4');
      expect(words(element.shadowRoot.activeElement)).to.equal(TITLE);
      expect(engine.status(policy.id).decision).to.equal('granted');
      expect(history(element)[0].startsWith(`Withdrawn · ${TITLE} `)).to.equal(true);
    });

    it('records the very words that stood beside it, of this permission alone', async () => {
      await scan();
      const location = scriptedRequester('location');
      await askFor(engine, 'location', { requester: location, purpose: 'To show branches.' });
      const given = [];
      const real = engine.withdraw.bind(engine);
      engine.withdraw = (id, details) => (given.push(details.notice), real(id, details));
      const element = await show(engine, 3);
      await pressKey(all(element, '[part="withdraw"][aria-label*="Camera"]')[0]);
      await waitUntil(() => given.length > 0);
      const told = given[0].strings.join(' ');
      expect(told).to.include(TITLE).and.to.include('stays lawful').and.to.include(SCAN.data);
      expect(told).to.not.include('branches');
      expect(given[0].answers).to.deep.equal(['Withdraw consent']);
    });

    it('is no page script’s to do', async () => {
      await scan();
      const element = await show(engine, 2);
      permissions(element)[0].querySelector('[part="withdraw"]').click();
      await aTimeout(100);
      expect(engine.status('permission:camera:scan').decision).to.equal('granted');
    });

    it('leaves the way to the browser’s own settings, in steps or in a sentence', async () => {
      await scan();
      await withdraw(engine, 'permission:camera:scan');
      const element = await show(engine, 3);
      const details = permissions(element)[0].querySelector('details');
      await press(details.querySelector('summary'));
      await waitUntil(() => details.open);
      await waitUntil(() => details.querySelector('ol, p'));
      await waitUntil(() => /Camera|settings/.test(words(details)));
      // What each engine's steps are is the prompt's matter; here they are for taking back, not for allowing.
      await aTimeout(300);
      expect(words(details)).to.not.include('allow:');
      expect(words(details)).to.match(
        /There remove it, or set it to Ask or Block: Camera\.|Look for this website/,
      );
    });

    it('promises no settings where a picker was all there was, for every kind there is', async () => {
      for (const { kind } of Object.values(permissionKinds))
        await askFor(engine, kind, { requester: scriptedRequester(kind), purpose: 'To try it.' });
      const element = await show(engine, 5);
      await waitUntil(() => permissions(element).length === Object.keys(permissionKinds).length);
      for (const item of permissions(element)) {
        const { picker, w3c } = permissionKinds[item.dataset.request.split(':')[1]];
        const isKept = !picker || w3c !== undefined;
        const said = [item.querySelector('details') !== null, words(item).includes('no page can take')];
        expect([item.dataset.request, ...said]).to.deep.equal([item.dataset.request, isKept, isKept]);
        expect(item.querySelector('[part="withdraw"]')).to.not.equal(null);
      }
    });
  });

  describe('a jump', () => {
    it('is in the history with where it led, and whether it was for once', async () => {
      await jump(engine, 'https://partner.example/a?b=secret', 'granted');
      await jump(engine, 'https://other.example/', 'granted', { remember: true });
      await jump(engine, 'https://third.example/', 'denied');
      const element = await show(engine, 4);
      const [refused, remembered, once] = history(element);
      expect(refused)
        .to.match(/^Refused · third\.example /)
        .and.to.include('Website');
      expect(remembered)
        .to.match(/^Agreed · other\.example /)
        .and.to.include('remembered');
      expect(once)
        .to.match(/^Agreed · partner\.example /)
        .and.to.include('this time only');
      expect(history(element).join()).to.not.include('secret');
    });

    it('that is remembered can be forgotten by one press, and nothing else is', async () => {
      await jump(engine, 'https://partner.example/', 'granted', { remember: true });
      await jump(engine, 'https://other.example/', 'granted', { remember: true });
      await jump(engine, 'https://third.example/', 'granted');
      const element = await show(engine, 4);
      expect(destinations(element).map((item) => words(item.querySelector('h4')))).to.deep.equal([
        'other.example',
        'partner.example',
      ]);
      expect(words(destinations(element)[1])).to.include('asked again');
      const told = [];
      element.addEventListener('ming-withdrawn', (event) => told.push(event.event.request.id));
      await press(destinations(element)[1].querySelector('[part="forget"]'));
      await waitUntil(() => told.length > 0);
      expect(told).to.deep.equal(['jump:website:partner.example']);
      await waitUntil(() => element.shadowRoot.activeElement?.localName === 'h4');
      expect(words(element.shadowRoot.activeElement)).to.equal('No longer remembered: partner.example');
      expect(
        all(element, '[part="forget"]').map((button) => button.getAttribute('aria-label')),
      ).to.deep.equal(['Forget: other.example']);
      const asked = engine.confirmJump({ url: 'https://partner.example/', open: () => undefined });
      await answerPrompt(engine, 'denied');
      expect((await asked).decision).to.equal('denied');
    });

    for (const how of [press, pressKey])
      it(`that was the last remembered says in its place that it is so no longer (${how.name})`, async () => {
        await jump(engine, 'https://partner.example/', 'granted', { remember: true });
        const element = await show(engine, 2);
        await how(one(element, '[part="forget"]'));
        await waitUntil(() => element.shadowRoot.activeElement?.localName === 'h4');
        const { activeElement } = element.shadowRoot;
        const { top, bottom } = activeElement.getBoundingClientRect();
        expect(words(activeElement)).to.equal('No longer remembered: partner.example');
        expect([top >= 0, bottom <= innerHeight]).to.deep.equal([true, true]);
        expect(activeElement.closest('[part="destinations"]')).to.not.equal(null);
        await waitUntil(() => words(one(element, '[role="status"]')).startsWith('Only until this page'));
        expect(one(element, '[part="forget"]')).to.equal(null);
        expect(one(await show(engine, 3), '[part="destinations"]')).to.equal(null);
      });

    it('to an app names the app where it is known, and an intent its package', async () => {
      await jump(engine, 'weixin://dl/business/?t=1', 'granted');
      await jump(engine, 'intent://pay#Intent;scheme=pay;package=example.pay;end', 'granted');
      await jump(engine, 'http://weixin/', 'granted');
      const [site, intent, app] = history(await show(engine, 4));
      expect(app).to.match(/^Agreed · 微信 · weixin /);
      expect(intent).to.match(/^Agreed · example\.pay /);
      expect(site).to.match(/^Agreed · weixin /);
    });

    it('has its date on a line of its own', async () => {
      await jump(engine, 'https://partner.example/', 'granted');
      for (const entry of all(await show(engine, 2), '[part="history"] ol > li')) {
        const [name, time] = ['strong', 'time'].map((part) =>
          entry.querySelector(part).getBoundingClientRect(),
        );
        expect(time.top >= name.bottom).to.equal(true);
      }
    });

    it('leaves no section where none is remembered', async () => {
      await jump(engine, 'https://partner.example/', 'granted');
      const element = await show(engine, 2);
      expect(one(element, '[part="destinations"]')).to.equal(null);
    });
  });

  describe('accessibility', () => {
    const everything = async () => {
      await scan();
      await askFor(engine, 'location', {
        requester: scriptedRequester('location'),
        purpose: 'To show branches.',
        decision: 'denied',
      });
      await jump(engine, 'https://partner.example/', 'granted', { remember: true });
      await jump(engine, 'tel:+8655500', 'granted');
    };

    for (const language of ['en', 'zh-Hans'])
      it(`has no fault axe can find (${language})`, async () => {
        await everything();
        await setLocale(language);
        const element = await show(engine, 5);
        await expect(element).to.be.accessible();
        await setLocale('en');
      });

    it('gives every button 44 pixels and a name of its own', async () => {
      await everything();
      const element = await show(engine, 5);
      const buttons = all(
        element,
        '[part="permissions"] button, [part="destinations"] button, [part="permissions"] summary',
      );
      for (const button of buttons) {
        const { width, height } = button.getBoundingClientRect();
        expect([words(button), Math.min(width, height) >= 44]).to.deep.equal([words(button), true]);
      }
      const names = all(element, 'button[aria-label]').map((button) => button.getAttribute('aria-label'));
      expect(new Set(names).size).to.equal(names.length);
    });

    it('speaks Chinese at once', async () => {
      await everything();
      const element = await show(engine, 5);
      await setLocale('zh-Hans');
      await element.updateComplete;
      const seen = [
        ...all(element, '[part="permissions"] .state').map(words),
        words(destinations(element)[0].querySelector('button')),
        history(element)[3].slice(0, 31),
      ];
      await setLocale('en');
      expect(seen).to.deep.equal([
        '不同意',
        '已同意浏览器或系统已允许。',
        '不再记住',
        `已同意 · 相机 · ${SCAN.purpose}`.slice(0, 31),
      ]);
    });
  });
});
