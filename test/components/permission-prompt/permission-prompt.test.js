import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setLocale } from '../../../dist/components/locale.js';
import { waitUntil } from '../../support/wait-until.js';
import { createConsent } from '../../../dist/src/engine.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import {
  answersOf,
  collect,
  pressAgree,
  pressOn,
  pressRefuse,
  questionOf as gateQuestionOf,
  settle,
  wait,
} from '../consent-gate/open-gate.js';
import {
  agree,
  Commanded,
  openQuestion,
  openSystem,
  partsOf,
  questionOf,
  startAsking,
  words,
} from './open-permission.js';

/** The events about permissions, oldest first. */
const recorded = async (engine) =>
  (await engine.history()).filter(({ request }) => request.kind === 'permission');

const decisions = async (engine) => (await recorded(engine)).map(({ decision }) => decision);

describe('the permission prompt', () => {
  describe('rendering', () => {
    it('says which permission, who asks, what for, where, which information and what refusing costs', async () => {
      const { element } = await openQuestion();
      const dialog = await questionOf(element);
      expect(words(dialog.querySelector('h2'))).to.equal('申请权限：相机');
      for (const fact of [
        '青禾手机银行',
        '青禾示例银行股份有限公司',
        '扫描收款码',
        '扫一扫',
        '取景画面',
        '不能扫码',
      ]) {
        expect(words(dialog)).to.contain(fact);
      }
    });

    it('says so in English', async () => {
      const { element } = await openQuestion({ language: 'en', purpose: 'reading the payee’s code' });
      const dialog = await questionOf(element);
      expect(dialog.lang).to.equal('en');
      expect(words(dialog.querySelector('h2'))).to.equal('Permission asked for: Camera');
      expect(words(dialog)).to.contain('What for: reading the payee’s code');
      expect(words(dialog)).to.contain('Greenfield Mobile');
    });

    it('says that the system may ask next, and that refusing leaves the rest working', async () => {
      const { element } = await openQuestion();
      const shown = words(await questionOf(element));
      expect(shown).to.contain('浏览器或系统可能还会询问一次');
      expect(shown).to.contain('您可以不同意，其他功能照常可用。');
    });

    it('shows and records the app’s words without what turns or hides characters', async () => {
      const hidden = {
        purpose: '扫码\u202e！何任集收不，',
        data: '\u200b无\u202e',
        scene: '\u2066',
        refusal: '不能\u200b扫码',
      };
      const { element, engine } = await openQuestion(hidden);
      const dialog = await questionOf(element);
      expect(words(dialog.querySelector('#purpose'))).to.equal('用途：扫码！何任集收不，');
      expect(words(dialog.querySelector('#purpose bdi'))).to.equal('扫码！何任集收不，');
      const facts = [...dialog.querySelectorAll('dd > bdi')].map((fact) => fact.textContent);
      expect(facts.slice(-2)).to.deep.equal(['无', '不能扫码']);
      expect(/[\u200b\u202e\u2066]/.test(dialog.textContent)).to.equal(false);
      expect(engine.prompt.permission.words.purpose).to.contain('扫码');
    });

    it('leaves out what the app did not say', async () => {
      const { element } = await openQuestion({ scene: undefined, data: undefined, refusal: undefined });
      const names = [...(await questionOf(element)).querySelectorAll('dt')].map(words);
      expect(names).to.deep.equal(['应用', '由谁征求', '拒绝后']);
      const facts = words(await questionOf(element));
      expect(facts, 'what the policy states of the camera').to.contain('不能扫码，其他功能不受影响');
    });

    it('shows two answers of one size and one look, in our words only, and nothing pre-ticked', async () => {
      const { element } = await openQuestion();
      const [refuse, agreement] = answersOf(element);
      expect([words(refuse), words(agreement)]).to.deep.equal(['不同意', '同意']);
      const look = (answer) => {
        const { width, height } = answer.getBoundingClientRect();
        const { color, backgroundColor, borderColor, fontSize, fontWeight } = getComputedStyle(answer);
        return [
          Math.round(width),
          Math.round(height),
          color,
          backgroundColor,
          borderColor,
          fontSize,
          fontWeight,
        ];
      };
      expect(look(agreement)).to.deep.equal(look(refuse));
      expect(element.shadowRoot.querySelector('input, slot, progress')).to.equal(null);
    });

    it('shows nothing while nothing is asked, and takes no room', async () => {
      const element = await fixture(html`<ming-permission-prompt></ming-permission-prompt>`);
      expect(words(element.shadowRoot)).to.equal('');
      expect(element.getClientRects().length).to.equal(0);
    });

    it('is told to the ledger word for word', async () => {
      const notices = [];
      const { element, engine } = await startAsking();
      await waitUntil(() => engine.prompt);
      const present = engine.prompt.present.bind(engine.prompt);
      engine.prompt.present = (notice) => (notices.push(notice), present(notice));
      const dialog = await questionOf(element);
      await setLocale('en');
      await waitUntil(() => notices[notices.length - 1]?.locale === 'en');
      const last = notices[notices.length - 1];
      expect(last.strings.join('').replace(/\s/g, '')).to.equal(
        words(dialog.querySelector('.words')).replace(/\s/g, ''),
      );
      expect(last.answers).to.deep.equal(['Refuse', 'Agree']);
    });
  });

  describe('answers', () => {
    it('an agreement asks the system in the very press, and tells the app', async () => {
      const { element, engine, system, outcome } = await openQuestion();
      const answered = collect(element, 'ming-answered');
      const inTime = [];
      document.addEventListener('click', () => inTime.push(system.asked.length), { once: true });
      await agree(element);
      await waitUntil(() => answered.length === 1);
      expect(inTime, 'asked before the click was over').to.deep.equal([1]);
      expect([answered[0].decision, answered[0].event.act]).to.deep.equal(['granted', 'pointer']);
      system.end({ end: 'granted', value: 'a stream' });
      expect((await outcome).value).to.equal('a stream');
      await waitUntil(() => partsOf(element).length === 0, 'it goes away by itself');
      const platforms = (await recorded(engine)).map(({ platform }) => platform?.verdict);
      expect(platforms).to.deep.equal([undefined, 'granted']);
    });

    it('a refusal asks nobody else, and nothing more is shown', async () => {
      const { element, engine, system, outcome } = await openQuestion();
      await pressRefuse(element);
      expect((await outcome).decision).to.equal('denied');
      expect(system.asked).to.deep.equal([]);
      expect(await decisions(engine)).to.deep.equal(['denied']);
      await waitUntil(() => partsOf(element).length === 0);
    });

    it('an agreement pressed too early does not count, and the system is not asked', async () => {
      const { element, system } = await openQuestion();
      answersOf(element)[1].focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => words(element.shadowRoot.querySelector('.said')) !== '');
      expect(system.asked).to.deep.equal([]);
    });

    for (const [what, css] of Object.entries({
      'makes one answer smaller':
        'ming-permission-prompt::part(answer):not(:hover) { font-size: 14px; padding: 0 }',
      'makes the question transparent': 'ming-permission-prompt::part(dialog) { opacity: 0.1 }',
    })) {
      it(`a page that ${what} gets no agreement, and the system is not asked`, async () => {
        const sheet = await fixture(html`<style></style>`);
        sheet.textContent = css;
        const { element, engine, system } = await openQuestion();
        const errors = collect(element, 'ming-error');
        await agree(element);
        await waitUntil(() => errors.length > 0);
        expect(errors[0].error.code).to.match(/^gate\/(unequal|hidden)-/);
        expect(await decisions(engine)).to.deep.equal([]);
        expect(system.asked).to.deep.equal([]);
      });
    }
  });

  describe('closing', () => {
    it('Escape records dismissed, not denied, and asks nobody else', async () => {
      const { element, engine, system, outcome } = await openQuestion();
      const dismissed = collect(element, 'ming-dismissed');
      await sendKeys({ press: 'Escape' });
      expect((await outcome).decision).to.equal('dismissed');
      expect(await decisions(engine)).to.deep.equal(['dismissed']);
      expect(dismissed.length).to.equal(1);
      expect(system.asked).to.deep.equal([]);
      await waitUntil(() => partsOf(element).length === 0);
    });

    it('records nothing when it is removed while open, and can be put back', async () => {
      const { element, engine } = await openQuestion();
      const parent = element.parentNode;
      element.remove();
      await wait(50);
      expect(await decisions(engine)).to.deep.equal([]);
      parent.append(element);
      expect((await questionOf(element)).matches(':modal')).to.equal(true);
      await agree(element);
      expect(await decisions(engine)).to.deep.equal(['granted']);
    });

    it('closes without an answer when the app takes its question back', async () => {
      const taken = new AbortController();
      const { element, engine, outcome } = await openQuestion({ signal: taken.signal });
      taken.abort();
      await outcome.catch(() => undefined);
      await waitUntil(() => partsOf(element).length === 0);
      expect(await decisions(engine)).to.deep.equal([]);
    });
  });

  describe('keyboard and focus', () => {
    it('starts at the heading, so that neither answer is favoured, and comes back to where focus was', async () => {
      const button = await fixture(html`<button>扫一扫</button>`);
      button.focus();
      const { element } = await openQuestion();
      expect(element.shadowRoot.activeElement.id).to.equal('title');
      await sendKeys({ press: 'Escape' });
      await waitUntil(() => document.activeElement === button);
    });

    it('is agreed to by keyboard alone', async () => {
      const { element, engine, system } = await openQuestion();
      await settle(element);
      answersOf(element)[1].focus();
      await wait(850);
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => system.asked.length === 1);
      const [event] = await recorded(engine);
      expect([event.decision, event.act]).to.deep.equal(['granted', 'keyboard']);
    });

    it('leaves the focus on the page while the system asks', async () => {
      const button = await fixture(html`<button>扫一扫</button>`);
      button.focus();
      const { element } = await openSystem();
      await waitUntil(() => document.activeElement === button);
      await waitUntil(() => partsOf(element).includes('banner'));
      expect(document.activeElement).to.equal(button);
    });
  });

  describe('beside a consent gate', () => {
    it('waits until the policy is agreed to, then asks', async () => {
      const engine = createConsent({ policies: [await smallPolicy()] });
      const gate = await fixture(html`<ming-consent-gate .engine=${engine}></ming-consent-gate>`);
      const { element } = await startAsking({ engine });
      await gateQuestionOf(gate);
      expect(partsOf(element)).to.deep.equal([]);
      await pressAgree(gate);
      await questionOf(element);
      expect(gate.shadowRoot.querySelector('dialog'), 'the gate shows no permission').to.equal(null);
    });
  });

  describe('several', () => {
    it('two elements about one engine open one question', async () => {
      const { element, engine } = await openQuestion();
      const other = await fixture(html`<ming-permission-prompt .engine=${engine}></ming-permission-prompt>`);
      await wait(100);
      expect(partsOf(other)).to.deep.equal([]);
      await agree(element);
      expect(await decisions(engine)).to.deep.equal(['granted']);
    });

    it('the other element takes the question over when the first is removed', async () => {
      const { element, engine } = await openQuestion();
      const other = await fixture(html`<ming-permission-prompt .engine=${engine}></ming-permission-prompt>`);
      element.remove();
      await questionOf(other);
      await agree(other);
      expect(await decisions(engine)).to.deep.equal(['granted']);
    });

    it('two permissions are asked for one after the other, the second as unhurried as the first', async () => {
      const first = await openQuestion();
      const microphone = new Commanded({ kind: 'microphone' });
      const second = await startAsking({ ...first, requester: microphone });
      const { element, engine } = first;
      await settle(element);
      await pressOn(answersOf(element)[0]);
      await waitUntil(() => words(element.shadowRoot.querySelector('h2') ?? element).includes('麦克风'));
      await questionOf(element);
      expect(answersOf(element)[1].getAttribute('aria-disabled'), 'its guard starts anew').to.equal('true');
      expect(element.shadowRoot.activeElement.id, 'its heading has the focus').to.equal('title');
      await wait(600);
      await agree(element);
      await waitUntil(() => microphone.asked.length === 1);
      microphone.end({ end: 'granted', value: 1 });
      expect((await second.outcome).granted).to.equal(true);
      expect(await decisions(engine)).to.deep.equal(['denied', 'granted', 'granted']);
    });
  });
});
