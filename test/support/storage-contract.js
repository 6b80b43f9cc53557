import { sampleChain, sampleEvent } from './sample-events.js';
import { sampleDetails, sampleNotice, samplePolicy } from './sample-policy.js';

/**
 * What every storage must do, clause by clause. Each clause is `{name, run}`; `run` rejects where the clause is broken. Any
 * test runner can run them, and so can the author of an adapter.
 *
 * `kit.create()` gives an adapter on an empty medium, `kit.again(adapter)` another one on the same medium. Where the medium
 * can be made to fail: `kit.breakWrites(adapter, 'full' | 'failed')` makes every later write fail, and returns how to mend it;
 * `kit.plant(adapter, value)` writes a record that is no event. `core` is `{createConsent, hashText, hashRecord}`.
 */
export const storageContract = (kit, core) => [...portClauses(kit, core), ...engineClauses(kit, core)];

/** Runs clauses one by one; resolves with those broken, as `{name, error}`. */
export const findBrokenClauses = async (clauses) => {
  const broken = [];
  for (const { name, run } of clauses) {
    await run().catch((error) => broken.push({ name, error }));
  }
  return broken;
};

const portClauses = (kit, { hashRecord }) => [
  clause('an empty storage opens, and reads as empty', async () => {
    const adapter = await opened(kit);
    same(await adapter.read(), { events: [], unreadable: 0 });
    same(Object.keys(await adapter.heads()), []);
  }),
  clause('opening twice is as opening once', async () => {
    const adapter = await opened(kit);
    await adapter.open();
    same((await adapter.read()).events, []);
  }),
  clause('an appended event is read back as it was, with the durability promised', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 1);
    same((await adapter.append(events)).durability, adapter.capabilities.durability);
    same((await adapter.read()).events, events);
  }),
  clause('what was appended is there for the next adapter on the same medium', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 3);
    await adapter.append(events);
    const next = kit.again(adapter);
    await next.open();
    same((await next.read()).events, events);
  }),
  clause('appending the same event twice stores it once', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 2);
    await adapter.append([events[0]]);
    await adapter.append(events);
    await adapter.append([{ ...events[1] }]);
    same((await adapter.read()).events, events);
  }),
  clause('another event at a taken place is refused as a conflict, and the first one stays', async () => {
    const adapter = await opened(kit);
    const [event] = await sampleChain(hashRecord, 1);
    await adapter.append([event]);
    await rejects(adapter.append([{ ...event, decision: 'denied' }]), 'storage/conflict');
    same((await adapter.read()).events, [event]);
  }),
  clause('events are read by writer and sequence, whatever order they came in', async () => {
    const adapter = await opened(kit);
    const a = await sampleChain(hashRecord, 11, { writer: 'a'.repeat(32) });
    const b = await sampleChain(hashRecord, 2, { writer: 'b'.repeat(32) });
    await adapter.append([b[1]]);
    await adapter.append([...a].reverse());
    await adapter.append([b[0]]);
    same((await adapter.read()).events, [...a, ...b]);
  }),
  clause('a query gives the events of one request, or of one writer', async () => {
    const adapter = await opened(kit);
    const a = await sampleChain(hashRecord, 2, { writer: 'a'.repeat(32) });
    const b = await sampleChain(hashRecord, 1, {
      writer: 'b'.repeat(32),
      request: { id: 'other', kind: 'general' },
    });
    await adapter.append([...a, ...b]);
    same((await adapter.read({ request: 'other' })).events, b);
    same((await adapter.read({ writer: 'a'.repeat(32) })).events, a);
  }),
  clause('the heads are the last event of each writer, by hash', async () => {
    const adapter = await opened(kit);
    const a = await sampleChain(hashRecord, 3);
    const b = await sampleChain(hashRecord, 1);
    await adapter.append([...a, ...b]);
    const heads = await adapter.heads();
    same(heads[a[0].writer], { sequence: 3, hash: await hashRecord(a[2]) });
    same(heads[b[0].writer], { sequence: 1, hash: await hashRecord(b[0]) });
  }),
  clause('appends issued at the same time are all kept', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 20);
    await Promise.all(events.map((event) => adapter.append([event])));
    same((await adapter.read()).events, events);
  }),
  clause('a namespace does not see the events of another', async () => {
    const adapter = await opened(kit);
    const other = await opened(kit);
    await adapter.append(await sampleChain(hashRecord, 1));
    same((await other.read()).events, []);
  }),
  clause('what a caller does to an event after appending or reading it changes nothing stored', async () => {
    const adapter = await opened(kit);
    const [event] = await sampleChain(hashRecord, 1);
    const mutable = { ...event, policy: { ...event.policy } };
    await adapter.append([mutable]);
    mutable.policy.version = 'changed';
    const [first] = (await adapter.read()).events;
    Reflect.set(first.policy, 'version', 'changed too');
    same((await adapter.read()).events, [event]);
  }),
  clause('after closing it opens again with everything in it', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 1);
    await adapter.append(events);
    adapter.close();
    await adapter.open();
    same((await adapter.read()).events, events);
  }),
  ...(kit.plant ? plantClauses(kit, hashRecord) : []),
  ...(kit.breakWrites ? failureClauses(kit, hashRecord) : []),
];

