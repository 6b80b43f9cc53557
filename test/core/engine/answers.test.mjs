import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const brief = ({ decision, reason, asks }) => ({ decision, reason, asks });
const codes = (engine) => engine.errors.map(({ code }) => code);

describe('the first start', () => {
  it('knows nothing before the ledger was read, and asks for nothing', async () => {
    const { policyOf } = createApp(core);
    const engine = core.createConsent({ policies: [await policyOf('1')] });
    assert.deepEqual(engine.status('sample'), {
      decision: 'unknown',
      reason: 'loading',
      version: '1',
      asks: false,
    });
    await engine.ready;
    assert.deepEqual(brief(engine.status('sample')), { decision: 'none', reason: 'unanswered', asks: true });
  });

  it('takes a policy without a version as unversioned', async () => {
    const { policyOf } = createApp(core);
    const engine = core.createConsent({ policies: [await policyOf(undefined)] });
    await engine.ready;
    assert.equal(engine.status('sample').version, 'unversioned');
  });

  it('writes nothing before the first answer', async () => {
    const app = createApp(core);
    const engine = await app.open();
    await see(engine);
    assert.deepEqual((await app.storage.read()).events, []);
    engine.destroy();
    assert.deepEqual((await app.storage.read()).events, []);
  });
});

describe('an answer', () => {
  it('that agrees is granted, proven by the text and the notice, and kept over a restart', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const { event } = await press(engine, 'granted');
    assert.equal(event.policyHash, engine.policies[0].hash);
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    assert.deepEqual([event.sequence, event.previous, event.supersedes], [1, '', []]);
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'granted',
      reason: 'answered',
      asks: false,
    });
    const next = await app.open();
    assert.deepEqual(next.status('sample').event, event);
    assert.equal((await next.ensure('sample')).decision, 'granted');
    assert.equal(next.prompt, undefined);
  });

  it('that refuses never opens the question by itself again, not at the next start either', async () => {
    const app = createApp(core);
    await press(await app.open(), 'denied');
    const engine = await app.open();
    assert.deepEqual(brief(engine.status('sample')), { decision: 'denied', reason: 'answered', asks: false });
    assert.equal((await engine.ensure('sample')).decision, 'denied');
    assert.equal(engine.prompt, undefined);
  });

  it('that refuses can be followed by agreeing through the entry', async () => {
    const engine = await createApp(core).open();
    await press(engine, 'denied');
    await press(engine, 'granted', 'user');
    assert.equal(engine.status('sample').decision, 'granted');
  });

  it('by closing is no consent: nothing more in this session, the question again at the next start', async () => {
    const app = createApp(core);
    const engine = await app.open();
    await press(engine, 'dismissed');
    assert.deepEqual(brief(engine.status('sample')), { decision: 'none', reason: 'dismissed', asks: false });
    assert.equal((await engine.ensure('sample')).decision, 'none');
    await press(engine, 'dismissed', 'user');
    const next = await app.open();
    assert.deepEqual(brief(next.status('sample')), { decision: 'none', reason: 'unanswered', asks: true });
  });

  it('can grant only what was presented; refusing and closing need nothing', async () => {
    for (const decision of ['denied', 'dismissed']) {
      const engine = await createApp(core).open();
      engine.ensure('sample');
      await new Promise((resolve) => setTimeout(resolve, 5));
      const { prompt } = engine;
      assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/not-presented' });
      const presented = prompt.present(sampleNotice);
      assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/not-presented' });
      const { event, saved } = prompt.answer(decision, sampleDetails);
      assert.equal(event.noticeHash, '');
      await Promise.all([saved, presented]);
      assert.equal((await engine.history()).length, 1);
    }
  });

  it('counts for the words shown last: a change of language must be presented before it can be granted', async () => {
    const engine = await createApp(core).open();
    const prompt = await see(engine);
    const english = { ...sampleNotice, locale: 'en', strings: ['Please choose'] };
    const presented = prompt.present(english);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/not-presented' });
    await presented;
    const { event } = prompt.answer('granted', sampleDetails);
    assert.equal(event.noticeHash, await core.hashRecord(english));
  });

  it('counts for the words shown last, also where their hash was there first', async () => {
    const waiting = [];
    const { sha256 } = await import('../../../build/src/platform.js').then((it) => it.defaultPlatform());
    let slow = false;
    const platform = {
      sha256: async (bytes) => {
        if (slow) await new Promise((resolve) => waiting.push(resolve));
        return sha256(bytes);
      },
    };
    const engine = await createApp(core).open({ platform });
    const prompt = await see(engine);
    slow = true;
    const [chinese, english] = [sampleNotice, { ...sampleNotice, locale: 'en' }];
    const presented = [prompt.present(chinese), prompt.present(english)];
    waiting[1]();
    await presented[1];
    waiting[0]();
    await presented[0];
    const { event } = prompt.answer('granted', sampleDetails);
    assert.equal(event.noticeHash, await core.hashRecord(english));
  });

  it('waits for the hash of the one before, however long that takes: one chain, without a gap', async () => {
    const { sha256 } = await import('../../../build/src/platform.js').then((it) => it.defaultPlatform());
    const late = async (bytes) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return sha256(bytes);
    };
    const engine = await createApp(core).open({ platform: { sha256: late } });
    const events = [];
    for (const trigger of ['app', 'user', 'user']) {
      engine.ensure('sample', { trigger }).catch(() => undefined);
      await until(() => engine.prompt);
      events.push(engine.prompt.answer('denied', sampleDetails).event);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    assert.equal(new Set(events.map(({ writer }) => writer)).size, 1);
    assert.deepEqual(
      events.map(({ sequence }) => sequence),
      [1, 2, 3],
    );
  });

  it('that cannot wait for that hash begins a chain of its own, and the ledger still verifies', async () => {
    const { policyOf } = createApp(core);
    const policies = [await policyOf('1'), await policyOf('1', { id: 'other' })];
    const engine = core.createConsent({ policies });
    await engine.ready;
    await press(engine, 'granted');
    const prompt = await see(engine, 'app', 'other');
    const withdrawal = await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
    const { event } = prompt.answer('granted', sampleDetails);
    assert.notEqual(event.writer, withdrawal.event.writer);
    assert.deepEqual([event.sequence, event.previous], [1, '']);
    const ledger = JSON.parse(await engine.export('json'));
    assert.equal(ledger.events.length, 3);
    assert.equal((await verifyLedger(ledger)).result, 'consistent');
  });

  it('is taken once: a second one throws and changes nothing', async () => {
    const engine = await createApp(core).open();
    const prompt = await see(engine);
    prompt.answer('denied', sampleDetails);
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/answered' });
    assert.equal((await engine.history()).length, 1);
    assert.equal(engine.status('sample').decision, 'denied');
  });

  it('of a kind that does not exist is refused with a code', async () => {
    const engine = await createApp(core).open();
    const prompt = await see(engine);
    assert.throws(() => prompt.answer('withdrawn', sampleDetails), { code: 'prompt/invalid-answer' });
    assert.throws(() => prompt.answer('granted', { act: 'voice', visibility: 'verified' }), {
      code: 'prompt/invalid-answer',
    });
    assert.throws(() => prompt.answer('granted', undefined), { code: 'prompt/invalid-answer' });
    await assert.rejects(prompt.present({ locale: 'en' }), { code: 'prompt/invalid-notice' });
    assert.equal(engine.status('sample').decision, 'none');
  });

  it('joins the chain: the next one names the hash of the one before and supersedes it', async () => {
    const engine = await createApp(core).open();
    const first = await press(engine, 'granted');
    const second = await withdraw(engine);
    assert.equal(second.event.sequence, 2);
    assert.equal(second.event.previous, await core.hashRecord(first.event));
    assert.deepEqual(second.event.supersedes, [first.event.id]);
  });
});

