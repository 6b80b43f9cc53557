import { expect } from '@open-wc/testing';
import { bridge } from '../../support/bridge-dist.js';
import { makeDesk, sampleMessage } from '../../support/host-contract.js';
import { alipayEnd, uniAppEnd, wechatEnd } from '../../support/mini-program-ends.js';
import { sampleEvent } from '../../support/sample-events.js';
import { waitUntil } from '../../support/wait-until.js';
import { addressOf, closeWebViews, openWebView } from '../../support/web-view-page.js';

const weixin = addressOf('node_modules/weixin-js-sdk/index.js');
const dcloud = addressOf('node_modules/@dcloudio/uni-webview-js/index.js');
const module = (name) => ({ host: addressOf(`dist/src/bridge/hosts/${name}.js`) });
const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
const wechatBrowser = `${chrome} MicroMessenger/8.0.49 NetType/WIFI`;
const wechatMiniProgram = `${wechatBrowser} miniProgram/wx0123`;

const fresh = { again: false };

const rejection = (promise) =>
  promise.then(
    () => undefined,
    (error) => error,
  );

const queryOf = (address) => Object.fromEntries(new URL(address, 'https://mini.example').searchParams);

const openWeChat = async (options = {}, { userAgent = wechatMiniProgram, inject } = {}) => {
  const native = wechatEnd();
  const page = await openWebView({
    userAgent,
    inject: inject ? (window) => inject(native, window) : native.inject,
    scripts: [weixin],
    modules: module('wechat'),
  });
  const client = page.exported.miniProgram;
  return { native, page, host: page.modules.host.wechatHost({ client, ...options }) };
};

