import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import { guarded, hasArrived, isAsked, never, open, pressExit } from './guard-steps.js';
import { agree, outside, pressIn } from './guarded-page.js';

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

  describe('a form', () => {
    const fields = '<input name="card" value="1" /><button id="exit" name="by" value="button">send</button>';

    it('is sent after the yes, by the same button, with what stands in it then, once', async () => {
      await open(`<form action="${outside('lost')}">${fields}</form>`);
      const sent = [];
      guarded.page.addEventListener('submit', (event) => sent.push(event.submitter.id));
      await pressExit();
      await isAsked();
      expect(guarded.asked[0].url).to.equal(outside('lost'));
      guarded.$('input').value = '2';
      await guarded.settle();
      expect(guarded.arrivals).to.deep.equal([]);
      await agree(guarded);
      expect(new URL((await hasArrived()).arrived).search).to.equal('?card=2&by=button');
      expect([sent, guarded.asked.length, guarded.arrivals.length]).to.deep.equal([['exit', 'exit'], 1, 1]);
    });

    it('into another window is sent in the task of the yes', async () => {
      await open(`<form action="${outside()}" target="_blank" rel="noopener">${fields}</form>`);
      await pressExit();
      await isAsked();
      await agree(guarded, never);
      const { arrived, inFrame } = await hasArrived();
      expect([new URL(arrived).search, inFrame]).to.deep.equal(['?card=1&by=button', false]);
    });

    it('sent by Enter in a field is asked about, and the field keeps the focus', async () => {
      await open(`<form action="${outside()}">${fields}</form>`);
      guarded.$('input').focus();
      await sendKeys({ press: 'Enter' });
      await isAsked();
      expect(guarded.page.activeElement).to.equal(guarded.$('input'));
    });

    it('whose action changes while the answer is being kept is asked about again', async () => {
      await open(`<form action="${outside('first')}">${fields}</form>`);
      await pressExit();
      await isAsked();
      let keep;
      await agree(guarded, new Promise((resolve) => (keep = resolve)));
      guarded.$('form').action = outside('second');
      keep();
      await isAsked(2);
      expect(guarded.asked[1].url).to.equal(outside('second'));
      await guarded.settle();
      expect(guarded.arrivals).to.deep.equal([]);
    });

    it('in an open shadow tree is asked about, into another window too', async () => {
      await open('<div style="display: inline-block"></div>', {
        prepare: (page) => {
          page.querySelector('div').attachShadow({ mode: 'open' }).innerHTML =
            `<form action="${outside()}" target="_blank"><button>send</button></form>`;
        },
      });
      await pressIn(guarded, guarded.$('div'));
      await isAsked();
      await guarded.settle();
      expect(guarded.arrivals).to.deep.equal([]);
    });

    it('whose fields are called as what is asked of it is asked about and sent like any other', async () => {
      const names = [
        'action',
        'method',
        'target',
        'getAttribute',
        'requestSubmit',
        'submit',
        'focus',
        'closest',
        'addEventListener',
        'ownerDocument',
        'localName',
        'form',
        'elements',
      ];
      const inputs = names.map((name) => `<input type="hidden" name="${name}" value="x" />`).join('');
      await open(`<form action="${outside()}">${inputs}<button id="exit">send</button></form>`);
      await pressExit();
      await isAsked();
      await agree(guarded);
      expect(new URL((await hasArrived()).arrived).searchParams.get('action')).to.equal('x');
    });

    it('of a dialog closes it, and is no exit', async () => {
      await open(
        `<dialog open><form method="dialog" action="${outside()}"><button id="exit">close</button></form></dialog>`,
      );
      await pressExit();
      await waitUntil(() => !guarded.$('dialog').open);
      expect(guarded.asked).to.deep.equal([]);
    });
  });
});
