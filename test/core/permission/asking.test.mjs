import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import {
  answer,
  ask,
  brief,
  goThrough,
  permissionEvents,
  seePermission,
  startAgreed,
  words,
} from '../../support/permission-app.js';
import { sampleDetails } from '../../support/sample-policy.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const start = (options) => startAgreed(core, options);

describe('a permission', () => {
  it('is asked for by us first, then by the system in the very task of the answer, and both answers are recorded apart', async () => {
    const { engine } = await start();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    const prompt = await seePermission(engine);
    assert.deepEqual(prompt.permission.words, words);
    assert.equal(requester.calls, 0);
    const { event } = prompt.answer('granted', sampleDetails);
    assert.equal(requester.calls, 1);
    assert.equal(engine.prompt.permission.phase, 'system');
    assert.equal(engine.status('permission:camera').decision, 'none');
    requester.end({ end: 'granted', value: 'stream' });
    assert.deepEqual(await outcome, {
      granted: true,
      reason: 'answered',
      decision: 'granted',
      platform: { verdict: 'granted', certain: true },
      value: 'stream',
    });
    assert.equal(engine.prompt, undefined);
    const [ours, systems] = await permissionEvents(engine);
    assert.deepEqual(ours.request, { id: 'permission:camera', kind: 'permission', ...words });
    assert.equal(ours.id, event.id);
    assert.equal('platform' in ours, false);
    assert.deepEqual(systems.platform, { verdict: 'granted', certain: true });
    assert.deepEqual(systems.supersedes, [ours.id]);
    assert.equal(engine.status('permission:camera').decision, 'granted');
  });

  it('leaves a ledger that verifies, and events another engine reads', async () => {
    const { engine, app } = await start();
    await goThrough(engine, scriptedRequester(), { end: 'granted' });
    assert.equal((await verifyLedger(JSON.parse(await engine.export('json')).events)).result, 'consistent');
    engine.destroy();
    const next = await app.open();
    assert.equal(next.status('permission:camera').decision, 'granted');
    assert.deepEqual(next.errors, []);
  });

  it('refused by the person is never asked of the system', async () => {
    const { engine } = await start();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'denied');
    assert.deepEqual(brief(await outcome), [false, 'answered', 'denied', undefined]);
    assert.equal(requester.calls, 0);
    assert.equal(engine.prompt, undefined);
    assert.equal(engine.status('permission:camera').decision, 'denied');
  });

  for (const [end, states, verdict] of [
    ['refused', ['prompt', 'prompt', 'denied'], 'denied'],
    ['dismissed', ['prompt'], 'dismissed'],
    ['no-device', ['prompt'], 'no-device'],
    ['busy', ['prompt'], 'busy'],
  ]) {
    it(`that the system ends with ${verdict} is not granted; the person reads why, and closes`, async () => {
      const { engine, clock } = await start();
      const requester = scriptedRequester('camera', { states });
      const outcome = ask(engine, requester);
      await answer(engine, 'granted');
      clock.now += 2000;
      requester.end(end);
      assert.deepEqual(brief(await outcome), [false, 'answered', 'granted', verdict]);
      assert.equal(engine.status('permission:camera').decision, 'none');
      const prompt = await seePermission(engine, 'result');
      assert.equal(prompt.permission.platform.verdict, verdict);
      prompt.permission.end();
      assert.equal(engine.prompt, undefined);
    });
  }

  it('that stands granted by both is asked of the system alone the next time, and recorded anew only when it changed', async () => {
    const { engine, clock } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const again = scriptedRequester('camera', { states: ['granted'] });
    const outcome = ask(engine, again, { trigger: 'app' });
    await seePermission(engine, 'system');
    again.end('granted');
    assert.equal((await outcome).granted, true);
    assert.equal((await permissionEvents(engine)).length, 2);
    const gone = scriptedRequester('camera', { states: ['denied'] });
    const refused = ask(engine, gone);
    await seePermission(engine, 'system');
    clock.now += 20;
    gone.end('refused');
    assert.deepEqual(brief(await refused), [false, 'answered', 'granted', 'blocked']);
    assert.equal(engine.status('permission:camera').decision, 'none');
    assert.equal((await permissionEvents(engine)).length, 3);
  });

  it('is asked for anew where the purpose is another one', async () => {
    const { engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const outcome = goThrough(engine, scriptedRequester(), 'granted', { purpose: '拍摄证件' });
    assert.equal((await outcome).granted, true);
    assert.equal((await permissionEvents(engine)).length, 4);
  });

  it('has a place of its own for each function', async () => {
    const { engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted', { function: 'scan' });
    assert.equal(engine.status('permission:camera:scan').decision, 'granted');
    assert.equal(engine.status('permission:camera:video').decision, 'none');
    assert.equal(engine.status('permission:camera').asks, false);
  });

  it('takes purpose and refusal from the policy where the app gives none', async () => {
    const app = createApp(core);
    const text = '相机：用于扫码。拒绝后不能扫码。';
    const part = (words) => ({
      text: words,
      span: { start: text.indexOf(words), end: text.indexOf(words) + words.length },
    });
    const permissions = [
      { kind: 'camera', name: part('相机'), purpose: part('用于扫码'), refusal: part('拒绝后不能扫码') },
    ];
    const policy = await app.policyOf('1', { text, permissions });
    const engine = await app.open({ policy });
    await press(engine, 'granted');
    const requester = scriptedRequester();
    void engine.askPermission('camera', { requester, trigger: 'user' }).catch(() => undefined);
    assert.deepEqual((await seePermission(engine)).permission.words, {
      purpose: '用于扫码',
      refusal: '拒绝后不能扫码',
    });
    engine.destroy();
  });

  it('can be withdrawn, and is then asked for anew', async () => {
    const { engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const { event } = await withdraw(engine, 'permission:camera');
    assert.deepEqual([event.request.kind, event.request.id], ['permission', 'permission:camera']);
    assert.equal(event.policy.id, 'sample');
    assert.equal(engine.status('permission:camera').decision, 'withdrawn');
    assert.equal(engine.status('sample').decision, 'granted');
  });
});

describe('what cannot be asked', () => {
  it('is told to the person who started the function, and records nothing', async () => {
    for (const lack of ['unsupported', 'insecure', 'policy-blocked']) {
      const { engine } = await start();
      const outcome = await ask(engine, scriptedRequester('camera', { lack }));
      assert.deepEqual(brief(outcome), [false, 'cannot-ask', 'none', lack]);
      const prompt = await seePermission(engine, 'result');
      assert.equal(prompt.permission.platform.verdict, lack);
      prompt.permission.end();
      assert.equal(engine.prompt, undefined);
      assert.deepEqual(await permissionEvents(engine), []);
    }
  });

  it('is blocked where the system already said no: our question is not put for nothing', async () => {
    const { engine } = await start();
    const outcome = await ask(engine, scriptedRequester('camera', { states: ['denied'] }));
    assert.deepEqual(brief(outcome), [false, 'cannot-ask', 'none', 'blocked']);
    assert.equal((await seePermission(engine, 'result')).permission.platform.verdict, 'blocked');
  });

  it('shows nothing where the app asked by itself', async () => {
    const { engine } = await start();
    await ask(engine, scriptedRequester('camera', { lack: 'unsupported' }), { trigger: 'app' });
    assert.equal(engine.prompt, undefined);
  });

  it('in Node, without a requester, is unsupported', async () => {
    const { engine } = await start();
    for (const kind of ['camera', 'phone']) {
      const outcome = await engine.askPermission(kind, words);
      assert.deepEqual(brief(outcome), [false, 'cannot-ask', 'none', 'unsupported']);
    }
  });

  it('comes after the general policy: a person who does not agree is asked for nothing (R-C1)', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await until(() => engine.prompt);
    assert.equal(engine.prompt.request.kind, 'general');
    engine.prompt.answer('denied', sampleDetails);
    assert.deepEqual(brief(await outcome), [false, 'no-consent', 'none', undefined]);
    const byApp = await ask(engine, requester, { trigger: 'app' });
    assert.equal(byApp.reason, 'no-consent');
    assert.equal(requester.calls, 0);
  });
});

describe('bad input', () => {
  for (const [options, code, kind = 'camera'] of [
    [{}, 'permission/no-purpose'],
    [{ purpose: ' ' }, 'permission/invalid-request'],
    [{ ...words, scene: 5 }, 'permission/invalid-request'],
    [{ ...words, function: 'a b' }, 'permission/invalid-request'],
    [{ ...words, requester: {} }, 'permission/invalid-request'],
    [words, 'permission/unknown-kind', 'telepathy'],
    [words, 'permission/unknown-kind', 'constructor'],
  ]) {
    it(`${kind} with ${JSON.stringify(options)} is refused with ${code}`, async () => {
      const { engine } = await start();
      await assert.rejects(engine.askPermission(kind, options), { code });
      assert.equal(engine.prompt, undefined);
    });
  }

  it('the status of a permission nobody was asked for is none; of nothing at all, an error', async () => {
    const { engine } = await start();
    const { decision, asks } = engine.status('permission:camera');
    assert.deepEqual([decision, asks], ['none', false]);
    assert.throws(() => engine.status('camera'), { code: 'engine/unknown-request' });
  });
});
