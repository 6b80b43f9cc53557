import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { answer, ask, startAgreed } from '../../support/permission-app.js';
import { scriptedRequester } from '../../support/scripted-requester.js';

const HOUR = 3_600_000;
const start = (options) => startAgreed(core, options);

describe('after a refusal (R-P5)', () => {
  const byApp = { trigger: 'app' };

  it('the app does not ask again within 48 hours, and does after them in the same session', async () => {
    const { engine, clock } = await start();
    const refused = ask(engine, scriptedRequester());
    await answer(engine, 'denied');
    await refused;
    clock.now += 48 * HOUR - 1;
    assert.equal((await ask(engine, scriptedRequester(), byApp)).reason, 'asked-lately');
    clock.now += 1;
    const again = ask(engine, scriptedRequester(), byApp);
    await answer(engine, 'denied');
    assert.equal((await again).decision, 'denied');
  });

  it('the person who starts the function is asked at once', async () => {
    const { engine } = await start();
    const refused = ask(engine, scriptedRequester());
    await answer(engine, 'denied');
    await refused;
    const again = ask(engine, scriptedRequester());
    await answer(engine, 'denied');
    assert.equal((await again).decision, 'denied');
  });

  it('nothing asks again after a restart, however much later; the person still can', async () => {
    const { engine, app, clock } = await start();
    const refused = ask(engine, scriptedRequester());
    await answer(engine, 'denied');
    await refused;
    engine.destroy();
    clock.now += 1000 * HOUR;
    const next = await app.open();
    assert.equal((await ask(next, scriptedRequester(), byApp)).reason, 'asked-lately');
    assert.equal(next.prompt, undefined);
    const started = ask(next, scriptedRequester());
    await answer(next, 'denied');
    assert.equal((await started).decision, 'denied');
  });

  it('a refusal by the system counts as one', async () => {
    const { engine, clock } = await start();
    const requester = scriptedRequester('camera', { states: ['prompt', 'prompt', 'denied'] });
    const outcome = ask(engine, requester);
    await answer(engine, 'granted');
    clock.now += 900;
    requester.end('refused');
    await outcome;
    engine.prompt.permission.end();
    assert.equal((await ask(engine, scriptedRequester(), byApp)).reason, 'asked-lately');
  });

  it('a clock set back counts as just asked', async () => {
    const { engine, clock } = await start();
    const refused = ask(engine, scriptedRequester());
    await answer(engine, 'denied');
    await refused;
    clock.now -= 9000 * HOUR;
    assert.equal((await ask(engine, scriptedRequester(), byApp)).reason, 'asked-lately');
  });

  it('another function that needs the same permission is not asked about by the app either', async () => {
    const { engine } = await start();
    const refused = ask(engine, scriptedRequester(), { function: 'scan' });
    await answer(engine, 'denied');
    await refused;
    const other = await ask(engine, scriptedRequester(), { ...byApp, function: 'video' });
    assert.equal(other.reason, 'asked-lately');
  });
});
