import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { answerAbout, brief, ensureAnd, startDeclared } from '../../support/request-app.js';
import { guardianOf, mother, sensitive } from '../../support/sample-requests.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const start = (requests, options) => startDeclared(core, requests, options);
const of = (version, material = true) => ({ requests: [sensitive({ version, material })] });
const show = (engine, id = 'identity') => {
  const { answeredVersion, version } = engine.status(id);
  return `${brief(engine.status(id))} ${answeredVersion ?? '-'} of ${version}`;
};

describe('a new version of a declared request', () => {
  const granted = async () => {
    const started = await start([sensitive({ version: 'a' })]);
    await ensureAnd(started.engine, 'identity', 'granted');
    return started;
  };
  const refused = async () => {
    const started = await start([sensitive({ version: 'a' })]);
    await ensureAnd(started.engine, 'identity', 'denied');
    return started;
  };

  it('is recorded where it is the request’s own, and only there', async () => {
    const { engine } = await granted();
    assert.equal(engine.status('identity').event.request.version, 'a');
    const { engine: other } = await start([sensitive()]);
    const { event } = await ensureAnd(other, 'identity', 'granted');
    assert.equal('version' in event.request, false);
  });

  it('that is material ends what was granted, and is asked when the function needs it', async () => {
    const { open } = await granted();
    const engine = await open(of('b'));
    assert.equal(show(engine), 'none/new-version a of b');
    const outcome = engine.ensure('identity');
    const { event } = await answerAbout(engine, 'identity', 'granted');
    assert.equal((await outcome).decision, 'granted');
    assert.equal(event.request.version, 'b');
    assert.equal(show(await open(of('b'))), 'granted/answered b of b');
  });

  it('that is material and closed grants nothing, in this session and the next', async () => {
    const { open } = await granted();
    const engine = await open(of('b'));
    assert.equal((await ensureAnd(engine, 'identity', 'dismissed')).decision, 'none');
    assert.equal((await engine.ensure('identity')).decision, 'none');
    assert.equal((await open(of('b'))).status('identity').decision, 'none');
  });

  it('that is not material leaves a grant, and asks nobody', async () => {
    const { open } = await granted();
    const engine = await open(of('b', false));
    assert.equal(show(engine), 'granted/not-material a of b');
    assert.equal((await engine.ensure('identity')).decision, 'granted');
    assert.equal(engine.prompt, undefined);
  });

  it('leaves a refusal a refusal; only a material one asks again', async () => {
    const { open } = await refused();
    const minor = await open(of('b', false));
    assert.equal(show(minor), 'denied/not-material a of b');
    assert.equal((await minor.ensure('identity')).decision, 'denied');
    assert.equal(minor.prompt, undefined);
    const major = await open(of('c'));
    assert.equal(show(major), 'denied/new-version a of c');
    assert.equal((await ensureAnd(major, 'identity', 'denied')).decision, 'denied');
    assert.equal((await major.ensure('identity')).decision, 'denied');
    assert.equal(major.prompt, undefined);
  });

  it('refused, ends the grant of the one before', async () => {
    const { open } = await granted();
    await ensureAnd(await open(of('b')), 'identity', 'denied');
    assert.equal(show(await open(of('a'))), 'denied/new-version b of a');
  });

  it('can be refused by withdrawing: it does not ask then', async () => {
    const { open } = await granted();
    const engine = await open(of('b'));
    const { event } = await withdraw(engine, 'identity');
    assert.equal(event.request.version, 'b');
    assert.equal(show(engine), 'withdrawn/answered b of b');
    assert.equal((await engine.ensure('identity')).decision, 'withdrawn');
    assert.equal(engine.prompt, undefined);
  });

  it('is the policy’s, by default: with its materiality', async () => {
    const { engine, open } = await start([sensitive()]);
    await ensureAnd(engine, 'identity', 'granted');
    const minor = await open({ version: '2', material: false });
    assert.equal(show(minor), 'granted/not-material 1 of 2');
    const major = await open({ version: '3' });
    assert.equal(brief(major.status('identity')), 'none/new-version');
    const outcome = major.ensure('identity');
    await answerAbout(major, 'sample', 'granted');
    await answerAbout(major, 'identity', 'granted');
    assert.equal((await outcome).decision, 'granted');
  });

  it('of a guardian’s request is asked before anything else of the child stands again', async () => {
    const subject = { id: 'child', ageBand: 'under-14' };
    const { engine, open } = await start([guardianOf({ version: 'a' })], { subject });
    engine.ensure('sample').catch(() => undefined);
    await answerAbout(engine, 'guardian', 'granted', { guardian: mother });
    await answerAbout(engine, 'sample', 'granted');
    const next = await open({ requests: [guardianOf({ version: 'b' })] });
    assert.equal(brief(next.status('sample')), 'none/no-guardian');
    const outcome = next.ensure('sample');
    await answerAbout(next, 'guardian', 'granted', { guardian: mother });
    assert.equal((await outcome).decision, 'granted');
  });
});

