import { randomToken, sampleEvent } from './sample-events.js';
import { manualTimer } from './storage-contract.js';

/**
 * What every host must do, clause by clause. Each clause is `{name, run}`; `run` rejects where the clause is broken. Any test
 * runner can run them, and so can the author of a host.
 *
 * `kit.create()` gives `{host, native}`, a host in a page with its native side there; `kit.absent()` a host in a page without
 * one; `kit.again({host, native})` another host on the same native side, as after a reload. `native` is the other side:
 *   mode: 'keeps' (answers that it has it), 'silent', 'other' (names another id), 'twice' (answers twice), 'throws' (the call
 *     itself), 'gone' (what the page calls is not there any more). Hosts that never acknowledge: 'keeps', 'throws', 'gone'.
 *   taken(): the messages that reached it, oldest first, without what the bridge adds (a nonce); where they wait until the
 *     page is left, it is left first. May be a promise.
 *   answer(id): answers for a message it was silent about. Only where the host acknowledges.
 *   claims: what it knows, for `load`; tell(claims): news; spoof(claims): the same from somebody else, as far as they can
 *     reach. Only where the host is two-way.
 *   end(): takes the native side away.
 * `kit.window`: the page's, where it is not the one the clauses run in, once `create()` or `absent()` made it.
 * `core` is `{HostDesk, hostMessage}`.
 */
export const hostContract = (kit, core) => [
  ...portClauses(kit, core),
  ...answerClauses(kit, core),
  ...claimClauses(kit, core),
  ...deskClauses(kit, core),
];

/** A message about a sample event, as the desk makes it. */
export const sampleMessage = ({ hostMessage }, changes = {}) => hostMessage(sampleEvent(changes), 'default');

export const sampleClaim = (changes = {}) => ({
  request: 'sample',
  decision: 'granted',
  version: '1',
  time: '2026-11-22T10:00:00.000Z',
  evidence: 'native-0001',
  ...changes,
});

/** A memory like `localStorage`, of its own. */
export const ownMemory = () => {
  const texts = new Map();
  return { getItem: (key) => texts.get(key) ?? null, setItem: (key, text) => void texts.set(key, text) };
};

const portClauses = (kit, core) => [
  clause('it says what it can do, in the words of the port', async () => {
    await withHost(kit, ({ host }) => {
      const { capabilities, channel, name } = host;
      check(/^[a-z0-9-]+$/.test(name), `the name ${name}`);
      check(/^(?:web|app|mini-program|android|ios|harmony)$/.test(channel), `the channel ${channel}`);
      for (const key of ['acknowledges', 'immediate', 'twoWay'])
        check(typeof capabilities[key] === 'boolean', key);
      check(/^(?:memory|browser|disk|server)$/.test(capabilities.durability), 'durability');
      check(
        capabilities.acknowledges || capabilities.durability === 'memory',
        'durability without an answer',
      );
      check(!capabilities.maxBytes || capabilities.maxBytes >= 1000, 'room for a message');
      check(!capabilities.twoWay || typeof host.load === 'function', 'load, where it is two-way');
    });
  }),
  clause('where it is absent it says so, and touches nothing', async () => {
    const host = await kit.absent();
    const before = stateOf(kit);
    same(await host.isPresent(), false);
    const memory = ownMemory();
    const desk = makeDesk(core, host, { memory });
    await desk.desk.start();
    desk.desk.deliver(sampleEvent());
    same(
      (await desk.desk.flush()).map(({ delivery }) => delivery),
      ['unsupported'],
    );
    desk.desk.close();
    same(desk.codes(), []);
    same(stateOf(kit), before);
  }),
  clause('where its app is around the page it is present', async () => {
    await withHost(kit, async ({ host }) => same(await host.isPresent(), true));
  }),
  clause('it hands the whole message over as it is, in less than 1 KB', async () => {
    await withHost(kit, async ({ host, native }) => {
      const message = sampleMessage(core, { supersedes: Array.from({ length: 9 }, randomToken) });
      host.send(message, { again: false }).catch(() => undefined);
      await until(async () => (await native.taken()).length > 0);
      same(await native.taken(), [message]);
      check(new TextEncoder().encode(JSON.stringify(message)).length < 1000, 'less than 1 KB');
    });
  }),
  clause('the same id may be handed over again', async () => {
    await withHost(kit, async ({ host, native }) => {
      const message = sampleMessage(core);
      for (const again of [false, true]) await Promise.race([host.send(message, { again }), pause(600)]);
      same(
        (await native.taken()).map(({ id }) => id),
        [message.id, message.id],
      );
    });
  }),
  ...['throws', 'gone'].map((mode) =>
    clause(
      `a native side that ${mode === 'gone' ? 'is gone' : 'throws'} is no success, and no uncaught error`,
      async () => {
        await withHost(kit, async ({ host, native }) => {
          native.mode = mode;
          const uncaught = await uncaughtDuring(kit.window ?? globalThis.window, async () => {
            const end = await outcome(host.send(sampleMessage(core), { again: false }));
            check(end !== 'acked', `resolved ${end}`);
          });
          same(uncaught, []);
        });
      },
    ),
  ),
  clause('a closed host hears nothing more, and closing twice is as closing once', async () => {
    await withHost(kit, async ({ host, native }) => {
      const heard = [];
      host.watch?.((claims) => heard.push(claims));
      if (host.load) await Promise.race([host.load('default'), pause(500)]);
      host.close();
      host.close();
      native.tell?.([sampleClaim()]);
      await pause(50);
      same(heard, []);
    });
  }),
];

