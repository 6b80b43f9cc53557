import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
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
} from '../../support/permission-app.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const start = (options) => startAgreed(core, options);

describe('one question at a time', () => {
  it('several permissions for one function come one after another (R-P3)', async () => {
    const { engine } = await start();
    const [camera, microphone] = [scriptedRequester(), scriptedRequester('microphone')];
    const both = Promise.all([ask(engine, camera), ask(engine, microphone)]);
    await answer(engine, 'granted');
    assert.equal(engine.prompt.permission.kind, 'camera');
    camera.end('granted');
    await until(() => engine.prompt?.permission?.kind === 'microphone');
    await answer(engine, 'granted');
    microphone.end('granted');
    assert.deepEqual(
      (await both).map(({ granted }) => granted),
      [true, true],
    );
  });

  it('a result stays until it is closed; the app goes on, the next question waits', async () => {
    const { engine } = await start();
    const first = scriptedRequester();
    const next = scriptedRequester('microphone');
    assert.equal((await goThrough(engine, first, 'no-device')).granted, false);
    const outcome = ask(engine, next);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const shown = engine.prompt;
    assert.equal(shown.permission.phase, 'result');
    shown.permission.end();
    await answer(engine, 'denied');
    assert.equal((await outcome).decision, 'denied');
  });

  it('equal requests share one prompt and one outcome', async () => {
    const { engine } = await start();
    const requester = scriptedRequester();
    const both = [ask(engine, requester), ask(engine, requester)];
    await answer(engine, 'granted');
    requester.end({ end: 'granted', value: 1 });
    const [one, other] = await Promise.all(both);
    assert.equal(one, other);
    assert.equal(requester.calls, 1);
  });
});

describe('two callers with equal requests', () => {
  it('are not ended by the signal of one of them: the other is asked for', async () => {
    const { engine } = await start();
    const stop = new AbortController();
    const first = ask(engine, scriptedRequester(), { signal: stop.signal });
    const requester = scriptedRequester();
    const other = ask(engine, requester);
    await seePermission(engine);
    stop.abort();
    assert.equal((await first).reason, 'aborted');
    await answer(engine, 'granted');
    requester.end('granted');
    assert.equal((await other).granted, true);
  });
});

describe('while the system is asked', () => {
  it('the purpose is shown beside its prompt, and not before it has been open a while', async () => {
    const { engine } = await start();
    const steps = [];
    engine.subscribe(({ type, prompt }) => {
      if (type === 'prompt')
        steps.push(prompt?.permission && [prompt.permission.phase, prompt.permission.systemOpen]);
    });
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    await until(() => engine.prompt.permission.systemOpen);
    requester.end('granted');
    await outcome;
    assert.deepEqual(steps, [['asking', false], ['system', false], ['system', true], undefined]);
  });

  it('nothing flashes where no prompt opens: it was granted before, or it ended at once', async () => {
    const { engine } = await start();
    const seen = [];
    engine.subscribe(({ type, prompt }) => type === 'prompt' && seen.push(prompt?.permission?.systemOpen));
    const quick = await goThrough(engine, scriptedRequester(), 'no-device');
    assert.equal(quick.platform.verdict, 'no-device');
    engine.prompt.permission.end();
    const granted = scriptedRequester('microphone', { states: ['granted'] });
    const outcome = ask(engine, granted);
    await answer(engine, 'granted');
    await new Promise((resolve) => setTimeout(resolve, 450));
    granted.end('granted');
    await outcome;
    assert.equal(seen.includes(true), false);
  });

  it('a person can stop waiting for a system that never answers; the next question opens', async () => {
    const { engine } = await start();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    engine.prompt.permission.end();
    assert.deepEqual(brief(await outcome), [false, 'answered', 'granted', 'dismissed']);
    assert.equal(requester.signal.aborted, true);
    assert.equal(engine.prompt, undefined);
    assert.equal(engine.status('permission:camera').decision, 'none');
  });

  it('a requester that throws, rejects or talks nonsense is a failure, never a grant', async () => {
    for (const request of [
      () => {
        throw new Error('no');
      },
      () => Promise.reject(new Error('no')),
      () => Promise.resolve('granted'),
      () => Promise.resolve(undefined),
    ]) {
      const { engine } = await start();
      const requester = { ...scriptedRequester(), request };
      const outcome = ask(engine, requester);
      await answer(engine, 'granted');
      assert.deepEqual(brief(await outcome), [false, 'answered', 'granted', 'failed']);
    }
  });

  it('ending the engine ends it: the promise rejects and the system is let go', async () => {
    const { engine } = await start();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    engine.destroy();
    await assert.rejects(outcome, { code: 'engine/destroyed' });
    assert.equal(requester.signal.aborted, true);
  });

  it('the app may end it by its signal, at each step', async () => {
    const { engine } = await start();
    const early = new AbortController();
    const first = ask(engine, scriptedRequester(), { signal: early.signal });
    await seePermission(engine);
    early.abort();
    assert.deepEqual(brief(await first), [false, 'aborted', 'none', undefined]);
    assert.equal(engine.prompt, undefined);
    assert.deepEqual(await permissionEvents(engine), []);
    const late = new AbortController();
    const requester = scriptedRequester();
    const second = ask(engine, requester, { signal: late.signal });
    await answer(engine, 'granted');
    late.abort();
    assert.equal((await second).granted, false);
    assert.equal(requester.signal.aborted, true);
  });
});

