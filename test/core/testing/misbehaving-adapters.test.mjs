// A storage that does what it likes: the contract names what it broke, and whoever is asked can still answer.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { storageContract } from '../../../build/src/testing/index.js';
import { manualTimer } from '../../../build/src/testing/manual-timer.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { wholeStorage } from '../../support/whole-storage.js';

const { kit } = wholeStorage(core.hashRecord);

/** Ways to misbehave: each makes another method of one. `self` is the adapter as it is called. */
const faults = {
  rejects: () => () => Promise.reject(new Error('no')),
  'rejects with nothing': () => () => Promise.reject(),
  throws: () => () => {
    throw new Error('no');
  },
  hangs: () => () => new Promise(() => undefined),
  'gives nothing': () => async () => undefined,
  'gives something else': () => async () => ({ events: 'none', durability: 7, unreadable: -1 }),
  'resolves early': (method) => (argument) => {
    setTimeout(() => Promise.resolve(method(argument)).catch(() => undefined), 30);
    return Promise.resolve({ durability: 'server', events: [], unreadable: 0 });
  },
  'mutates its argument': (method) => async (argument) => {
    const result = await method(argument);
    if (Array.isArray(argument)) argument.length = 0;
    else if (argument) for (const key of Object.keys(argument)) delete argument[key];
    return result;
  },
  'calls itself': (method, self) => async (argument) => {
    await self.close();
    await self.open().catch(() => undefined);
    return Array.isArray(argument)
      ? method([...argument, ...argument.slice(0, 1)].reverse())
      : method(argument);
  },
};

const methods = ['open', 'append', 'read', 'heads'];

/** An adapter of which some methods misbehave: `{append: 'hangs'}`. */
const misbehaving = (change) => (adapter) => {
  const changed = { ...adapter };
  for (const [name, fault] of Object.entries(change))
    changed[name] = faults[fault]((argument) => adapter[name](argument), adapter);
  return changed;
};

/** What misbehaves and breaks no promise of the port. */
const harmless = new Set([
  'open resolves early',
  'open mutates its argument',
  'open calls itself',
  'open gives nothing',
  'open gives something else',
  'heads mutates its argument',
  'heads calls itself',
  'read calls itself',
  'append calls itself',
]);

describe('the contract names what is broken by an adapter', () => {
  for (const method of methods)
    for (const fault of Object.keys(faults))
      it(`whose ${method} ${fault}`, async () => {
        const clauses = storageContract(kit(misbehaving({ [method]: fault }), { deadline: 400 }));
        const results = await Promise.allSettled(clauses.map((clause) => clause.run()));
        const broken = clauses.filter((_, index) => results[index].status === 'rejected');
        if (harmless.has(`${method} ${fault}`))
          assert.deepEqual(
            broken.map(({ name }) => name),
            [],
          );
        else assert.ok(broken.length > 0, 'no clause is broken');
      });
});

/** Lets the engine's timers run, and everything that waits for them. */
const pass = async (clock, done) => {
  for (let turn = 0; turn < 400 && !done(); turn += 1) {
    clock.elapse(250);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  assert.ok(done(), 'the engine waits for its storage for ever');
};

describe('whoever is asked can answer, whatever the storage does', () => {
  const unhandled = [];
  const note = (reason) => unhandled.push(reason);
  before(() => process.on('unhandledRejection', note));
  after(() => process.off('unhandledRejection', note));

  const behaviour = fc.record(
    Object.fromEntries(methods.map((name) => [name, fc.constantFrom(...Object.keys(faults))])),
    { requiredKeys: [] },
  );

  it('asks, takes the answer, says how safely it is kept, and claims no more than it knows', async () => {
    const policy = await samplePolicy(core.hashText);
    await fc.assert(
      fc.asyncProperty(behaviour, fc.constantFrom('granted', 'denied'), async (change, decision) => {
        const clock = manualTimer();
        const storage = kit(misbehaving(change)).create();
        const engine = core.createConsent({ policies: [policy], storage, platform: { timer: clock.timer } });
        let ready = false;
        engine.ready.then(() => (ready = true));
        await pass(clock, () => ready);
        engine.ensure('sample').catch(() => undefined);
        await pass(clock, () => engine.prompt);
        await engine.prompt.present(sampleNotice);
        const { event, saved } = engine.prompt.answer(decision, sampleDetails);
        assert.equal(engine.status('sample').decision, decision);
        let kept;
        saved.then((durability) => (kept = durability));
        await pass(clock, () => kept);
        assert.ok(['memory', 'browser', 'disk', 'server'].includes(kept), String(kept));
        if (['rejects', 'throws', 'hangs', 'rejects with nothing'].includes(change.append))
          assert.equal(kept, 'memory');
        assert.equal(engine.status('sample').decision, decision);
        assert.equal(event.decision, decision);
        for (const error of engine.errors) assert.match(error.code, /^[a-z]+\/[a-z-]+$/);
        engine.destroy();
      }),
      { numRuns: 120 },
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    assert.deepEqual(unhandled, []);
  });
});
