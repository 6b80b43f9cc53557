import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { sendKeys } from '@web/test-runner-commands';
import '../../../dist/components/policy-reader/define.js';
import { setLocale } from '../../../dist/components/locale.js';
import { smallPolicy } from '../../fixtures/small-policy.js';
import { writePolicy } from '../../fixtures/write-policy.js';
import { press, pressKey } from '../../support/press.js';

const show = (policy, clause = '') =>
  fixture(html`<ming-policy-reader .policy=${policy} .clause=${clause}></ming-policy-reader>`);
const all = (element, selector) => [...element.shadowRoot.querySelectorAll(selector)];
const one = (element, selector) => element.shadowRoot.querySelector(selector);
const shown = (element) => all(element, 'article .words').map((words) => words.textContent);
const blockOf = (element, id) => element.shadowRoot.getElementById(`at-${id}`);
const inView = (element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
};
const wordsOf = (policy, { span }) => policy.text.slice(span.start, span.end);
const unspaced = (text) => text.replace(/\s+/g, '');
const stepperWords = (element) => one(element, 'output').textContent.trim();

async function open(element, words) {
  const tool = all(element, '.tools button').find((button) => button.textContent.trim() === words);
  await press(tool);
  await element.updateComplete;
}

async function find(element, query) {
  if (!one(element, 'input')) await open(element, 'Search');
  one(element, 'input').focus();
  await sendKeys({ type: query });
  await element.updateComplete;
}

const tall = () =>
  writePolicy(
    Array.from({ length: 60 }, (_, section) => [
      ['#', 1, `${section + 1}. `, `Section ${section + 1}`],
      ...Array.from({ length: 40 }, (_, clause) => [
        'p',
        `Clause ${section}-${clause}. ${'Words that fill a line. '.repeat(12)}`,
      ]),
    ]).flat(),
    { id: 'tall', kind: 'privacy-policy', language: 'en', dates: {} },
    () => ({}),
  );