describe('while a device takes its time', () => {
  /** Time runs fifty times as fast. */
  const timer = (callback, delay) => {
    const handle = setTimeout(callback, delay / 50);
    return () => clearTimeout(handle);
  };
  const fast = () => start({ platform: { timer } });

  it('no prompt is said to be open; the person may stop waiting, and the grant stands', async () => {
    const { engine } = await fast();
    const outcome = ask(engine, scriptedRequester('camera', { states: ['granted'] }));
    await answer(engine, 'granted');
    await until(() => engine.prompt.permission.slow);
    assert.equal(engine.prompt.permission.systemOpen, false);
    engine.prompt.permission.end();
    assert.equal((await outcome).granted, false);
    assert.equal(engine.prompt, undefined);
  });

  it('the purpose goes once the person answered the system, though the device goes on', async () => {
    const { engine } = await fast();
    const requester = scriptedRequester('camera', { states: ['prompt'] });
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    await until(() => engine.prompt.permission.systemOpen);
    requester.states = ['granted'];
    await until(() => !engine.prompt.permission.systemOpen);
    requester.end('granted');
    assert.equal((await outcome).granted, true);
  });
});

describe('any sequence of answers of both sides and withdrawals', () => {
  const steps = fc.array(
    fc.oneof(
      fc.record({
        ours: fc.constant('granted'),
        end: fc.constantFrom('granted', 'refused', 'dismissed', 'no-device'),
      }),
      fc.record({ ours: fc.constantFrom('denied', 'dismissed') }),
      fc.constant({ withdraws: true }),
    ),
    { maxLength: 6 },
  );

  /** One step, and whether the permission stands granted after it, by a small model. */
  const take = async (engine, clock, step, granted) => {
    if (step.withdraws) {
      if (granted) await withdraw(engine, 'permission:camera');
      return false;
    }
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    if (granted) await seePermission(engine, 'system');
    else await answer(engine, step.ours);
    clock.now += 1000;
    if (!granted && step.ours !== 'granted') {
      await outcome;
      return false;
    }
    requester.end(step.end ?? 'refused');
    const { granted: now } = await outcome;
    engine.prompt?.permission.end();
    return now || (granted && step.end === 'no-device');
  };

  it('leaves a permission granted where both granted it last and nobody took it back, in this engine and the next', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { app, clock, engine } = await start();
        let granted = false;
        for (const step of taken) {
          granted = await take(engine, clock, step, granted);
          assert.equal(engine.status('permission:camera').decision === 'granted', granted);
        }
        const report = await verifyLedger(JSON.parse(await engine.export('json')));
        assert.equal(report.result, 'consistent');
        engine.destroy();
        const next = await app.open();
        assert.equal(next.status('permission:camera').decision === 'granted', granted);
      }),
      { numRuns: 40 },
    );
  });
});