describe("WeChat's mini-program, over the client it publishes", () => {
  afterEach(closeWebViews);

  it('nothing arrives until the page is left, then all of it at once', async () => {
    const { native, host } = await openWeChat();
    for (const decision of ['granted', 'withdrawn'])
      await host.send(sampleMessage(bridge, { decision }), fresh);
    expect(native.waiting.length).to.equal(2);
    await host.leave();
    expect(native.calls).to.deep.equal([['navigateBack', { delta: 1 }]]);
    expect(native.taken().map(({ decision }) => decision)).to.deep.equal(['granted', 'withdrawn']);
  });

  it('leaving waits at least 100 ms after the last message', async () => {
    const { native, host } = await openWeChat();
    const began = performance.now();
    await host.send(sampleMessage(bridge), fresh);
    const sent = performance.now();
    await host.leave(2);
    expect(performance.now() - sent).to.be.at.least(100);
    expect(native.calls).to.deep.equal([['navigateBack', { delta: 2 }]]);
    expect(sent - began).to.be.below(500);
  });

  it('a new choice opens the page named for it, with a receipt in its query; the same one sent again does not', async () => {
    const { native, host } = await openWeChat({ page: '/pages/consent' });
    const message = sampleMessage(bridge, { validity: 'until', until: '2027-01-01T00:00:00.000Z' });
    expect(await host.send(message, fresh)).to.equal('queued');
    expect(await host.send(message, { again: true })).to.equal('queued');
    expect(native.calls.length).to.equal(1);
    const [[call, { url }]] = native.calls;
    expect(call).to.equal('navigateTo');
    expect(url.split('?')[1].length).to.be.at.most(512);
    const { id, request, decision, version, time, until, policyHash, noticeHash, namespace } = message;
    const rest = { id, request, decision, version, time, until, policyHash, noticeHash, namespace };
    expect(queryOf(url)).to.deep.equal({ mingshi: '1', ...rest });
    expect(native.taken().length).to.equal(2);
  });

  it('opens it only for the choices the app names', async () => {
    const { native, host } = await openWeChat({
      page: '/pages/consent?from=h5',
      opens: ({ request }) => request === 'sample',
    });
    await host.send(sampleMessage(bridge, { request: { id: 'other', kind: 'separate' } }), fresh);
    expect(native.calls).to.deep.equal([]);
    await host.send(sampleMessage(bridge), fresh);
    expect(queryOf(native.calls[0][1].url).from).to.equal('h5');
  });

  it('a receipt stays within 512 characters: hashes are left out first, and too long an id is an error', async () => {
    const { native, host } = await openWeChat({ page: '/pages/consent' });
    const named = (id) => sampleMessage(bridge, { request: { id, kind: 'separate' } });
    await host.send(named('人脸识别登录与支付验证并用于实名认证的人脸图像及视频信息'), fresh);
    const [, { url }] = native.calls[0];
    expect(url.split('?')[1].length).to.be.at.most(512);
    expect(queryOf(url).request).to.equal('人脸识别登录与支付验证并用于实名认证的人脸图像及视频信息');
    expect(queryOf(url).noticeHash).to.equal(undefined);
    const error = await rejection(host.send(named('很'.repeat(60)), fresh));
    expect(error.code).to.equal('host/receipt-too-long');
    expect(native.calls.length).to.equal(1);
    expect(native.taken().length).to.equal(2);
  });

  it('a page WeChat does not open is an error, and the message still waits', async () => {
    const { native, host } = await openWeChat({ page: '/pages/missing' });
    native.refuses.add('navigateTo');
    const error = await rejection(host.send(sampleMessage(bridge), fresh));
    expect(error.code).to.equal('host/page-not-opened');
    expect(native.taken().length).to.equal(1);
  });

  it('a message WeChat refuses is unsupported', async () => {
    const { native, host } = await openWeChat();
    native.refuses.add('postMessage');
    expect(await host.send(sampleMessage(bridge), fresh)).to.equal('unsupported');
    const { desk, codes } = makeDesk(bridge, host);
    await desk.start();
    desk.deliver(sampleEvent());
    expect((await desk.flush())[0].delivery).to.equal('unsupported');
    expect(codes()).to.deep.equal(['host/unsupported']);
  });

  it('a container that never says whether it took the message is queued, in half a second', async () => {
    const { native, host } = await openWeChat();
    native.mode = 'silent';
    expect(await host.send(sampleMessage(bridge), fresh)).to.equal('queued');
  });

  it('is found when WeChat is late: its mark and its bridge come after the scripts of the page', async () => {
    const { native, page, host } = await openWeChat(
      {},
      { userAgent: wechatBrowser, inject: () => undefined },
    );
    const present = host.isPresent();
    native.arrive(page);
    expect(await present).to.equal(true);
    await host.send(sampleMessage(bridge), fresh);
    expect(native.taken().length).to.equal(1);
  });

  it("is not found in WeChat's own browser, whose client never answers, and settles in 3 s", async () => {
    const { page, host } = await openWeChat(
      {},
      { userAgent: wechatBrowser, inject: (native, window) => native.browser(window) },
    );
    const began = performance.now();
    expect(await host.isPresent()).to.equal(false);
    expect(performance.now() - began).to.be.below(4500);
    const plain = await openWebView({ userAgent: chrome, scripts: [weixin] });
    let answered = false;
    plain.exported.miniProgram.getEnv(() => (answered = true));
    expect(answered).to.equal(false);
    expect(page.exported.miniProgram).to.be.an('object');
  });

  it('in 企业微信 the one host is found and the other is not', async () => {
    const found = async (userAgent) => {
      const page = await openWebView({
        userAgent,
        inject: wechatEnd().inject,
        scripts: [weixin],
        modules: { wechat: module('wechat').host, work: module('work-wechat').host },
      });
      const client = page.exported.miniProgram;
      const { wechat, work } = page.modules;
      return Promise.all([
        wechat.wechatHost({ client }).isPresent(),
        work.workWechatHost({ client }).isPresent(),
      ]);
    };
    expect(await found(`${wechatMiniProgram} wxwork/4.1`)).to.deep.equal([false, true]);
    expect(await found(wechatMiniProgram)).to.deep.equal([true, false]);
  });

  it("what only the mini-program's own page can ask needs that page, and says so", async () => {
    const { native, page, host } = await openWeChat();
    const { askOnNativePage } = page.modules.host;
    const error = await rejection(askOnNativePage(host, 'privacy-authorization'));
    expect(error.code).to.equal('host/needs-native-page');
    expect(native.calls).to.deep.equal([]);
    await askOnNativePage(host, 'privacy-authorization', '/pages/privacy');
    expect(native.calls).to.deep.equal([
      ['navigateTo', { url: '/pages/privacy?mingshi=1&ask=privacy-authorization' }],
    ]);
    native.refuses.add('navigateTo');
    const refused = await rejection(askOnNativePage(host, 'system-setting', '/pages/setting'));
    expect(refused.code).to.equal('host/page-not-opened');
  });
});

