import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalJson } from '../../../build/src/canonical.js';
import { core } from '../../support/core-build.mjs';
import { MISBEHAVIOURS, misbehavingStorage, spoil } from '../../support/misbehaving-storage.js';
import { sampleEvent } from '../../support/sample-events.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { manualTimer } from '../../support/storage-contract.js';

const unhandled = [];
const note = (reason) => unhandled.push(reason);
const tick = () => new Promise((resolve) => setTimeout(resolve, 1));
/** As one text, in whatever order its keys are. */
const textOf = (event) => canonicalJson(event);

/** Lets time pass until a promise settles. */
const settling = async (promise, clock) => {
  let outcome;
  promise.then(
    (value) => (outcome = { value }),
    (error) => (outcome = { error }),
  );
  for (let steps = 0; !outcome; steps++) {
    if (steps > 5000) throw new Error('this never settled');
    await tick();
    clock.elapse(100);
  }
  if (outcome.error) throw outcome.error;
  return outcome.value;
};

const answerOnce = async (engine, clock, decision) => {
  if (decision === 'withdrawn') {
    const withdrawal = engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
    return settling(withdrawal, clock);
  }
  engine.ensure('sample', { trigger: 'user' }).catch(() => undefined);
  for (let steps = 0; !engine.prompt && steps < 5000; steps++) {
    await tick();
    clock.elapse(100);
  }
  await settling(engine.prompt.present(sampleNotice), clock);
  return engine.prompt.answer(decision, sampleDetails);
};

/** Answers and withdraws on such a storage. Resolves with what the engine holds, and with what is stored in the end. */
const live = async (ways, count, change = (adapter) => adapter) => {
  const clock = manualTimer();
  const sound = core.memoryStorage();
  let turn = 0;
  let calm = false;
  const next = () => (calm ? 'works' : ways[turn++ % ways.length]);
  const parts = {};
  const storage = change(
    misbehavingStorage(sound, {
      next,
      pick: (list) => list[turn % list.length],
      reenter: () => {
        parts.engine.status('sample');
        parts.engine.history().catch(() => undefined);
      },
    }),
  );
  const engine = core.createConsent({
    policies: [await samplePolicy(core.hashText)],
    storage,
    platform: { timer: clock.timer },
  });
  parts.engine = engine;
  await settling(engine.ready, clock);
  const words = [];
  for (let index = 0; index < count; index++) {
    calm = index === count - 1;
    const decision = index % 2 === 0 ? 'granted' : 'withdrawn';
    const { event, saved } = await answerOnce(engine, clock, decision);
    words.push(textOf(event));
    assert.ok(['memory', 'disk'].includes(await settling(saved, clock)));
    assert.equal(engine.status('sample').decision, decision);
  }
  for (let steps = 0; steps < 20; steps++) {
    await tick();
    clock.elapse(500);
  }
  const held = (await engine.history()).map((event) => textOf(event));
  const stored = (await sound.read()).events.map((event) => textOf(event));
  const { errors } = engine;
  engine.destroy();
  return { words, held, stored, errors };
};

const checkSound = ({ words, held, stored, errors }) => {
  assert.deepEqual([...held].sort(), [...words].sort());
  assert.deepEqual([...stored].sort(), [...words].sort());
  for (const { name, code } of errors) assert.match(`${name} ${code}`, /^ConsentError storage\//);
};

describe('a storage that misbehaves', () => {
  before(() => process.on('unhandledRejection', note));
  after(() => process.off('unhandledRejection', note));

  for (const way of MISBEHAVIOURS) {
    it(`that ${way} at every call: answers are given, held as they were, and stored in the end`, async () => {
      checkSound(await live([way], 3));
    });
  }

  it('in any order of ways: nothing held is changed, nothing lost, nothing goes wrong unheard', async () => {
    const ways = fc.array(fc.constantFrom(...MISBEHAVIOURS), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(ways, fc.integer({ min: 1, max: 5 }), async (chosen, count) => {
        checkSound(await live(chosen, count));
      }),
      { numRuns: 150 },
    );
    assert.deepEqual(unhandled, []);
  });

  it('control: one that says "kept" and forgets is found out', async () => {
    const lying = (adapter) => ({ ...adapter, append: async () => ({ durability: 'disk' }) });
    const result = await live(['works'], 2, lying);
    assert.throws(() => checkSound(result));
  });

  it('control: an event that could be changed would be', () => {
    const event = sampleEvent({ decision: 'denied' });
    spoil([event]);
    assert.deepEqual(
      [event.decision, event.policy.version, event.subject.id],
      ['granted', 'spoilt', 'spoilt'],
    );
  });
});