const plantClauses = (kit, hashRecord) => [
  clause('a record that is no event is counted and left, and the others stay readable', async () => {
    const adapter = await opened(kit);
    const events = await sampleChain(hashRecord, 1);
    await adapter.append(events);
    const records = unsoundRecords();
    for (const record of records) await kit.plant(adapter, record);
    same(await adapter.read(), { events, unreadable: records.length });
    same((await adapter.read()).unreadable, records.length);
  }),
];

/** Records that must never be read as an answer. */
export const unsoundRecords = () => [
  sampleEvent({ schema: 'mingshi.event/2' }),
  sampleEvent({ decision: 'agreed' }),
  sampleEvent({ decision: ['granted'] }),
  sampleEvent({ noticeHash: '' }),
  sampleEvent({ extra: true }),
  sampleEvent({ policy: { id: 'sample', version: 1, language: 'zh-Hans' } }),
  sampleEvent({ supersedes: 'none' }),
  sampleEvent({ subject: {} }),
  sampleEvent({ time: 'yesterday' }),
  { writer: 'x', sequence: 1 },
];

const failureClauses = (kit, hashRecord) => [
  clause(
    'a full medium rejects with storage/full, keeps the older events, and recovers with the next save',
    async () => {
      const adapter = await opened(kit);
      const events = await sampleChain(hashRecord, 2);
      await adapter.append([events[0]]);
      const mend = await kit.breakWrites(adapter, 'full');
      await rejects(adapter.append([events[1]]), 'storage/full');
      same((await adapter.read()).events, [events[0]]);
      await mend();
      await adapter.append([events[1]]);
      same((await adapter.read()).events, events);
    },
  ),
  clause('a save that fails rejects with storage/failed and leaves nothing half written', async () => {
    const adapter = await opened(kit);
    const [event] = await sampleChain(hashRecord, 1);
    const mend = await kit.breakWrites(adapter, 'failed');
    await rejects(adapter.append([event]), 'storage/failed');
    await mend();
    same((await adapter.read()).events, []);
  }),
];

