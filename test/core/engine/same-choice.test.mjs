import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { verifyLedger } from '../../../build/src/ledger/index.js';
import { core } from '../../support/core-build.mjs';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const decisions = fc.constantFrom('granted', 'denied', 'dismissed');
const stored = async (app) => (await app.storage.read()).events;

/** How many acknowledged answers a medium lost, holds twice, or holds otherwise than they were given. */
const faultsOf = async (medium, answers) => {
  const { events } = await medium.read();
  const given = new Map(answers.map(({ event }) => [event.id, JSON.stringify(sorted(event))]));
  const kept = events.map(({ id }) => id);
  const durable = await Promise.all(answers.map(async ({ event, saved }) => [event.id, await saved]));
  return {
    lost: durable.filter(([id, durability]) => durability !== 'memory' && !kept.includes(id)).length,
    doubled: kept.length - new Set(kept).size,
    changed: events.filter((event) => given.get(event.id) !== JSON.stringify(sorted(event))).length,
  };
};

const sorted = (value) =>
  value && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((key) => [key, sorted(value[key])]),
      )
    : value;

describe('the check on lost, doubled and changed answers', () => {
  const lies = {
    lost: (events) => events.slice(1),
    doubled: (events) => [...events, { ...events[0], sequence: 99 }],
    changed: (events) => [{ ...events[0], decision: 'granted' }, ...events.slice(1)],
  };
  for (const [fault, lie] of Object.entries(lies)) {
    it(`finds what a storage did that ${fault} one`, async () => {
      const medium = { ...core.memoryStorage(), capabilities: { durability: 'disk' } };
      const disk = {
        ...medium,
        append: async (events) => (await medium.append(events), { durability: 'disk' }),
      };
      const engine = await createApp(core, { storage: disk }).open();
      const answers = [await press(engine, 'denied')];
      assert.deepEqual(await faultsOf(medium, answers), { lost: 0, doubled: 0, changed: 0 });
      const lying = { read: async () => ({ events: lie((await medium.read()).events) }) };
      assert.equal((await faultsOf(lying, answers))[fault], 1);
    });
  }
});

