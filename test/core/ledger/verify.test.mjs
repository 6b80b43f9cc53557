import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../../build/src/canonical.js';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { randomToken, sampleChain, sampleEvent } from '../../support/sample-events.js';

const chain = (count, changes) => sampleChain(core.hashRecord, count, changes);

const headOf = async (event) => ({
  writer: event.writer,
  sequence: event.sequence,
  hash: await core.hashRecord(event),
});

const headsOf = async (...chains) =>
  Object.fromEntries(
    await Promise.all(
      chains.map(async (events) => {
        const { writer, ...head } = await headOf(events[events.length - 1]);
        return [writer, head];
      }),
    ),
  );

const brief = ({ result, broken }) => (broken ? [result, broken.code, broken.sequence] : [result]);

describe('a sound ledger', () => {
  it('is consistent, with the head of each writer; the events of several may be mixed', async () => {
    const [a, b] = [await chain(3), await chain(2)];
    const report = await verifyLedger([a[0], b[0], a[1], a[2], b[1]]);
    assert.equal(report.result, 'consistent');
    assert.equal(report.broken, undefined);
    assert.deepEqual({ ...report.writers[a[0].writer] }, { ...(await headsOf(a))[a[0].writer], covered: 0 });
    assert.equal((await verifyLedger([])).result, 'consistent');
  });

  it('is authentic where heads held outside cover every event, in each way to give them', async () => {
    const [a, b] = [await chain(3), await chain(2)];
    const heads = await headsOf(a, b);
    assert.equal((await verifyLedger([...a, ...b], { heads })).result, 'authentic');
    assert.equal((await verifyLedger([...a, ...b], { head: heads })).result, 'authentic');
    assert.equal((await verifyLedger(a, { head: await headOf(a[2]) })).result, 'authentic');
    assert.equal(
      (await verifyLedger([...a, ...b], { head: [await headOf(a[2]), await headOf(b[1])] })).result,
      'authentic',
    );
  });

  it('is only consistent where a head covers a part of it, and says which', async () => {
    const [a, b] = [await chain(3), await chain(2)];
    const report = await verifyLedger([...a, ...b], { head: await headOf(a[1]) });
    assert.equal(report.result, 'consistent');
    assert.equal(report.writers[a[0].writer].covered, 2);
    assert.equal(report.writers[b[0].writer].covered, 0);
  });

  it('is what an engine exports', async () => {
    const { createApp, press, withdraw } = await import('../../support/start-engine.js');
    const app = createApp(core);
    await press(await app.open(), 'granted');
    const engine = await app.open();
    await withdraw(engine);
    const ledger = JSON.parse(await engine.export('json'));
    assert.equal((await verifyLedger(ledger)).result, 'consistent');
    assert.equal((await verifyLedger(ledger, { head: await app.storage.heads() })).result, 'authentic');
    assert.equal((await verifyLedger(await engine.history())).result, 'consistent');
  });
});

describe('a ledger that was tampered with', () => {
  it('names the event that was edited', async () => {
    const events = await chain(4);
    events[1] = { ...events[1], decision: 'granted' };
    const report = await verifyLedger(events);
    assert.deepEqual(brief(report), ['broken', 'ledger/changed', 2]);
    assert.equal(report.broken.writer, events[1].writer);
    assert.equal(report.broken.sentence, 'Event 3 was written after another event 2.');
  });

  it('names the gap where one was dropped, at the start too', async () => {
    const events = await chain(4);
    assert.deepEqual(brief(await verifyLedger([events[0], events[2], events[3]])), [
      'broken',
      'ledger/missing',
      2,
    ]);
    assert.deepEqual(brief(await verifyLedger(events.slice(1))), ['broken', 'ledger/missing', 1]);
    const renumbered = events.slice(1).map((event) => ({ ...event, sequence: event.sequence - 1 }));
    assert.deepEqual(brief(await verifyLedger(renumbered)), ['broken', 'ledger/missing', 1]);
  });

  it('names what was swapped, doubled or inserted', async () => {
    const events = await chain(4);
    const [a, b, c, d] = events;
    assert.deepEqual(brief(await verifyLedger([a, c, b, d])), ['broken', 'ledger/missing', 2]);
    assert.deepEqual(brief(await verifyLedger([a, b, b, c, d])), ['broken', 'ledger/duplicate', 2]);
    assert.deepEqual(brief(await verifyLedger([a, b, c, a, d])), ['broken', 'ledger/out-of-order', 1]);
    const inserted = { ...sampleEvent(), writer: a.writer, sequence: 3, previous: c.previous };
    assert.deepEqual(brief(await verifyLedger([a, b, inserted, d])), ['broken', 'ledger/changed', 3]);
  });

  it('by cutting its tail or rolling it back is found by the head held, only', async () => {
    const events = await chain(4);
    const head = await headOf(events[3]);
    assert.deepEqual(brief(await verifyLedger(events.slice(0, 3))), ['consistent']);
    assert.deepEqual(brief(await verifyLedger(events.slice(0, 3), { head })), ['broken', 'ledger/cut', 4]);
    assert.deepEqual(brief(await verifyLedger([], { head })), ['broken', 'ledger/cut', 1]);
  });

  it('by rewriting all of it is found by the head held, only', async () => {
    const events = await chain(3);
    const rewritten = await chain(3, { writer: events[0].writer, decision: 'granted' });
    assert.deepEqual(brief(await verifyLedger(rewritten)), ['consistent']);
    assert.deepEqual(brief(await verifyLedger(rewritten, { head: await headOf(events[2]) })), [
      'broken',
      'ledger/not-the-head',
      3,
    ]);
  });

  it('is broken where an entry is no event, or there is no list', async () => {
    const [event] = await chain(1);
    for (const events of [[event, null], [{ ...event, extra: 1 }], 7, null, {}, { events: 'none' }]) {
      assert.deepEqual(brief(await verifyLedger(events)), ['broken', 'ledger/unreadable', 0]);
    }
  });

  it('is broken where the heads an export carries are none, or not those of its chains', async () => {
    const [a, b] = [await chain(2), await chain(1)];
    const events = [...a, ...b];
    assert.deepEqual(brief(await verifyLedger({ events, heads: 7 })), ['broken', 'ledger/unreadable', 0]);
    assert.deepEqual(brief(await verifyLedger({ events, heads: await headsOf(a) })), [
      'broken',
      'ledger/not-the-head',
      1,
    ]);
    const heads = await headsOf([a[0]], b);
    assert.deepEqual(brief(await verifyLedger({ events, heads })), ['broken', 'ledger/not-the-head', 2]);
  });

  it("a head that is none is the caller's error", async () => {
    for (const head of [7, { writer: 'w', sequence: 0, hash: 'x' }, [{}], { w: 'x' }]) {
      await assert.rejects(verifyLedger([], { head }), { code: 'ledger/invalid-head' });
    }
  });
});

