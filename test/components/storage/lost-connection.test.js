import { expect } from '@open-wc/testing';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { core } from '../../support/core-dist.js';
import { LOSSES, faultyIndexedDb, mostInAMinute, standingClock } from '../../support/faulty-indexeddb.js';
import { sampleChain } from '../../support/sample-events.js';
import { createApp, press, withdraw } from '../../support/start-engine.js';

const made = [];
const newName = () => {
  made.push(`lost-${made.length}-${Math.random().toString(36).slice(2)}`);
  return made[made.length - 1];
};

const outcomeOf = (promise) =>
  promise.then(
    () => 'kept',
    (error) => error.code ?? String(error),
  );

/** What a fresh connection finds of events, by place: how often each. */
const countFound = async (namespace, events) => {
  const { events: found } = await indexedDbStorage({ namespace }).read();
  const times = (event) => found.filter((one) => JSON.stringify(one) === JSON.stringify(event)).length;
  return events.map(times);
};

/** Appends `count` events, one a second. Resolves with what became of each, and with what is found of the acknowledged ones. */
const appendUnder = async ({ count, next, down, change = (adapter) => adapter }) => {
  const clock = standingClock();
  try {
    const namespace = newName();
    const { factory, opens } = faultyIndexedDb({ next, down, now: clock.now });
    const adapter = change(indexedDbStorage({ namespace, factory }), { namespace, factory });
    const events = await sampleChain(core.hashRecord, count);
    const outcomes = [];
    for (const event of events) {
      clock.pass(1000);
      outcomes.push(await outcomeOf(adapter.append([event])));
    }
    const acked = events.filter((_, index) => outcomes[index] === 'kept');
    const found = await countFound(namespace, acked);
    return { namespace, adapter, events, outcomes, acked, found, clock, opens: mostInAMinute(opens) };
  } finally {
    clock.stop();
  }
};

const lostOf = ({ found }) => found.filter((times) => times !== 1).length;

/** A number from 0 to 1, the same in every run. */
const seeded = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

const oneInFive = () => {
  const random = seeded(7);
  return () => (random() < 0.2 ? LOSSES[Math.floor(random() * LOSSES.length)] : undefined);
};

describe('a lost connection', () => {
  after(() => made.forEach((namespace) => indexedDB.deleteDatabase(`mingshi/${namespace}`)));

  for (const how of LOSSES) {
    it(`(${how}) is replaced by a new one within the call`, async () => {
      const losses = [undefined, how];
      const run = await appendUnder({ count: 3, next: () => losses.shift() });
      expect(run.outcomes).to.deep.equal(['kept', 'kept', 'kept']);
      expect(run.found).to.deep.equal([1, 1, 1]);
      expect(run.opens).to.equal(2);
    });
  }

  it('in 1 of 5 calls: acknowledged is found, once, the rest is rejected as lost, under 10 openings a minute', async () => {
    const run = await appendUnder({ count: 120, next: oneInFive() });
    expect(lostOf(run)).to.equal(0);
    expect(run.acked.length).to.be.above(60);
    expect([...new Set(run.outcomes)].sort()).to.deep.equal(['kept', 'storage/lost']);
    expect(run.opens).to.be.below(10);
  }).timeout(60_000);

  it('in every call for 60 s: nothing is said to be kept, under 10 openings a minute, then everything works', async () => {
    let broken = true;
    const run = await appendUnder({
      count: 60,
      next: () => (broken ? 'closed' : undefined),
      down: () => broken,
    });
    expect([...new Set(run.outcomes)]).to.deep.equal(['storage/lost']);
    expect(run.opens).to.be.below(10);
    broken = false;
    const clock = standingClock();
    try {
      clock.pass(120_000);
      await run.adapter.append(run.events);
    } finally {
      clock.stop();
    }
    expect(await countFound(run.namespace, run.events)).to.deep.equal(run.events.map(() => 1));
  }).timeout(60_000);

  it('control: an adapter that says "kept" when it was lost is found out', async () => {
    const lying = (adapter) => ({
      append: (events) => adapter.append(events).catch(() => ({ durability: 'disk' })),
    });
    const run = await appendUnder({ count: 60, next: oneInFive(), down: () => true, change: lying });
    expect(lostOf(run)).to.be.above(0);
  }).timeout(60_000);

  it('control: one that opens for every call is found out', async () => {
    const storming = (_, options) => ({ append: (events) => indexedDbStorage(options).append(events) });
    const run = await appendUnder({ count: 30, next: () => undefined, change: storming });
    expect(run.opens).to.be.above(9);
  }).timeout(60_000);

  it('loses no answer: what could not be kept is kept with the next one, once the database is back', async () => {
    const namespace = newName();
    let broken = false;
    const { factory } = faultyIndexedDb({ next: () => (broken ? 'server' : undefined), down: () => broken });
    const app = createApp(core, { storage: indexedDbStorage({ namespace, factory }) });
    const engine = await app.open();
    await press(engine, 'granted');
    broken = true;
    await withdraw(engine);
    expect(engine.status('sample').durability).to.equal('memory');
    expect(engine.errors.map(({ code }) => code)).to.deep.equal(['storage/lost']);
    broken = false;
    await press(engine, 'granted', 'user');
    expect(engine.status('sample').durability).to.equal('disk');
    const { events } = await indexedDbStorage({ namespace }).read();
    expect(events.map(({ decision }) => decision)).to.deep.equal(['granted', 'withdrawn', 'granted']);
    engine.destroy();
  });

  it('that never answers is given up for the next call, and its late answer still counts', async () => {
    const namespace = newName();
    const { factory, opens } = faultyIndexedDb({ next: () => undefined });
    let held;
    const hanging = {
      open: (...parts) => {
        const request = factory.open(...parts);
        request.addEventListener('success', () => {
          const { result } = request;
          const transact = result.transaction.bind(result);
          if (opens.length > 1) return;
          result.transaction = (...scope) => {
            const transaction = transact(...scope);
            Object.defineProperty(transaction, 'oncomplete', { set: (listener) => (held = listener) });
            return transaction;
          };
        });
        return request;
      },
    };
    const adapter = indexedDbStorage({ namespace, factory: hanging });
    await adapter.open();
    const [first, second] = await sampleChain(core.hashRecord, 2);
    const late = adapter.append([first]);
    await new Promise((resolve) => setTimeout(resolve, 3300));
    await adapter.append([second]);
    expect(opens.length).to.equal(2);
    held();
    expect(await late).to.deep.equal({ durability: 'disk' });
    expect(await countFound(namespace, [first, second])).to.deep.equal([1, 1]);
  }).timeout(20_000);
});
