// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridge } from '../../support/bridge-build.js';
import { makeDesk, ownMemory, sampleClaim } from '../../support/host-contract.js';
import { sampleEvent } from '../../support/sample-events.js';
import { manualTimer } from '../../support/storage-contract.js';

/** Lets everything that is ready to run run. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 5));

/** A host that keeps what it was sent, and answers as `answer` does. @param {any} [changes] */
const fakeHost = (changes = {}) => {
  const sent = /** @type {any[]} */ ([]);
  const host = {
    name: 'fake',
    channel: 'app',
    capabilities: { acknowledges: true, immediate: true, twoWay: false, durability: 'disk' },
    isPresent: async () => true,
    send: (/** @type {any} */ message, /** @type {any} */ options) => {
      sent.push({ ...message, ...options });
      return host.answer(message);
    },
    answer: async (/** @type {any} */ _message) => 'acked',
    close: () => undefined,
    ...changes,
  };
  return { host, sent };
};

/** @param {any} changes @param {any} [parts] */
const started = async (changes, parts) => {
  const { host, sent } = fakeHost(changes);
  const made = makeDesk(bridge, host, parts);
  await made.desk.start();
  return { ...made, host, sent };
};

const about = (/** @type {string} */ id, /** @type {any} */ changes = {}) =>
  sampleEvent({ request: { id, kind: 'separate' }, ...changes });

test('a choice is handed over at the end of the task it was made in, and acknowledged once', async () => {
  const { desk, sent, memory } = await started({});
  const event = about('one');
  desk.deliver(event);
  assert.equal(sent.length, 0);
  await Promise.resolve();
  assert.deepEqual(
    sent.map(({ id, again }) => ({ id, again })),
    [{ id: event.id, again: false }],
  );
  await settle();
  desk.deliver(event);
  await settle();
  assert.equal(sent.length, 1);
  assert.equal(memory.text(), `${event.id.slice(0, 16)}|`);
  assert.deepEqual(await desk.flush(), []);
});

test('of a history delivered at once, only the newest choice about each request goes out', async () => {
  const { desk, sent } = await started({});
  const [first, other, last] = [about('one'), about('two'), about('one', { decision: 'withdrawn' })];
  for (const event of [first, other, last]) desk.deliver(event);
  await settle();
  assert.deepEqual(
    sent.map(({ id }) => id),
    [other.id, last.id],
  );
});

test('an acknowledged choice takes the older ones about its request with it', async () => {
  const memory = ownMemory();
  const one = await started({}, { memory });
  const [older, newer] = [about('one'), about('one', { decision: 'withdrawn' })];
  one.desk.deliver(newer);
  await settle();
  const two = await started({}, { memory });
  for (const event of [older, newer]) two.desk.deliver(event);
  await settle();
  assert.deepEqual(two.sent, []);
});

test("another person's choices wait no more once this one's come", async () => {
  const { desk, sent, host } = await started({ answer: async () => 'queued' });
  desk.deliver(about('one'));
  await settle();
  const mine = about('two', { subject: { id: 'somebody-else' } });
  desk.deliver(mine);
  host.answer = async () => 'acked';
  assert.deepEqual(await desk.flush(), [{ id: mine.id, delivery: 'acked' }]);
  assert.deepEqual(
    sent.map(({ request }) => request),
    ['one', 'two'],
  );
});

test('what one decides for a child and what for oneself wait side by side', async () => {
  const { desk, sent } = await started({});
  desk.deliver(about('one', { subject: { id: 'me', actsFor: { kind: 'child', reference: 'my child' } } }));
  desk.deliver(about('one', { subject: { id: 'me' } }));
  await settle();
  assert.deepEqual(
    sent.map(({ actsFor }) => actsFor),
    ['child', undefined],
  );
  assert.ok(!JSON.stringify(sent).includes('my child'));
});

test('what the host is not told of: dismissals, jumps, permissions the system did not grant', async () => {
  const { desk, sent, codes } = await started({});
  const permission = { id: 'permission:camera', kind: 'permission' };
  const platform = (/** @type {string} */ verdict) => ({ platform: { verdict, certain: true } });
  for (const event of [
    about('one', { decision: 'dismissed' }),
    sampleEvent({ request: { id: 'jump:website:shop.example', kind: 'jump' } }),
    sampleEvent({ request: permission }),
    sampleEvent({ request: permission, ...platform('blocked') }),
  ])
    desk.deliver(event);
  await settle();
  assert.deepEqual(sent, []);
  desk.deliver(sampleEvent({ request: permission, ...platform('granted') }));
  desk.deliver(about('right:delete', { decision: 'requested', until: '2026-12-13T00:00:00Z' }));
  await settle();
  assert.deepEqual(
    sent.map(({ request, decision }) => [request, decision]),
    [
      ['permission:camera', 'granted'],
      ['right:delete', 'requested'],
    ],
  );
  assert.deepEqual(codes(), []);
});

test('ids too long for 1 KB are reported, and nothing is cut', async () => {
  const { desk, sent, codes } = await started({});
  desk.deliver(about('很长'.repeat(200)));
  await settle();
  assert.deepEqual(sent, []);
  assert.deepEqual(codes(), ['host/message-too-long']);
});

test('what was handed over before and not acknowledged is marked as sent again, after a reload too', async () => {
  const memory = ownMemory();
  const event = about('one');
  const one = await started({ answer: async () => 'queued' }, { memory });
  one.desk.deliver(event);
  await settle();
  await one.desk.flush();
  const two = await started({}, { memory });
  two.desk.deliver(event);
  await settle();
  assert.deepEqual(
    [...one.sent, ...two.sent].map(({ again }) => again),
    [false, true, true],
  );
});

