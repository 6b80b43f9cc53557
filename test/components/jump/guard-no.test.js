import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { guarded, isAsked, link, open, pressExit } from './guard-steps.js';
import { outside, pressRight } from './guarded-page.js';

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

  describe('after a no', () => {
    it('the page stays, nothing is rewritten, and the link has the focus', async () => {
      await open(link('target="_blank"'));
      const before = guarded.page.body.innerHTML;
      await pressExit();
      await isAsked();
      guarded.asked[0].outcome.resolve({ decision: 'denied' });
      await guarded.settle();
      expect(guarded.arrivals).to.deep.equal([]);
      expect(guarded.page.body.innerHTML).to.equal(before);
      expect(guarded.page.activeElement).to.equal(guarded.$('#exit'));
    });

    it('the link has the focus again where the question lost it', async () => {
      await open(`${link()}<button id="question">question</button>`);
      await pressExit();
      await isAsked();
      guarded.$('#question').focus();
      guarded.$('#question').remove();
      guarded.asked[0].outcome.resolve({ decision: 'dismissed' });
      await waitUntil(() => guarded.page.activeElement === guarded.$('#exit'));
    });

    it('a question that fails opens nothing and is reported', async () => {
      await open(link());
      const reported = new Promise((resolve) => {
        guarded.view.addEventListener('unhandledrejection', (event) => {
          event.preventDefault();
          resolve(event.reason.message);
        });
      });
      await pressExit();
      await isAsked();
      guarded.asked[0].outcome.reject(new guarded.view.Error('not loaded'));
      expect(await reported).to.equal('not loaded');
      await guarded.settle();
      expect(guarded.stays()).to.equal(true);
    });
  });

  describe("beside the page's own listeners", () => {
    for (const [where, listen] of Object.entries({
      'on the link': (page, handle) => page.querySelector('#exit').addEventListener('click', handle),
      'on the link, which stops it too': (page, handle) =>
        page.querySelector('#exit').addEventListener('click', (event) => {
          event.stopPropagation();
          handle(event);
        }),
      'on the document': (page, handle) => page.addEventListener('click', handle),
      'on the document, on the way down': (page, handle) => page.addEventListener('click', handle, true),
      'on the window': (page, handle) => page.defaultView.addEventListener('click', handle),
    })) {
      it(`a press the app handles ${where} is the app's`, async () => {
        await open(link(), { prepare: (page) => listen(page, (event) => event.preventDefault()) });
        await pressExit();
        await guarded.settle();
        expect([guarded.asked.length, guarded.arrivals.length]).to.deep.equal([0, 0]);
      });
    }

    for (const [where, listen] of Object.entries({
      'the link': (page, stop) => page.querySelector('#exit').addEventListener('click', stop),
      'the document on the way down': (page, stop) => page.addEventListener('click', stop, true),
      'the body': (page, stop) => page.body.addEventListener('click', stop),
    })) {
      it(`a press whose event ${where} stops is asked about all the same`, async () => {
        await open(link('target="_blank"'), {
          prepare: (page) => listen(page, (event) => event.stopPropagation()),
        });
        await pressExit();
        await isAsked();
        await guarded.settle();
        expect(guarded.arrivals).to.deep.equal([]);
      });
    }

    it('the address is the one the listeners left', async () => {
      await open(link('', 'guarded.html'), {
        prepare: (page) =>
          page.addEventListener('click', ({ target }) => target.setAttribute('href', outside('late'))),
      });
      await pressExit();
      await isAsked();
      expect(guarded.asked[0].url).to.equal(outside('late'));
    });

    it('a form the app sends by itself is the app’s', async () => {
      await open(`<form action="${outside()}"><button id="exit">send</button></form>`, {
        prepare: (page) => page.forms[0].addEventListener('submit', (event) => event.preventDefault()),
      });
      await pressExit();
      await guarded.settle();
      expect([guarded.asked.length, guarded.arrivals.length]).to.deep.equal([0, 0]);
    });

    it('a text being edited takes presses on its links', async () => {
      await open(`<div contenteditable>${link()}</div>`);
      await pressExit();
      await guarded.settle();
      expect([guarded.asked.length, guarded.arrivals.length]).to.deep.equal([0, 0]);
    });

    it('the menu of a link opens as ever', async () => {
      await open(link());
      const menus = [];
      guarded.page.addEventListener('contextmenu', (event) => {
        menus.push(event.defaultPrevented);
        // Nobody closes the menu here.
        event.preventDefault();
      });
      await pressRight(guarded, guarded.$('#exit'));
      await waitUntil(() => menus.length > 0);
      expect([menus, guarded.asked.length]).to.deep.equal([[false], 0]);
    });

    it('a double press is one question', async () => {
      await open(link('target="_blank"'));
      guarded.$('#exit').click();
      guarded.$('#exit').click();
      await guarded.settle();
      expect([guarded.asked.length, guarded.arrivals.length]).to.deep.equal([1, 0]);
    });
  });
});
