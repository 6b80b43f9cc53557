import { expect } from '@open-wc/testing';
import { guarded, hasArrived, isAsked, link, never, open, pressExit } from './guard-steps.js';
import { outside } from './guarded-page.js';

describe('guardLinks', () => {
  afterEach(() => guarded?.close());

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

    it('is not a kind that there is not: the next that says one says it', async () => {
      const typed = (attributes) => link(`data-ming-kind="Website" ${attributes}`);
      for (const [markup, options, kind] of [
        [typed(''), {}, undefined],
        [typed('download'), {}, 'download'],
        [link('data-ming-kind="service"'), { describe: () => ({ kind: 'miniprogram' }) }, 'service'],
        [typed(''), { describe: () => ({ kind: 'mini-program' }) }, 'mini-program'],
      ]) {
        await open(markup, options);
        guarded.$('#exit').click();
        await isAsked();
        expect(guarded.asked[0].kind, markup).to.equal(kind);
        guarded.close();
      }
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
