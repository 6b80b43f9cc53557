import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import '../../../dist/components/privacy-center/define.js';
import '../../../dist/components/policy-reader/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { createConsent, memoryStorage } from '../../../dist/src/index.js';
import { verifyLedger } from '../../../dist/src/ledger/index.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { press, pressKey } from '../../support/press.js';

const NOTICE = {
  locale: 'en',
  catalogue: '1',
  strings: ['asked'],
  answers: ['Refuse', 'Agree'],
  clauses: [],
};
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const one = (element, selector) => element.shadowRoot.querySelector(selector);
const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const facts = (element) => all(element, '.card dl')[0] && words(all(element, '.card dl')[0]);

/** An engine on real storage, with the answers given. */
async function engineWith(policies, answers = [], options = {}) {
  const engine = createConsent({ policies, ...options });
  await engine.ready;
  for (const decision of answers) await answer(engine, decision);
  return engine;
}

async function answer(engine, decision) {
  const done = engine.ensure(engine.policies[0].id, { trigger: 'user' });
  await waitUntil(() => engine.prompt);
  await engine.prompt.present(NOTICE);
  await engine.prompt.answer(decision, { act: 'pointer', visibility: 'unverified' }).saved;
  await done;
}

async function show(engine) {
  const element = await fixture(html`<ming-privacy-center .engine=${engine}></ming-privacy-center>`);
  await waitUntil(
    () => element.shadowRoot.querySelectorAll('ol li').length > 0 || one(element, '[part="history"] .muted'),
  );
  return element;
}

