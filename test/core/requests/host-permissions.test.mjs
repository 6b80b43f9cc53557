import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gdpr } from '../../../build/src/consent/profile.js';
import { permissionKinds } from '../../../build/src/permission/index.js';
import { core } from '../../support/core-build.mjs';
import { answer, startAgreed, words } from '../../support/permission-app.js';
import { scriptedRequester } from '../../support/scripted-requester.js';

const hostKinds = Object.values(permissionKinds)
  .filter(({ asked }) => asked === 'host')
  .map(({ kind }) => kind);

describe('a permission the web has no call for', () => {
  it('is one of a call, the calendar, the device’s identity, the list of apps, and others', () => {
    for (const kind of ['phone', 'calendar', 'device-info', 'app-list']) assert.ok(hostKinds.includes(kind));
  });

  for (const kind of hostKinds) {
    it(`${kind}: an app’s own bridge answers for it, in the press that agreed`, async () => {
      const bridge = scriptedRequester(kind);
      const { engine } = await startAgreed(core, { requesters: { [kind]: bridge } });
      const outcome = engine.askPermission(kind, { ...words, trigger: 'user' });
      await answer(engine, 'granted');
      assert.equal(bridge.calls, 1);
      bridge.end({ end: 'granted', value: 'from the bridge' });
      const { granted, value } = await outcome;
      assert.deepEqual([granted, value], [true, 'from the bridge']);
      assert.equal(engine.status(`permission:${kind}`).decision, 'granted');
    });

    it(`${kind}: nobody answers for it: unsupported, nothing asked, nothing granted`, async () => {
      const { engine } = await startAgreed(core);
      const outcome = await engine.askPermission(kind, { ...words, trigger: 'app' });
      assert.deepEqual(
        [outcome.granted, outcome.reason, outcome.platform.verdict],
        [false, 'cannot-ask', 'unsupported'],
      );
      assert.equal(engine.prompt, undefined);
      assert.equal(engine.status(`permission:${kind}`).decision, 'none');
    });
  }

  it('where the host is gone says so by its requester', async () => {
    const bridge = scriptedRequester('calendar', { lack: 'unsupported' });
    const { engine } = await startAgreed(core, { requesters: { calendar: bridge } });
    const { platform } = await engine.askPermission('calendar', { ...words, trigger: 'app' });
    assert.equal(platform.verdict, 'unsupported');
    assert.equal(bridge.calls, 0);
  });
});

describe('how long nobody is asked again for a permission (R-P5)', () => {
  for (const [hours, profile] of [
    [48, 'pipl'],
    [48, 'gdpr'],
    [72, { ...gdpr, name: 'own', asking: { permissionQuietHours: 72 } }],
  ]) {
    it(`is the profile’s: ${hours} hours, ${profile.name ?? profile}`, async () => {
      const { engine, clock } = await startAgreed(core, { profile });
      const ask = (trigger) =>
        engine.askPermission('camera', { ...words, trigger, requester: scriptedRequester() });
      const refused = ask('user');
      await answer(engine, 'denied');
      await refused;
      clock.now += hours * 3_600_000 - 1;
      assert.equal((await ask('app')).reason, 'asked-lately');
      clock.now += 1;
      const again = ask('app');
      await answer(engine, 'denied');
      assert.equal((await again).decision, 'denied');
    });
  }
});