describe('withdrawing', () => {
  it('ends the grant, and nothing asks by itself until another material version', async () => {
    const app = createApp(core);
    const engine = await app.open();
    await press(engine, 'granted');
    await withdraw(engine);
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'withdrawn',
      reason: 'answered',
      asks: false,
    });
    const next = await app.open();
    assert.deepEqual(brief(next.status('sample')), {
      decision: 'withdrawn',
      reason: 'answered',
      asks: false,
    });
    const later = await app.open({ version: '2' });
    assert.deepEqual(brief(later.status('sample')), {
      decision: 'withdrawn',
      reason: 'new-version',
      asks: true,
    });
  });

  it('needs a grant', async () => {
    const engine = await createApp(core).open();
    await assert.rejects(withdraw(engine), { code: 'engine/nothing-to-withdraw' });
    await press(engine, 'granted');
    const twice = await Promise.allSettled([withdraw(engine), withdraw(engine)]);
    assert.deepEqual(twice.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
    assert.equal((await engine.history()).length, 2);
  });

  it('closes the question about a newer version, which then does not open again', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const engine = await app.open({ version: '2' });
    const asked = engine.ensure('sample');
    await see(engine);
    await withdraw(engine);
    assert.equal(engine.prompt, undefined);
    assert.equal((await asked).decision, 'withdrawn');
    const next = await app.open({ version: '2' });
    assert.deepEqual(brief(next.status('sample')), {
      decision: 'withdrawn',
      reason: 'answered',
      asks: false,
    });
  });
});

