// @ts-check
// What a bridge does wrong in the field, with a manual clock: never answers, answers twice, names another id, throws, has no
// handler, answers after 60 s; and the page is reloaded in between. Each run prints acked / found / lost / doubled.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridge } from '../../support/bridge-build.js';
import { makeDesk, ownMemory } from '../../support/host-contract.js';
import { sampleEvent } from '../../support/sample-events.js';
import { manualTimer } from '../../support/storage-contract.js';

const schema = 'mingshi.host/1';
const requests = ['general', 'face', 'location', 'push', 'export'];

/** Numbers from 0 to 1, the same in each run. @param {number} seed */
const seeded = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  const mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  const stirred = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((stirred ^ (stirred >>> 14)) >>> 0) / 4294967296;
};

/**
 * The native side: keeps each id once, the newest of each request, and answers as the fault says. `effects` counts what it
 * did for each id; `loses` breaks it for the control.
 * @param {ReturnType<typeof manualTimer>} clock
 */
const nativeSide = (clock) => {
  const native = {
    effects: new Map(),
    newest: new Map(),
    /** @type {string} */
    fault: 'none',
    arrivals: 0,
    /** @param {any} wire @param {(reply: any) => void} reply */
    hear(wire, reply) {
      native.arrivals++;
      const { fault } = native;
      if (fault === 'throws') throw new Error('the bridge threw');
      if (fault === 'no handler')
        throw new TypeError("Cannot read properties of null (reading 'postMessage')");
      if (fault === 'dropped') return;
      if (!native.effects.has(wire.id)) {
        native.effects.set(wire.id, 1);
        native.newest.set(wire.request, wire);
      }
      const answer = (acked = wire.id) => reply({ schema, nonce: wire.nonce, acked });
      if (fault === 'never answers') return;
      if (fault === 'answers another id') return answer('f'.repeat(32));
      if (fault === 'answers after 60 s') return void clock.timer(answer, 60_000);
      answer();
      if (fault === 'answers twice') answer();
    },
  };
  return native;
};

/**
 * A page of the app; `believes` makes its host take the hand-over for the success.
 * @param {any} native @param {ReturnType<typeof manualTimer>} clock @param {any} memory @param {{believes?: boolean}} [how]
 */
const page = (native, clock, memory, { believes = false } = {}) => {
  const exchange = new bridge.Exchange(Math.random().toString(16).slice(2).padEnd(32, '0'));
  let open = true;
  const post = (/** @type {any} */ wire) =>
    native.hear(wire, (/** @type {any} */ reply) => open && exchange.take(JSON.stringify(reply)));
  const host = {
    name: 'faulty',
    channel: 'app',
    capabilities: { acknowledges: true, immediate: true, twoWay: false, durability: 'disk' },
    isPresent: async () => true,
    send: (/** @type {any} */ message) => {
      const answer = exchange.send(message, post);
      if (!believes) return answer;
      answer.catch(() => undefined);
      return Promise.resolve('acked');
    },
    close: () => exchange.close(),
  };
  const made = makeDesk(bridge, host, { timer: clock.timer, memory });
  return {
    ...made,
    reload: () => {
      open = false;
      made.desk.close();
    },
  };
};

const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await new Promise((resolve) => setImmediate(resolve));
};

/**
 * `count` choices, each under a fault, with a reload now and then; at the end the bridge is mended and the page opened once
 * more. `history` is what the ledger holds, delivered anew by each page.
 * @param {{faults: readonly string[], count?: number, seed?: number, believes?: boolean}} options
 */
