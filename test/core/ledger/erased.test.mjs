// A ledger with erased events: they stand by their hash, and an erasure nobody asked for is told.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isErasedEvent } from '../../../build/src/event-shape.js';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleChain, sampleEvent } from '../../support/sample-events.js';

const placeOf = ({ writer, sequence }) => `${writer}/${sequence}`;

/** What is left of an event. */
const erase = async ({
  writer,
  sequence,
  previous,
  time,
  request,
  decision,
  policyHash,
  policy,
  ...event
}) => ({
  schema: 'mingshi.erased/1',
  writer,
  sequence,
  previous,
  hash: await core.hashRecord({
    writer,
    sequence,
    previous,
    time,
    request,
    decision,
    policyHash,
    policy,
    ...event,
  }),
  time,
  request: { id: request.id, kind: request.kind },
  decision,
  policyHash,
  policy,
});

/** The record of a right made use of, as the last of a chain, or alone in its own. */
const request = (erases, changes = {}) =>
  sampleEvent({
    request: { id: 'right:delete', kind: 'right' },
    decision: 'requested',
    erases,
    ...changes,
  });

const headsOf = async (...chains) => {
  const heads = {};
  for (const events of chains) {
    const last = events[events.length - 1];
    const hash = isErasedEvent(last) ? last.hash : await core.hashRecord(last);
    heads[last.writer] = { sequence: last.sequence, hash };
  }
  return heads;
};

const codes = ({ findings }) => findings.map(({ code, sequence }) => [code, sequence]);

describe('an erased event', () => {
  it('stands in the chain by the hash it had, and is counted', async () => {
    const events = await sampleChain(core.hashRecord, 4);
    const asked = request([placeOf(events[1])]);
    const ledger = [events[0], await erase(events[1]), events[2], events[3], asked];
    assert.ok(isErasedEvent(ledger[1]));
    const report = await verifyLedger(ledger);
    assert.deepEqual([report.result, report.erased, report.findings], ['consistent', 1, []]);
    const heads = await headsOf(events, [asked]);
    assert.equal((await verifyLedger(ledger, { heads })).result, 'authentic');
    assert.equal((await verifyLedger({ events: ledger, heads })).result, 'consistent');
  });

  it('may be the first, the last, or every one of a chain', async () => {
    const events = await sampleChain(core.hashRecord, 3);
    const asked = request(events.map(placeOf));
    const ledger = [...(await Promise.all(events.map(erase))), asked];
    const report = await verifyLedger(ledger, { heads: await headsOf(events, [asked]) });
    assert.deepEqual([report.result, report.erased, report.findings], ['authentic', 3, []]);
  });

  it('may stand beside the events of an exported ledger, whatever their order there', async () => {
    const [a, b] = [await sampleChain(core.hashRecord, 4), await sampleChain(core.hashRecord, 2)];
    const asked = request([placeOf(a[0]), placeOf(a[2]), placeOf(b[1])]);
    const erased = await Promise.all([b[1], a[2], a[0]].map(erase));
    const heads = await headsOf(a, b, [asked]);
    const ledger = { events: [b[0], a[1], a[3], asked], erased, heads };
    const report = await verifyLedger(ledger, { heads });
    assert.deepEqual([report.result, report.erased, report.findings], ['authentic', 3, []]);
    for (const one of [7, { ...erased[0], extra: 1 }]) {
      const broken = await verifyLedger({ ...ledger, erased: [...erased, one] });
      assert.equal(broken.broken.code, 'ledger/unreadable');
    }
    assert.equal((await verifyLedger({ ...ledger, erased: 'none' })).broken.code, 'ledger/unreadable');
    assert.equal((await verifyLedger({ ...ledger, erased: erased.slice(1) })).result, 'broken');
    assert.equal((await verifyLedger({ ...ledger, erased: [...erased, erased[0]] })).result, 'broken');
  });

  it('that no request to delete names is a finding, and does not break the ledger', async () => {
    const events = await sampleChain(core.hashRecord, 3);
    const ledger = [await erase(events[0]), await erase(events[1]), events[2]];
    const report = await verifyLedger(ledger);
    assert.equal(report.result, 'consistent');
    assert.deepEqual(codes(report), [
      ['ledger/erased-unasked', 1],
      ['ledger/erased-unasked', 2],
    ]);
    assert.match(report.findings[0].sentence, /Event 1 was erased, and no request to delete/);
    const asked = request([placeOf(events[0])]);
    assert.deepEqual(codes(await verifyLedger([...ledger, asked])), [['ledger/erased-unasked', 2]]);
  });

  it('is not excused by an event that is no request to delete', async () => {
    const [event, next] = await sampleChain(core.hashRecord, 2);
    const ledger = [await erase(event), next];
    for (const changes of [
      { request: { id: 'right:access', kind: 'right' } },
      { request: { id: 'right:delete', kind: 'general' } },
      { request: { id: 'sample', kind: 'general' }, decision: 'granted' },
    ])
      assert.equal(codes(await verifyLedger([...ledger, request([placeOf(event)], changes)])).length, 1);
  });

  it('that was itself the request to delete excuses nothing any more', async () => {
    const [event] = await sampleChain(core.hashRecord, 1);
    const asked = request([placeOf(event)]);
    const report = await verifyLedger([await erase(event), await erase(asked)]);
    assert.equal(codes(report).length, 2);
  });

  it('with another hash, place or link is found, in the chain or by the head', async () => {
    const events = await sampleChain(core.hashRecord, 4);
    const heads = await headsOf(events);
    const other = `sha256:${'c'.repeat(64)}`;
    for (const index of [0, 1, 3]) {
      const record = await erase(events[index]);
      for (const changes of [
        { hash: other },
        { previous: other },
        { sequence: 9 },
        { writer: 'f'.repeat(32) },
      ]) {
        const ledger = events.map((event, at) => (at === index ? { ...record, ...changes } : event));
        assert.equal((await verifyLedger(ledger, { heads })).result, 'broken', JSON.stringify(changes));
      }
    }
  });
});