test('it is sent again when the page is shown again', async () => {
  let shown = () => undefined;
  const { desk, sent } = await started({
    answer: async () => 'queued',
    resumed: (/** @type {any} */ callback) => {
      shown = callback;
      return () => undefined;
    },
  });
  desk.deliver(about('one'));
  await settle();
  shown();
  await settle();
  assert.equal(sent.length, 2);
  assert.equal(sent[0].id, sent[1].id);
});

test('choices made before the host is found go out when it is', async () => {
  let arrive = (/** @type {boolean} */ _present) => undefined;
  const clock = manualTimer();
  const { host, sent } = fakeHost({
    isPresent: () => new Promise((resolve) => (arrive = (present) => void resolve(present))),
  });
  const { desk } = makeDesk(bridge, host, { timer: clock.timer });
  const waiting = desk.start();
  desk.deliver(about('one'));
  clock.elapse(50);
  await waiting;
  assert.equal(sent.length, 0);
  clock.elapse(2000);
  arrive(true);
  await settle();
  assert.equal(sent.length, 1);
});

test('flushing settles where the host never says whether it is there', async () => {
  const clock = manualTimer();
  const { host } = fakeHost({ isPresent: () => new Promise(() => undefined) });
  const { desk } = makeDesk(bridge, host, { timer: clock.timer });
  const event = about('one');
  desk.deliver(event);
  const flushed = desk.flush();
  clock.elapse(3000);
  assert.deepEqual(await flushed, [{ id: event.id, delivery: 'unsupported' }]);
});

test('a host that says what it cannot know, or nonsense, is not believed', async () => {
  for (const said of [undefined, true, 'ACKED', { acked: true }, 'delivered']) {
    const { desk, memory } = await started({ answer: async () => said });
    desk.deliver(about('one'));
    await settle();
    assert.equal(memory.text().split('|')[0], '');
    assert.deepEqual(
      (await desk.flush()).map((/** @type {any} */ { delivery }) => delivery),
      ['queued'],
    );
  }
  const { desk } = await started({ capabilities: { acknowledges: false } });
  desk.deliver(about('one'));
  assert.deepEqual(
    (await desk.flush()).map((/** @type {any} */ { delivery }) => delivery),
    ['queued'],
  );
});

test('a host that fails in every method disturbs nobody, and is reported once for each kind', async () => {
  const fails = () => {
    throw new Error('no');
  };
  for (const one of ['isPresent', 'send', 'load', 'watch', 'resumed', 'close', 'memory']) {
    const { host } = fakeHost({ [one]: fails });
    const errors = /** @type {any[]} */ ([]);
    const desk = new bridge.HostDesk({
      host: /** @type {any} */ (host),
      namespace: 'default',
      timer: (/** @type {() => void} */ callback, /** @type {number} */ delay) =>
        clearTimeout.bind(null, setTimeout(callback, delay)),
      report: (/** @type {any} */ error) => errors.push(error.code),
      claims: () => undefined,
    });
    await desk.start();
    desk.deliver(about('one'));
    desk.deliver(about('two'));
    await desk.flush();
    desk.close();
    assert.deepEqual(errors, one === 'close' || one === 'memory' ? [] : ['host/failed'], one);
  }
});

test('a memory that fails or holds nonsense costs only a second message', async () => {
  const event = about('one');
  for (const text of ['{"acked":["x"]}', '||||', 'null', '💥'.repeat(100)]) {
    const memory = ownMemory();
    memory.setItem('mingshi-host/default/fake', text);
    const { desk, sent } = await started({}, { memory });
    desk.deliver(event);
    await settle();
    assert.equal(sent.length, 1);
    desk.deliver(event);
    await settle();
    assert.equal(sent.length, 1);
  }
});

test('the memory stays small, and keeps what another tab noted', async () => {
  const memory = ownMemory();
  const one = await started({}, { memory });
  const two = await started({}, { memory });
  const mine = about('mine');
  two.desk.deliver(mine);
  await settle();
  const events = Array.from({ length: 600 }, (_, index) => about(`request-${index}`));
  for (const event of events.slice(0, 300)) one.desk.deliver(event);
  await settle();
  assert.ok(one.memory.text().includes(mine.id.slice(0, 16)));
  for (const event of events) one.desk.deliver(event);
  await settle();
  assert.ok(one.memory.text().length <= 16 * 1000 + 1, String(one.memory.text().length));
  assert.ok(one.memory.text().includes(/** @type {any} */ (events.at(-1)).id.slice(0, 16)));
});

test('a closed desk is silent: no message, no claim, no error', async () => {
  let tell = (/** @type {any} */ _claims) => undefined;
  const made = await started({
    watch: (/** @type {any} */ callback) => {
      tell = callback;
      return () => undefined;
    },
  });
  tell([sampleClaim()]);
  assert.equal(made.claims.length, 1);
  made.desk.close();
  tell([sampleClaim(), 'nonsense']);
  made.desk.deliver(about('one'));
  await settle();
  assert.deepEqual([made.claims.length, made.sent.length, made.codes()], [1, 0, []]);
});

test('claims that come late, after the page was shown, still come', async () => {
  const clock = manualTimer();
  let answer = (/** @type {any} */ _claims) => undefined;
  const { host } = fakeHost({
    load: () => new Promise((resolve) => (answer = (claims) => void resolve(claims))),
  });
  const { desk, claims } = makeDesk(bridge, host, { timer: clock.timer });
  const waiting = desk.start();
  await settle();
  clock.elapse(50);
  await waiting;
  assert.deepEqual(claims, []);
  clock.elapse(60_000);
  answer([sampleClaim()]);
  await settle();
  assert.deepEqual(claims, [[sampleClaim()]]);
});