describe('a new version', () => {
  const granted = async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    return app;
  };

  it('asks again, says which version was answered, and leaves the grant as it stood meanwhile', async () => {
    const app = await granted();
    const engine = await app.open({ version: '2' });
    const status = engine.status('sample');
    assert.deepEqual(brief(status), { decision: 'granted', reason: 'new-version', asks: true });
    assert.deepEqual([status.version, status.answeredVersion], ['2', '1']);
    const prompt = await see(engine);
    assert.equal(prompt.answeredVersion, '1');
    prompt.answer('granted', sampleDetails);
    assert.equal(engine.status('sample').answeredVersion, '2');
  });

  it('that is refused leaves the grant of the one before, and is not asked about again', async () => {
    const app = await granted();
    await press(await app.open({ version: '2' }), 'denied');
    const engine = await app.open({ version: '2' });
    const status = engine.status('sample');
    assert.deepEqual(brief(status), { decision: 'granted', reason: 'version-refused', asks: false });
    assert.equal(status.answeredVersion, '1');
    await press(engine, 'granted', 'user');
    assert.equal(engine.status('sample').answeredVersion, '2');
    const third = await app.open({ version: '3' });
    assert.equal(third.status('sample').asks, true);
  });

  it('that is closed is asked about at the next start', async () => {
    const app = await granted();
    const engine = await app.open({ version: '2' });
    await press(engine, 'dismissed');
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'granted',
      reason: 'dismissed',
      asks: false,
    });
    const next = await app.open({ version: '2' });
    assert.deepEqual(brief(next.status('sample')), {
      decision: 'granted',
      reason: 'new-version',
      asks: true,
    });
  });

  it('that is not material asks nobody', async () => {
    const app = await granted();
    const engine = await app.open({ version: '2', material: false });
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'granted',
      reason: 'not-material',
      asks: false,
    });
  });

  it('asks again who refused the one before', async () => {
    const app = createApp(core);
    await press(await app.open(), 'denied');
    const engine = await app.open({ version: '2' });
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'denied',
      reason: 'new-version',
      asks: true,
    });
  });

  it('announced for a day to come is pending, and asks from that day on', async () => {
    const app = await granted();
    const on = (day) => ({ platform: { now: () => new Date(`${day}T12:00:00`).getTime() } });
    const early = await app.open({ version: '2', effective: '2027-03-01', ...on('2027-02-28') });
    const status = early.status('sample');
    assert.deepEqual(brief(status), { decision: 'granted', reason: 'not-yet-effective', asks: false });
    assert.equal(status.version, '1');
    assert.deepEqual(status.pending, { version: '2', effective: '2027-03-01' });
    assert.equal((await early.ensure('sample')).decision, 'granted');
    const inForce = await app.open({ version: '2', effective: '2027-03-01', ...on('2027-03-01') });
    assert.deepEqual(brief(inForce.status('sample')), {
      decision: 'granted',
      reason: 'new-version',
      asks: true,
    });
  });

  it('announced for a day to come does not spare who withdraws before: it asks when it is in force', async () => {
    const app = await granted();
    const on = (day) => ({ platform: { now: () => new Date(`${day}T12:00:00`).getTime() } });
    const early = await app.open({ version: '2', effective: '2027-03-01', ...on('2027-02-28') });
    const { event } = await withdraw(early);
    assert.equal(event.policy.version, '1');
    assert.equal(event.policyHash, (await app.policyOf('1')).hash);
    assert.deepEqual(brief(early.status('sample')), {
      decision: 'withdrawn',
      reason: 'not-yet-effective',
      asks: false,
    });
    const inForce = await app.open({ version: '2', effective: '2027-03-01', ...on('2027-03-01') });
    assert.equal(inForce.status('sample').asks, true);
  });

  it('with a day to come asks at once who never answered: there is no other text', async () => {
    const engine = await createApp(core).open({ version: '2', effective: '2999-01-01' });
    assert.equal(engine.status('sample').asks, true);
  });

  it('that changes the text but not the version is reported, once, and asks nobody', async () => {
    const app = await granted();
    const policy = await app.policyOf('1', { text: '别的文字' });
    const engine = await app.open({ policy });
    await until(() => engine.errors.length > 0);
    assert.deepEqual(codes(engine), ['policy/changed-without-version']);
    assert.deepEqual(brief(engine.status('sample')), {
      decision: 'granted',
      reason: 'answered',
      asks: false,
    });
    await withdraw(engine);
    await press(engine, 'granted', 'user');
    assert.deepEqual(codes(engine), ['policy/changed-without-version']);
  });
});

