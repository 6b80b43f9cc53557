import { expect } from '@open-wc/testing';
import { waitUntil } from '../../support/wait-until.js';
import { askedOf, guarded, hasArrived, isAsked, link, open, pressExit } from './guard-steps.js';
import { outside, pressIn } from './guarded-page.js';

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

  describe('what is asked about', () => {
    const to = (...hrefs) => hrefs.map((href) => `<a href="${href}">x</a>`).join('');
    const { origin, protocol, hostname } = location;

    it('another host, port or scheme of the web', async () => {
      const hrefs = [
        'https://partner.example/',
        `${protocol}//${hostname}:1/`,
        `https://${hostname}/`,
        `${protocol}//x.${hostname}/`,
        'https:///partner.example/a',
        `https://${hostname}@partner.example/`,
      ];
      expect(await askedOf(to(...hrefs))).to.deep.equal(hrefs.map((href) => new URL(href).href));
    });

    it('every other scheme', async () => {
      const hrefs = [
        'tel:10086',
        'mailto:a@b.example',
        'sms:1',
        'weixin://dl/',
        'intent://x#Intent;end',
        'data:text/html,x',
      ];
      expect(await askedOf(to(...hrefs, 'javascript:alert(1)', ' java\nscript:void alert(1)'))).to.deep.equal(
        [...hrefs, 'javascript:alert(1)', 'javascript:void alert(1)'],
      );
    });

    it('not what stays: the own origin, a place on the page, a button in the form of a link', async () => {
      const hrefs = ['guarded.html?x', '#part', `${origin}/`, 'about:blank', `blob:${origin}/1`];
      const buttons = [
        'javascript:',
        'javascript:;',
        'javascript:void(0)',
        'javascript:void(0);',
        'javascript:void 0',
      ];
      expect(await askedOf(`${to(...hrefs, ...buttons, 'https://')}<a>no link</a>`)).to.deep.equal([]);
    });

    it('not the own hosts, on whole labels and without regard to case', async () => {
      const own = ['https://bank.example/', 'https://pay.bank.example:8443/x', 'http://支付.bank.example/'];
      const foreign = [
        'https://notbank.example/',
        'https://bank.example.evil.example/',
        'https://bank.example./',
        'https://evil.example/bank.example',
        'https://bank.example@evil.example/',
        'weixin://bank.example/',
      ];
      expect(await askedOf(to(...own, ...foreign), { ownHosts: ['Bank.example', ''] })).to.deep.equal(
        foreign.map((href) => new URL(href).href),
      );
    });

    it('downloads wherever they lie, but not a file the page made', async () => {
      const files = [
        'statement.pdf',
        'data:text/plain,x',
        `blob:${origin}/1`,
        'https://partner.example/app.apk',
      ];
      const markup = files.map((href) => `<a download href="${href}">x</a>`).join('');
      expect(await askedOf(markup)).to.deep.equal([
        new URL('statement.pdf', import.meta.url).href,
        'https://partner.example/app.apk',
      ]);
      expect(guarded.asked.map(({ kind }) => kind)).to.deep.equal(['download', 'download']);
    });

    it("what is marked, whatever the app's own rule says", async () => {
      const markup = '<a href="insurance.html" data-ming-jump>x</a><a href="https://partner.example/">x</a>';
      expect(await askedOf(markup, { isOutside: () => false })).to.deep.equal([
        new URL('insurance.html', import.meta.url).href,
      ]);
    });

    it("what the app's own rule says, which hears the address and the link", async () => {
      const heard = [];
      const markup = `${to('/one', 'https://two.example/')}`;
      const asked = await askedOf(markup, {
        ownHosts: ['two.example'],
        isOutside: (url, element) => heard.push([url.pathname, element.textContent]) === 1,
      });
      expect(asked).to.deep.equal([`${origin}/one`]);
      expect(heard).to.deep.equal([
        ['/one', 'x'],
        ['/', 'x'],
      ]);
    });

    it('in the guarded part alone', async () => {
      const markup = `${link('target="inner"')}<iframe name="inner"></iframe><p>${link('', outside('p'))}</p>`;
      await open(markup, { root: (page) => page.querySelector('p') });
      guarded.$('p a').click();
      await isAsked();
      expect(guarded.asked[0].url).to.equal(outside('p'));
      await pressExit();
      await hasArrived();
      expect(guarded.asked.length).to.equal(1);
    });

    it('in a closed shadow tree that is guarded by itself', async () => {
      let closed;
      await open('<div style="display: inline-block"></div>', {
        root: (page) => {
          closed = page.querySelector('div').attachShadow({ mode: 'closed' });
          closed.innerHTML = link('target="_blank"');
          return closed;
        },
      });
      await pressIn(guarded, closed.querySelector('a'));
      await isAsked();
      await guarded.settle();
      expect(guarded.arrivals).to.deep.equal([]);
    });

    it('where the rule throws, and the error is reported', async () => {
      const reported = [];
      await open(link(), {
        isOutside: () => {
          throw new Error('broken rule');
        },
        prepare: ({ defaultView }) => {
          defaultView.onerror = (message) => void reported.push(message);
        },
      });
      const { onerror } = window;
      window.onerror = (message) => (reported.push(message), true);
      try {
        guarded.$('#exit').click();
        await isAsked();
        await waitUntil(() => reported.length > 0);
        expect(reported[0]).to.contain('broken rule');
      } finally {
        window.onerror = onerror;
      }
    });
  });
});
