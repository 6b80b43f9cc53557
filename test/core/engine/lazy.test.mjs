import assert from 'node:assert/strict';
import { it } from 'node:test';
import { ConsentError } from '../../../build/src/errors.js';
import { lazy } from '../../../build/src/lazy.js';
import { core } from '../../support/core-build.mjs';
import { createApp, press } from '../../support/start-engine.js';

it('a part is loaded once, for all who need it', async () => {
  let loads = 0;
  const part = lazy(async () => ({ load: ++loads }));
  assert.equal(await part(), await part());
  assert.equal(loads, 1);
});

it('a part that did not load says so, and is tried again the next time', async () => {
  let offline = true;
  const part = lazy(async () => {
    if (offline) throw new TypeError('Failed to fetch dynamically imported module');
    return 'loaded';
  });
  await assert.rejects(part(), { code: 'engine/not-loaded' });
  offline = false;
  assert.equal(await part(), 'loaded');
});

it('what a part itself says is passed on', async () => {
  const part = lazy(async () => Promise.reject(new ConsentError('request/invalid', 'No.')));
  await assert.rejects(part(), { code: 'request/invalid' });
});

it('a person who agreed before needs nothing loaded: ensure() gives the status as it stands', async () => {
  const app = createApp(core);
  await press(await app.open(), 'granted');
  const engine = await app.open();
  assert.equal((await engine.ensure('sample')).decision, 'granted');
  assert.equal(engine.prompt, undefined);
});

it('a call on an engine that ended, or ends meanwhile, rejects', async () => {
  const engine = await createApp(core).open();
  const under = engine.withdraw('sample', {});
  engine.destroy();
  await assert.rejects(under, { code: 'engine/destroyed' });
  for (const call of [
    'prefetch',
    'history',
    'export',
    'import',
    'refresh',
    'setSubject',
    'forget',
    'shown',
  ]) {
    await assert.rejects(engine[call](), { code: 'engine/destroyed' }, call);
  }
});
