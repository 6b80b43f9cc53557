// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridge } from '../../support/bridge-build.js';
import { hostContract } from '../../support/host-contract.js';
import { plainHostKit } from '../../support/plain-host.js';
import { findBrokenClauses } from '../../support/storage-contract.js';

/** @param {(host: any, native: any) => object} [changes] */
const clausesOf = (changes) => hostContract(plainHostKit(bridge, changes), bridge);

for (const { name, run } of clausesOf()) test(name, run);

const acked = async () => 'acked';
const memoryOnly = { acknowledges: false, immediate: false, twoWay: false, durability: 'memory' };

/**
 * What breaks each clause. Some of them break others too; the one named must be among them.
 * @type {Record<string, (host: any, native: any) => object>}
 */
const breaks = {
  'it says what it can do, in the words of the port': (host) => ({
    capabilities: { ...host.capabilities, acknowledges: false },
  }),
  'where it is absent it says so, and touches nothing': (host) => ({ isAbsent: host.isPresent }),
  'where its app is around the page it is present': () => ({ isPresent: async () => undefined }),
  'it hands the whole message over as it is, in less than 1 KB': (host) => ({
    send: (/** @type {any} */ { noticeHash: _, ...message }) => host.send(message),
  }),
  'the same id may be handed over again': (host) => {
    const seen = new Set();
    return {
      send: (/** @type {any} */ message) =>
        seen.has(message.id) ? acked() : seen.add(message.id) && host.send(message),
    };
  },
  'a native side that throws is no success, and no uncaught error': (host) => ({
    send: (/** @type {any} */ message) => host.send(message).catch(acked),
  }),
  'a native side that is gone is no success, and no uncaught error': (host) => ({
    send: (/** @type {any} */ message) => host.send(message).catch(acked),
  }),
  'a closed host hears nothing more, and closing twice is as closing once': () => ({
    close: () => undefined,
  }),
  'a message is acknowledged only by an answer that names it': (host, native) => ({
    send: (/** @type {any} */ message) =>
      native.mode === 'throws' ? host.send(message) : host.send(message) && acked(),
  }),
  'an answer given twice has one effect': (host, native) => ({
    send: (/** @type {any} */ message) =>
      host.send(message).then((/** @type {string} */ end) => {
        if (native.mode === 'twice') native.hear({ ...message }, () => undefined);
        return end;
      }),
  }),
  'what the native side knows comes with the start, and later news too': () => ({
    watch: () => () => undefined,
  }),
  'claims from somebody else are not heard': (host, native) => ({
    watch: (/** @type {any} */ callback) => {
      native.spoof = callback;
      return host.watch(callback);
    },
  }),
  'claims of another shape are left out and reported': (host) => ({
    load: (/** @type {string} */ namespace) =>
      host.load(namespace).then((/** @type {any[]} */ claims) => claims.slice(-1)),
    watch: () => () => undefined,
  }),
  'nothing waits for it more than 50 ms': (host) => ({
    send: (/** @type {any} */ message) => {
      for (const end = performance.now() + 60; performance.now() < end;);
      return host.send(message);
    },
  }),
  'no answer in 5 s is queued, and an answer after 60 s still counts': (host) => ({
    send: (/** @type {any} */ message) =>
      Promise.race([host.send(message), new Promise((resolve) => setTimeout(resolve, 10, 'queued'))]),
  }),
  'after a reload, what was not acknowledged is sent again with the same id, and what was is not': (
    host,
  ) => ({
    send: (/** @type {any} */ message, /** @type {any} */ { again }) =>
      again ? Promise.resolve('queued') : host.send(message),
  }),
};

for (const [name, changes] of Object.entries(breaks)) {
  test(`a host that breaks it fails by name: ${name}`, async () => {
    const clause = clausesOf(changes).filter((/** @type {any} */ one) => one.name === name);
    assert.equal(clause.length, 1);
    const broken = await findBrokenClauses(clause);
    assert.deepEqual(
      broken.map((/** @type {any} */ one) => one.name),
      [name],
    );
  });
}

test('every clause is broken above', () => {
  const names = clausesOf().map(({ name }) => name);
  assert.deepEqual(names.sort(), Object.keys(breaks).sort());
});

test('a host that never acknowledges passes with what it declares, and is never believed to have', async () => {
  const changes = (/** @type {any} */ host) => ({
    capabilities: memoryOnly,
    load: undefined,
    watch: undefined,
    send: async (/** @type {any} */ message) => {
      void host.send(message).catch(() => undefined);
      return 'queued';
    },
  });
  assert.deepEqual(await findBrokenClauses(clausesOf(changes)), []);
});
