import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { answerAbout, brief, ensureAnd, startDeclared } from '../../support/request-app.js';
import { face, sensitive } from '../../support/sample-requests.js';
import { withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const DAY = 86_400_000;
const start = (requests, options) => startDeclared(core, requests, options);

describe('a consent for one act (R-C9)', () => {
  it('is granted for this act only: status never says so, and the next act asks anew', async () => {
    const { engine, open } = await start([face()]);
    for (const one of [engine, engine, await open()]) {
      const outcome = await ensureAnd(one, 'face', 'granted');
      assert.deepEqual(
        [brief(outcome), outcome.once, outcome.event.validity],
        ['granted/answered', true, 'once'],
      );
      assert.equal(one.status('face').decision, 'none');
      assert.equal(one.status('face').once, undefined);
    }
    assert.equal((await engine.history()).filter(({ request }) => request.id === 'face').length, 2);
  });

  it('is never two grants from one answer', async () => {
    const { engine } = await start([face()]);
    const both = [engine.ensure('face'), engine.ensure('face')];
    const first = await answerAbout(engine, 'face', 'granted');
    await until(() => engine.prompt);
    const second = await answerAbout(engine, 'face', 'granted');
    const events = (await Promise.all(both)).map(({ event }) => event.id);
    assert.deepEqual(events.sort(), [first.event.id, second.event.id].sort());
    assert.notEqual(events[0], events[1]);
  });

  it('is never shared, not even by those who asked before the engine was ready', async () => {
    const { app, engine } = await start([face()]);
    engine.destroy();
    const { policies, storage, archive } = { policies: [await app.policyOf('1')], ...app };
    const next = core.createConsent({ policies, storage, archive, requests: [face()] });
    const both = [next.ensure('face'), next.ensure('face')];
    await answerAbout(next, 'face', 'granted');
    await until(() => next.prompt);
    await answerAbout(next, 'face', 'denied');
    const outcomes = (await Promise.all(both)).map(brief);
    assert.deepEqual(outcomes.sort(), ['denied/answered', 'granted/answered']);
  });

  it('that was refused is not asked by the app for the next act: the other way stands beside', async () => {
    const { engine } = await start([face()]);
    const both = [engine.ensure('face'), engine.ensure('face')];
    await answerAbout(engine, 'face', 'denied');
    assert.deepEqual((await Promise.all(both)).map(brief), ['denied/answered', 'denied/answered']);
    assert.equal(engine.prompt, undefined);
    assert.equal((await ensureAnd(engine, 'face', 'granted', { trigger: 'user' })).decision, 'granted');
    // The person took it up again: the app asks for the next act.
    assert.equal((await ensureAnd(engine, 'face', 'granted')).decision, 'granted');
  });

  it('that was closed is not asked by the app again in this session', async () => {
    const { engine } = await start([face()]);
    await ensureAnd(engine, 'face', 'granted');
    await ensureAnd(engine, 'face', 'dismissed');
    assert.equal((await engine.ensure('face')).decision, 'none');
    assert.equal(engine.prompt, undefined);
  });

  it('asks anew where an earlier declaration of it stood', async () => {
    const { engine, open } = await start([face({ validity: 'standing' })]);
    assert.equal((await ensureAnd(engine, 'face', 'granted')).once, undefined);
    assert.equal(engine.status('face').decision, 'granted');
    const next = await open({ requests: [face()] });
    assert.equal(next.status('face').decision, 'none');
    assert.equal((await ensureAnd(next, 'face', 'granted')).once, true);
  });

  it('has nothing to withdraw', async () => {
    const { engine } = await start([face()]);
    await ensureAnd(engine, 'face', 'granted');
    await assert.rejects(withdraw(engine, 'face'), { code: 'engine/nothing-to-withdraw' });
  });
});

describe('a consent with an end', () => {
  it('says until when, counts up to then, and is asked for again after', async () => {
    const { engine, clock, open } = await start([sensitive({ validity: { days: 30 } })]);
    const status = await ensureAnd(engine, 'identity', 'granted');
    const end = new Date(clock.now + 30 * DAY).toISOString();
    assert.deepEqual([status.until, status.event.until, status.event.validity], [end, end, 'until']);
    clock.now += 30 * DAY - 1;
    assert.equal(engine.status('identity').decision, 'granted');
    clock.now += 1;
    assert.equal(brief(engine.status('identity')), 'none/expired');
    const next = await open();
    assert.equal((await ensureAnd(next, 'identity', 'granted')).decision, 'granted');
  });

  it('can be withdrawn before, and what was refused never expires', async () => {
    const { engine, clock } = await start([sensitive({ validity: { days: 1 } })]);
    await ensureAnd(engine, 'identity', 'granted');
    await withdraw(engine, 'identity');
    clock.now += 400 * DAY;
    assert.equal(brief(engine.status('identity')), 'withdrawn/answered');
    assert.equal((await engine.ensure('identity')).decision, 'withdrawn');
    await ensureAnd(engine, 'identity', 'denied', { trigger: 'user' });
    clock.now += 400 * DAY;
    assert.equal(brief(await engine.ensure('identity')), 'denied/answered');
  });
});