/** Ways to tamper with a list of events, some of which are erased. */
const tampering = fc.record({
  kind: fc.constantFrom(
    'edit',
    'drop',
    'swap',
    'double',
    'insert',
    'cut',
    'roll back',
    'erase',
    'hash',
    'link',
  ),
  at: fc.nat(),
  to: fc.nat(),
});

const tamper = async (list, { kind, at, to }) => {
  const index = at % list.length;
  const entry = list[index];
  const set = (value) => list.map((one, place) => (place === index ? value : one));
  const erased = isErasedEvent(entry);
  switch (kind) {
    case 'edit':
      // Of what is left of an erased event, only the place and the hashes can be told from what stood there.
      return erased
        ? set({ ...entry, sequence: entry.sequence + 1 })
        : set({ ...entry, time: '1999-01-01T00:00:00Z' });
    case 'drop':
      return list.filter((_, place) => place !== index);
    case 'swap': {
      const other = (index + 1) % list.length;
      return list.map((one, place) => (place === index ? list[other] : place === other ? entry : one));
    }
    case 'double':
      return [...list.slice(0, to % list.length), entry, ...list.slice(to % list.length)];
    case 'insert':
      return [
        ...list.slice(0, index),
        sampleEvent({ writer: entry.writer, sequence: entry.sequence }),
        ...list.slice(index),
      ];
    case 'cut':
      return list.slice(0, index);
    case 'roll back':
      return list.filter((one) => one.writer !== entry.writer || one.sequence < entry.sequence);
    case 'erase':
      return erased
        ? set(sampleEvent({ ...entry, schema: 'mingshi.event/1', hash: undefined }))
        : set({ ...(await erase(entry)), hash: `sha256:${'d'.repeat(64)}` });
    case 'hash':
      return set(
        erased
          ? { ...entry, hash: `sha256:${'e'.repeat(64)}` }
          : { ...entry, noticeHash: `sha256:${'e'.repeat(64)}` },
      );
    default:
      return set({ ...entry, previous: `sha256:${'f'.repeat(64)}` });
  }
};

describe('1,000 random edits of an exported ledger with erased events', () => {
  it('are all found where an outside head is held, and the sound one never is', async () => {
    const [a, b] = [await sampleChain(core.hashRecord, 6), await sampleChain(core.hashRecord, 4)];
    const asked = request([placeOf(a[1]), placeOf(a[5]), placeOf(b[0])]);
    const sound = [];
    for (const event of [...a, ...b])
      sound.push(asked.erases.includes(placeOf(event)) ? await erase(event) : event);
    sound.push(asked);
    const heads = await headsOf(a, b, [asked]);
    const before = await verifyLedger({ events: sound, heads }, { heads });
    assert.deepEqual([before.result, before.erased, before.findings], ['authentic', 3, []]);
    const kinds = new Map();
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        const list = await tamper(sound, change);
        // The events of two writers may stand in any order among each other.
        if (orderFree(list) === orderFree(sound)) return;
        kinds.set(change.kind, (kinds.get(change.kind) ?? 0) + 1);
        const report = await verifyLedger(list, { heads });
        assert.equal(report.result, 'broken', JSON.stringify(change));
        const always = !['cut', 'roll back'].includes(change.kind);
        if (always) assert.equal((await verifyLedger({ events: list, heads })).result, 'broken');
      }),
      { numRuns: 1100, seed: 20261122 },
    );
    const found = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    assert.ok(found >= 1000, `only ${found} of the edits changed anything`);
    assert.equal(kinds.size, 10);
  });

  it('negative control: a check that trusts what events say of themselves misses most of them', async () => {
    const sound = await sampleChain(core.hashRecord, 6);
    const trusting = (list) => list.every((event, index) => event.sequence === index + 1);
    let missed = 0;
    await fc.assert(
      fc.asyncProperty(tampering, async (change) => {
        const list = await tamper(sound, change);
        if (orderFree(list) !== orderFree(sound) && trusting(list)) missed += 1;
      }),
      { numRuns: 1000, seed: 20261122 },
    );
    assert.ok(missed >= 300, `the control missed ${missed}`);
  });

  it('cutting the tail and rolling back are found by the head held, only', async () => {
    const events = await sampleChain(core.hashRecord, 5);
    const heads = await headsOf(events);
    const rolled = events.slice(0, 3);
    assert.equal((await verifyLedger(rolled)).result, 'consistent');
    assert.equal((await verifyLedger(rolled, { heads })).broken.code, 'ledger/cut');
    const rewritten = { events: rolled, heads: await headsOf(rolled) };
    assert.equal((await verifyLedger(rewritten)).result, 'consistent');
    assert.equal((await verifyLedger(rewritten, { heads })).broken.code, 'ledger/cut');
  });
});

const orderFree = (list) => {
  const writers = {};
  for (const entry of list) (writers[entry.writer] ??= []).push(entry);
  return JSON.stringify(Object.entries(writers).sort(([x], [y]) => (x < y ? -1 : 1)));
};
