import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
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
import { sampleDetails } from '../../support/sample-policy.js';
import { scriptedRequester } from '../../support/scripted-requester.js';
import { press, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const start = (options) => startAgreed(core, options);
const inAMoment = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('a grant that stands', () => {
  for (const end of ['busy', 'no-device', 'failed', 'constraints', 'aborted']) {
    it(`is not taken away by a device that ends with ${end}`, async () => {
      const { engine } = await start();
      await goThrough(engine, scriptedRequester(), 'granted');
      const requester = scriptedRequester('camera', { states: ['granted'] });
      const outcome = ask(engine, requester);
      await seePermission(engine, 'system');
      requester.end(end);
      assert.deepEqual(brief(await outcome), [false, 'answered', 'granted', end]);
      assert.equal(engine.status('permission:camera').decision, 'granted');
      assert.equal((await permissionEvents(engine)).length, 2);
    });
  }

  it('is for its purpose and information: another kind of information is asked about anew', async () => {
    const { engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const wider = ask(engine, scriptedRequester(), { data: '人脸特征' });
    assert.equal((await seePermission(engine)).permission.words.data, '人脸特征');
    await answer(engine, 'denied');
    assert.equal((await wider).granted, false);
  });

  it('withdrawn while its turn is waited for is asked of nobody', async () => {
    const { engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const jump = engine.confirmJump({ url: 'https://partner.example/' });
    await until(() => engine.prompt?.jump);
    const requester = scriptedRequester();
    const outcome = ask(engine, requester, { trigger: 'app' });
    await inAMoment();
    await withdraw(engine, 'permission:camera');
    engine.prompt.answer('denied', sampleDetails);
    await jump;
    assert.deepEqual(brief(await outcome), [false, 'asked-lately', 'none', undefined]);
    assert.equal(requester.calls, 0);
  });

  it('withdrawn while the system is asked gives nothing, and what the system gave is let go', async () => {
    for (const id of ['permission:camera', 'sample']) {
      const { engine } = await start();
      await goThrough(engine, scriptedRequester(), 'granted');
      const released = [];
      const requester = { ...scriptedRequester(), release: (value) => released.push(value) };
      const asked = { end: undefined };
      requester.request = () => new Promise((resolve) => (asked.end = resolve));
      const outcome = ask(engine, requester);
      await seePermission(engine, 'system');
      await withdraw(engine, id);
      asked.end({ end: 'granted', value: 'stream' });
      assert.equal((await outcome).granted, false);
      await inAMoment();
      assert.deepEqual(released, ['stream']);
      assert.equal(engine.prompt, undefined);
      assert.equal((await permissionEvents(engine)).at(-1).decision === 'withdrawn', id !== 'sample');
    }
  });

  it('is not read from memory alone: what another tab withdrew is asked about anew', async () => {
    const { app, engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    const other = await app.open();
    await withdraw(other, 'permission:camera');
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'denied');
    assert.equal((await outcome).granted, false);
    assert.equal(requester.calls, 0);
  });

  it('that the system took back is recorded under the policy it was given under', async () => {
    const { app, engine } = await start();
    await goThrough(engine, scriptedRequester(), 'granted');
    engine.destroy();
    const next = await app.open({ version: '2', material: false });
    const requester = scriptedRequester('camera', { states: ['denied'] });
    const outcome = ask(next, requester);
    await seePermission(next, 'system');
    requester.end('refused');
    assert.equal((await outcome).granted, false);
    const [first, , last] = await permissionEvents(next);
    assert.deepEqual([last.policy.version, last.policyHash], ['1', first.policyHash]);
  });
});

describe('two asks at once', () => {
  it('for different purposes are two questions', async () => {
    const { engine } = await start();
    const [one, other] = [scriptedRequester(), scriptedRequester()];
    const both = [ask(engine, one), ask(engine, other, { purpose: '人脸建模' })];
    await answer(engine, 'granted');
    one.end('granted');
    await until(() => engine.prompt?.permission?.words.purpose === '人脸建模');
    await answer(engine, 'denied');
    assert.deepEqual(
      (await Promise.all(both)).map(({ granted }) => granted),
      [true, false],
    );
    assert.equal(other.calls, 0);
  });

  it('by the app: the second is not put once the first was refused', async () => {
    const { engine } = await start();
    const by = { trigger: 'app' };
    const both = [
      ask(engine, scriptedRequester(), { ...by, function: 'scan' }),
      ask(engine, scriptedRequester(), { ...by, function: 'video' }),
    ];
    await answer(engine, 'denied');
    assert.deepEqual(
      (await Promise.all(both)).map(({ reason }) => reason),
      ['answered', 'asked-lately'],
    );
    assert.equal(engine.prompt, undefined);
  });

  it('one more while a result is on screen waits for its turn', async () => {
    const { engine } = await start();
    assert.equal((await goThrough(engine, scriptedRequester(), 'constraints')).granted, false);
    const again = goThroughLater(engine);
    await inAMoment();
    engine.prompt.permission.end();
    assert.equal((await again).granted, true);
  });
});

const goThroughLater = async (engine) => {
  const requester = scriptedRequester();
  const outcome = ask(engine, requester);
  await answer(engine, 'granted');
  requester.end('granted');
  return outcome;
};

describe('the policy', () => {
  it('withdrawn while our question is open closes it: nothing is granted under it', async () => {
    const { engine } = await start();
    const outcome = ask(engine, scriptedRequester());
    const prompt = await seePermission(engine);
    await withdraw(engine, 'sample');
    assert.deepEqual(brief(await outcome), [false, 'no-consent', 'none', undefined]);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/closed' });
  });

  it('whose new version was refused is not asked about at each function: the grant of the old one stands', async () => {
    const { app, engine } = await start();
    engine.destroy();
    const next = await app.open({ version: '2' });
    await press(next, 'denied');
    const outcome = ask(next, scriptedRequester());
    await answer(next, 'denied');
    assert.equal((await outcome).reason, 'answered');
  });
});

describe('asked by the app', () => {
  it('a refusal by the system is told to the app alone', async () => {
    const { engine, clock } = await start();
    const requester = scriptedRequester('camera', { states: ['prompt', 'prompt', 'denied'] });
    const outcome = ask(engine, requester, { trigger: 'app' });
    await answer(engine, 'granted');
    clock.now += 900;
    requester.end('refused');
    assert.equal((await outcome).platform.verdict, 'denied');
    assert.equal(engine.prompt, undefined);
  });

  it('a person who would not wait for the system is not asked again by the app', async () => {
    const { engine } = await start();
    const outcome = ask(engine, scriptedRequester(), { trigger: 'app' });
    await answer(engine, 'granted');
    engine.prompt.permission.end();
    assert.equal((await outcome).platform.verdict, 'dismissed');
    assert.equal((await ask(engine, scriptedRequester(), { trigger: 'app' })).reason, 'asked-lately');
  });
});

describe('nothing is written', () => {
  it('after the engine ended, whatever the system answers then', async () => {
    const { app, engine } = await start();
    const requester = scriptedRequester();
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    const before = (await app.storage.read()).events.length;
    engine.destroy();
    requester.end('granted');
    await assert.rejects(outcome, { code: 'engine/destroyed' });
    await inAMoment();
    assert.equal((await app.storage.read()).events.length, before);
  });
});