describe('asking', () => {
  it('shares one question and one promise among equal requests', async () => {
    const engine = await createApp(core).open();
    const prompts = [];
    engine.subscribe((change) => change.type === 'prompt' && change.prompt && prompts.push(change.prompt));
    const [first, second] = [engine.ensure('sample'), engine.ensure('sample')];
    assert.equal(first, second);
    const third = engine.ensure('sample', { trigger: 'user' });
    const prompt = await see(engine);
    prompt.answer('granted', sampleDetails);
    assert.deepEqual(await third, await first);
    assert.equal(prompts.length, 1);
  });

  it('opens one question at a time, in the order they were asked', async () => {
    const { policyOf } = createApp(core);
    const policies = [await policyOf('1'), await policyOf('1', { id: 'other' })];
    const engine = core.createConsent({ policies });
    await engine.ready;
    const both = [engine.ensure('sample'), engine.ensure('other')];
    const first = await see(engine, 'app', 'sample');
    assert.equal(first.request.id, 'sample');
    first.answer('denied', sampleDetails);
    await both[0];
    const second = await see(engine, 'app', 'other');
    assert.equal(second.request.id, 'other');
    second.answer('granted', sampleDetails);
    assert.equal((await both[1]).decision, 'granted');
  });

  it('for a safer place than the storage has is an error that leaves the grant as it is', async () => {
    const engine = await createApp(core).open();
    const asked = engine.ensure('sample', { durability: 'disk' });
    const prompt = await see(engine);
    prompt.answer('granted', sampleDetails);
    await assert.rejects(asked, { code: 'storage/not-durable' });
    assert.equal(engine.status('sample').decision, 'granted');
    await assert.rejects(engine.ensure('sample', { durability: 'disc' }), { code: 'storage/not-durable' });
    assert.equal((await engine.ensure('sample', { durability: 'memory' })).decision, 'granted');
  });

  it('about a policy nobody declared is an error', async () => {
    const engine = await createApp(core).open();
    assert.throws(() => engine.status('nothing'), { code: 'engine/unknown-request' });
    await assert.rejects(engine.ensure('nothing'), { code: 'engine/unknown-request' });
    await assert.rejects(withdraw(engine, 'toString'), { code: 'engine/unknown-request' });
  });
});

