import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { answerAbout, brief, ensureAnd, startDeclared } from '../../support/request-app.js';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { exportAbroad, face, onBehalf, provide, sensitive } from '../../support/sample-requests.js';
import { createApp, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const start = (requests, options) => startDeclared(core, requests, options);

describe('a separate consent (R-C7)', () => {
  it('is a question of its own, from which everything declared can be shown', async () => {
    const { engine } = await start([exportAbroad()]);
    const outcome = engine.ensure('abroad');
    await until(() => engine.prompt);
    const { prompt } = engine;
    assert.deepEqual([prompt.request.kind, prompt.request.basis], ['separate', 'export']);
    assert.equal(prompt.asked.recipient.rights, '致信境外接收方的联系人');
    assert.equal(prompt.asked.refusal, exportAbroad().refusal);
    assert.equal(prompt.asked.validity, 'standing');
    assert.equal(prompt.policy.id, 'sample');
    const { event } = await answerAbout(engine, 'abroad', 'granted');
    assert.equal(brief(await outcome), 'granted/answered');
    assert.equal(event.request.recipient, '示例征信有限公司');
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    assert.equal(event.policyHash, engine.policies[0].hash);
  });

  it('is asked after the general policy, in a prompt of its own: one answer never grants both', async () => {
    const { open } = createApp(core);
    const engine = await open({ requests: [sensitive(), provide()] });
    const outcome = engine.ensure('identity');
    const { event } = await answerAbout(engine, 'sample', 'granted');
    assert.equal(event.request.kind, 'general');
    assert.equal(engine.status('identity').decision, 'none');
    await answerAbout(engine, 'identity', 'granted');
    assert.equal((await outcome).decision, 'granted');
    assert.equal(engine.status('credit').decision, 'none');
    assert.deepEqual(
      (await engine.history()).map(({ request }) => request.id),
      ['sample', 'identity'],
    );
  });

  it('is not asked where the policy was refused, and grants nothing then', async () => {
    const { open } = createApp(core);
    const engine = await open({ requests: [sensitive()] });
    const outcome = engine.ensure('identity');
    await answerAbout(engine, 'sample', 'denied');
    assert.equal(brief(await outcome), 'none/unanswered');
    assert.equal(engine.prompt, undefined);
  });

  it('that was refused is not asked again by the app, not after a restart either, but by the person', async () => {
    const { engine, open } = await start([sensitive()]);
    assert.equal(brief(await ensureAnd(engine, 'identity', 'denied')), 'denied/answered');
    for (const one of [engine, await open()]) {
      assert.equal(brief(await one.ensure('identity')), 'denied/answered');
      assert.equal(one.prompt, undefined);
    }
    const again = await ensureAnd(await open(), 'identity', 'granted', { trigger: 'user' });
    assert.equal(again.decision, 'granted');
  });

  it('that was closed is not asked again by the app in this session', async () => {
    const { engine, open } = await start([sensitive()]);
    assert.equal(brief(await ensureAnd(engine, 'identity', 'dismissed')), 'none/dismissed');
    assert.equal(brief(await engine.ensure('identity')), 'none/dismissed');
    const next = await open();
    assert.equal((await ensureAnd(next, 'identity', 'granted')).decision, 'granted');
  });

  it('never opens by itself: it is asked when the function needs it', async () => {
    const { engine } = await start([sensitive()]);
    assert.equal(engine.status('identity').asks, false);
  });

  it('is asked once for equal requests, one question at a time', async () => {
    const { engine } = await start([sensitive(), provide()]);
    const outcomes = ['identity', 'identity', 'credit'].map((id) => engine.ensure(id));
    await answerAbout(engine, 'identity', 'granted');
    await answerAbout(engine, 'credit', 'denied');
    assert.deepEqual((await Promise.all(outcomes)).map(brief), [
      'granted/answered',
      'granted/answered',
      'denied/answered',
    ]);
    assert.equal((await engine.history()).length, 3);
  });

  it('is withdrawn like any grant, with the effect that was told, and not asked again by the app', async () => {
    const { engine } = await start([sensitive()]);
    await ensureAnd(engine, 'identity', 'granted');
    const { event } = await withdraw(engine, 'identity');
    assert.deepEqual(
      [event.decision, event.request.kind, event.request.basis],
      ['withdrawn', 'separate', 'sensitive'],
    );
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    assert.equal(brief(await engine.ensure('identity')), 'withdrawn/answered');
    assert.equal(engine.prompt, undefined);
  });

  it('counts for nothing while the policy it rests on is withdrawn, and can be withdrawn all the same', async () => {
    const { engine } = await start([sensitive()]);
    await ensureAnd(engine, 'identity', 'granted');
    const heard = [];
    engine.subscribe(
      (change) => change.type === 'status' && heard.push(`${change.id} ${brief(change.status)}`),
    );
    await withdraw(engine);
    assert.equal(brief(engine.status('identity')), 'none/no-consent');
    assert.ok(heard.includes('identity none/no-consent'));
    assert.equal(brief(await engine.ensure('identity')), 'none/no-consent');
    await withdraw(engine, 'identity');
    assert.equal(brief(engine.status('identity')), 'withdrawn/answered');
  });

  it('closes without an answer when the policy is withdrawn while it is open', async () => {
    const { engine } = await start([sensitive()]);
    const outcome = engine.ensure('identity');
    await until(() => engine.prompt);
    const { prompt } = engine;
    await prompt.present(sampleNotice);
    await withdraw(engine);
    assert.equal(engine.prompt, undefined);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/closed' });
    assert.equal((await outcome).decision, 'none');
  });

  it('that another tab refused meanwhile is not asked here', async () => {
    const { engine, open } = await start([sensitive()]);
    const other = await open();
    await ensureAnd(other, 'identity', 'denied');
    assert.equal(brief(await engine.ensure('identity')), 'denied/answered');
    assert.equal(engine.prompt, undefined);
  });

  it('kept less safely than wanted rejects, for one act too', async () => {
    const { engine } = await start([sensitive(), face()]);
    for (const id of ['identity', 'face']) {
      const outcome = engine.ensure(id, { durability: 'disk' });
      outcome.catch(() => undefined);
      await answerAbout(engine, id, 'granted');
      await assert.rejects(outcome, { code: 'storage/not-durable' });
    }
  });
});

describe('an engine with requests', () => {
  it('knows nothing of them before the ledger was read', async () => {
    const { policyOf } = createApp(core);
    const engine = core.createConsent({ policies: [await policyOf('1')], requests: [sensitive()] });
    assert.equal(engine.status('identity').decision, 'unknown');
    await engine.ready;
    assert.equal(brief(engine.status('identity')), 'none/unanswered');
  });

  it('whose declarations cannot be used never becomes ready, and grants nothing', async () => {
    const { policyOf } = createApp(core);
    const policies = [await policyOf('1')];
    for (const [options, code] of [
      [{ requests: [sensitive({ impact: undefined })] }, 'request/missing-field'],
      [{ requests: [], profile: { name: 'own' } }, 'profile/invalid'],
      [{ requests: [sensitive({ id: 'sample' })] }, 'request/duplicate-id'],
      [{ profile: {} }, 'profile/invalid'],
    ]) {
      const engine = core.createConsent({ policies, ...options });
      await assert.rejects(engine.ready, { code });
      await assert.rejects(engine.ensure('sample'), { code });
      assert.equal(engine.status('sample').decision, 'unknown');
    }
  });

  it('lists them, with their defaults, once it is ready', async () => {
    const { policyOf } = createApp(core);
    const engine = core.createConsent({
      policies: [await policyOf('1')],
      requests: [sensitive(), provide()],
    });
    assert.deepEqual(engine.requests, []);
    await engine.ready;
    assert.deepEqual(
      engine.requests.map(({ id, policy, validity }) => [id, policy, validity]),
      [
        ['identity', 'sample', 'standing'],
        ['credit', 'sample', 'standing'],
      ],
    );
    assert.deepEqual((await createApp(core).open()).requests, []);
  });

  it('that ended rejects', async () => {
    const { engine } = await start([sensitive()]);
    const outcome = engine.ensure('identity');
    await until(() => engine.prompt);
    engine.destroy();
    await assert.rejects(outcome, { code: 'engine/destroyed' });
    await assert.rejects(engine.ensure('identity'), { code: 'engine/destroyed' });
    await assert.rejects(engine.setSwitch('push', true, {}), { code: 'engine/destroyed' });
  });

  it('keeps records that verify, and are read again', async () => {
    const { verifyLedger } = await import('../../../build/src/ledger/index.js');
    const { engine } = await start([
      sensitive({ version: '2' }),
      face(),
      onBehalf(),
      provide({ validity: { days: 3 } }),
    ]);
    for (const id of ['identity', 'face', 'relative:p', 'credit']) await ensureAnd(engine, id, 'granted');
    const ledger = JSON.parse(await engine.export('json'));
    assert.equal(ledger.events.length, 5);
    assert.equal((await verifyLedger(ledger)).result, 'consistent');
  });
});