const engineClauses = (kit, core) => [
  clause('an answer is there after a restart, as safely kept as the storage promises', async () => {
    const adapter = await opened(kit);
    const { answer } = await answered(core, adapter, 'granted');
    same(await answer.saved, adapter.capabilities.durability);
    const engine = await started(core, kit.again(adapter));
    const { decision, asks, durability } = engine.status('sample');
    same(
      { decision, asks, durability },
      { decision: 'granted', asks: false, durability: adapter.capabilities.durability },
    );
  }),
  clause('the write is issued in the task of the answer', async () => {
    const adapter = await opened(kit);
    const calls = [];
    const watched = { ...adapter, append: (events) => calls.push(events.length) && adapter.append(events) };
    const engine = await asked(core, watched);
    engine.prompt.answer('granted', sampleDetails);
    same(calls, [1]);
  }),
  clause(
    'a save that fails leaves the answer in memory, says so, and is sent again with the next one',
    async () => {
      const adapter = await opened(kit);
      let broken = true;
      const failing = {
        ...adapter,
        append: (events) => (broken ? Promise.reject(new Error('no')) : adapter.append(events)),
      };
      const { engine, answer } = await answered(core, failing, 'granted');
      same(await answer.saved, 'memory');
      same(engine.status('sample').decision, 'granted');
      same(engine.status('sample').durability, 'memory');
      same(
        engine.errors.map(({ code }) => code),
        ['storage/failed'],
      );
      broken = false;
      const withdrawal = await engine.withdraw('sample', { ...sampleDetails, notice: sampleNotice });
      same(await withdrawal.saved, adapter.capabilities.durability);
      same((await adapter.read()).events.length, 2);
    },
  ),
  clause(
    'a save that never settles leaves the answer in memory within 3 s, and a late success still counts',
    async () => {
      const adapter = await opened(kit);
      let release;
      const gate = new Promise((resolve) => (release = resolve));
      const hanging = { ...adapter, append: (events) => gate.then(() => adapter.append(events)) };
      const clock = manualTimer();
      const { engine, answer } = await answered(core, hanging, 'granted', { timer: clock.timer });
      clock.elapse(3000);
      same(await answer.saved, 'memory');
      same(
        engine.errors.map(({ code }) => code),
        ['storage/timeout'],
      );
      release();
      await until(() => engine.status('sample').durability === adapter.capabilities.durability);
      same((await adapter.read()).events.length, 1);
    },
  ),
];

/** An adapter just opened on an empty medium. */
const opened = async (kit) => {
  const adapter = await kit.create();
  await adapter.open();
  return adapter;
};

const started = async (core, storage, platform = {}) => {
  const policy = await samplePolicy(core.hashText);
  const engine = core.createConsent({ policies: [policy], storage, platform });
  await engine.ready;
  return engine;
};

const asked = async (core, storage, platform) => {
  const engine = await started(core, storage, platform);
  engine.ensure('sample').catch(() => undefined);
  await until(() => engine.prompt);
  await engine.prompt.present(sampleNotice);
  return engine;
};

const answered = async (core, storage, decision, platform) => {
  const engine = await asked(core, storage, platform);
  return { engine, answer: engine.prompt.answer(decision, sampleDetails) };
};

/** A timer that runs only when told to. */
export const manualTimer = () => {
  const waiting = new Set();
  let now = 0;
  return {
    timer: (callback, delay) => {
      const entry = { callback, at: now + delay };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    /** In small steps: what a timer starts runs in its turn. */
    elapse: (time) => {
      for (const end = now + time; now < end;) {
        now = Math.min(end, now + 50);
        for (const entry of [...waiting]) if (entry.at <= now && waiting.delete(entry)) entry.callback();
      }
    },
  };
};

/** Resolves as soon as `condition` holds; rejects after 2 s. */
export const until = async (condition) => {
  for (let waited = 0; waited < 400; waited++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`this never came true: ${condition}`);
};

const clause = (name, run) => ({ name, run });

const same = (found, expected) => {
  const [a, b] = [sorted(found), sorted(expected)];
  if (a !== b) throw new Error(`found ${a}\nwhere ${b} was expected`);
};

const sorted = (value) =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const rejects = async (promise, code) => {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  if (error?.code !== code) throw new Error(`expected a rejection with ${code}, got ${error?.code ?? error}`);
};