describe('the same choice twice', () => {
  it('by a double press, or from two dialogs that show one question, is one event', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(decisions, { minLength: 2, maxLength: 4 }), async (presses) => {
        const app = createApp(core);
        const engine = await app.open();
        const prompt = await see(engine);
        const heard = [];
        engine.subscribe(({ type, status }) => type === 'status' && heard.push(status.event?.id));
        const outcomes = presses.map((decision) => {
          try {
            return prompt.answer(decision, sampleDetails);
          } catch (error) {
            return error.code;
          }
        });
        assert.deepEqual(
          outcomes.slice(1),
          presses.slice(1).map(() => 'prompt/answered'),
        );
        await outcomes[0].saved;
        const events = await stored(app);
        assert.deepEqual(events, [outcomes[0].event]);
        assert.equal(events[0].decision, presses[0]);
        assert.ok(new Set(heard).size <= 1);
      }),
      { numRuns: 60 },
    );
  });

  it('asked for by several parts of the page at once opens one question, and each hears its one answer', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('app', 'user'), { minLength: 2, maxLength: 6 }),
        async (triggers) => {
          const app = createApp(core);
          const engine = await app.open();
          const asked = triggers.map((trigger) => engine.ensure('sample', { trigger }));
          await press(engine, 'granted', triggers[0]);
          const statuses = await Promise.all(asked);
          assert.equal(new Set(statuses.map(({ event }) => event.id)).size, 1);
          assert.equal((await stored(app)).length, 1);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is one event whatever the storage does with each try: it hangs, fails, keeps and says nothing, keeps late', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
        async (s, faults) => {
          const medium = core.memoryStorage();
          const tries = [...faults];
          const append = async (events) => {
            const fault = tries.shift();
            if (fault === 0) throw new Error('not kept');
            await s.schedule(Promise.resolve(), 'reaching the medium');
            const kept = await medium.append(events);
            if (fault === 1) throw new Error('kept, and the reply lost');
            if (fault === 2) return undefined;
            await s.schedule(Promise.resolve(), 'the reply');
            return kept;
          };
          const app = createApp(core, { storage: { ...medium, append } });
          const engine = await app.open();
          const answers = [];
          for (const decision of ['granted', 'withdrawn', 'granted', 'withdrawn']) {
            if (decision === 'withdrawn') {
              answers.push(await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice }));
            } else answers.push((await see(engine, 'user')).answer('granted', sampleDetails));
          }
          await s.waitFor(Promise.all(answers.map(({ saved }) => saved)));
          const { saved } = await engine
            .withdraw('sample', { ...sampleDetails, notice: sampleNotice })
            .catch(() => ({}));
          if (saved) await s.waitFor(saved);
          await s.waitAll();
          assert.deepEqual(await faultsOf(medium, answers), { lost: 0, doubled: 0, changed: 0 });
          assert.equal((await verifyLedger(JSON.parse(await engine.export('json')))).result, 'consistent');
          assert.equal((await engine.history()).length, answers.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('in two tabs leaves one state that both agree on, whichever wrote first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), decisions, decisions, async (s, first, second) => {
        const medium = core.memoryStorage();
        const late = {
          ...medium,
          append: (events) => s.schedule(Promise.resolve()).then(() => medium.append(events)),
        };
        const app = createApp(core, { storage: late });
        const tabs = [await app.open(), await app.open()];
        const prompts = [await see(tabs[0]), await see(tabs[1])];
        const answers = [first, second].map((decision, index) =>
          prompts[index].answer(decision, sampleDetails),
        );
        await s.waitFor(Promise.all(answers.map(({ saved }) => saved)));
        for (const tab of tabs) await tab.refresh();
        const [a, b] = tabs.map((tab) => tab.status('sample').decision);
        assert.equal(a, b);
        assert.equal((await stored({ storage: medium })).length, 2);
        if (first === 'denied' || second === 'denied') assert.equal(a, 'denied');
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is recorded is what was shown', () => {
  it('whatever was presented before: the words shown last are in the event', async () => {
    const words = fc.array(
      fc.record({ locale: fc.constantFrom('en', 'zh-Hans'), strings: fc.array(fc.string()) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    await fc.assert(
      fc.asyncProperty(words, async (shown) => {
        const engine = await createApp(core).open();
        const prompt = await see(engine);
        const notices = shown.map((one) => ({ ...sampleNotice, ...one }));
        await Promise.all(notices.map((notice) => prompt.present(notice)));
        const { event } = prompt.answer('granted', sampleDetails);
        assert.equal(event.noticeHash, await core.hashRecord(notices[notices.length - 1]));
      }),
      { numRuns: 40 },
    );
  });

  it('a policy whose text is exchanged while it is open is not granted: the question stays, and must be asked anew', async () => {
    const app = createApp(core);
    const policy = { ...(await app.policyOf('1')) };
    const engine = await app.open({ policy });
    const prompt = await see(engine);
    policy.text = 'another text';
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/policy-changed' });
    await assert.rejects(prompt.present(sampleNotice), { code: 'prompt/policy-changed' });
    assert.deepEqual(await stored(app), []);
    assert.equal(prompt.answer('denied', sampleDetails).event.decision, 'denied');
  });

  it('another engine, with another version, ends the question of the first', async () => {
    const app = createApp(core);
    const engine = await app.open();
    const prompt = await see(engine);
    engine.destroy();
    const next = await app.open({ version: '2' });
    assert.throws(() => prompt.answer('granted', sampleDetails), { code: 'prompt/closed' });
    assert.equal((await press(next, 'granted')).event.policy.version, '2');
    assert.equal((await stored(app)).length, 1);
  });
});

describe('refusing', () => {
  it('takes no more steps than agreeing, and is kept as safely', async () => {
    for (const decision of ['granted', 'denied']) {
      const calls = [];
      const storage = core.memoryStorage();
      const watched = { ...storage, append: (events) => (calls.push(events.length), storage.append(events)) };
      const app = createApp(core, { storage: watched });
      const engine = await app.open();
      engine.ensure('sample').catch(() => undefined);
      await until(() => engine.prompt);
      if (decision === 'granted') await engine.prompt.present(sampleNotice);
      const { saved } = engine.prompt.answer(decision, sampleDetails);
      assert.deepEqual(calls, [1], 'the write is issued in the task of the press');
      assert.equal(await saved, 'memory');
      assert.equal(engine.prompt, undefined);
      assert.equal((await app.open()).status('sample').decision, decision);
    }
  });

  it('and closing never count as agreeing, in any order with anything', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('denied', 'dismissed'), { maxLength: 5 }),
        async (answers) => {
          const engine = await createApp(core).open();
          for (const decision of answers) await press(engine, decision, 'user');
          assert.notEqual(engine.status('sample').decision, 'granted');
          await assert.rejects(withdraw(engine), { code: 'engine/nothing-to-withdraw' });
        },
      ),
      { numRuns: 20 },
    );
  });
});
