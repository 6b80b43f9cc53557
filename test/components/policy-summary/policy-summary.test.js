import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../../dist/components/policy-summary/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { press, pressKey } from '../../support/press.js';

const show = (policy) => fixture(html`<ming-policy-summary .policy=${policy}></ming-policy-summary>`);
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
const pieces = (line) => [...line.querySelectorAll('b, i, bdi, em')].map(words);
const group = (element, name) => element.shadowRoot.querySelector(`section.${name}`);

describe('ming-policy-summary', () => {
  let policy;
  before(async () => {
    await setLocale('en');
    policy = await smallPolicy({ language: 'en' });
  });

  describe('rendering', () => {
    it('shows each permission with its purpose and what refusing costs', async () => {
      const element = await show(policy);
      expect(all(element, '.permissions .line').map(pieces)).to.deep.equal([
        [
          'Camera',
          'What for',
          'scan codes and photograph your card',
          'If refused',
          'scanning does not work; everything else does',
        ],
        ['Location', 'What for', 'show branches nearby', 'If refused', 'you can pick your town by hand'],
        ['Contacts', 'What for', 'choose whom to pay', 'If refused', 'Not found in the text'],
      ]);
    });

    it('counts the third parties and shows the first three until all are asked for', async () => {
      const element = await show(policy);
      const parties = group(element, 'parties');
      expect(words(parties.querySelector('h3'))).to.equal('Third parties: 5');
      expect(parties.querySelectorAll('.line')).to.have.length(3);
      await press(parties.querySelector('.more'));
      await element.updateComplete;
      expect(parties.querySelectorAll('.line')).to.have.length(5);
      expect(parties.querySelector('.more')).to.equal(null);
    });

    it('keeps the keyboard where it was when all are shown', async () => {
      const element = await show(policy);
      const parties = group(element, 'parties');
      await pressKey(parties.querySelector('.more'));
      await element.updateComplete;
      expect(parties.contains(element.shadowRoot.activeElement)).to.equal(true);
    });

    it('says of each question the text leaves open that nothing was found', async () => {
      const silent = await smallPolicy({
        language: 'en',
        facts: {
          dataUses: [],
          permissions: [],
          thirdParties: [],
          sensitive: { items: [], statements: [] },
          withdrawals: [],
          rights: [],
          contacts: [],
          clauses: policy.clauses.map((clause) => ({ ...clause, topics: [] })),
        },
      });
      const element = await show(silent);
      expect(all(element, '.absent')).to.have.length(8);
      expect(all(element, '.line')).to.have.length(0);
    });

    it('says of each contact what it is, the quick ways first', async () => {
      const silent = policy.clauses.map((clause) => ({ ...clause, topics: [] }));
      const element = await show({ ...policy, clauses: silent, contacts: [...policy.contacts].reverse() });
      expect(all(element, '.contact .line').map((line) => words(line.querySelector('b')))).to.deep.equal([
        'Phone',
        'E-mail',
        'Address',
      ]);
      const [phone] = policy.contacts;
      expect(pieces(all(element, '.contact .line')[0])).to.deep.equal(['Phone', phone.value]);
    });

    it('shows the company of a third party where the policy says that it is given nothing', async () => {
      const [party] = policy.thirdParties;
      const none = (text) => ({ text, span: party.name.span });
      const { name, company } = party;
      const parties = ['无', 'None', '-', 'N/A'].map((text) => ({ name, company, data: none(text) }));
      const element = await show({ ...policy, thirdParties: parties });
      for (const line of all(element, '.parties .line')) {
        expect(pieces(line)).to.deep.equal([name.text, company.text]);
      }
    });

    it('shows what named functions collect before what no function is named for', async () => {
      const [use] = policy.dataUses.filter((one) => one.function);
      const element = await show({ ...policy, dataUses: [{ data: use.data }, use] });
      expect(all(element, '.data .line').map((line) => words(line.querySelector('b')))).to.deep.equal([
        use.function.text,
        use.data.text,
      ]);
    });

    it('shows a clause about the background where no fact tells of it', async () => {
      const element = await show({ ...policy, dataUses: [] });
      expect(words(group(element, 'background').querySelector('.line'))).to.equal(
        'While Greenfield Mobile runs in the background it collects the device identifier, to stop account theft.',
      );
    });

    it('quotes nothing that the policy does not say', async () => {
      const element = await show(policy);
      for (const quote of all(element, '[lang]')) expect(policy.text).to.include(quote.textContent);
      expect(all(element, '[lang]').length).to.be.greaterThan(20);
    });

    it('shows markup in a policy as characters', async () => {
      const evil = '<img src=x onerror=alert(1)>';
      const element = await show({
        ...policy,
        sensitive: { items: [{ text: evil, span: { start: 0, end: 1 } }], statements: [] },
      });
      expect(words(group(element, 'sensitive'))).to.include(evil);
      expect(all(element, 'img')).to.have.length(0);
    });

    it('has no scroll box of its own', async () => {
      const element = await show(policy);
      const boxes = all(element, '*').filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY));
      expect(boxes).to.have.length(0);
      expect(getComputedStyle(element).overflowY).to.equal('visible');
    });
  });

  describe('properties', () => {
    it('needs no engine when it has a policy', async () => {
      const errors = [];
      const listen = (event) => errors.push(event.error.code);
      document.addEventListener('ming-error', listen);
      await show(policy);
      await aTimeout(2200);
      document.removeEventListener('ming-error', listen);
      expect(errors).to.deep.equal([]);
    });

    it('says so where it has neither a policy nor an engine', async () => {
      const element = await fixture(html`<ming-policy-summary></ming-policy-summary>`);
      await aTimeout(2200);
      expect(words(element.shadowRoot.querySelector('[role="alert"]'))).to.include('element/no-engine');
    });

    it('shows an error for something that is no policy', async () => {
      const element = await show({ permissions: 'all of them' });
      expect(words(element.shadowRoot.querySelector('[role="alert"]'))).to.include('policy/invalid');
    });

    it('shows another policy when it is given one', async () => {
      const element = await show(policy);
      element.policy = await smallPolicy();
      await element.updateComplete;
      expect(words(group(element, 'parties'))).to.include('蓝鲸地图SDK');
    });
  });

  describe('events', () => {
    it('asks for the clause that holds the words of the line', async () => {
      const element = await show(policy);
      const requests = [];
      element.addEventListener('ming-clause-request', (event) => requests.push(event));
      for (const line of all(element, 'button.line')) line.click();
      expect(requests).to.have.length(all(element, 'button.line').length);
      for (const { clause, span } of requests) {
        const { span: around } = policy.clauses.find(({ id }) => id === clause);
        expect(around.start <= span.start && span.end <= around.end).to.equal(true);
      }
    });

    it('lets somebody outside a shadow root take the request over', async () => {
      const element = await show(policy);
      let seen;
      const listen = (event) => (seen = event);
      document.addEventListener('ming-clause-request', listen, { once: true });
      await pressKey(all(element, 'button.line')[0]);
      expect([seen.bubbles, seen.composed, seen.cancelable]).to.deep.equal([true, true, true]);
    });
  });

  describe('accessibility', () => {
    for (const language of ['en', 'zh-Hans']) {
      it(`has no fault axe can find (${language})`, async () => {
        await setLocale(language);
        const element = await show(await smallPolicy({ language }));
        await expect(element).to.be.accessible();
        await setLocale('en');
      });
    }

    it('gives every button 44 by 44 pixels', async () => {
      const element = await show(policy);
      for (const button of all(element, 'button')) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height)).to.be.at.least(44);
      }
    });
  });

  describe('locale', () => {
    it('changes its labels and leaves the words of the policy', async () => {
      const element = await show(policy);
      await setLocale('zh-Hans');
      await element.updateComplete;
      const line = pieces(all(element, '.permissions .line')[2]);
      await setLocale('en');
      expect(line).to.deep.equal(['Contacts', '用途', 'choose whom to pay', '拒绝后', '文中未找到说明']);
    });
  });
});