const run = async ({ faults, count = 120, seed = 1, believes = false }) => {
  const random = seeded(seed);
  const clock = manualTimer();
  const memory = ownMemory();
  const native = nativeSide(clock);
  const history = /** @type {any[]} */ ([]);
  const times = /** @type {number[]} */ ([]);
  let current = page(native, clock, memory, { believes });
  const open = async () => {
    const started = current.desk.start();
    await settle();
    clock.elapse(50);
    await started;
    for (const event of history) current.desk.deliver(event);
    await settle();
  };
  await open();
  for (let index = 0; index < count; index++) {
    native.fault = faults[Math.floor(random() * faults.length)] ?? 'none';
    const id = requests[Math.floor(random() * requests.length)] ?? 'general';
    const before = history.filter(({ request }) => request.id === id).at(-1);
    const event = sampleEvent({
      request: { id, kind: 'separate' },
      decision: random() < 0.5 ? 'granted' : 'withdrawn',
      supersedes: before ? [before.id] : [],
    });
    history.push(event);
    const began = performance.now();
    current.desk.deliver(event);
    times.push(performance.now() - began);
    await settle();
    if (random() < 0.3) clock.elapse(random() < 0.2 ? 61_000 : 5000);
    if (random() < 0.15) {
      current.reload();
      current = page(native, clock, memory, { believes });
      await open();
    }
  }
  // Half of them, at least: a busy machine is slow, not wrong.
  assert.ok((times.sort((a, b) => a - b)[count / 2] ?? 0) < 50);
  clock.elapse(61_000);
  await settle();
  native.fault = 'none';
  current.reload();
  current = page(native, clock, memory, { believes });
  await open();
  const last = requests
    .map((id) => history.filter(({ request }) => request.id === id).at(-1))
    .filter(Boolean);
  const noted = current.memory.text().split('|')[0] ?? '';
  const acked = history.filter(({ id }) => noted.includes(id.slice(0, 16)));
  return {
    acked: acked.length,
    lost: acked.filter(({ id }) => !native.effects.has(id)).length,
    doubled: [...native.effects.values()].filter((times) => times > 1).length,
    stale: last.filter(({ id, request }) => native.newest.get(request.id)?.id !== id).length,
    waiting: (await current.desk.flush()).length,
    sent: native.arrivals,
    count,
  };
};

const faults = [
  'dropped',
  'never answers',
  'answers twice',
  'answers another id',
  'throws',
  'no handler',
].concat(['answers after 60 s']);

for (const fault of faults) {
  test(`${fault}: acknowledged means kept, and the newest choice arrives in the end`, async (context) => {
    const result = await run({ faults: [fault, 'none'] });
    context.diagnostic(JSON.stringify(result));
    assert.deepEqual([result.lost, result.doubled, result.stale, result.waiting], [0, 0, 0, 0]);
    assert.ok(result.acked > 0);
  });
}

test('all faults at once, ten seeds: lost 0, doubled 0, nothing stale', async (context) => {
  for (let seed = 1; seed <= 10; seed++) {
    const result = await run({ faults: [...faults, 'none'], seed });
    context.diagnostic(JSON.stringify({ seed, ...result }));
    assert.deepEqual([result.lost, result.doubled, result.stale, result.waiting], [0, 0, 0, 0]);
  }
});

test('a negative control: a host that takes the hand-over for the success loses choices, and this finds it', async (context) => {
  const result = await run({ faults: ['dropped', 'none'], believes: true });
  context.diagnostic(JSON.stringify(result));
  assert.ok(result.lost > 0);
});

test('a negative control: a native side that does not look at the id does things twice, and this finds it', async () => {
  const clock = manualTimer();
  const native = nativeSide(clock);
  const { hear } = native;
  native.hear = (wire, reply) => {
    const times = native.effects.get(wire.id) ?? 0;
    native.fault = 'never answers';
    hear(wire, reply);
    native.effects.set(wire.id, times + 1);
  };
  const memory = ownMemory();
  const event = sampleEvent();
  for (let visit = 0; visit < 3; visit++) {
    const { desk, reload } = page(native, clock, memory);
    void desk.start();
    await settle();
    desk.deliver(event);
    await settle();
    reload();
  }
  assert.equal(native.effects.get(event.id), 3);
});