const answerClauses = (kit, core) => [
  clause('a message is acknowledged only by an answer that names it', async () => {
    await withHost(kit, async ({ host, native }) => {
      native.mode = 'keeps';
      const end = await outcome(host.send(sampleMessage(core), { again: false }));
      same(end, host.capabilities.acknowledges ? 'acked' : 'queued');
      if (!host.capabilities.acknowledges) return;
      for (const mode of ['silent', 'other']) {
        native.mode = mode;
        const other = await outcome(host.send(sampleMessage(core), { again: false }));
        check(other !== 'acked' && other !== 'unsupported', `${mode}: ${other}`);
      }
    });
  }),
  clause('an answer given twice has one effect', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (!host.capabilities.acknowledges) return;
      native.mode = 'twice';
      const { desk, memory, codes } = await startedDesk(core, host);
      const events = [sampleEvent(), sampleEvent({ request: { id: 'other', kind: 'separate' } })];
      for (const event of events) desk.deliver(event);
      await until(() => events.every(({ id }) => memory.text().includes(id.slice(0, 16))));
      await until(async () => (await desk.flush()).length === 0);
      same((await native.taken()).length, 2);
      same(codes(), []);
      desk.close();
    });
  }),
];

const claimClauses = (kit, core) => [
  clause('what the native side knows comes with the start, and later news too', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (!host.capabilities.twoWay) return same(host.load, undefined);
      native.claims = [sampleClaim()];
      const { desk, claims } = await startedDesk(core, host);
      await until(() => claims.length > 0);
      same(claims[0], [sampleClaim()]);
      native.tell([sampleClaim({ decision: 'withdrawn' })]);
      await until(() => claims.length > 1);
      same(claims[1], [sampleClaim({ decision: 'withdrawn' })]);
      desk.close();
    });
  }),
  clause('claims from somebody else are not heard', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (!host.capabilities.twoWay) return;
      const { desk, claims } = await startedDesk(core, host);
      await pause(20);
      claims.length = 0;
      await native.spoof([sampleClaim({ evidence: 'forged' })]);
      await pause(50);
      same(claims, []);
      desk.close();
    });
  }),
  clause('claims of another shape are left out and reported', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (!host.capabilities.twoWay) return;
      native.claims = [...unsoundClaims(), sampleClaim()];
      const { desk, claims, codes } = await startedDesk(core, host);
      await until(() => codes().length > 0);
      same(codes(), ['host/invalid-claims']);
      same(claims, [[sampleClaim()]]);
      desk.close();
    });
  }),
];

/** What must never be read as a claim. */
export const unsoundClaims = () => [
  null,
  'granted',
  [],
  sampleClaim({ decision: 'requested' }),
  sampleClaim({ decision: ['granted'] }),
  sampleClaim({ request: '' }),
  sampleClaim({ request: 'x'.repeat(201) }),
  sampleClaim({ time: 'yesterday' }),
  sampleClaim({ time: '2026-13-45T00:00:00Z' }),
  sampleClaim({ version: 1 }),
  sampleClaim({ evidence: 'x'.repeat(1001) }),
  { ...sampleClaim(), extra: true },
  { request: 'sample', decision: 'granted' },
];

