import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { sendKeys } from '@web/test-runner-commands';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent } from '../../../dist/src/engine.js';
import { memoryStorage } from '../../../dist/src/storage/memory.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import {
  answersOf,
  collect,
  decisionsOf,
  dialogOf,
  openGate,
  pressAgree,
  pressOn,
  pressRefuse,
  questionOf,
  settle,
  startEngine,
  wait,
  fullTextButton,
} from './open-gate.js';

const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const entryOf = (gate) => gate.shadowRoot.querySelector('[part="entry"]');

describe('the consent gate', () => {
  describe('rendering', () => {
    it('says who asks about which document, and which version', async () => {
      const { gate } = await openGate();
      const shown = words(dialogOf(gate));
      for (const fact of [
        '青禾示例银行手机银行隐私政策',
        '青禾示例银行股份有限公司',
        '青禾手机银行',
        '1.0',
        '2026年3月15日',
      ]) {
        expect(shown).to.contain(fact);
      }
    });

    it('says that refusing keeps the basic functions and that agreeing can be taken back', async () => {
      const { gate } = await openGate({ language: 'en' });
      expect(words(dialogOf(gate))).to.contain('You may refuse and still use the basic functions');
    });

    it('tells the marks of the author from those of a rule by words, not by colour alone', async () => {
      const { gate } = await openGate();
      const badges = [...gate.shadowRoot.querySelectorAll('.mark')].map((mark) => [
        mark.classList.contains('rule') ? 'rule' : 'author',
        words(mark.querySelector('.badge')),
      ]);
      expect(new Set(badges.map(String))).to.deep.equal(
        new Set(['author,原文加重', 'rule,规则标注：不满十四周岁的未成年人', 'rule,规则标注：敏感个人信息']),
      );
    });

    it('shows a few marked clauses first, and all of them when asked', async () => {
      const policy = await smallPolicy();
      const clauses = policy.clauses.map((clause) => ({
        ...clause,
        emphasis: [{ origin: 'author', span: clause.span }],
      }));
      const engine = createConsent({ policies: [{ ...policy, clauses }] });
      const { gate } = await openGate({ engine });
      expect(gate.shadowRoot.querySelectorAll('.mark').length).to.equal(4);
      const all = [...gate.shadowRoot.querySelectorAll('section > button.text')].pop();
      expect(words(all)).to.equal(`显示全部 ${clauses.length} 条`);
      all.click();
      await gate.updateComplete;
      expect(gate.shadowRoot.querySelectorAll('.mark').length).to.equal(clauses.length);
    });

    it('leads from beside the full text to the marked clauses, and the focus goes along', async () => {
      const { gate } = await openGate();
      const marks = gate.shadowRoot.querySelectorAll('.mark').length;
      const link = [...gate.shadowRoot.querySelectorAll('.ways button')].pop();
      expect(words(link)).to.equal(`重点条款 ${marks} 条`);
      link.click();
      const heading = gate.shadowRoot.activeElement;
      expect(words(heading)).to.equal(`请重点阅读（${marks} 条）`);
      const { top, bottom } = heading.getBoundingClientRect();
      expect(top).to.be.at.least(0);
      expect(bottom).to.be.at.most(innerHeight);
    });

    it('shows two answers of one size and one look, in our words only', async () => {
      const { gate } = await openGate();
      const [refuse, agree] = answersOf(gate);
      expect([words(refuse), words(agree)]).to.deep.equal(['不同意', '同意']);
      const look = (answer) => {
        const { width, height } = answer.getBoundingClientRect();
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(answer);
        return {
          width: Math.round(width),
          height,
          color,
          backgroundColor,
          borderColor,
          fontSize,
          fontWeight,
        };
      };
      expect(look(agree)).to.deep.equal(look(refuse));
      expect(look(agree).height).to.be.at.least(44);
    });

    it('has nothing pre-ticked, no box to tick and no countdown', async () => {
      const { gate } = await openGate();
      expect(gate.shadowRoot.querySelector('input, progress, meter, dialog slot')).to.equal(null);
    });

    it('says which version was answered before when it asks again', async () => {
      const storage = memoryStorage();
      const first = await openGate({ engine: await startEngine({ options: { storage } }) });
      await pressAgree(first.gate);
      first.gate.remove();
      first.engine.destroy();
      const engine = await startEngine({ version: '2.0', options: { storage } });
      const { gate } = await openGate({ engine });
      expect(words(dialogOf(gate))).to.contain('您上次回答的是版本 1.0，本次是版本 2.0');
    });
  });

  describe('answers', () => {
    it('records an agreement, tells the app at once and goes away', async () => {
      const { gate, engine, id } = await openGate();
      const answered = collect(gate, 'ming-answered');
      await pressAgree(gate);
      await waitUntil(() => answered.length === 1, 'an answer is told');
      expect(answered[0].decision).to.equal('granted');
      expect(answered[0].event.act).to.equal('pointer');
      expect(answered[0].status.decision).to.equal('granted');
      expect(engine.status(id).decision).to.equal('granted');
      await gate.updateComplete;
      expect(dialogOf(gate)).to.equal(null);
      expect(entryOf(gate)).to.equal(null);
    });

    it('records a refusal at once, explains once what still works, and leaves one entry', async () => {
      const { gate, engine } = await openGate({
        inside: html`<b slot="basic-functions">网点查询照常可用。</b>`,
      });
      await pressRefuse(gate);
      await waitUntil(() => entryOf(gate), 'the entry is there');
      expect(await decisionsOf(engine)).to.deep.equal(['denied']);
      expect(dialogOf(gate)).to.equal(null);
      const slot = gate.shadowRoot.querySelector('slot[name="basic-functions"]');
      expect(words(slot.assignedElements()[0])).to.equal('网点查询照常可用。');
      expect(words(entryOf(gate))).to.equal('查看并同意');
      expect(gate.shadowRoot.querySelectorAll('[part="entry"]').length).to.equal(1);
    });

    it('does not ask again by itself after a refusal, not at the next start either', async () => {
      const storage = memoryStorage();
      const { gate } = await openGate({ engine: await startEngine({ options: { storage } }) });
      await pressRefuse(gate);
      await waitUntil(() => entryOf(gate));
      gate.remove();
      const engine = await startEngine({ options: { storage } });
      const next = await fixture(html`<ming-consent-gate .engine=${engine}></ming-consent-gate>`);
      await waitUntil(() => entryOf(next));
      await wait(100);
      expect(dialogOf(next)).to.equal(null);
      expect(next.shadowRoot.querySelector('slot'), 'the explanation is given once').to.equal(null);
    });

    it('shows its explanation even where it stands at the end of a long page', async () => {
      const { gate } = await openGate();
      const tall = document.createElement('div');
      tall.style.setProperty('height', '3000px');
      gate.before(tall);
      await pressRefuse(gate);
      await waitUntil(() => entryOf(gate));
      await waitUntil(() => gate.getBoundingClientRect().bottom <= innerHeight + 1, 'it is in view');
      tall.remove();
    });

    it('opens again from the entry, where agreeing counts', async () => {
      const { gate, engine } = await openGate();
      await pressRefuse(gate);
      await waitUntil(() => entryOf(gate));
      await pressOn(entryOf(gate));
      await questionOf(gate);
      await pressAgree(gate);
      expect(await decisionsOf(engine)).to.deep.equal(['denied', 'granted']);
    });

    it('says so where the answer could not be kept on the device', async () => {
      const { gate } = await openGate();
      await pressAgree(gate);
      await waitUntil(() =>
        words(gate.shadowRoot.querySelector('[role="status"]')).includes('无法保存在本设备上'),
      );
    });

    it('after a withdrawal stands as basic mode with its entry', async () => {
      const { gate, engine, id } = await openGate();
      await pressAgree(gate);
      const notice = { locale: 'zh-Hans', catalogue: '1', strings: [], answers: [], clauses: [] };
      await engine.withdraw(id, { act: 'pointer', visibility: 'unverified', notice });
      await waitUntil(() => entryOf(gate), 'the entry is there');
      expect(words(gate.shadowRoot.querySelector('[part="basic"]'))).to.contain('您已撤回同意');
    });
  });

  describe('two policies', () => {
    it('are asked about one after the other, each on its own', async () => {
      const policies = [await smallPolicy(), await smallPolicy({ id: 'terms', language: 'en' })];
      const { gate, engine } = await openGate({ engine: createConsent({ policies }) });
      await pressAgree(gate);
      await waitUntil(() => engine.prompt?.request.id === 'terms' && dialogOf(gate), 'the second is asked');
      expect(engine.status('terms').decision).to.equal('none');
      await settle(gate);
      await wait(400);
      await pressRefuse(gate);
      expect(policies.map(({ id }) => engine.status(id).decision)).to.deep.equal(['granted', 'denied']);
    });
  });

  describe('closing', () => {
    it('Escape records dismissed, not denied and not granted, and the entry stays', async () => {
      const { gate, engine, id } = await openGate();
      const dismissed = collect(gate, 'ming-dismissed');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => entryOf(gate), 'the entry is there');
      expect(await decisionsOf(engine)).to.deep.equal(['dismissed']);
      expect(dismissed.length).to.equal(1);
      expect(engine.status(id).decision).to.equal('none');
    });

    it('records nothing when it is removed while open, and can be put back', async () => {
      const { gate, engine } = await openGate();
      const parent = gate.parentNode;
      gate.remove();
      await wait(50);
      expect(await decisionsOf(engine)).to.deep.equal([]);
      parent.append(gate);
      await questionOf(gate);
      expect(dialogOf(gate).matches(':modal')).to.equal(true);
      await pressAgree(gate);
      expect(await decisionsOf(engine)).to.deep.equal(['granted']);
    });

    it('two gates about one engine open one question', async () => {
      const { gate, engine } = await openGate();
      const other = await fixture(html`<ming-consent-gate .engine=${engine}></ming-consent-gate>`);
      await wait(100);
      expect(dialogOf(other)).to.equal(null);
      await pressAgree(gate);
      expect(await decisionsOf(engine)).to.deep.equal(['granted']);
    });

    it('closes without an answer when its engine ends', async () => {
      const { gate, engine } = await openGate();
      engine.destroy();
      await waitUntil(() => !dialogOf(gate) || engine.prompt === undefined);
    });
  });

  describe('keyboard and focus', () => {
    it('starts at the heading, so that neither answer is favoured, and comes back to where focus was', async () => {
      const button = await fixture(html`<button>before</button>`);
      button.focus();
      const { gate } = await openGate();
      expect(gate.shadowRoot.activeElement.id).to.equal('title');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => entryOf(gate));
      await waitUntil(() => document.activeElement === button, 'focus is back');
    });

    it('is refused by keyboard alone', async () => {
      const { gate, engine } = await openGate();
      answersOf(gate)[0].focus();
      await sendKeys({ press: 'Enter' });
      const [event] = await engine.history();
      expect([event.decision, event.act]).to.deep.equal(['denied', 'keyboard']);
    });

    it('is agreed to by keyboard alone, once the answer had the focus half a second', async () => {
      const { gate, engine } = await openGate();
      await settle(gate);
      answersOf(gate)[1].focus();
      await sendKeys({ press: 'Enter' });
      expect(await decisionsOf(engine), 'too early').to.deep.equal([]);
      await wait(600);
      await sendKeys({ press: 'Enter' });
      const [event] = await engine.history();
      expect([event?.decision, event?.act]).to.deep.equal(['granted', 'keyboard']);
    });

    it('keeps the page where it was scrolled', async () => {
      const tall = await fixture(html`<div><p></p></div>`);
      tall.style.setProperty('height', '4000px');
      window.scrollTo(0, 700);
      const { gate } = await openGate();
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => entryOf(gate));
      expect(Math.round(window.scrollY)).to.equal(700);
      window.scrollTo(0, 0);
    });
  });

  describe('the full text', () => {
    const reader = (gate) => gate.shadowRoot.querySelector('ming-policy-reader');

    it('a marked clause opens in the reader, with the answers still in view, and Back returns to it', async () => {
      const { gate } = await openGate();
      const mark = gate.shadowRoot.querySelector('.mark');
      mark.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => reader(gate)?.shadowRoot, 'the reader is there');
      expect(reader(gate).clause).to.be.a('string').that.is.not.empty;
      expect(answersOf(gate).length).to.equal(2);
      await pressOn(gate.shadowRoot.querySelector('.back'));
      await waitUntil(() => gate.shadowRoot.activeElement === mark, 'focus is back on the line');
    });

    it('a line of the summary opens its clause', async () => {
      const { gate } = await openGate();
      gate.shadowRoot
        .querySelector('ming-policy-summary')
        .shadowRoot.querySelector('button[part="line"]')
        .click();
      await waitUntil(() => reader(gate), 'the reader is there');
    });

    it('the app may show the clause itself', async () => {
      const { gate } = await openGate();
      gate.addEventListener('ming-clause-request', (event) => event.preventDefault());
      gate.shadowRoot.querySelector('.mark').click();
      gate.shadowRoot
        .querySelector('ming-policy-summary')
        .shadowRoot.querySelector('button[part="line"]')
        .click();
      await wait(50);
      expect(reader(gate)).to.equal(null);
    });

    it('Escape in the reader goes back, it does not close the question', async () => {
      const { gate, engine } = await openGate();
      await pressOn(fullTextButton(gate));
      await waitUntil(() => reader(gate));
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => !reader(gate));
      expect(dialogOf(gate)).to.not.equal(null);
      expect(await decisionsOf(engine)).to.deep.equal([]);
    });

    it('agreeing from the reader counts', async () => {
      const { gate, engine } = await openGate();
      await pressOn(fullTextButton(gate));
      await waitUntil(() => reader(gate)?.shadowRoot);
      await pressAgree(gate);
      expect(await decisionsOf(engine)).to.deep.equal(['granted']);
    });
  });

  describe('locale', () => {
    it('changes its language while it is open, and what is recorded with it', async () => {
      const { gate, engine } = await openGate();
      const locales = [];
      const { prompt } = engine;
      const present = prompt.present.bind(prompt);
      prompt.present = (notice) => (locales.push(notice.locale), present(notice));
      await setLocale('en');
      await waitUntil(() => words(answersOf(gate)[1]) === 'Agree');
      expect(dialogOf(gate).lang).to.equal('en');
      await pressAgree(gate);
      expect(locales[locales.length - 1]).to.equal('en');
      expect(await decisionsOf(engine)).to.deep.equal(['granted']);
    });
  });

  describe('errors', () => {
    it('the question goes where the engine is swapped for one that cannot ask', async () => {
      const { gate, engine } = await openGate();
      const policy = { ...(await smallPolicy()), hash: `sha256:${'0'.repeat(64)}` };
      gate.engine = createConsent({ policies: [policy] });
      await waitUntil(() => !dialogOf(gate), 'the old question goes');
      await waitUntil(() => gate.shadowRoot.querySelector('[role="alert"]'));
      expect(await decisionsOf(engine)).to.deep.equal([]);
      gate.engine = engine;
      await questionOf(gate);
    });

    it('a policy whose hash is not that of its text is a visible error, never a question', async () => {
      const policy = { ...(await smallPolicy()), hash: `sha256:${'0'.repeat(64)}` };
      const engine = createConsent({ policies: [policy] });
      const gate = await fixture(html`<ming-consent-gate .engine=${engine}></ming-consent-gate>`);
      await waitUntil(() => gate.shadowRoot.querySelector('[role="alert"]'));
      expect(words(gate.shadowRoot.querySelector('[role="alert"]'))).to.contain('policy/hash-mismatch');
      expect(dialogOf(gate)).to.equal(null);
    });
  });
});