describe("Alipay's mini-program", () => {
  afterEach(closeWebViews);

  const openAlipay = async (end = alipayEnd(), before = () => undefined) => {
    const page = await openWebView({
      userAgent: `${chrome} AlipayClient/10.5`,
      inject: (window) => {
        end.inject(window);
        before(window);
      },
      modules: module('alipay'),
    });
    return { native: end, page, host: page.modules.host.alipayHost() };
  };

  it("the page's own listener goes on being called, also one set later", async () => {
    const heard = [];
    const { page, host } = await openAlipay(alipayEnd(), (window) => {
      window.my.onMessage = (message) => heard.push(['first', message.acked]);
    });
    const [one, two] = [sampleMessage(bridge), sampleMessage(bridge)];
    expect(await host.send(one)).to.equal('acked');
    page.my.onMessage = (message) => heard.push(['second', message.acked]);
    expect(await host.send(two)).to.equal('acked');
    expect(heard).to.deep.equal([
      ['first', one.id],
      ['second', two.id],
    ]);
  });

  it("a page's listener that throws keeps no answer back", async () => {
    const { native, host } = await openAlipay(alipayEnd(), (window) => {
      window.my.onMessage = () => {
        throw new Error('the page threw');
      };
    });
    expect(await host.send(sampleMessage(bridge))).to.equal('acked');
    expect(native.threw.message).to.equal('the page threw');
  });

  it('is not found in a page Alipay shows outside a mini-program, nor where its client never says', async () => {
    for (const environment of [{ miniprogram: false }, null]) {
      const { host } = await openAlipay(alipayEnd({ environment }));
      expect(await host.isPresent()).to.equal(false);
    }
  });
});

describe('an app made with uni-app, over the client DCloud publishes', () => {
  afterEach(closeWebViews);

  const strayMessages = async (run) => {
    const stray = [];
    const note = (event) => stray.push(event.data);
    window.addEventListener('message', note);
    await run();
    await new Promise((resolve) => setTimeout(resolve, 100));
    window.removeEventListener('message', note);
    return stray.filter((data) => data?.type === 'WEB_INVOKE_APPSERVICE');
  };

  it('never posts to the frame around the page, which the client does where its bridge is missing', async () => {
    const page = await openWebView({
      userAgent: `${chrome} uni-app Html5Plus/1.0`,
      scripts: [dcloud],
      modules: module('uni-app'),
    });
    const host = page.modules.host.uniAppHost();
    const ours = await strayMessages(async () => {
      expect(await host.isPresent()).to.equal(false);
      const error = await rejection(host.send(sampleMessage(bridge)));
      expect(error.code).to.equal('host/absent');
    });
    expect(ours).to.deep.equal([]);
    const theirs = await strayMessages(() => page.uni.webView.postMessage({ data: { secret: true } }));
    expect(theirs.length).to.equal(1);
  });

  it('waits for the bridge of an app that starts slowly', async () => {
    const native = uniAppEnd();
    const page = await openWebView({
      userAgent: `${chrome} uni-app Html5Plus/1.0`,
      scripts: [dcloud],
      modules: module('uni-app'),
    });
    const host = page.modules.host.uniAppHost();
    const present = host.isPresent();
    native.inject(page);
    page.document.dispatchEvent(new page.Event('plusready'));
    expect(await present).to.equal(true);
    expect(await host.send(sampleMessage(bridge))).to.equal('acked');
    expect(native.taken().length).to.equal(1);
    host.close();
  });
});

describe('a mini-program around the page and the desk that tells it', () => {
  afterEach(closeWebViews);

  it('keeps acknowledged ids where the page keeps things, so that a reload sends nothing twice', async () => {
    const native = alipayEnd();
    const open = async () => {
      const page = await openWebView({
        userAgent: `${chrome} AlipayClient/10.5`,
        inject: native.inject,
        modules: module('alipay'),
      });
      const host = page.modules.host.alipayHost();
      const desk = new bridge.HostDesk({
        host,
        namespace: 'reload-test',
        timer: (callback, delay) => clearTimeout.bind(null, setTimeout(callback, delay)),
        report: (error) => {
          throw error;
        },
        claims: () => undefined,
      });
      await desk.start();
      return desk;
    };
    const key = 'mingshi-host/reload-test/alipay';
    localStorage.removeItem(key);
    const event = sampleEvent();
    const first = await open();
    first.deliver(event);
    await waitUntil(
      () => localStorage.getItem(key)?.startsWith(event.id.slice(0, 16)),
      'it was acknowledged',
    );
    first.close();
    const second = await open();
    second.deliver(event);
    expect(await second.flush()).to.deep.equal([]);
    expect(native.taken().length).to.equal(1);
    localStorage.removeItem(key);
  });
});
