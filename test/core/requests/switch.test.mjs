import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { brief, startDeclared, turn } from '../../support/request-app.js';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { push, sensitive } from '../../support/sample-requests.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const start = (requests = [push()], options) => startDeclared(core, requests, options);

describe('a switch (PIPL 24; R-C12)', () => {
  it('is what the app declared until somebody touches it, which is no consent', async () => {
    const { engine } = await start();
    assert.deepEqual([brief(engine.status('push')), engine.status('push').on], ['none/unanswered', true]);
    const { engine: other } = await start([push({ initial: 'off' })]);
    assert.equal(other.status('push').on, false);
  });

  it('is turned off without a question, and stays off', async () => {
    const { engine, open } = await start();
    const { event } = await turn(engine, 'push', false);
    assert.deepEqual([event.decision, event.request.kind], ['denied', 'switch']);
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    assert.equal(engine.prompt, undefined);
    for (const one of [engine, await open()]) assert.equal(one.status('push').on, false);
  });

  it('is turned on as a grant, and off again as its withdrawal', async () => {
    const { engine } = await start([push({ initial: 'off' })]);
    assert.equal((await turn(engine, 'push', true)).event.decision, 'granted');
    assert.deepEqual([engine.status('push').decision, engine.status('push').on], ['granted', true]);
    assert.equal((await turn(engine, 'push', false)).event.decision, 'withdrawn');
    assert.deepEqual([engine.status('push').decision, engine.status('push').on], ['withdrawn', false]);
  });

  it('can be withdrawn like any grant', async () => {
    const { engine } = await start();
    await turn(engine, 'push', true);
    await withdraw(engine, 'push');
    assert.equal(engine.status('push').on, false);
  });

  it('is off while the policy is not agreed to, whatever was declared; off can be said then, on cannot', async () => {
    const engine = await createApp(core).open({ requests: [push()] });
    assert.equal(engine.status('push').on, false);
    await assert.rejects(turn(engine, 'push', true), { code: 'request/no-consent' });
    await turn(engine, 'push', false);
    await press(engine, 'granted');
    assert.equal(engine.status('push').on, false);
    await turn(engine, 'push', true);
    assert.equal(engine.status('push').on, true);
    await withdraw(engine);
    assert.deepEqual([engine.status('push').on, brief(engine.status('push'))], [false, 'none/no-consent']);
  });

  it('is never asked about', async () => {
    const { engine } = await start();
    assert.equal((await engine.ensure('push', { trigger: 'user' })).decision, 'none');
    assert.equal(engine.prompt, undefined);
  });

  it('that was turned off stays off in a new version; one that was on falls back to what is declared', async () => {
    const { engine, open } = await start();
    await turn(engine, 'push', false);
    const next = await open({ requests: [push({ version: '2' })] });
    assert.equal(next.status('push').on, false);
    await turn(next, 'push', true);
    const later = await open({ requests: [push({ version: '3', initial: 'off' })] });
    assert.deepEqual([later.status('push').on, brief(later.status('push'))], [false, 'none/new-version']);
  });

  it('is off for a minor until it is turned on', async () => {
    const { engine } = await start([push()], { subject: { id: 'young', ageBand: '14-17' } });
    await press(engine, 'granted');
    assert.equal(engine.status('push').on, false);
    await turn(engine, 'push', true);
    assert.equal(engine.status('push').on, true);
  });

  it('is turned on by true and nothing else', async () => {
    const { engine } = await start([push({ initial: 'off' })]);
    for (const on of ['yes', 1, {}, undefined]) {
      await turn(engine, 'push', on);
      assert.equal(engine.status('push').on, false);
    }
  });

  it('needs a switch, and sound details', async () => {
    const { engine } = await start([push(), sensitive()]);
    await assert.rejects(turn(engine, 'identity', false), { code: 'request/not-a-switch' });
    await assert.rejects(turn(engine, 'other', false), { code: 'engine/unknown-request' });
    await assert.rejects(engine.setSwitch('push', false, sampleDetails), { code: 'prompt/invalid-notice' });
    await assert.rejects(engine.setSwitch('push', false, { notice: sampleNotice }), {
      code: 'prompt/invalid-answer',
    });
    assert.equal((await engine.history()).length, 1);
  });
});