describe('ming-privacy-center', () => {
  let policy;
  before(async () => {
    await setLocale('en');
    policy = await smallPolicy({ language: 'en' });
  });

  describe('rendering', () => {
    it('says what was agreed to, when in local time, to which text, and how safely it is kept', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      const { event } = engine.status(policy.id);
      const moment = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' }).format(
        new Date(event.time),
      );
      expect(words(one(element, '.state'))).to.equal('You agreed');
      expect(facts(element))
        .to.include(moment)
        .and.to.include('by touch or mouse')
        .and.to.include('Version 1.0');
      expect(facts(element)).to.match(/\((UTC|GMT[+-\d:]*|[A-Z]{2,5})\)/);
      expect(facts(element)).to.include(`${policy.hash.slice(7, 15)}…${policy.hash.slice(-8)}`);
      expect(facts(element)).to.include('Only until this page is closed');
    });

    it('says what withdrawing means before it is done', async () => {
      const element = await show(await engineWith([policy], ['granted']));
      const [effect, button] = one(element, '.withdrawal').querySelectorAll('p, button');
      expect(words(effect)).to.include('only the basic functions work').and.to.include('before stays lawful');
      expect(words(button)).to.equal('Withdraw consent');
    });

    it('lists every answer, latest first, with how it was given', async () => {
      const element = await show(await engineWith([policy], ['denied', 'dismissed', 'granted']));
      expect(all(element, 'ol li strong').map(words)).to.deep.equal([
        `Agreed · ${policy.title.text}`,
        `Closed without an answer · ${policy.title.text}`,
        `Refused · ${policy.title.text}`,
      ]);
      for (const entry of all(element, 'ol li')) expect(words(entry)).to.include('by touch or mouse');
    });

    it('shows five answers until all are asked for', async () => {
      const element = await show(
        await engineWith(
          [policy],
          Array.from({ length: 7 }, () => 'denied'),
        ),
      );
      expect(all(element, 'ol li')).to.have.length(5);
      await press(one(element, '[part="history"] > button'));
      await element.updateComplete;
      expect(all(element, 'ol li')).to.have.length(7);
      expect(all(element, 'ol li').indexOf(element.shadowRoot.activeElement)).to.equal(5);
    });

    it('offers to read and agree, and no withdrawal, after a refusal', async () => {
      const element = await show(await engineWith([policy], ['denied']));
      expect(words(one(element, '.state'))).to.equal('You refused. Basic functions only.');
      expect(one(element, '[part="withdraw"]')).to.equal(null);
      expect(words(one(element, '[part="entry"]'))).to.equal('Read and agree');
    });

    it('says that nothing was answered yet', async () => {
      const element = await show(await engineWith([policy]));
      expect(words(one(element, '[part="history"]'))).to.include('Nothing was answered yet.');
      expect(words(one(element, '.state'))).to.equal('You have not agreed. Basic functions only.');
    });

    it('shows the rights and contacts the policy names, and makes only plain numbers and addresses links', async () => {
      const evil = { kind: 'phone', value: '1); alert(1)//', span: { start: 0, end: 1 } };
      const element = await show(await engineWith([{ ...policy, contacts: [...policy.contacts, evil] }]));
      expect(all(element, '[part="rights"] b').map(words)).to.deep.equal([
        'See your data',
        'Correct it',
        'Close your account',
      ]);
      expect(words(one(element, '[part="rights"]'))).to.include('within 15 working days');
      expect(all(element, '[part="contacts"] a').map((link) => link.getAttribute('href'))).to.deep.equal([
        'tel:+86955000',
        'mailto:privacy@greenfield.example',
      ]);
      expect(words(one(element, '[part="contacts"]'))).to.include('1); alert(1)//');
    });

    it('breaks a long e-mail address at its @ only, on a narrow screen', async () => {
      const value = 'personal.information@greenfield.example';
      const contacts = [{ kind: 'email', value, span: { start: 0, end: 1 } }];
      const element = await show(await engineWith([{ ...policy, contacts }]));
      element.style.inlineSize = '390px';
      const link = one(element, '[part="contacts"] a');
      expect(words(link)).to.equal(value);
      const lines = [...link.querySelector('span').childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        });
      expect([...new Set(lines)]).to.deep.equal([1]);
      expect(element.scrollWidth <= 390).to.equal(true);
    });

    it('names each of several policies', async () => {
      const other = await smallPolicy({ id: 'second' });
      const element = await show(await engineWith([policy, other], ['granted']));
      expect(all(element, '.state').map(words)).to.deep.equal([
        'You agreed',
        'You have not agreed. Basic functions only.',
      ]);
      expect(words(one(element, 'ol li'))).to.include(policy.title.text);
      expect(all(element, '[part="rights"] > p').map(words)).to.deep.equal([
        policy.title.text,
        other.title.text,
      ]);
    });

    it('tells that a newer version is there, keeping the older agreement in sight', async () => {
      const storage = memoryStorage();
      await engineWith([policy], ['granted'], { storage }).then((engine) => engine.history());
      const next = await smallPolicy({ language: 'en', version: '2.0' });
      const element = await show(await engineWith([next], [], { storage: keep(storage) }));
      expect(words(one(element, '.state'))).to.equal('You agreed to version 1.0; version 2.0 is new.');
      expect(one(element, '[part="withdraw"]')).to.not.equal(null);
      expect(one(element, '[part="entry"]')).to.not.equal(null);
      expect(words(one(element, '.texts'))).to.include('was not kept on this device');
    });
  });

  describe('withdrawing', () => {
    it('takes one press, tells the app, and stands in the ledger', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      const told = [];
      element.addEventListener('ming-withdrawn', (event) => told.push(event));
      await press(one(element, '[part="withdraw"]'));
      await waitUntil(() => told.length > 0);
      expect(engine.status(policy.id).decision).to.equal('withdrawn');
      expect([
        told[0].status.decision,
        told[0].event.decision,
        told[0].bubbles,
        told[0].composed,
      ]).to.deep.equal(['withdrawn', 'withdrawn', true, true]);
      const report = await verifyLedger(await engine.history());
      expect(JSON.stringify(report)).to.include('consistent');
    });

    it('puts the focus on what it was about, and says that it was done', async () => {
      const element = await show(await engineWith([policy], ['granted']));
      await pressKey(one(element, '[part="withdraw"]'));
      await waitUntil(() => element.shadowRoot.activeElement?.localName === 'h3');
      await waitUntil(() => words(one(element, '[role="status"]')).startsWith('Your consent is withdrawn.'));
      expect(words(one(element, '.state'))).to.equal('You withdrew your consent. Basic functions only.');
      expect(words(one(element, '[part="entry"]'))).to.equal('Read and agree');
    });

    it('records the very words that stood there, the app’s own among them', async () => {
      const real = await engineWith([policy], ['granted']);
      const given = [];
      const withdraw = real.withdraw.bind(real);
      real.withdraw = (id, details) => {
        given.push(details);
        return withdraw(id, details);
      };
      const element = await fixture(
        html`<ming-privacy-center .engine=${real}>
          <p slot="withdrawal-effect">Transfers stop at once.</p>
        </ming-privacy-center>`,
      );
      await waitUntil(() => one(element, '.texts button'));
      await press(one(element, '[part="withdraw"]'));
      await waitUntil(() => real.status(policy.id).decision === 'withdrawn');
      const [{ notice }] = given;
      const wayOut = policy.clauses.find(({ topics }) => topics.includes('withdrawal'));
      expect(notice.strings).to.include('Transfers stop at once.');
      expect(notice.strings.join(' ')).to.include('only the basic functions work');
      expect([notice.locale, notice.answers, notice.clauses]).to.deep.equal([
        'en',
        ['Withdraw consent'],
        [wayOut.id],
      ]);
    });

    it('records how the button was pressed', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      await pressKey(one(element, '[part="withdraw"]'), ' ');
      await waitUntil(() => engine.status(policy.id).decision === 'withdrawn');
      expect(engine.status(policy.id).event.act).to.equal('keyboard');
    });

    it('is no page script’s to do', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      one(element, '[part="withdraw"]').click();
      await aTimeout(100);
      expect(engine.status(policy.id).decision).to.equal('granted');
    });

    it('shows what went wrong, and leaves the agreement, where the engine has ended', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      engine.destroy();
      const errors = [];
      element.addEventListener('ming-error', (event) => errors.push(event.error.code));
      await press(one(element, '[part="withdraw"]'));
      await waitUntil(() => errors.length > 0);
      expect(errors).to.deep.equal(['engine/destroyed']);
      expect(words(one(element, '[role="alert"]'))).to.include('engine/destroyed');
    });
  });

  it('shows what went wrong where the text of an answer cannot be read', async () => {
    const engine = await engineWith([policy], ['granted']);
    const element = await show(engine);
    engine.destroy();
    const errors = [];
    element.addEventListener('ming-error', (event) => errors.push(event.error.code));
    await press(one(element, '[part="history"] li button'));
    await waitUntil(() => errors.length > 0);
    expect(errors).to.deep.equal(['engine/destroyed']);
    await waitUntil(() => one(element, '[role="alert"]'));
    expect(words(one(element, '[role="alert"]'))).to.include('engine/destroyed');
  });

  describe('agreeing again', () => {
    it('opens the question', async () => {
      const engine = await engineWith([policy], ['denied']);
      const element = await show(engine);
      await press(one(element, '[part="entry"]'));
      await waitUntil(() => engine.prompt);
      expect([engine.prompt.request.id, engine.prompt.trigger]).to.deep.equal([policy.id, 'user']);
    });
  });

  describe('the text that was answered to', () => {
    it('opens from the archive, word for word, and gives the focus back', async () => {
      const engine = await engineWith([policy], ['granted']);
      const element = await show(engine);
      await waitUntil(() => one(element, '.texts button'));
      const opener = one(element, '.texts button');
      await pressKey(opener);
      await waitUntil(() => one(element, 'dialog')?.open);
      const reader = one(element, 'ming-policy-reader');
      await reader.updateComplete;
      expect(reader.policy.hash).to.equal(policy.hash);
      expect(reader.policy.text).to.equal(policy.text);
      await pressKey(one(element, 'dialog .bar button'));
      await waitUntil(() => !one(element, 'dialog'));
      expect(element.shadowRoot.activeElement).to.equal(opener);
    });

    it('closes by Escape', async () => {
      const element = await show(await engineWith([policy], ['granted']));
      await waitUntil(() => one(element, '.texts button'));
      await pressKey(one(element, '.texts button'));
      await waitUntil(() => one(element, 'dialog')?.open);
      await pressKey(one(element, 'dialog .bar button'), 'Escape');
      await waitUntil(() => !one(element, 'dialog'));
    });

    it('shows the clause of a right, unless the app does', async () => {
      const element = await show(await engineWith([policy]));
      const take = (event) => event.preventDefault();
      element.addEventListener('ming-clause-request', take);
      await press(one(element, '[part="rights"] button'));
      await nextFrame();
      expect(one(element, 'dialog')).to.equal(null);
      element.removeEventListener('ming-clause-request', take);
      await press(one(element, '[part="rights"] button'));
      await waitUntil(() => one(element, 'ming-policy-reader')?.shadowRoot.activeElement);
      expect(words(one(element, 'ming-policy-reader').shadowRoot.activeElement)).to.include(
        'See and correct your data',
      );
    });
  });

  describe('export', () => {
    it('hands over the whole ledger as a file', async () => {
      const element = await show(await engineWith([policy], ['denied', 'granted']));
      const offered = [];
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        offered.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
      };
      try {
        await press(
          all(element, ':host > div > button, div > button').find(
            (button) => words(button) === 'Save my records as a file',
          ),
        );
        await waitUntil(() => offered.length > 0);
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      const ledger = JSON.parse(await offered[0].text);
      expect(offered[0].name).to.equal('mingshi-default.json');
      expect([ledger.schema, ledger.events.length]).to.deep.equal(['mingshi.ledger/1', 2]);
    });
  });

  describe('trouble', () => {
    it('is visible where the storage fails', async () => {
      const broken = { ...memoryStorage(), open: () => Promise.reject(new Error('no disk')) };
      const element = await show(await engineWith([policy], [], { storage: broken }));
      const alert = words(one(element, '[role="alert"]'));
      expect(alert).to.include('cannot be kept on this device').and.to.include('storage/');
    });

    it('is visible where earlier records cannot be read', async () => {
      const storage = memoryStorage();
      const spoiled = { ...keep(storage), read: async () => ({ events: [], unreadable: 2 }) };
      const element = await show(await engineWith([policy], [], { storage: spoiled }));
      await waitUntil(() => one(element, '[role="alert"]'));
      expect(words(one(element, '[role="alert"]')))
        .to.include('cannot be read')
        .and.to.include('storage/unreadable-records');
    });

    it('is visible where there is no engine, and goes when one arrives', async () => {
      const element = await fixture(html`<ming-privacy-center></ming-privacy-center>`);
      await aTimeout(2200);
      expect(words(one(element, '[role="alert"]'))).to.include('element/no-engine');
      element.engine = await engineWith([policy]);
      await waitUntil(() => one(element, 'h2'));
      expect(one(element, '[role="alert"]')).to.equal(null);
    });
  });

  describe('accessibility', () => {
    for (const language of ['en', 'zh-Hans'])
      for (const answers of [[], ['denied'], ['granted']]) {
        it(`has no fault axe can find (${language}, ${answers[0] ?? 'nothing'} answered)`, async () => {
          await setLocale(language);
          const element = await show(await engineWith([await smallPolicy({ language })], answers));
          await expect(element).to.be.accessible();
          await setLocale('en');
        });
      }

    it('gives every button and link 44 pixels', async () => {
      const element = await show(await engineWith([policy], ['granted']));
      for (const target of all(element, 'button, a')) {
        const { width, height } = target.getBoundingClientRect();
        expect([words(target), Math.min(width, height) >= 44]).to.deep.equal([words(target), true]);
      }
    });
  });

  describe('locale', () => {
    it('changes its words at once', async () => {
      const element = await show(await engineWith([policy], ['granted']));
      await setLocale('zh-Hans');
      await element.updateComplete;
      const seen = [
        words(one(element, 'h2')),
        words(one(element, '.state')),
        words(one(element, '[part="withdraw"]')),
      ];
      await setLocale('en');
      expect(seen).to.deep.equal(['隐私与授权', '您已同意', '撤回同意']);
    });
  });
});

/** The same storage for another engine: closing it is left out. */
function keep(storage) {
  return { ...storage, close: () => undefined };
}