describe('a refusal under a profile that lets it fade', () => {
  it('is asked about again after its months, not a day before; others never', async () => {
    const { gdpr } = await import('../../../build/src/consent/profile.js');
    const cnil = { ...gdpr, name: 'france', asking: { ...gdpr.asking, refusalMonths: 6 } };
    const { engine, clock, open } = await start([sensitive()], { profile: cnil });
    await ensureAnd(engine, 'identity', 'denied');
    const sixMonths = Date.UTC(2027, 4, 23, 4);
    clock.now = sixMonths - 1;
    assert.equal((await engine.ensure('identity')).decision, 'denied');
    assert.equal(engine.prompt, undefined);
    clock.now = sixMonths;
    const other = await open({ profile: 'gdpr' });
    assert.equal((await other.ensure('identity')).decision, 'denied');
    assert.equal(other.prompt, undefined);
    assert.equal((await ensureAnd(await open(), 'identity', 'granted')).decision, 'granted');
  });
});

describe('a version of the policy that comes into force later', () => {
  const day = (offset) => {
    const date = new Date(Date.now() + offset * 86_400_000);
    return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  };
  const app = () => {
    const clock = { now: Date.now() };
    return { clock, ...createApp(core, { options: { platform: { now: () => clock.now } } }) };
  };
  const pending = { version: '2', effective: day(7) };

  it('is announced, asks nobody before its day, and then asks', async () => {
    const { open, clock } = app();
    await press(await open(), 'granted');
    const engine = await open(pending);
    const status = engine.status('sample');
    assert.deepEqual(status.pending, { version: '2', effective: pending.effective });
    assert.deepEqual([brief(status), status.version, status.asks], ['granted/not-yet-effective', '1', false]);
    assert.equal((await engine.ensure('sample')).decision, 'granted');
    assert.equal(engine.prompt, undefined);
    clock.now += 6 * 86_400_000;
    assert.equal(engine.status('sample').asks, false);
    clock.now += 86_400_000;
    assert.equal(engine.status('sample').pending, undefined);
    assert.deepEqual(
      [brief(engine.status('sample')), engine.status('sample').asks],
      ['granted/new-version', true],
    );
  });

  it('agreed to in force counts from the tap: the event is about the new text, not earlier', async () => {
    const { open, clock } = app();
    const first = await press(await open(), 'granted');
    clock.now += 8 * 86_400_000;
    const engine = await open(pending);
    assert.equal(engine.status('sample').event.id, first.event.id);
    assert.equal(engine.status('sample').answeredVersion, '1');
    const second = await press(engine, 'granted');
    assert.deepEqual(
      [second.event.policy.version, second.event.policyHash, second.event.time],
      ['2', engine.policies[0].hash, new Date(clock.now).toISOString()],
    );
    assert.notEqual(second.event.policyHash, first.event.policyHash);
    assert.equal(engine.status('sample').answeredVersion, '2');
  });

  it('withdrawn from before its day: the version in force is, and the new one still asks on its day', async () => {
    const { open, clock } = app();
    await press(await open(), 'granted');
    const engine = await open(pending);
    const { event } = await withdraw(engine);
    assert.equal(event.policy.version, '1');
    assert.equal(engine.status('sample').asks, false);
    clock.now += 7 * 86_400_000;
    assert.equal(engine.status('sample').asks, true);
  });

  it('refused before it was announced: it stays so until the day, and a version that is not material never asks', async () => {
    const { open, clock } = app();
    await press(await open(), 'denied');
    const engine = await open(pending);
    assert.deepEqual(
      [brief(engine.status('sample')), engine.status('sample').asks],
      ['denied/not-yet-effective', false],
    );
    clock.now += 7 * 86_400_000;
    assert.equal(engine.status('sample').asks, true);
    const minor = await open({ ...pending, material: false });
    assert.deepEqual(
      [brief(minor.status('sample')), minor.status('sample').asks],
      ['denied/not-material', false],
    );
  });

  it('is asked at once of who answered nothing yet: there is no older text to go on with', async () => {
    const engine = await app().open(pending);
    assert.deepEqual(
      [brief(engine.status('sample')), engine.status('sample').asks],
      ['none/unanswered', true],
    );
  });

  it('holds for the requests that go by it', async () => {
    const { open, clock } = app();
    const requests = [sensitive()];
    const engine = await open({ requests });
    await press(engine, 'granted');
    await ensureAnd(engine, 'identity', 'granted');
    const next = await open({ ...pending, requests });
    assert.equal(show(next), 'granted/not-yet-effective 1 of 1');
    assert.equal(next.status('identity').pending.version, '2');
    const { event } = await withdraw(next, 'identity');
    assert.equal(event.policy.version, '1');
    clock.now += 7 * 86_400_000;
    assert.equal(show(next), 'withdrawn/new-version 1 of 2');
  });
});