const deskClauses = (kit, core) => [
  clause('nothing waits for it more than 50 ms', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (host.capabilities.acknowledges) native.mode = 'silent';
      const clock = manualTimer();
      const never = () => new Promise(() => undefined);
      for (const changes of [{ isPresent: never }, { load: host.load && never }]) {
        const slow = changed(host, changes);
        const { desk } = makeDesk(core, slow, { timer: clock.timer });
        const started = desk.start();
        clock.elapse(50);
        await started;
        desk.deliver(sampleEvent());
        desk.close();
      }
      // The shortest of three: a busy machine is slow, not wrong.
      const times = [1, 2, 3].map(() => {
        const before = performance.now();
        host.send(sampleMessage(core), { again: false }).catch(() => undefined);
        return performance.now() - before;
      });
      check(Math.min(...times) < 50, 'send returns at once');
      await until(async () => (await native.taken()).length >= times.length);
    });
  }),
  clause('no answer in 5 s is queued, and an answer after 60 s still counts', async () => {
    await withHost(kit, async ({ host, native }) => {
      if (!host.capabilities.acknowledges) return;
      native.mode = 'silent';
      const clock = manualTimer();
      const { desk, memory } = await startedDesk(core, host, { timer: clock.timer });
      const event = sampleEvent();
      desk.deliver(event);
      await until(async () => (await native.taken()).length === 1);
      const flushed = desk.flush();
      await pause(20);
      clock.elapse(5000);
      same(await flushed, [{ id: event.id, delivery: 'queued' }]);
      clock.elapse(55_000);
      if (!native.answer) return desk.close();
      await native.answer(event.id);
      await until(() => memory.text().split('|')[0].includes(event.id.slice(0, 16)));
      same(await desk.flush(), []);
      desk.close();
    });
  }),
  clause(
    'after a reload, what was not acknowledged is sent again with the same id, and what was is not',
    async () => {
      await withHost(kit, async (pair) => {
        const { host, native } = pair;
        const { acknowledges } = host.capabilities;
        const kept = sampleEvent({ request: { id: 'kept', kind: 'general' } });
        const lost = sampleEvent({ request: { id: 'lost', kind: 'separate' } });
        const memory = ownMemory();
        const first = await startedDesk(core, host, { memory });
        native.mode = 'keeps';
        first.desk.deliver(kept);
        await until(async () => (await native.taken()).length === 1);
        if (acknowledges) await until(() => first.memory.text().split('|')[0].length === 16);
        if (acknowledges) native.mode = 'silent';
        first.desk.deliver(lost);
        await until(async () => (await native.taken()).length === 2);
        first.desk.close();
        const next = await kit.again(pair);
        native.mode = 'keeps';
        const second = await startedDesk(core, next, { memory });
        for (const event of [kept, lost]) second.desk.deliver(event);
        const expected = acknowledges ? [lost.id] : [kept.id, lost.id];
        await until(async () => (await native.taken()).length === 2 + expected.length);
        same(
          (await native.taken()).slice(2).map(({ id }) => id),
          expected,
        );
        second.desk.close();
        next.close();
      });
    },
  ),
];

/** A desk on a host, with what it tells. `parts.memory` overrides the host's. */
export const makeDesk = ({ HostDesk }, host, { timer = realTimer, memory = ownMemory() } = {}) => {
  const [errors, claims] = [[], []];
  const desk = new HostDesk({
    host: changed(host, { memory: () => memory }),
    namespace: 'default',
    timer,
    report: (error) => errors.push(error),
    claims: (told) => claims.push(told),
  });
  const text = () => memory.getItem(`mingshi-host/default/${host.name}`) ?? '|';
  return { desk, errors, claims, codes: () => errors.map(({ code }) => code), memory: { ...memory, text } };
};

/** The host as it is at each moment, but for `changes`. */
const changed = (host, changes) =>
  new Proxy(host, {
    get: (target, key) => {
      if (Object.hasOwn(changes, key)) return changes[key];
      const value = target[key];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const startedDesk = async (core, host, parts) => {
  const made = makeDesk(core, host, parts);
  if (parts?.timer) await host.isPresent();
  void made.desk.start();
  await host.isPresent();
  await pause(0);
  return made;
};

const realTimer = (callback, delay) => {
  const handle = setTimeout(callback, delay);
  return () => clearTimeout(handle);
};

const withHost = async (kit, run) => {
  const pair = await kit.create();
  try {
    await pair.host.isPresent();
    await run(pair);
  } finally {
    pair.host.close();
    await pair.native.end?.();
  }
};

/** What a send comes to within a second: a delivery, `rejected`, or `pending`. */
const outcome = (promise) =>
  Promise.race([
    promise.then(
      (delivery) => delivery,
      () => 'rejected',
    ),
    pause(1000).then(() => 'pending'),
  ]);

/** What an absent host must leave alone: the page's scripts, frames, storage and globals. */
const stateOf = ({ window: page = globalThis.window }) =>
  page === undefined
    ? []
    : [
        page.document.scripts.length,
        page.document.querySelectorAll('iframe').length,
        page.localStorage.length,
        Object.keys(page).length,
      ];

const uncaughtDuring = async (target, run) => {
  const seen = [];
  const note = (event) => {
    event.preventDefault?.();
    seen.push(String(event.reason ?? event.message ?? event));
  };
  target?.addEventListener('unhandledrejection', note);
  try {
    await run();
    await pause(30);
  } finally {
    target?.removeEventListener('unhandledrejection', note);
  }
  return seen;
};

/** Resolves as soon as `condition` holds, which may be a promise; rejects after 3 s. */
const until = async (condition) => {
  for (let waited = 0; waited < 600; waited++) {
    if (await condition()) return;
    await pause(5);
  }
  throw new Error(`this never came true: ${condition}`);
};

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

const clause = (name, run) => ({ name, run });

const check = (holds, what) => {
  if (!holds) throw new Error(`this does not hold: ${what}`);
};

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