describe('ending', () => {
  it('an open question ends unanswered: nothing recorded, its promise rejects', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const asked = engine.ensure('sample');
    const prompt = await see(engine);
    const changes = [];
    engine.subscribe((change) => changes.push(change));
    engine.destroy();
    engine.destroy();
    await assert.rejects(asked, { code: 'engine/destroyed' });
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/closed' });
    assert.deepEqual(changes, [{ type: 'prompt', prompt: undefined }]);
    assert.deepEqual((await app.storage.read()).events, []);
    for (const call of [engine.ensure('sample'), engine.history(), engine.export('json'), withdraw(engine)]) {
      await assert.rejects(call, { code: 'engine/destroyed' });
    }
  });

  it('comes with the signal', async () => {
    const control = new AbortController();
    const engine = await createApp(core).open({ signal: control.signal });
    control.abort();
    await assert.rejects(engine.ensure('sample'), { code: 'engine/destroyed' });
    const { policyOf } = createApp(core);
    const late = core.createConsent({ policies: [await policyOf('1')], signal: control.signal });
    await assert.rejects(late.ensure('sample'), { code: 'engine/destroyed' });
  });
});

describe('the record', () => {
  it('gives every event with its causes before it, and the agreed text again', async () => {
    const app = createApp(core);
    const { event } = await press(await app.open(), 'granted');
    await press(await app.open({ version: '2' }), 'granted');
    const engine = await app.open({ version: '3' });
    await withdraw(engine);
    const history = await engine.history();
    assert.deepEqual(
      history.map(({ decision }) => decision),
      ['granted', 'granted', 'withdrawn'],
    );
    assert.equal((await engine.agreedPolicy(event)).text, (await app.policyOf('1')).text);
    assert.equal(await engine.agreedPolicy({ ...event, policyHash: `sha256:${'0'.repeat(64)}` }), undefined);
  });

  it('is exported whole, with the heads of its chains', async () => {
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const engine = await app.open();
    await withdraw(engine);
    const ledger = JSON.parse(await engine.export('json'));
    assert.equal(ledger.schema, 'mingshi.ledger/1');
    assert.deepEqual(
      ledger.events,
      (await engine.history()).map((event) => ({ ...event })),
    );
    assert.deepEqual(ledger.heads, { ...(await app.storage.heads()) });
    await assert.rejects(engine.export('xml'), { code: 'export/unknown-format' });
  });
});

describe('the subject', () => {
  it('is a random local id that says nothing, the same at every start', async () => {
    const app = createApp(core);
    const { event } = await press(await app.open(), 'denied');
    assert.match(event.subject.id, /^local-[0-9a-f]{32}$/);
    const again = await press(await app.open(), 'granted', 'user');
    assert.equal(again.event.subject.id, event.subject.id);
  });

  it("of another person does not have this one's grant", async () => {
    const app = createApp(core);
    await press(await app.open({ subject: { id: 'ming' } }), 'granted');
    const other = await app.open({ subject: { id: 'hua' } });
    assert.equal(other.status('sample').decision, 'none');
    assert.deepEqual(await other.history(), []);
    assert.equal((await app.open()).status('sample').decision, 'granted');
    await press(other, 'denied');
    assert.equal((await app.open()).status('sample').decision, 'none');
    assert.equal((await app.open({ subject: { id: 'ming' } })).status('sample').decision, 'granted');
  });

  it('of two tabs opened before any answer is one person, and the stricter of their answers counts', async () => {
    const app = createApp(core);
    const [one, two] = [await app.open(), await app.open()];
    await press(one, 'granted');
    await press(two, 'denied');
    const next = await app.open();
    assert.equal(next.status('sample').decision, 'denied');
    await press(next, 'granted', 'user');
    assert.equal((await app.open()).status('sample').decision, 'granted');
  });
});

describe('listening', () => {
  it('hears the question, the status, and that the question is over; a listener that throws stops nobody', async () => {
    const thrown = [];
    const platform = {
      timer: (callback, delay) => (delay === 0 ? thrown.push(callback) : undefined, () => undefined),
    };
    const engine = await createApp(core).open({ platform });
    const heard = [];
    engine.subscribe(() => {
      throw new Error('host');
    });
    const stop = engine.subscribe((change) => heard.push(change.type + (change.status?.decision ?? '')));
    await press(engine, 'granted');
    stop();
    await withdraw(engine);
    assert.deepEqual(heard, ['prompt', 'statusgranted', 'prompt', 'statusgranted']);
    assert.throws(thrown[0], { message: 'host' });
  });
});
