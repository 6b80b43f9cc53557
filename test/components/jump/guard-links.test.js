import { aTimeout, expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { waitUntil } from '../../support/wait-until.js';
import {
  agree,
  openGuarded,
  outside,
  pressHolding,
  pressIn,
  pressMiddle,
  pressRight,
  watchFollowed,
} from './guarded-page.js';

const link = (attributes = '', href = outside()) => `<a id="exit" href="${href}" ${attributes}>leave</a>`;
const never = new Promise(() => undefined);

/** An answer that could not be kept. */
const failed = () => {
  const promise = Promise.reject(new Error('full'));
  promise.catch(() => undefined);
  return promise;
};

let guarded;

const open = async (...parts) => (guarded = await openGuarded(...parts));
const pressExit = () => pressIn(guarded, guarded.$('#exit'));
const isAsked = (count = 1) => waitUntil(() => guarded.asked.length === count, 'it was asked about');
const hasArrived = async () => {
  await waitUntil(() => guarded.arrivals.length > 0, 'it arrived');
  return guarded.arrivals[0];
};

/** What a press on these links asks about, by the address asked; nobody answers. */
async function askedOf(markup, options) {
  await open(markup, { isOutside: undefined, ...options });
  // What is not asked about must not move the page: prevented last of all, after the guard.
  const { view } = guarded;
  const prevent = (event) => event.preventDefault();
  const preventLast = () => view.addEventListener('click', prevent, { once: true });
  view.addEventListener('click', preventLast, true);
  for (const exit of guarded.page.querySelectorAll('a')) {
    exit.click();
  }
  return guarded.asked.map(({ url }) => url);
}

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

  describe('after a yes', () => {
    for (const [name, leave] of Object.entries({
      'a link to a new window': async () => {
        await open(link('target="_blank"'));
        await pressExit();
      },
      'a link to a window with a name': async () => {
        await open(link('target="partner" rel="opener"'));
        await pressExit();
      },
      'a press with Ctrl held': async () => {
        await open(link());
        await pressHolding(guarded, guarded.$('#exit'), 'Control');
      },
      'a press with the middle button': async () => {
        await open(link());
        await pressMiddle(guarded, guarded.$('#exit'));
      },
      'a link on a page whose base names a new window': async () => {
        await open(link(), {
          prepare: ({ head, createElement }) => {
            const base = createElement.call(head.ownerDocument, 'base');
            base.target = '_blank';
            head.append(base);
          },
        });
        await pressExit();
      },
    })) {
      it(`${name} opens one, without opener and referrer, while the answer is still being kept`, async () => {
        await leave();
        await isAsked();
        await agree(guarded, never);
        const arrival = await hasArrived();
        expect(arrival.arrived).to.equal(outside());
        expect([arrival.inFrame, arrival.opener, arrival.referrer]).to.deep.equal([false, false, '']);
        expect(guarded.stays()).to.equal(true);
      });
    }

    it('opens the very address that was shown, whatever the link says by then', async () => {
      await open(link('target="_blank"'));
      await pressExit();
      await isAsked();
      guarded.$('#exit').href = outside('changed');
      expect(guarded.asked[0].current()).to.equal(outside('changed'));
      await agree(guarded, never, outside());
      expect((await hasArrived()).arrived).to.equal(outside());
    });

    it('a link in this window is followed as a press would, once the answer is kept', async () => {
      await open(link());
      const followed = watchFollowed(guarded);
      await pressExit();
      await isAsked();
      let kept;
      guarded.asked[0].open(
        outside(),
        aTimeout(60).then(() => (kept = performance.now())),
      );
      expect(followed).to.deep.equal([]);
      const { arrived, inFrame, referrer } = await hasArrived();
      expect(followed[0].at - kept).to.be.within(0, 50);
      expect([arrived, inFrame, referrer]).to.deep.equal([outside(), true, guarded.frame.src]);
    });

    it('a link in this window is followed after 300 ms where the answer is not kept by then, at once where that failed', async () => {
      for (const [saved, least] of [
        [never, 290],
        [failed(), 0],
      ]) {
        await open(link());
        const followed = watchFollowed(guarded);
        await pressExit();
        await isAsked();
        const start = performance.now();
        guarded.asked[0].open(outside(), saved);
        await hasArrived();
        expect(followed[0].at - start).to.be.within(least, least + 150);
        expect(guarded.asked.length).to.equal(1);
        guarded.close();
      }
    });

    it('a link into a frame of the page loads there', async () => {
      await open(`${link('target="inner"')}<iframe name="inner"></iframe>`);
      await pressExit();
      await isAsked();
      await agree(guarded, never);
      const { frame, inFrame } = await hasArrived();
      expect([frame, inFrame]).to.deep.equal(['inner', true]);
      expect(guarded.stays()).to.equal(true);
    });

    it('an app, a call or a message is opened in the task of the yes', async () => {
      for (const href of ['ming-test://open?x=1', 'tel:+8610000000', 'mailto:a@example.com']) {
        await open(link('', href));
        await pressExit();
        await isAsked();
        // What the system would do with it is not ours to start in a test.
        guarded.view.HTMLAnchorElement.prototype.click = () => undefined;
        const followed = watchFollowed(guarded);
        guarded.asked[0].open(href, never);
        expect(followed.map((one) => [one.href, one.target])).to.deep.equal([[href, '_self']]);
        guarded.close();
      }
    });

    it("a script's location is followed, in place of this page where it said so", async () => {
      if (!('navigation' in window)) return;
      for (const [call, grows] of [
        [`location = '${outside()}'`, 1],
        [`location.replace('${outside()}')`, 0],
      ]) {
        await open('');
        const before = history.length;
        guarded.view.setTimeout(call);
        await isAsked();
        await agree(guarded);
        expect((await hasArrived()).arrived).to.equal(outside());
        expect(history.length - before, call).to.be.at.most(grows);
        guarded.close();
      }
    });

    it('asks again for the next press', async () => {
      await open(`${link('target="inner"')}<iframe name="inner"></iframe>`);
      await pressExit();
      await isAsked();
      await agree(guarded);
      await hasArrived();
      await aTimeout(600);
      await pressExit();
      await isAsked(2);
    });

    it('window.open opens without opener, in the task of the yes, and gives its caller null before', async () => {
      await open('<button id="exit">open</button>', { layers: ['windows'] });
      let given = 'nothing';
      guarded.$('#exit').onclick = () => (given = guarded.view.open(outside()));
      await pressExit();
      await isAsked();
      expect(given).to.equal(null);
      await agree(guarded, never);
      const { arrived, inFrame, opener, referrer } = await hasArrived();
      expect([arrived, inFrame, opener, referrer]).to.deep.equal([outside(), false, false, '']);
    });
  });

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

  describe('what the engine is told', () => {
    const words = `data-ming-name="微信" data-ming-operator="示例公司" data-ming-about="支付" data-ming-permissions="无"
      data-ming-data="手机号" data-ming-kind="service" data-ming-policy="隐私政策"
      data-ming-policy-url="https://partner.example/privacy"`;
    const told = {
      kind: 'service',
      name: '微信',
      operator: '示例公司',
      about: '支付',
      permissions: '无',
      data: '手机号',
      policy: { title: '隐私政策', url: 'https://partner.example/privacy' },
    };
    const tell = (question) => {
      const keys = ['kind', 'name', 'operator', 'about', 'permissions', 'data', 'policy'];
      return Object.fromEntries(
        keys.map((key) => [key, question[key]]).filter(([, value]) => value !== undefined),
      );
    };

    it('stands on the link', async () => {
      await open(link(words));
      guarded.$('#exit').click();
      await isAsked();
      expect(tell(guarded.asked[0])).to.deep.equal(told);
      expect(guarded.asked[0].base).to.equal(guarded.page.baseURI);
    });

    it('stands on the form, and on its button before', async () => {
      await open(
        `<form action="${outside()}" ${words}><button id="exit" data-ming-name="支付宝">send</button></form>`,
      );
      guarded.$('#exit').click();
      await isAsked();
      expect(tell(guarded.asked[0])).to.deep.equal({ ...told, name: '支付宝' });
    });

    it('is what describe says first, and nothing the page put on every object', async () => {
      await open(link(words));
      guarded.close();
      const heard = [];
      await open(link('data-ming-name="微信"'), {
        describe: (element, url) => {
          heard.push([element.id, url.href]);
          return { name: 'WeChat', kind: 'mini-program' };
        },
        prepare: ({ defaultView }) => {
          defaultView.Object.prototype.operator = 'nobody';
          defaultView.Object.prototype.kind = 'phone';
        },
      });
      guarded.$('#exit').click();
      await isAsked();
      expect(heard).to.deep.equal([['exit', outside()]]);
      const { kind, name, operator } = guarded.asked[0];
      expect([kind, name, operator]).to.deep.equal(['mini-program', 'WeChat', undefined]);
    });

    it('is nothing where nothing is known', async () => {
      await open(link());
      guarded.$('#exit').click();
      await isAsked();
      expect(tell(guarded.asked[0])).to.deep.equal({});
      expect(guarded.asked[0].deferToSystem).to.equal(false);
    });

    it('whether the system asks by itself', async () => {
      const seen = [];
      for (const deferToSystem of [true, (url) => url.protocol === 'weixin:']) {
        await open(`${link()}<a id="app" href="weixin://x">x</a>`, { deferToSystem });
        guarded.$('#exit').click();
        guarded.$('#app').click();
        seen.push(guarded.asked.map((question) => question.deferToSystem));
        guarded.close();
      }
      expect(seen).to.deep.equal([
        [true, true],
        [false, true],
      ]);
    });
  });

  describe('starting and stopping', () => {
    it('stops: every exit is the browser’s again, and window.open is what it was', async () => {
      await open(link('target="inner"') + '<iframe name="inner"></iframe>', {
        layers: ['links', 'forms', 'navigation', 'windows'],
        prepare: ({ defaultView }) => (defaultView.before = defaultView.open),
      });
      expect(guarded.view.open).not.to.equal(guarded.view.before);
      guarded.stop();
      expect(guarded.view.open).to.equal(guarded.view.before);
      await pressExit();
      await hasArrived();
      expect(guarded.asked).to.deep.equal([]);
    });

    it('leaves window.open to whoever wrapped it since, and lets everything through', async () => {
      await open('<iframe name="inner"></iframe>', { layers: ['windows'] });
      const { open: guardedOpen } = guarded.view;
      const wrapped = (...parts) => guardedOpen(...parts);
      guarded.view.open = wrapped;
      guarded.stop();
      expect(guarded.view.open).to.equal(wrapped);
      expect(guarded.view.open(outside(), 'inner') === null).to.equal(false);
      await hasArrived();
      expect(guarded.asked).to.deep.equal([]);
    });

    it('leaves window.open alone for the own pages, and unless it is asked to', async () => {
      await open('<iframe name="inner"></iframe>', {
        prepare: ({ defaultView }) => (defaultView.before = defaultView.open),
      });
      expect(guarded.view.open).to.equal(guarded.view.before);
      guarded.close();
      await open('<iframe name="inner"></iframe>', { layers: ['windows'], isOutside: undefined });
      const inner = guarded.view.frames[0];
      expect(guarded.view.open('about:blank', 'inner') === inner).to.equal(true);
      expect(guarded.asked).to.deep.equal([]);
    });

    it('does not guard for an engine that is none, or without a window', async () => {
      await open('');
      const { guardLinks } = guarded.view;
      const engine = { confirmJump: () => never };
      const codeOf = (...parts) => {
        try {
          guardLinks(...parts);
          return 'none';
        } catch (error) {
          return error.code;
        }
      };
      const inert = guarded.page.implementation.createHTMLDocument('');
      expect([
        codeOf(guarded.page, { engine: {} }),
        codeOf(inert, { engine }),
        codeOf(null, { engine }),
      ]).to.deep.equal(Array(3).fill('jump/invalid-guard'));
    });
  });
});
