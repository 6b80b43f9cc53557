import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const url = 'https://partner.example/offer?id=7';

const start = async (options = {}) => {
  const app = createApp(core);
  const engine = await app.open(options);
  const opened = [];
  const confirm = (more = {}) => engine.confirmJump({ url, open: (href) => opened.push(href), ...more });
  return { app, engine, opened, confirm };
};

const see = async (engine) => {
  await until(() => engine.prompt?.jump);
  await engine.prompt.present(sampleNotice);
  return engine.prompt;
};

const answer = async (engine, decision, details = {}) =>
  (await see(engine)).answer(decision, { ...sampleDetails, ...details });

const jumpEvents = async (engine) =>
  (await engine.history()).filter(({ request }) => request.kind === 'jump');

describe('a jump', () => {
  it('opens the very string that was shown, in the task of the answer, and is recorded for once', async () => {
    const { engine, opened, confirm } = await start();
    const outcome = confirm({ name: '示例保险' });
    const prompt = await see(engine);
    assert.deepEqual(
      [prompt.jump.target.href, prompt.jump.name, prompt.jump.mayRemember],
      [url, '示例保险', true],
    );
    assert.deepEqual(opened, []);
    prompt.answer('granted', sampleDetails);
    assert.deepEqual(opened, [url]);
    const { decision, remembered } = await outcome;
    assert.deepEqual([decision, remembered], ['granted', false]);
    const [event] = await jumpEvents(engine);
    assert.deepEqual(event.request, { id: 'jump:website:partner.example', kind: 'jump' });
    assert.equal(event.validity, 'once');
    assert.equal(engine.status('jump:website:partner.example').decision, 'none');
    assert.equal(JSON.stringify(event).includes('offer'), false);
  });

  for (const decision of ['denied', 'dismissed']) {
    it(`${decision} opens nothing, and is asked again the next time`, async () => {
      const { engine, opened, confirm } = await start();
      const outcome = confirm();
      await answer(engine, decision);
      assert.equal((await outcome).decision, decision);
      const again = confirm();
      await answer(engine, 'denied');
      await again;
      assert.deepEqual(opened, []);
    });
  }

  it('is remembered only where the person asked for it, for that host alone, until that is taken back', async () => {
    const { engine, opened, confirm } = await start();
    const first = confirm();
    await answer(engine, 'granted', { remember: true });
    await first;
    const second = await confirm({ url: 'https://partner.example/other' });
    assert.deepEqual([second.decision, second.remembered], ['granted', true]);
    assert.deepEqual(opened, [url, 'https://partner.example/other']);
    const third = confirm({ url: 'https://evil.partner.example/' });
    await answer(engine, 'denied');
    assert.equal((await third).decision, 'denied');
    await withdraw(engine, 'jump:website:partner.example');
    const fourth = confirm();
    await answer(engine, 'denied');
    await fourth;
    assert.equal(opened.length, 2);
  });

  it('is remembered after a restart, and asks nobody', async () => {
    const { app, engine, confirm } = await start();
    const first = confirm();
    await answer(engine, 'granted', { remember: true });
    await first;
    engine.destroy();
    const next = await app.open();
    const opened = [];
    const { remembered } = await next.confirmJump({ url, open: (href) => opened.push(href) });
    assert.deepEqual([remembered, opened], [true, [url]]);
  });

  it('to a target that is to be warned of is never remembered', async () => {
    const { engine, confirm } = await start();
    const outcome = confirm({ url: 'http://192.168.1.1/' });
    assert.equal((await see(engine)).jump.mayRemember, false);
    await answer(engine, 'granted', { remember: true });
    await outcome;
    assert.equal((await jumpEvents(engine))[0].validity, 'once');
  });

  it('whose target changed after it was shown opens nothing; the person is asked about the new one', async () => {
    const { engine, opened, confirm } = await start();
    let now = url;
    const outcome = confirm({ current: () => now });
    const prompt = await see(engine);
    now = 'https://elsewhere.example/';
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'jump/target-changed' });
    assert.deepEqual(opened, []);
    assert.deepEqual(await jumpEvents(engine), []);
    await until(() => engine.prompt?.jump?.target.host === 'elsewhere.example');
    await answer(engine, 'granted');
    assert.deepEqual(opened, [now]);
    assert.equal((await outcome).target.href, now);
  });

  it('that is hostile is shown for what it is and never opened', async () => {
    for (const hostile of ['javascript:alert(1)', 'https://good.example@evil.example/', 'data:text/html,x']) {
      const { engine, opened, confirm } = await start();
      const outcome = confirm({ url: hostile });
      const prompt = await see(engine);
      assert.equal(prompt.jump.target.allowed, false);
      assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'jump/refused' });
      prompt.jump.end();
      assert.equal((await outcome).decision, 'refused');
      assert.equal(engine.prompt, undefined);
      assert.deepEqual(opened, []);
      assert.deepEqual(await jumpEvents(engine), []);
    }
  });

  it('that turns hostile after it was shown is refused', async () => {
    const { engine, opened, confirm } = await start();
    let now = url;
    const outcome = confirm({ current: () => now });
    const prompt = await see(engine);
    now = 'javascript:alert(1)';
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'jump/target-changed' });
    await until(() => engine.prompt?.jump?.target.allowed === false);
    engine.prompt.jump.end();
    assert.equal((await outcome).decision, 'refused');
    assert.deepEqual(opened, []);
  });

  it('is asked about again where information goes along, or somebody else is there now', async () => {
    const { engine, opened, confirm } = await start();
    const first = confirm({ operator: '甲公司' });
    await answer(engine, 'granted', { remember: true });
    await first;
    for (const more of [{ operator: '甲公司', data: '手机号' }, { operator: '乙公司' }]) {
      const again = confirm(more);
      await answer(engine, 'denied');
      assert.equal((await again).decision, 'denied');
    }
    assert.equal(opened.length, 1);
  });

  it('forgotten in another tab is asked about', async () => {
    const { app, engine, confirm } = await start();
    const first = confirm();
    await answer(engine, 'granted', { remember: true });
    await first;
    const other = await app.open();
    await withdraw(other, 'jump:website:partner.example');
    const again = confirm();
    await answer(engine, 'denied');
    assert.equal((await again).decision, 'denied');
  });

  it('whose app cannot say where it leads now counts as changed; the questions go on', async () => {
    const { engine, opened, confirm } = await start();
    const current = () => {
      throw new Error('gone');
    };
    const outcome = confirm({ current });
    const prompt = await see(engine);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'jump/target-changed' });
    await until(() => engine.prompt?.jump?.changed);
    engine.prompt.jump.end();
    assert.equal((await outcome).decision, 'refused');
    const next = confirm();
    await answer(engine, 'denied');
    await next;
    assert.deepEqual(opened, []);
  });

  it('that changed rejects too when the engine ends', async () => {
    const { engine, confirm } = await start();
    let now = url;
    const outcome = confirm({ current: () => now });
    const prompt = await see(engine);
    now = 'https://elsewhere.example/';
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'jump/target-changed' });
    engine.destroy();
    await assert.rejects(outcome, { code: 'engine/destroyed' });
  });

  it('left to a system that asks by itself opens at once, and records nothing', async () => {
    const { engine, opened, confirm } = await start();
    const outcome = await confirm({ deferToSystem: true });
    assert.deepEqual([outcome.decision, opened], ['deferred', [url]]);
    assert.deepEqual(await jumpEvents(engine), []);
    assert.equal(
      (await Promise.race([confirm({ url: 'javascript:1', deferToSystem: true }), see(engine)])).jump.target
        .allowed,
      false,
    );
  });

  it('ended by the app is no answer; the next question opens', async () => {
    const { engine, opened, confirm } = await start();
    const stop = new AbortController();
    const outcome = confirm({ signal: stop.signal });
    await see(engine);
    stop.abort();
    assert.equal((await outcome).decision, 'dismissed');
    assert.equal(engine.prompt, undefined);
    assert.deepEqual([opened, await jumpEvents(engine)], [[], []]);
  });

  it('needs no consent to the policy, and waits behind the question about it', async () => {
    const { engine, confirm } = await start();
    const gate = press(engine, 'denied');
    const outcome = confirm();
    await gate;
    await answer(engine, 'denied');
    assert.equal((await outcome).decision, 'denied');
  });

  it('ends with the engine', async () => {
    const { engine, confirm } = await start();
    const outcome = confirm();
    await see(engine);
    engine.destroy();
    await assert.rejects(outcome, { code: 'engine/destroyed' });
    await assert.rejects(confirm(), { code: 'engine/destroyed' });
  });
});

