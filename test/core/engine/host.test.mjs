import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { eventually } from '../../support/eventually.mjs';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';

const codes = (engine) => engine.errors.map(({ code }) => code);
const pause = () => new Promise((resolve) => setTimeout(resolve, 30));

/** An app around the page that says what it is told to, and keeps what it gets. */
const hostOf = (claims = [], more = {}) => {
  const sent = [];
  let heard;
  return {
    sent,
    tell: (news) => heard(news),
    name: 'test-host',
    channel: 'app',
    capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'disk' },
    isPresent: async () => true,
    send: async (message) => (sent.push(message), 'acked'),
    load: async () => claims,
    watch: (callback) => ((heard = callback), () => undefined),
    close: () => undefined,
    ...more,
  };
};

const claim = (changes = {}) => ({
  request: 'sample',
  decision: 'granted',
  version: '1',
  time: '2026-11-22T10:00:00.000Z',
  evidence: 'record 7',
  ...changes,
});

const appWith = (bridge, host = {}) =>
  createApp(core, { options: { host: { bridge, channel: 'app', ...host } } });

describe('where questions are shown', () => {
  it('is what the app says, and stands in each event', async () => {
    const engine = await createApp(core).open({ host: { channel: 'mini-program' } });
    assert.equal(engine.channel, 'mini-program');
    const { event } = await press(engine, 'granted');
    assert.equal(event.channel, 'mini-program');
    assert.equal((await withdraw(engine)).event.channel, 'mini-program');
  });

  it('is left out where the app does not say', async () => {
    const engine = await createApp(core).open();
    assert.equal(engine.channel, undefined);
    assert.ok(!('channel' in (await press(engine, 'granted')).event));
  });

  it('is one of those that are known', async () => {
    const { policyOf } = createApp(core);
    const policies = [await policyOf('1')];
    assert.throws(() => core.createConsent({ policies, host: { channel: 'andriod' } }), {
      code: 'engine/invalid-options',
    });
  });

  it('a host that is none is reported and not used', async () => {
    const engine = await createApp(core).open({ host: { bridge: {} } });
    assert.deepEqual(codes(engine), ['engine/invalid-host']);
  });
});

