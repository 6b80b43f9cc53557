import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { core } from '../../support/core-build.mjs';
import { eventually } from '../../support/eventually.mjs';
import { sampleEvent } from '../../support/sample-events.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const hour = 3_600_000;
const day = 24 * hour;
const year = 365 * day;
const start = Date.UTC(2026, 10, 23, 12);
const iso = (time) => new Date(time).toISOString();

/** An app whose clock the test sets. */
const appAt = (clock) => createApp(core, { options: { platform: { now: () => clock.now } } });

/** An engine on a ledger that holds one event, looked at at the given time. */
const withEvent = async (changes, now) => {
  const app = appAt({ now });
  const policyHash = (await app.policyOf('1')).hash;
  await app.storage.append([sampleEvent({ subject: { id: 'local-1' }, policyHash, ...changes })]);
  return app.open();
};

const brief = ({ decision, reason, asks, until }) => ({ decision, reason, asks, until });

describe('a grant with an end', () => {
  const until = iso(start + 30 * day);
  const grant = { validity: 'until', time: iso(start), until };

  it('counts until its end and not from it on; then the question may come again', async () => {
    const before = await withEvent(grant, start + 30 * day - 1);
    assert.deepEqual(brief(before.status('sample')), {
      decision: 'granted',
      reason: 'answered',
      asks: false,
      until,
    });
    const after = await withEvent(grant, start + 30 * day);
    assert.deepEqual(brief(after.status('sample')), {
      decision: 'none',
      reason: 'expired',
      asks: true,
      until,
    });
  });

  it('is over where the clock was set back by more than a day since: nobody knows how long ago it was given', async () => {
    assert.equal((await withEvent(grant, start - hour)).status('sample').decision, 'granted');
    assert.equal((await withEvent(grant, start - 2 * day)).status('sample').reason, 'expired');
  });

  it('never counts again once the clock is right', async () => {
    for (const now of [start + 31 * day, start + 10 * year, start - 10 * year]) {
      assert.equal((await withEvent(grant, now)).status('sample').decision, 'none');
    }
  });
});

describe('whatever the clock says', () => {
  const clocks = fc.array(
    fc.oneof(
      fc.integer({ min: -10 * year, max: 10 * year }).map((by) => start + by),
      fc.constantFrom(start, start - hour, start + hour, 0, NaN, Infinity, -Infinity),
    ),
    { minLength: 6, maxLength: 6 },
  );
  const answers = fc.array(fc.constantFrom('granted', 'denied', 'withdrawn'), {
    minLength: 1,
    maxLength: 5,
  });

  it('a refusal never becomes a grant, and the last answer counts, at each restart', async () => {
    await fc.assert(
      fc.asyncProperty(clocks, answers, async (times, decisions) => {
        const clock = { now: times[0] };
        const app = appAt(clock);
        let expected = 'none';
        for (const [index, decision] of decisions.entries()) {
          clock.now = times[index];
          const engine = await app.open();
          if (decision === 'withdrawn' && expected !== 'granted') continue;
          if (decision === 'withdrawn') await withdraw(engine);
          else if (expected === 'granted') continue;
          else await press(engine, decision, 'user');
          expected = decision;
        }
        clock.now = times[5];
        assert.equal((await app.open()).status('sample').decision, expected);
      }),
      { numRuns: 60 },
    );
  });

  it('a refusal stays one, whatever its time and whatever its end', async () => {
    const times = fc.integer({ min: -10 * year, max: 10 * year });
    const ends = fc.constantFrom('standing', 'until', 'once');
    await fc.assert(
      fc.asyncProperty(
        times,
        times,
        ends,
        fc.constantFrom('denied', 'withdrawn'),
        async (a, b, end, decision) => {
          const changes = { decision, validity: end, time: iso(start + a), until: iso(start) };
          const engine = await withEvent(changes, start + b);
          assert.equal(engine.status('sample').decision, decision);
          assert.equal(engine.status('sample').asks, false);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a ledger with a time to come', () => {
  it('is reported once, and its answers count as they are', async () => {
    const engine = await withEvent({ time: iso(start + 2 * day) }, start);
    await eventually(() => engine.errors.length > 0);
    await withdraw(engine);
    await press(engine, 'granted', 'user');
    assert.deepEqual(
      engine.errors.map(({ code }) => code),
      ['ledger/future-time'],
    );
  });

  it('within a day is none: clocks differ', async () => {
    const engine = await withEvent({ time: iso(start + 23 * hour) }, start);
    await engine.export('json');
    assert.deepEqual(engine.errors, []);
  });
});
