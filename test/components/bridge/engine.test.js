import { expect } from '@open-wc/testing';
import { core } from '../../support/core-dist.js';
import { sampleClaim } from '../../support/host-contract.js';
import { alipayEnd, wechatEnd } from '../../support/mini-program-ends.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { waitUntil } from '../../support/wait-until.js';
import { addressOf, closeWebViews, openWebView } from '../../support/web-view-page.js';

const chrome = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36';
const engines = new Set();

const openPage = (userAgent, inject, scripts) =>
  openWebView({
    userAgent: `${chrome} ${userAgent}`,
    inject,
    scripts,
    modules: Object.fromEntries(
      ['wechat', 'alipay'].map((name) => [name, addressOf(`dist/src/bridge/hosts/${name}.js`)]),
    ),
  });

const openWeChat = async (options = {}) => {
  const native = wechatEnd();
  const page = await openPage('MicroMessenger/8.0 miniProgram', native.inject, [
    addressOf('node_modules/weixin-js-sdk/index.js'),
  ]);
  const client = page.exported.miniProgram;
  return { native, bridge: page.modules.wechat.wechatHost({ client, ...options }) };
};

const openAlipay = async (native = alipayEnd()) => {
  const page = await openPage('AlipayClient/10.5', native.inject);
  return { native, bridge: page.modules.alipay.alipayHost() };
};

const start = async (host, storage = core.memoryStorage()) => {
  const policy = await samplePolicy(core.hashText, { version: '1' });
  const engine = core.createConsent({ namespace: 'host-test', policies: [policy], storage, host });
  engines.add(engine);
  await engine.ready;
  return engine;
};

const answer = async (engine, decision) => {
  engine.ensure('sample').catch(() => undefined);
  await waitUntil(() => engine.prompt, 'the question is open');
  await engine.prompt.present(sampleNotice);
  return engine.prompt.answer(decision, sampleDetails);
};

describe('an engine in an app', () => {
  const key = 'mingshi-host/host-test/alipay';

  beforeEach(() => localStorage.removeItem(key));
  afterEach(() => {
    for (const engine of engines) engine.destroy();
    engines.clear();
    localStorage.removeItem(key);
    closeWebViews();
  });

  it('tells WeChat of a grant and of its withdrawal, which arrive when the page is left', async () => {
    const { native, bridge } = await openWeChat();
    const engine = await start({ bridge });
    const { event } = await answer(engine, 'granted');
    await waitUntil(() => native.waiting.length === 1, 'the grant waits');
    await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
    await waitUntil(() => native.waiting.length === 2, 'the withdrawal waits');
    const [granted, withdrawn] = native.taken();
    expect(granted.id).to.equal(event.id);
    expect(granted.policyHash).to.equal(event.policyHash);
    expect(withdrawn.decision).to.equal('withdrawn');
    expect(withdrawn.supersedes).to.deep.equal([event.id]);
    expect(JSON.stringify([granted, withdrawn])).not.to.contain(event.subject.id);
  });

  it('records a choice at once where the app never answers, and tells it again at the next start', async () => {
    const storage = core.memoryStorage();
    const native = alipayEnd();
    native.mode = 'silent';
    const first = await start({ bridge: (await openAlipay(native)).bridge }, storage);
    const { event, saved } = await answer(first, 'granted');
    expect(first.status('sample').decision).to.equal('granted');
    await saved;
    await waitUntil(() => native.taken().length === 1, 'it was handed over');
    expect(localStorage.getItem(key)).to.match(/^\|/);
    first.destroy();
    native.mode = 'keeps';
    const second = await start({ bridge: (await openAlipay(native)).bridge }, storage);
    await waitUntil(
      () => localStorage.getItem(key)?.startsWith(event.id.slice(0, 16)),
      'it was acknowledged',
    );
    expect(native.taken().map(({ id }) => id)).to.deep.equal([event.id, event.id]);
    expect(second.errors).to.deep.equal([]);
    second.destroy();
    await start({ bridge: (await openAlipay(native)).bridge }, storage);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(native.taken().length).to.equal(2);
  });

  it('hands over nothing of a refusal, and nothing of a question that was closed', async () => {
    const { native, bridge } = await openAlipay();
    const engine = await start({ bridge });
    await (
      await answer(engine, 'denied')
    ).saved;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(native.taken()).to.deep.equal([]);
  });

  it('takes over what the person agreed to in the app, and asks no more', async () => {
    const native = alipayEnd();
    native.claims = [sampleClaim()];
    const { bridge } = await openAlipay(native);
    const engine = await start({ bridge });
    await waitUntil(() => engine.status('sample').decision === 'granted', 'the claim counts');
    expect(engine.status('sample').event.act).to.equal('host');
    expect(engine.errors).to.deep.equal([]);
  });

  it('takes over nothing that somebody else says, or says in another shape', async () => {
    const native = alipayEnd();
    native.claims = [{ ...sampleClaim(), granted: true }];
    const { bridge } = await openAlipay(native);
    const engine = await start({ bridge });
    native.spoof([sampleClaim()]);
    await waitUntil(
      () => engine.errors.some(({ code }) => code === 'host/invalid-claims'),
      'it was reported',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(engine.status('sample').decision).to.equal('none');
  });
});