describe('what the person chose outside the page', () => {
  it('counts before anything is shown: a grant is granted when the engine is ready', async () => {
    const app = appWith(hostOf([claim()]));
    const engine = await app.open();
    const { decision, asks, event } = engine.status('sample');
    assert.deepEqual([decision, asks, event.act, event.channel], ['granted', false, 'host', 'app']);
    assert.equal(event.noticeHash, await core.hashRecord(claim()));
    assert.deepEqual(codes(engine), []);
    assert.equal((await app.storage.read()).events.length, 1);
  });

  for (const decision of ['denied', 'withdrawn']) {
    it(`ends the very grant that stands: ${decision}, and is taken once`, async () => {
      const app = createApp(core);
      await press(await app.open(), 'granted');
      const late = claim({ decision, time: '2999-01-01T00:00:00Z' });
      const host = { bridge: hostOf([late]), channel: 'app' };
      const engine = await app.open({ host });
      assert.equal(engine.status('sample').decision, decision);
      await press(engine, 'granted', 'user');
      const next = await app.open({ host });
      assert.equal(next.status('sample').decision, 'granted');
      assert.deepEqual(codes(next), []);
    });
  }

  it('never takes the place of an answer given here to the same version', async () => {
    for (const here of ['granted', 'denied']) {
      const app = createApp(core);
      await press(await app.open(), here);
      const bridge = hostOf([claim({ time: '2999-01-01T00:00:00Z' })]);
      const engine = await app.open({ host: { bridge } });
      assert.equal(engine.status('sample').decision, here);
      assert.deepEqual(codes(engine), ['host/claim-not-taken']);
    }
  });

  it('never undoes a newer choice: a refusal older than the grant here, a grant older than the refusal of another version', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const old = hostOf([claim({ decision: 'denied', time: '2020-01-01T00:00:00Z' })]);
    assert.equal((await app.open({ host: { bridge: old } })).status('sample').decision, 'granted');
    const other = createApp(core);
    await press(await other.open(), 'denied');
    const bridge = hostOf([claim({ version: '2', time: '2020-01-01T00:00:00Z' })]);
    const engine = await other.open({ version: '2', host: { bridge } });
    assert.equal(engine.status('sample').decision, 'denied');
    assert.deepEqual(codes(engine), ['host/claim-not-taken']);
  });

  for (const [what, changes] of Object.entries({
    'a request nobody declared': { request: 'nothing' },
    'a permission': { request: 'permission:camera' },
    'another version': { version: '9' },
    'a withdrawal of nothing': { decision: 'withdrawn' },
  })) {
    it(`is reported and left where it is about ${what}`, async () => {
      const engine = await appWith(hostOf([claim(changes)])).open();
      assert.deepEqual(codes(engine), ['host/claim-not-taken']);
      assert.equal(engine.status('sample').decision, 'none');
    });
  }

  it('that comes later closes the question it makes needless', async () => {
    const bridge = hostOf();
    const engine = await appWith(bridge).open();
    const asked = engine.ensure('sample');
    await see(engine);
    bridge.tell([claim()]);
    assert.equal((await asked).decision, 'granted');
    assert.equal(engine.prompt, undefined);
  });

  it('is not waited for: a host that never answers holds nothing up', async () => {
    const never = () => new Promise(() => undefined);
    const engine = await appWith(hostOf([], { isPresent: never, load: never })).open();
    assert.equal(engine.status('sample').asks, true);
    assert.deepEqual(codes(engine), []);
  });

  it('counts for nothing where the ledger could not be made ready', async () => {
    const { policyOf } = createApp(core);
    const policy = { ...(await policyOf('1')), text: 'another text' };
    const engine = core.createConsent({ policies: [policy], host: { bridge: hostOf([claim()]) } });
    await assert.rejects(engine.ready, { code: 'policy/hash-mismatch' });
    assert.equal(engine.status('sample').decision, 'unknown');
  });
});

describe('what the app around the page is told', () => {
  it('is nothing before the policy is agreed to, and no refusal', async () => {
    const bridge = hostOf();
    const engine = await appWith(bridge).open();
    await press(engine, 'dismissed');
    await press(engine, 'denied', 'user');
    await pause();
    assert.deepEqual(bridge.sent, []);
  });

  it('is a grant, once, and the withdrawal that ends it', async () => {
    const bridge = hostOf();
    const app = appWith(bridge);
    const engine = await app.open();
    const { event } = await press(engine, 'granted');
    await eventually(() => bridge.sent.length === 1);
    assert.deepEqual([bridge.sent[0].id, bridge.sent[0].decision], [event.id, 'granted']);
    await withdraw(engine);
    await eventually(() => bridge.sent.length === 2);
    assert.equal(bridge.sent[1].decision, 'withdrawn');
    await pause();
    assert.equal(bridge.sent.length, 2);
  });

  it('is the refusal too that ends a grant, and every one where the app wants them', async () => {
    const wanted = hostOf();
    await press(await appWith(wanted, { refusals: true }).open(), 'denied');
    await eventually(() => wanted.sent.length === 1);
  });

  it('is at the next start what it had no chance to hear', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const bridge = hostOf();
    await app.open({ host: { bridge } });
    await eventually(() => bridge.sent.length === 1);
  });

  it('is nothing once the engine ended', async () => {
    let closed = 0;
    const bridge = hostOf([], { close: () => closed++ });
    const engine = await appWith(bridge).open();
    engine.destroy();
    assert.equal(closed, 1);
  });

  it('names nobody', async () => {
    const bridge = hostOf();
    const engine = await appWith(bridge).open({ subject: { id: 'user-1' } });
    await press(engine, 'granted');
    await eventually(() => bridge.sent.length === 1);
    assert.ok(!JSON.stringify(bridge.sent).includes('user-1'));
  });
});