/** Ways to tamper with a list of events; each gives another list. */
const tampering = fc.oneof(
  fc.record({ kind: fc.constant('edit'), at: fc.nat(), field: fc.nat(), text: fc.string() }),
  fc.record({ kind: fc.constant('drop'), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap'), at: fc.nat() }),
  fc.record({ kind: fc.constant('double'), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('insert'), at: fc.nat(), own: fc.boolean() }),
  fc.record({ kind: fc.constant('cut'), at: fc.nat() }),
);

const edits = [
  (event) => ({ ...event, decision: event.decision === 'granted' ? 'denied' : 'granted' }),
  (event) => ({ ...event, act: event.act === 'pointer' ? 'host' : 'pointer' }),
  (event, text) => ({ ...event, policy: { ...event.policy, version: `x${text}` } }),
  (event, text) => ({ ...event, subject: { id: `x${text}` } }),
  (event) => ({ ...event, time: '1999-01-01T00:00:00.000Z' }),
  (event) => ({ ...event, noticeHash: `sha256:${'c'.repeat(64)}` }),
  (event) => ({ ...event, supersedes: [randomToken()] }),
  (event) => ({ ...event, sequence: event.sequence + 1 }),
  (event) => ({ ...event, writer: randomToken() }),
  (event, text) => ({ ...event, [`x${text}`]: text }),
];

const tamper = (events, { kind, at, field, text, to, own }) => {
  const list = [...events];
  const index = at % list.length;
  const event = list[index];
  if (kind === 'edit') list[index] = edits[field % edits.length](event, text);
  if (kind === 'drop') list.splice(index, 1);
  if (kind === 'swap')
    [list[index], list[(index + 1) % list.length]] = [list[(index + 1) % list.length], event];
  if (kind === 'double') list.splice(to % list.length, 0, event);
  if (kind === 'insert')
    list.splice(index, 0, {
      ...sampleEvent(),
      ...(own && { writer: event.writer, sequence: event.sequence }),
    });
  if (kind === 'cut') list.length = index;
  return list;
};

describe('1,000 random edits of an exported ledger', () => {
  it('are all found, and the sound one never is', async () => {
    const events = await chain(6);
    const other = await chain(3);
    const ledger = { events: [...events, ...other], heads: await headsOf(events, other) };
    assert.equal((await verifyLedger(ledger)).result, 'consistent');
    const kinds = new Map();
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        const list = tamper(ledger.events, change);
        // Two writers' events may stand in any order among each other: that swap changes nothing.
        if (sameChains(list, ledger.events)) return;
        kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
        assert.equal((await verifyLedger({ ...ledger, events: list })).result, 'broken', change.kind);
        assert.equal((await verifyLedger(list, { heads: ledger.heads })).result === 'authentic', false);
      }),
      { numRuns: 1100 },
    );
    const found = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(found >= 1000, `only ${found} of the edits changed anything`);
    assert.equal(kinds.size, 6);
  });
});

const sameChains = (a, b) => {
  const byWriter = (events) => {
    const writers = {};
    for (const event of events) (writers[event.writer] ??= []).push(event);
    return canonicalJson(Object.fromEntries(Object.entries(writers)));
  };
  return byWriter(a) === byWriter(b);
};
