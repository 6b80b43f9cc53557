import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { eventually } from '../../support/eventually.mjs';
import { createApp, press, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const subject = { id: 'user-1' };
const day = 86_400_000;

const answered = async (options = {}) => {
  const app = createApp(core, { options: { subject, ...options } });
  const engine = await app.open();
  await press(engine, 'granted');
  await withdraw(engine);
  return { app, engine };
};

const verified = async (engine) => (await verifyLedger(JSON.parse(await engine.export('json')))).result;

describe('forgetting a person', () => {
  it('leaves the state as if they had never been asked, here and after a restart', async () => {
    const { app, engine } = await answered();
    await engine.forget('user-1');
    const { decision, asks } = engine.status('sample');
    assert.deepEqual([decision, asks], ['none', true]);
    assert.deepEqual(await engine.history(), []);
    assert.equal((await app.open()).status('sample').asks, true);
  });

  it('erases what names them, and what remains verifies', async () => {
    const { app, engine } = await answered();
    const before = await app.storage.heads();
    const event = await engine.forget('user-1');
    const { events, erased } = await app.storage.read();
    assert.equal(erased.length, 2);
    assert.deepEqual(events, [event]);
    assert.ok(!JSON.stringify({ events, erased }).includes('user-1'));
    assert.equal(await verified(engine), 'consistent');
    const [writer] = Object.keys(before);
    const ledger = JSON.parse(await engine.export('json'));
    const report = await verifyLedger(ledger, { head: { writer, ...before[writer] } });
    assert.notEqual(report.result, 'broken');
    assert.deepEqual(report.findings ?? [], []);
  });

  it('is recorded, by nobody in particular, with the places it is about', async () => {
    const { engine } = await answered();
    const places = (await engine.history()).map(({ writer, sequence }) => `${writer}/${sequence}`);
    const event = await engine.forget('user-1');
    assert.deepEqual(event.request, { id: 'right:delete', kind: 'right' });
    assert.deepEqual([event.decision, event.act, event.erases], ['requested', 'host', places]);
    assert.match(event.subject.id, /^local-[0-9a-f]{32}$/);
  });

  it('lets them answer anew, in a chain that goes on where it was', async () => {
    const { app, engine } = await answered();
    await engine.forget('user-1');
    const { event } = await press(engine, 'granted');
    assert.equal(event.sequence, 4);
    assert.equal((await app.open()).status('sample').decision, 'granted');
    assert.equal(await verified(engine), 'consistent');
  });

  it('takes a local subject as a whole, and draws another one', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const { event } = await press(engine, 'granted');
    await engine.forget(event.subject.id);
    const { event: next } = await press(engine, 'denied');
    assert.notEqual(next.subject.id, event.subject.id);
    assert.ok(!JSON.stringify(await app.storage.read()).includes(event.subject.id));
  });

  it('leaves the answers of others as they are', async () => {
    const { app, engine } = await answered();
    const other = await app.open({ subject: { id: 'user-2' } });
    await press(other, 'granted');
    await engine.forget('user-1');
    assert.equal((await app.open({ subject: { id: 'user-2' } })).status('sample').decision, 'granted');
  });

  it('of whom nothing is known records nothing', async () => {
    const { app, engine } = await answered();
    assert.equal(await engine.forget('user-9'), undefined);
    assert.equal((await app.storage.read()).events.length, 2);
  });

  it('where the storage cannot erase changes nothing', async () => {
    const storage = { ...core.memoryStorage(), erase: undefined };
    const app = createApp(core, { storage, options: { subject } });
    const engine = await app.open();
    await press(engine, 'granted');
    for (const options of [undefined, { keepProofUntil: '2999-01-01' }]) {
      await assert.rejects(engine.forget('user-1', options), { code: 'storage/cannot-erase' });
    }
    assert.equal(engine.status('sample').decision, 'granted');
    assert.equal((await storage.read()).events.length, 1);
  });

  it('that the storage fails to erase is said, counts all the same, and is done at the next start', async () => {
    const storage = core.memoryStorage();
    let broken = true;
    const failing = {
      ...storage,
      erase: (records) => (broken ? Promise.reject(new Error('no')) : storage.erase(records)),
    };
    const app = createApp(core, { storage: failing, options: { subject } });
    const engine = await app.open();
    await press(engine, 'granted');
    await assert.rejects(engine.forget('user-1'), { code: 'storage/failed' });
    assert.equal(engine.status('sample').decision, 'none');
    engine.destroy();
    broken = false;
    await app.open();
    await eventually(async () => (await storage.read()).erased?.length === 1);
  });

  it('says nothing of where they went and whom they called', async () => {
    const { engine, app } = await answered();
    const jump = engine.confirmJump({ url: 'tel:13800138000', open: () => undefined });
    await until(() => engine.prompt?.jump);
    engine.prompt.answer('denied', { act: 'pointer', visibility: 'verified' });
    await jump;
    await engine.forget('user-1');
    const { erased } = await app.storage.read();
    assert.ok(erased.some(({ request }) => request.kind === 'jump'));
    assert.ok(!JSON.stringify(erased).includes('138'));
  });

  for (const wrong of ['', undefined, 7]) {
    it(`named by ${JSON.stringify(wrong)} is refused`, async () => {
      const { engine } = await answered();
      await assert.rejects(engine.forget(wrong), { code: 'engine/invalid-subject' });
    });
  }
});

describe('a person whose proof must be kept', () => {
  it('is forgotten at once, and erased at the first start after that day', async () => {
    let now = Date.UTC(2026, 10, 1, 12);
    const { app, engine } = await answered({ platform: { now: () => now } });
    const event = await engine.forget('user-1', { keepProofUntil: '2026-12-31' });
    assert.equal(event.until, '2027-01-01T00:00:00.000Z');
    assert.equal(engine.status('sample').decision, 'none');
    assert.equal((await app.storage.read()).events.length, 3);
    now = Date.UTC(2026, 11, 31, 23);
    await app.open();
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal((await app.storage.read()).erased, undefined);
    now += day;
    const later = await app.open();
    assert.equal(later.status('sample').asks, true);
    await eventually(async () => (await app.storage.read()).erased?.length === 2);
    assert.equal(await verified(later), 'consistent');
  });

  it('needs a day that can be read', async () => {
    const { engine } = await answered();
    await assert.rejects(engine.forget('user-1', { keepProofUntil: 'some day' }), {
      code: 'engine/invalid-day',
    });
    assert.equal(engine.status('sample').decision, 'withdrawn');
  });
});