describe('ming-policy-reader', () => {
  let policy;
  before(async () => {
    await setLocale('en');
    policy = await smallPolicy({ language: 'en' });
  });

  describe('the text', () => {
    for (const language of ['en', 'zh-Hans']) {
      it(`is every character of every clause, in order (${language})`, async () => {
        const text = await smallPolicy({ language });
        const element = await show(text);
        for (const clause of text.clauses)
          expect(blockOf(element, clause.id).querySelector('.words').textContent).to.equal(
            wordsOf(text, clause),
          );
        expect(unspaced(shown(element).join(''))).to.equal(unspaced(text.text));
      });
    }

    for (const name of ['sample-bank.en', 'sample-bank.zh-Hans', 'sample-clinic.zh-Hans']) {
      it(`is every character of a compiled policy (${name})`, async () => {
        const response = await fetch(new URL(`../../../dist/policies/${name}.json`, import.meta.url));
        const text = await response.json();
        const element = await show(text);
        for (const clause of text.clauses)
          expect(blockOf(element, clause.id).querySelector('.words').textContent).to.equal(
            wordsOf(text, clause),
          );
        expect(unspaced(shown(element).join(''))).to.equal(unspaced(text.text));
      });
    }

    it('stays whole under emphasis and search hits that cross each other', async () => {
      const element = await show(policy);
      await find(element, 'identity');
      expect(unspaced(shown(element).join(''))).to.equal(unspaced(policy.text));
    });

    it('shows characters that stand in no clause', async () => {
      const element = await show(policy);
      expect(one(element, '.rest').textContent.trim()).to.equal('(End of the text)');
    });

    it('keeps a policy whose spans overlap or lie outside whole', async () => {
      const clauses = [
        ...policy.clauses,
        { id: 'far', span: { start: 1e6, end: 2e6 }, topics: [], emphasis: [] },
      ];
      clauses.push({ ...policy.clauses[3], id: 'again' });
      const element = await show({ ...policy, clauses });
      expect(unspaced(shown(element).join(''))).to.equal(unspaced(policy.text));
    });

    it('shows markup in a policy as characters', async () => {
      const evil = '<img src=x onerror="window.hit = 1"><script>window.hit = 1</script>';
      const text = await writePolicy(
        [['p', evil]],
        { id: 'evil', kind: 'privacy-policy', language: 'en', dates: {} },
        () => ({}),
      );
      const element = await show(text);
      expect(shown(element)).to.deep.equal([evil]);
      expect(all(element, 'img, script')).to.have.length(0);
    });

    it('shows an error for something that is no policy, until it gets one', async () => {
      const element = await show({ text: 5 });
      expect(one(element, '[role="alert"]').textContent).to.include('policy/invalid');
      element.policy = policy;
      await element.updateComplete;
      expect(one(element, '[role="alert"]')).to.equal(null);
      expect(shown(element)[0]).to.equal(policy.title.text);
    });

    it('has the title as h2 and the sections one level below each other', async () => {
      const element = await show(policy);
      const headings = all(element, 'h2, h3, h4').map((heading) => [
        heading.localName,
        heading.textContent.trim(),
      ]);
      expect(headings.slice(0, 4)).to.deep.equal([
        ['h2', 'Greenfield Sample Bank Mobile Privacy Policy'],
        ['h3', '1. What we collect'],
        ['h4', '1.1 Signing up'],
        ['h4', '1.2 Opening an account and paying'],
      ]);
    });

    it('tells the author’s emphasis from a rule’s, and says why a rule marks', async () => {
      const element = await show(policy);
      const author = policy.clauses.flatMap(({ emphasis }) =>
        emphasis.filter(({ origin }) => origin === 'author'),
      );
      expect(all(element, 'article strong').map((strong) => strong.textContent)).to.deep.equal(
        author.map((mark) => wordsOf(policy, mark)),
      );
      expect(all(element, 'article mark')).to.have.length(2);
      expect(all(element, '.why').map((why) => why.textContent.trim())).to.deep.equal([
        'Marked because: sensitive personal information',
        'Marked because: children under 14',
      ]);
    });

    it('names each cell of a table row by the words above it', async () => {
      const element = await show(policy);
      const cells = [...all(element, '.row')[1].querySelectorAll('.cell')];
      expect(cells.map(({ dataset, textContent }) => [dataset.label, textContent])).to.deep.equal([
        ['Name', 'Whale Maps SDK'],
        ['Company', 'Whale Navigation Ltd.'],
        ['Purpose', 'Showing branches'],
        ['Data', 'Location'],
      ]);
    });

    it('shows version and dates in the words of the policy', async () => {
      const element = await show(policy);
      expect(one(element, 'header .muted').textContent).to.equal(
        'Version 1.0 · Updated 1 March 2026 · In force from 15 March 2026',
      );
    });
  });

  describe('a clause somebody was sent to', () => {
    it('is scrolled to, focused and marked for a moment', async () => {
      const element = await show(policy, 'c22');
      const clause = blockOf(element, 'c22');
      await waitUntil(() => element.shadowRoot.activeElement === clause);
      await waitUntil(() => inView(clause));
      expect(clause.hasAttribute('data-arrived')).to.equal(true);
      await aTimeout(2700);
      expect(clause.hasAttribute('data-arrived')).to.equal(false);
    });

    it('is gone to again when the same clause is asked for again', async () => {
      const element = await show(policy, 'c22');
      await waitUntil(() => element.shadowRoot.activeElement === blockOf(element, 'c22'));
      scrollTo(0, 0);
      element.shadowRoot.activeElement.blur();
      element.clause = 'c22';
      await waitUntil(() => element.shadowRoot.activeElement === blockOf(element, 'c22'));
      await waitUntil(() => inView(blockOf(element, 'c22')));
    });

    it('is told to be missing where the text has no such place', async () => {
      const element = await show(policy);
      expect(await element.showClause('nowhere')).to.equal(false);
      await element.updateComplete;
      expect(one(element, '[role="status"]').textContent).to.equal('This text has no such place.');
    });

    it('is reached at the far end of a very long text', async () => {
      const long = await tall();
      const element = await show(long);
      const last = long.clauses[long.clauses.length - 1];
      expect(await element.showClause(last.id)).to.equal(true);
      expect(inView(blockOf(element, last.id))).to.equal(true);
      expect(shown(element)).to.have.length(60 * 41);
    });
  });

  describe('stepping between marked clauses', () => {
    it('counts, goes round, and keeps the focus on the button', async () => {
      const element = await show(policy);
      await open(element, 'Marked');
      const next = all(element, '.stepper button')[1];
      expect(stepperWords(element)).to.equal('– / 4');
      const seen = [];
      for (let step = 0; step < 5; step += 1) {
        await pressKey(next);
        await element.updateComplete;
        seen.push(stepperWords(element));
      }
      expect(seen).to.deep.equal(['1 / 4', '2 / 4', '3 / 4', '4 / 4', '1 / 4']);
      expect(element.shadowRoot.activeElement).to.equal(next);
      await waitUntil(() => inView(one(element, '[data-arrived]')));
      expect(one(element, '[data-arrived]').textContent).to.include('Please read what is in bold');
    });

    it('says where it is and what stands there', async () => {
      const element = await show(policy);
      await open(element, 'Marked');
      await press(all(element, '.stepper button')[0]);
      await element.updateComplete;
      expect(one(element, '[role="status"]').textContent).to.match(/^4 of 4: We open no account/);
    });
  });

  describe('search', () => {
    it('counts the places and goes to the next by Enter, back by Shift and Enter', async () => {
      const element = await show(policy);
      await find(element, 'FACE');
      expect(all(element, '.hit')).to.have.length(3);
      expect(one(element, '[role="status"]').textContent).to.equal('Found 3 times');
      await sendKeys({ press: 'Enter' });
      await sendKeys({ press: 'Enter' });
      await element.updateComplete;
      expect(stepperWords(element)).to.equal('2 / 3');
      const back = { key: 'Enter', shiftKey: true, bubbles: true, cancelable: true };
      one(element, 'input').dispatchEvent(new KeyboardEvent('keydown', back));
      await element.updateComplete;
      expect(stepperWords(element)).to.equal('1 / 3');
      await waitUntil(() => inView(one(element, '[data-now]')));
      expect(element.shadowRoot.activeElement).to.equal(one(element, 'input'));
    });

    it('finds nothing for nothing', async () => {
      const element = await show(policy);
      await find(element, 'zebra');
      expect(stepperWords(element)).to.equal('– / 0');
      expect(all(element, '.stepper button').every((button) => button.disabled)).to.equal(true);
    });

    it('forgets its hits when another text is shown', async () => {
      const element = await show(policy);
      await find(element, 'face');
      element.policy = await smallPolicy();
      await element.updateComplete;
      expect(all(element, '.hit')).to.have.length(0);
    });
  });

  describe('contents', () => {
    it('goes to a heading, focuses it and closes', async () => {
      const element = await show(policy);
      await open(element, 'Contents');
      const entry = all(element, '.entry').find((button) => button.textContent.includes('Your rights'));
      await press(entry);
      await waitUntil(() => element.shadowRoot.activeElement?.localName === 'h3');
      expect(element.shadowRoot.activeElement.textContent.trim()).to.equal('5. Your rights');
      await waitUntil(() => inView(element.shadowRoot.activeElement));
      expect(one(element, '#panel').hidden).to.equal(true);
    });

    it('opens the headings under a heading', async () => {
      const element = await show(policy);
      await open(element, 'Contents');
      const details = one(element, 'nav details');
      await press(details.querySelector('summary'));
      expect(details.open).to.equal(true);
      expect(details.querySelectorAll('.entry')).to.have.length(3);
    });

    it('steps through all headings', async () => {
      const element = await show(policy);
      await open(element, 'Contents');
      await press(all(element, '.stepper button')[1]);
      await press(all(element, '.stepper button')[1]);
      await element.updateComplete;
      expect(stepperWords(element)).to.equal('2 / 10');
      expect(one(element, '[data-arrived]').textContent.trim()).to.equal('1.1 Signing up');
    });
  });

  describe('text size', () => {
    it('has three steps, the larger two with 60 px targets', async () => {
      const element = await show(policy);
      await open(element, 'Text size');
      const sizes = [];
      for (const button of all(element, '.sizes button')) {
        await press(button);
        await element.updateComplete;
        const size = getComputedStyle(blockOf(element, 'c4')).fontSize;
        sizes.push([size, button.getBoundingClientRect().height >= (size === '16px' ? 44 : 60)]);
      }
      expect(sizes).to.deep.equal([
        ['16px', true],
        ['20px', true],
        ['30px', true],
      ]);
      expect(element.getAttribute('text-size')).to.equal('largest');
    });
  });

  describe('keeping the text', () => {
    it('offers the exact text as a file', async () => {
      const element = await show(policy);
      const offered = [];
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function () {
        offered.push({ name: this.download, text: fetch(this.href).then((file) => file.text()) });
      };
      try {
        await press(one(element, '.keep button'));
      } finally {
        HTMLAnchorElement.prototype.click = click;
      }
      expect(offered.map(({ name }) => name)).to.deep.equal([
        'Greenfield Sample Bank Mobile Privacy Policy 1.0.txt',
      ]);
      expect(await offered[0].text).to.equal(policy.text);
    });
  });

  describe('accessibility', () => {
    for (const language of ['en', 'zh-Hans'])
      for (const panel of [0, 1, 2, 3]) {
        it(`has no fault axe can find (${language}, panel ${panel})`, async () => {
          await setLocale(language);
          const element = await show(await smallPolicy({ language }));
          all(element, '.tools button')[panel].click();
          await element.updateComplete;
          await expect(element).to.be.accessible();
          await setLocale('en');
        });
      }
  });
});
