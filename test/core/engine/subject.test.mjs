import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails } from '../../support/sample-policy.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const named = { id: 'user-1' };
const decisionOf = (engine) => engine.status('sample').decision;

describe('another person on the same device', () => {
  it('starts with no answers, and is asked anew', async () => {
    const engine = await createApp(core).open();
    await press(engine, 'granted');
    await engine.setSubject({ id: 'user-2' }, { link: false });
    assert.equal(decisionOf(engine), 'none');
    assert.equal(engine.status('sample').asks, true);
    const { event } = await press(engine, 'denied');
    assert.deepEqual(event.subject, { id: 'user-2' });
    assert.deepEqual(event.supersedes, []);
  });

  it('never has the answers of the former one, in no order and after no restart', async () => {
    const app = createApp(core);
    const engine = await app.open({ subject: named });
    await press(engine, 'granted');
    await engine.setSubject({ id: 'user-2' });
    assert.equal(decisionOf(engine), 'none');
    await engine.setSubject(named);
    assert.equal(decisionOf(engine), 'granted');
    const next = await app.open({ subject: { id: 'user-2' } });
    assert.equal(decisionOf(next), 'none');
  });

  it('is asked again also where the former one closed the question in this session', async () => {
    const engine = await createApp(core).open();
    await press(engine, 'dismissed');
    assert.equal(engine.status('sample').asks, false);
    await engine.setSubject({ id: 'user-2' });
    assert.equal(engine.status('sample').asks, true);
  });

  it('gets the question anew that was open: the former prompt closes, the promise waits for the new answer', async () => {
    const engine = await createApp(core).open();
    const asked = engine.ensure('sample');
    const former = await see(engine);
    await engine.setSubject({ id: 'user-2' });
    assert.throws(() => former.answer('granted', sampleDetails), { code: 'prompt/closed' });
    await until(() => engine.prompt && engine.prompt !== former);
    const { event } = await press(engine, 'granted');
    assert.equal(event.subject.id, 'user-2');
    assert.equal((await asked).decision, 'granted');
  });

  it('who answered already is not asked: the open question closes', async () => {
    const app = createApp(core);
    await press(await app.open({ subject: named }), 'denied');
    const engine = await app.open({ subject: { id: 'user-2' } });
    const asked = engine.ensure('sample');
    await see(engine);
    await engine.setSubject(named);
    assert.equal((await asked).decision, 'denied');
    assert.equal(engine.prompt, undefined);
  });

  it('is told to whoever listens', async () => {
    const engine = await createApp(core).open();
    await press(engine, 'granted');
    const heard = [];
    engine.subscribe(({ type, status }) => type === 'status' && heard.push(status.decision));
    await engine.setSubject({ id: 'user-2' });
    assert.deepEqual(heard, ['none']);
  });
});

describe('a local subject that turns out to be a named one', () => {
  const loggedIn = async (decision) => {
    const app = createApp(core);
    const engine = await app.open();
    const { event } = await press(engine, decision);
    await engine.setSubject(named, { link: true });
    return { app, engine, event };
  };

  for (const decision of ['granted', 'denied']) {
    it(`keeps its answer (${decision}), recorded once more as theirs, after a restart too`, async () => {
      const { app, engine, event } = await loggedIn(decision);
      assert.equal(decisionOf(engine), decision);
      assert.equal(engine.prompt, undefined);
      const { event: copy } = engine.status('sample');
      assert.deepEqual([copy.act, copy.subject, copy.supersedes], ['host', named, [event.id]]);
      assert.equal(copy.noticeHash, event.noticeHash);
      const next = await app.open({ subject: named });
      assert.equal(decisionOf(next), decision);
      assert.equal((await verifyLedger(JSON.parse(await next.export('json')))).result, 'consistent');
    });
  }

  it('keeps the refusal of a new version beside the grant of the one before', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const engine = await app.open({ version: '2' });
    await press(engine, 'denied');
    await engine.setSubject(named, { link: true });
    const { decision, reason, answeredVersion } = engine.status('sample');
    assert.deepEqual([decision, reason, answeredVersion], ['granted', 'version-refused', '1']);
  });

  it('does not undo what the named one withdrew: the stricter answer counts', async () => {
    const app = createApp(core);
    const first = await app.open({ subject: named });
    await press(first, 'granted');
    await withdraw(first);
    const engine = await app.open({ subject: { id: 'local-0123' } });
    await press(engine, 'granted');
    await engine.setSubject(named, { link: true });
    assert.equal(decisionOf(engine), 'withdrawn');
  });

  it('records nothing twice: linking again changes nothing', async () => {
    const { app } = await loggedIn('granted');
    const engine = await app.open({ subject: { id: 'local-x' } });
    await engine.setSubject(named, { link: true });
    assert.equal((await app.storage.read()).events.length, 2);
  });

  it('is no way from one named person to another, nor back to nobody', async () => {
    const engine = await createApp(core).open({ subject: named });
    await press(engine, 'granted');
    for (const id of ['user-2', 'local-x']) {
      await assert.rejects(engine.setSubject({ id }, { link: true }), { code: 'engine/cannot-link' });
    }
    assert.equal(decisionOf(engine), 'granted');
  });
});

describe('a subject that is none', () => {
  const cases = {
    nothing: undefined,
    'no id': {},
    'an unknown age band': { id: 'a', ageBand: 'old' },
    'somebody unknown to act for': { id: 'a', actsFor: { kind: 'friend', reference: 'b' } },
    'nobody in particular to act for': { id: 'a', actsFor: { kind: 'child' } },
  };
  for (const [what, subject] of Object.entries(cases)) {
    it(`is refused by setSubject: ${what}`, async () => {
      const engine = await createApp(core).open();
      await press(engine, 'granted');
      await assert.rejects(engine.setSubject(subject), { code: 'engine/invalid-options' });
      assert.equal(decisionOf(engine), 'granted');
    });
  }

  it('never becomes ready where the options name it, and says which entry is wrong', async () => {
    const { policyOf } = createApp(core);
    const subject = { id: 'a', ageBand: 'old' };
    const engine = core.createConsent({ policies: [await policyOf('1')], subject });
    await assert.rejects(engine.ready, { code: 'engine/invalid-options', value: 'old' });
  });
});

describe('whom somebody acts for, and how old they are', () => {
  it('stand in what they answer', async () => {
    const subject = { id: 'a', actsFor: { kind: 'organisation', reference: 'acme' }, ageBand: 'adult' };
    const engine = await createApp(core).open({ subject });
    const { event } = await press(engine, 'denied');
    assert.deepEqual(event.subject, subject);
    assert.ok(!Object.isFrozen(subject.actsFor));
  });
});