describe('what stands large', () => {
  it('is the registrable domain where the app gives a way to know it', async () => {
    const registrableDomain = (host) => host.split('.').slice(-2).join('.');
    const { engine, confirm } = await start({ registrableDomain });
    confirm({ url: 'https://login.bank.partner.example/' }).catch(() => undefined);
    const { target } = (await see(engine)).jump;
    assert.deepEqual([target.display.name, target.host], ['partner.example', 'login.bank.partner.example']);
    engine.destroy();
  });
});

describe('a host that reads like the page’s own', () => {
  it('is said to look alike', async () => {
    const { engine, confirm } = await start();
    confirm({ url: 'https://qinghe-bαnk.example/', base: 'https://qinghe-bank.example/app' }).catch(
      () => undefined,
    );
    const { warnings } = (await see(engine)).jump.target;
    assert.equal(warnings.includes('looks-alike'), true);
    engine.destroy();
  });
});

describe('bad input', () => {
  for (const request of [
    undefined,
    {},
    { url: 5 },
    { url, name: 5 },
    { url, kind: 'rocket' },
    { url, open: 'x' },
    { url, policy: {} },
  ]) {
    it(`${JSON.stringify(request)} is refused with jump/invalid-request`, async () => {
      const { engine } = await start();
      await assert.rejects(engine.confirmJump(request), { code: 'jump/invalid-request' });
      assert.equal(engine.prompt, undefined);
    });
  }
});
