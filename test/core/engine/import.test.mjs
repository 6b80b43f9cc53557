import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { core } from '../../support/core-build.mjs';
import { sampleChain, sampleEvent } from '../../support/sample-events.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';

const subject = { id: 'user-1' };
const chain = (count, changes = {}) => sampleChain(core.hashRecord, count, { subject, ...changes });
const ledgerOf = async (app) => (await app.storage.read()).events;

/** The person's own ledger of another device: they answered there. */
const elsewhere = async (...decisions) => {
  const app = createApp(core, { options: { subject } });
  const engine = await app.open();
  for (const decision of decisions) {
    await (decision === 'withdrawn' ? withdraw(engine) : press(engine, decision, 'user'));
  }
  return ledgerOf(app);
};

describe('events of another device', () => {
  it('count as if they had been given here, after a restart too', async () => {
    const app = createApp(core, { options: { subject } });
    const engine = await app.open();
    const events = await elsewhere('granted');
    assert.deepEqual(await engine.import(events), { count: 1, durability: 'memory' });
    assert.equal(engine.status('sample').decision, 'granted');
    assert.deepEqual(await ledgerOf(app), events);
    assert.equal((await app.open()).status('sample').decision, 'granted');
  });

  it('close the question they answer', async () => {
    const engine = await createApp(core, { options: { subject } }).open();
    const asked = engine.ensure('sample');
    await see(engine);
    await engine.import(await elsewhere('denied'));
    assert.equal(engine.prompt, undefined);
    assert.equal((await asked).decision, 'denied');
  });

  it('are told to whoever listens, and taken once', async () => {
    const engine = await createApp(core, { options: { subject } }).open();
    const heard = [];
    engine.subscribe(({ type, status }) => type === 'status' && heard.push(status.decision));
    const events = await elsewhere('granted', 'withdrawn');
    assert.equal((await engine.import([...events, ...events])).count, 2);
    assert.ok(heard.every((decision) => decision === 'withdrawn') && heard.length > 0);
    assert.equal((await engine.import(events)).count, 0);
    assert.equal((await engine.history()).length, 2);
  });

  it('never overwrite what was chosen here without knowing of them: the stricter answer counts', async () => {
    for (const [here, there, expected] of [
      ['denied', 'granted', 'denied'],
      ['granted', 'denied', 'denied'],
      ['granted', 'granted', 'granted'],
    ]) {
      const engine = await createApp(core, { options: { subject } }).open();
      await press(engine, here);
      await engine.import(await elsewhere(there));
      assert.equal(engine.status('sample').decision, expected, `${here} here, ${there} there`);
    }
  });

  it('of somebody else are kept, and count for nobody else', async () => {
    const engine = await createApp(core, { options: { subject: { id: 'user-2' } } }).open();
    await engine.import(await elsewhere('granted'));
    assert.equal(engine.status('sample').decision, 'none');
    assert.deepEqual(await engine.history(), []);
  });

  it('may be the rest of a chain whose beginning is here', async () => {
    const engine = await createApp(core, { options: { subject } }).open();
    const events = await chain(3);
    await engine.import(events.slice(0, 1));
    assert.equal((await engine.import(events.slice(1))).count, 2);
    assert.equal((await engine.history()).length, 3);
  });

  it('come in any order', async () => {
    const engine = await createApp(core, { options: { subject } }).open();
    const events = [...(await chain(3)), ...(await chain(2))];
    assert.equal((await engine.import(events.reverse())).count, 5);
  });
});

describe('what is no whole ledger', () => {
  const untouched = async (app, engine) => {
    assert.equal(engine.status('sample').decision, 'none');
    assert.deepEqual(await ledgerOf(app), []);
  };

  for (const [what, given] of Object.entries({
    nothing: undefined,
    'no list': sampleEvent(),
    'a list with something else': [sampleEvent(), { decision: 'granted' }],
    'a grant without a notice': [sampleEvent({ noticeHash: '' })],
    'a list with a hole': [, sampleEvent()],
  })) {
    it(`is refused, and nothing of it taken: ${what}`, async () => {
      const app = createApp(core);
      const engine = await app.open();
      await assert.rejects(engine.import(given), { code: 'import/invalid' });
      await untouched(app, engine);
    });
  }

  const broken = {
    'its beginning is missing': (events) => events.slice(1),
    'an event is missing': (events) => [events[0], events[2]],
    'an event was changed': (events) => [{ ...events[0], act: 'keyboard' }, ...events.slice(1)],
    'two events stand in one place': (events) => [...events, { ...events[2], id: '0'.repeat(32) }],
  };
  for (const [what, change] of Object.entries(broken)) {
    it(`is refused, and nothing of it taken: ${what}`, async () => {
      const app = createApp(core, { options: { subject } });
      const engine = await app.open();
      const events = change(await chain(3));
      await assert.rejects(engine.import(events), { code: 'import/broken-chain' });
      await untouched(app, engine);
    });
  }

  it('is refused where another event stands in its place here', async () => {
    const app = createApp(core, { options: { subject } });
    const engine = await app.open();
    const { event } = await press(engine, 'denied');
    const forged = { ...event, decision: 'granted', noticeHash: `sha256:${'a'.repeat(64)}` };
    await assert.rejects(engine.import([forged]), { code: 'import/broken-chain' });
    assert.equal(engine.status('sample').decision, 'denied');
  });

  it('is found in every edit of a chain, whatever is edited', async () => {
    const engine = await createApp(core, { options: { subject } }).open();
    const events = await chain(6);
    const edits = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom('time', 'act', 'decision', 'id'));
    await fc.assert(
      fc.asyncProperty(edits, async ([at, field]) => {
        const changes = {
          time: '2020-01-01T00:00:00.000Z',
          act: 'assistive',
          decision: 'denied',
          id: 'f'.repeat(32),
        };
        const edited = events.map((event, index) =>
          index === at ? { ...event, [field]: changes[field] } : event,
        );
        await assert.rejects(engine.import(edited), { code: 'import/broken-chain' });
      }),
      { numRuns: 60 },
    );
    assert.deepEqual(await engine.history(), []);
  });
});
