import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Receiver, startReceiver } from '../../../demo/receiver/receiver.mjs';
import { hashRecord, hashText } from '../../../build/src/hash.js';
import { createConsent, memoryStorage } from '../../../build/src/index.js';
import { defaultPlatform } from '../../../build/src/platform.js';
import { memoryDeliveries } from '../../../build/src/storage/http/memory-deliveries.js';
import { httpStorage } from '../../../build/src/storage/http/web/index.js';
import { sampleChain, sampleEvent } from '../../support/sample-events.js';
import { sampleDetails, sampleNotice, samplePolicy } from '../../support/sample-policy.js';
import { storageContract, until } from '../../support/storage-contract.js';

const { sha256 } = defaultPlatform();
const hash = (record) => hashRecord(record, sha256);
const core = { createConsent, hashText: (text) => hashText(text, sha256), hashRecord: hash };

const soon = (callback, delay) => {
  const timer = setTimeout(callback, delay / 100);
  return () => clearTimeout(timer);
};

/** What arrives at a receiver of this process, without a socket: `answer` may stand in its place. */
function makeNetwork({ answer = () => undefined, ...options } = {}) {
  const receiver = new Receiver(options);
  const requests = [];
  const fetch = async (url, request) => {
    const headers = Object.fromEntries(Object.entries(request.headers).map(([k, v]) => [k.toLowerCase(), v]));
    const asked = { ...request, url, headers };
    requests.push(asked);
    const reply = (await answer(asked, requests.length)) ?? receiver.answer(asked);
    return { status: reply.status, text: async () => reply.body, headers: new Headers(reply.headers) };
  };
  return { receiver, requests, fetch };
}

function makeStorage(network, options = {}) {
  const news = [];
  const storage = httpStorage({
    endpoint: 'https://bank.example/events',
    outbox: memoryStorage(),
    deliveries: memoryDeliveries(),
    fetch: network.fetch,
    platform: { timer: soon },
    ...options,
  });
  storage.watch((one) => news.push(one));
  const delivered = () =>
    news.flatMap(({ type, events }) => (type === 'kept' ? events.map(({ id }) => id) : []));
  const codes = () => news.flatMap(({ error }) => (error ? [error.code] : []));
  return { storage, news, delivered, codes };
}

/** Time for a request that should not be made. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));

const bodies = ({ requests }) => requests.flatMap(({ body }) => (body ? [JSON.parse(body)] : []));

const sent = (network) => bodies(network).flatMap(({ events }) => events);

/** Answers of one person in one chain: each `[decision, request]`, superseding the one before about the same. */
async function story(lines, subject = { id: 'local-1' }) {
  const events = [];
  const last = new Map();
  for (const [decision, request = { id: 'policy', kind: 'general' }, changes = {}] of lines) {
    const before = last.get(request.id);
    const event = sampleEvent({
      ...{ decision, request, subject, supersedes: before ? [before.id] : [] },
      writer: events[0]?.writer ?? sampleEvent().writer,
      sequence: events.length + 1,
      previous: events.length > 0 ? await hash(events.at(-1)) : '',
      ...changes,
    });
    events.push(event);
    last.set(request.id, event);
  }
  return events;
}

describe('storage by HTTP', () => {
  const kits = new Map();
  const open = (outbox) => {
    const { storage } = makeStorage(makeNetwork(), { outbox });
    kits.set(storage, outbox);
    return storage;
  };
  const kit = { create: () => open(memoryStorage()), again: (adapter) => open(kits.get(adapter)) };
  for (const { name, run } of storageContract(kit, core)) it(name, run);
});

describe('what leaves the device', () => {
  const separate = { id: 'face', kind: 'separate' };

  async function departs(lines, options) {
    const network = makeNetwork();
    const { storage } = makeStorage(network, options);
    await storage.open();
    const events = await story(lines);
    await storage.append(events);
    await quiet();
    storage.close();
    const ids = new Set(sent(network).map(({ id }) => id));
    return {
      network,
      words: events
        .filter(({ id }) => ids.has(id))
        .map(({ decision, request }) => `${decision} ${request.id}`),
    };
  }

  it('is nothing while no general policy is agreed to: no request is made', async () => {
    const { network, words } = await departs([
      ['denied'],
      ['granted', separate],
      ['withdrawn', separate],
      ['dismissed'],
    ]);
    assert.deepEqual([words, network.requests], [[], []]);
  });

  it('is no refusal and no closed question after an agreement, and the chain names their hashes', async () => {
    const { network, words } = await departs([
      ['dismissed'],
      ['denied'],
      ['granted'],
      ['denied', separate],
      ['granted', { id: 'x', kind: 'separate' }],
    ]);
    assert.deepEqual(words, ['granted policy', 'granted x']);
    const [{ links, refusals }] = bodies(network);
    assert.deepEqual(links.map(({ sequence }) => sequence).sort(), [1, 2, 4]);
    assert.equal(refusals, undefined);
    assert.equal(network.receiver.records().length, 2);
  });

  it('is refusals too where the team states a basis, which goes along; an empty one is none', async () => {
    const lines = [['granted'], ['denied', separate]];
    const stated = await departs(lines, { refusals: { basis: '履行法定义务' } });
    assert.deepEqual(stated.words, ['granted policy', 'denied face']);
    assert.deepEqual(bodies(stated.network)[0].refusals, { basis: '履行法定义务' });
    assert.deepEqual((await departs(lines, { refusals: { basis: '' } })).words, ['granted policy']);
  });

  it('is the end of what was agreed to: a withdrawal, and a refusal in the place of a grant', async () => {
    const { words } = await departs([
      ['granted'],
      ['granted', separate],
      ['denied', separate],
      ['withdrawn'],
    ]);
    assert.deepEqual(words, ['granted policy', 'granted face', 'denied face', 'withdrawn policy']);
  });

  it('is, once the general consent is withdrawn, nothing that was agreed to after that', async () => {
    const { words } = await departs([['granted'], ['withdrawn'], ['granted', separate]]);
    assert.deepEqual(words, ['granted policy', 'withdrawn policy']);
  });

  it('goes on while a refused new version leaves the old grant as it stood', async () => {
    const later = { policy: { id: 'sample', version: '2', language: 'zh-Hans' } };
    const { words } = await departs([['granted'], ['denied', undefined, later], ['granted', separate]]);
    assert.deepEqual(words, ['granted policy', 'granted face']);
  });

  it('is nobody else’s: another person’s agreement opens nothing', async () => {
    const network = makeNetwork();
    const { storage, delivered } = makeStorage(network);
    await storage.open();
    const [yes] = await story([['granted']], { id: 'anna' });
    const others = await story([['granted', separate]], { id: 'ben' });
    await storage.append([yes, ...others]);
    await until(() => delivered().length === 1);
    await quiet();
    assert.deepEqual(
      sent(network).map(({ subject }) => subject.id),
      ['anna'],
    );
    storage.close();
  });
});

describe('the receipt', () => {
  const reply = (status, body, headers = { 'content-type': 'application/json' }) => ({
    status,
    headers,
    body,
  });
  const receipt = (stored, more = {}) =>
    reply(200, JSON.stringify({ schema: 'mingshi.receipt/1', stored, heads: {}, rejected: [], ...more }));

  const nonsense = {
    'a 200 with garbage': () => reply(200, '{"stored":'),
    'a captive portal’s page': () => reply(200, '<!doctype html>', { 'content-type': 'text/html' }),
    'a 204': () => reply(204, ''),
    'JSON of something else': () => reply(200, '{"ok":true}'),
    'a receipt about other records': () => receipt(['0'.repeat(32)]),
    'a receipt with a failing status': ({ body }) => ({
      ...receipt(JSON.parse(body).events.map(({ id }) => id)),
      status: 503,
    }),
    'a receipt in the prototype': () =>
      reply(200, '{"__proto__":{"schema":"mingshi.receipt/1","stored":[]}}'),
  };
  for (const [name, answer] of Object.entries(nonsense))
    it(`is not ${name}: the same bytes come again under the same key`, async () => {
      const network = makeNetwork({ answer: (asked, count) => (count <= 3 ? answer(asked) : undefined) });
      const { storage, delivered, codes } = makeStorage(network);
      await storage.open();
      const [event] = await sampleChain(hash, 1);
      await storage.append([event]);
      await until(() => network.requests.length === 3);
      assert.deepEqual(delivered(), []);
      await until(() => delivered().length === 1);
      const tries = network.requests.slice(0, 4);
      assert.equal(new Set(tries.map(({ body }) => body)).size, 1);
      assert.equal(new Set(tries.map(({ headers }) => headers['idempotency-key'])).size, 1);
      assert.match(tries[0].headers['idempotency-key'], /^"sha256:[0-9a-f]{64}"$/);
      assert.deepEqual(codes(), []);
      storage.close();
    });

  it('counts for the records it names: the others of the batch are sent again', async () => {
    const network = makeNetwork({
      answer: ({ body }, count) => (count === 1 ? receipt([JSON.parse(body).events[0].id]) : undefined),
    });
    const { storage, delivered } = makeStorage(network);
    await storage.open();
    const events = await sampleChain(hash, 3);
    await storage.append(events);
    await until(() => delivered().length === 3);
    assert.deepEqual(bodies(network)[1].events, events.slice(1));
    storage.close();
  });

  it('is remembered: after a restart it is told again, and nothing is sent', async () => {
    const network = makeNetwork();
    const kept = { outbox: memoryStorage(), deliveries: memoryDeliveries() };
    const first = makeStorage(network, kept);
    await first.storage.open();
    await first.storage.append(await sampleChain(hash, 2));
    await until(() => first.delivered().length === 2);
    first.storage.close();
    const count = network.requests.length;
    const second = makeStorage(network, kept);
    await second.storage.open();
    await second.storage.read();
    await until(() => second.delivered().length === 2);
    await quiet();
    assert.equal(network.requests.length, count);
    second.storage.close();
  });

  it('hands signed receipts on, unread', async () => {
    const given = [];
    const network = makeNetwork({
      answer: ({ body }) => {
        const [{ id }] = JSON.parse(body).events;
        return receipt([id], { receipts: { [id]: 'a.b.c' } });
      },
    });
    const { storage } = makeStorage(network, { receipts: (one) => given.push(one) });
    await storage.open();
    const [event] = await sampleChain(hash, 1);
    await storage.append([event]);
    await until(() => given.length === 1);
    assert.deepEqual(given, [{ [event.id]: 'a.b.c' }]);
    storage.close();
  });
});

describe('sending', () => {
  it('asks for headers before each try, takes a record, pairs or Headers, and follows no redirect', async () => {
    const given = [
      { authorization: 'Bearer 1' },
      [['authorization', 'Bearer 2']],
      new Headers({ authorization: 'Bearer 3' }),
    ];
    let asked = 0;
    const network = makeNetwork({
      answer: (_, count) => (count < 3 ? { status: 503, headers: {}, body: '' } : undefined),
    });
    const { storage, delivered } = makeStorage(network, { headers: async () => given[asked++] });
    await storage.open();
    await storage.append(await sampleChain(hash, 1));
    await until(() => delivered().length === 1);
    assert.deepEqual(
      network.requests.map(({ headers }) => headers.authorization),
      ['Bearer 1', 'Bearer 2', 'Bearer 3'],
    );
    for (const { redirect, credentials, cache, referrerPolicy } of network.requests)
      assert.deepEqual(
        [redirect, credentials, cache, referrerPolicy],
        ['error', 'same-origin', 'no-store', 'no-referrer'],
      );
    storage.close();
  });

  it('waits as long as the receiver asks, by seconds or by a date', async () => {
    for (const after of ['7', () => new Date(Date.now() + 7000).toUTCString()]) {
      const delays = [];
      const timer = (callback, delay) => {
        delays.push(delay);
        return soon(callback, delay);
      };
      const headers = { 'retry-after': typeof after === 'function' ? after() : after };
      const network = makeNetwork({
        answer: (_, count) => (count === 1 ? { status: 429, headers, body: '' } : undefined),
      });
      const { storage, delivered } = makeStorage(network, { platform: { timer } });
      await storage.open();
      await storage.append(await sampleChain(hash, 1));
      await until(() => delivered().length === 1);
      assert.ok(
        delays.some((delay) => delay > 5500 && delay <= 7000),
        delays.join(),
      );
      storage.close();
    }
  });

  it('keeps a batch below what may outlive its page, whatever alphabet it is in, and sends a larger record alone', async () => {
    const network = makeNetwork();
    const { storage, delivered } = makeStorage(network);
    await storage.open();
    const [yes, ...rest] = await story([
      ['granted'],
      ...Array.from({ length: 30 }, (_, n) => [
        'granted',
        { id: `p${n}`, kind: 'separate', purpose: '目的'.repeat(n === 12 ? 20_000 : 1500) },
      ]),
    ]);
    await storage.append([yes, ...rest]);
    await until(() => delivered().length === 31);
    for (const { body, keepalive } of network.requests) {
      const small = Buffer.byteLength(body) <= 60_000;
      assert.equal(keepalive, small);
      assert.ok(small || JSON.parse(body).events.length === 1);
    }
    storage.close();
  });

  it('parks a record for good where the receiver names it, and tells why', async () => {
    const network = makeNetwork();
    const [event] = await sampleChain(hash, 1);
    network.receiver.answer({
      method: 'POST',
      url: '/events',
      headers: { 'content-type': 'application/json', 'idempotency-key': '"x"' },
      body: JSON.stringify({
        schema: 'mingshi.batch/1',
        namespace: 'default',
        events: [{ ...event, act: 'host' }],
        links: [],
      }),
    });
    const { storage, news, codes } = makeStorage(network);
    await storage.open();
    await storage.append([event]);
    await until(() => codes().length === 1);
    assert.deepEqual(codes(), ['storage/parked']);
    const parked = await storage.parked();
    assert.deepEqual(
      parked.map(({ id, code }) => [id, code]),
      [[event.id, 'storage/conflict']],
    );
    assert.equal(news.find(({ error }) => error).error.value.id, event.id);
    assert.deepEqual((await storage.read()).events, [event]);
    storage.close();
  });

  it('does not give a choice up because nobody is logged in: it is told, and goes when somebody is', async () => {
    const session = {};
    const network = makeNetwork({ account: () => session.account });
    const { storage, delivered, codes } = makeStorage(network);
    await storage.open();
    const [event] = await sampleChain(hash, 1);
    await storage.append([event]);
    await until(() => codes().length === 1);
    assert.deepEqual(codes(), ['storage/parked']);
    assert.deepEqual(
      (await storage.parked()).map(({ code }) => code),
      ['http/401'],
    );
    session.account = 'anna';
    await storage.retry();
    await until(() => delivered().length === 1);
    assert.deepEqual(await storage.parked(), []);
    storage.close();
  });

  it('leaves a receiver that lets nobody in alone after three requests, however much waits', async () => {
    const network = makeNetwork({ account: () => undefined });
    const { storage, codes } = makeStorage(network, {
      platform: { timer: (callback, delay) => soon(callback, delay * 100) },
    });
    await storage.open();
    await storage.append(await sampleChain(hash, 300));
    await until(() => codes().length === 1);
    await quiet();
    assert.deepEqual([codes(), network.requests.length], [['storage/refused'], 3]);
    storage.close();
  });

  it('never has two requests under way, and asks for the lock of its ledger', async () => {
    let open = 0;
    let most = 0;
    const names = [];
    const network = makeNetwork({
      answer: async () => {
        most = Math.max(most, ++open);
        await new Promise((resolve) => setTimeout(resolve, 5));
        open -= 1;
      },
    });
    const locks = { request: (name, _, work) => (names.push(name), work()) };
    const { storage, delivered } = makeStorage(network, { locks, namespace: 'bank', maxBatchBytes: 2000 });
    await storage.open();
    const events = await sampleChain(hash, 20);
    await Promise.all(events.map((event) => storage.append([event])));
    await until(() => delivered().length === 20);
    assert.equal(most, 1);
    assert.deepEqual([...new Set(names)], ['mingshi/send/bank']);
    storage.close();
  });

  it('goes on without locks where asking for them fails', async () => {
    const locks = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) };
    const { storage, delivered } = makeStorage(makeNetwork(), { locks });
    await storage.open();
    await storage.append(await sampleChain(hash, 1));
    await until(() => delivered().length === 1);
    storage.close();
  });

  it('stops with `close`, and goes on where it was with the next `open`', async () => {
    let up = false;
    const network = makeNetwork({ answer: () => (up ? undefined : { status: 500, headers: {}, body: '' }) });
    const { storage, delivered } = makeStorage(network);
    await storage.open();
    await storage.append(await sampleChain(hash, 1));
    await until(() => network.requests.length > 0);
    storage.close();
    await quiet();
    const count = network.requests.length;
    up = true;
    await quiet();
    assert.equal(network.requests.length, count);
    await storage.open();
    await until(() => delivered().length === 1);
    storage.close();
  });
});

describe('an engine over it', () => {
  it('knows its answers at the server when the receiver named them, and after a restart', async () => {
    const network = makeNetwork();
    const kept = { outbox: memoryStorage(), deliveries: memoryDeliveries() };
    const policy = await samplePolicy(core.hashText);
    const start = async () => {
      const engine = createConsent({ policies: [policy], storage: makeStorage(network, kept).storage });
      await engine.ready;
      return engine;
    };
    const engine = await start();
    engine.ensure('sample').catch(() => undefined);
    await until(() => engine.prompt);
    await engine.prompt.present(sampleNotice);
    assert.deepEqual(network.requests, []);
    const { saved } = engine.prompt.answer('granted', sampleDetails);
    assert.equal(await saved, 'memory');
    await until(() => engine.status('sample').durability === 'server');
    engine.destroy();
    const again = await start();
    await until(() => again.status('sample').durability === 'server');
    assert.equal(network.receiver.records().length, 1);
    again.destroy();
  });
});

describe('where it may send to', () => {
  const make = (endpoint) => () => httpStorage({ endpoint, outbox: memoryStorage() });

  it('is https, or this machine', () => {
    for (const endpoint of [
      'https://bank.example/e',
      'http://localhost:8080/e',
      'http://app.localhost/e',
      'http://127.0.0.1:1/e',
      'http://[::1]/e',
    ])
      make(endpoint)();
  });

  it('is no plain http elsewhere', () => {
    for (const endpoint of [
      'http://bank.example/e',
      'http://localhost.example/e',
      'http://127.0.0.1.example/e',
      'http://10.0.0.1/',
    ])
      assert.throws(make(endpoint), { code: 'storage/insecure-endpoint' });
  });

  it('is an address, without a password', () => {
    for (const endpoint of [
      '',
      '/events',
      'https://a:b@bank.example/',
      'ftp://bank.example/',
      'javascript:1',
      undefined,
      7,
    ])
      assert.throws(make(endpoint), { code: 'storage/invalid-endpoint' });
  });
});

describe('reading from other devices', () => {
  it('brings what another device of the same account sent, and sends it nowhere again', async () => {
    const server = await startReceiver({ account: ({ headers }) => headers.authorization });
    const device = (name) =>
      makeStorage(
        { fetch: (...asked) => fetch(...asked) },
        { endpoint: server.endpoint, twoWay: true, headers: () => ({ authorization: name }) },
      );
    const [phone, tablet, stranger] = ['anna', 'anna', 'ben'].map(device);
    const events = await sampleChain(hash, 3);
    await phone.storage.open();
    await phone.storage.append(events);
    await until(() => phone.delivered().length === 3);
    for (const { storage } of [tablet, stranger]) {
      await storage.open();
      const [own] = await sampleChain(hash, 1);
      await storage.append([own]);
      await storage.read();
      storage.close();
      await storage.open();
    }
    await until(() => tablet.news.some(({ type }) => type === 'changed'));
    const read = (await tablet.storage.read()).events;
    assert.deepEqual(
      events.every(({ id }) => read.some((event) => event.id === id)),
      true,
    );
    await quiet();
    assert.equal((await stranger.storage.read()).events.length, 1);
    assert.equal(server.receiver.records().length, 5);
    for (const { storage } of [phone, tablet, stranger]) storage.close();
    await server.close();
  });

  it('asks nothing before a general policy is agreed to', async () => {
    const network = makeNetwork();
    const { storage } = makeStorage(network, { twoWay: true });
    await storage.open();
    await storage.append(await story([['denied']]));
    await storage.read();
    await quiet();
    assert.deepEqual(network.requests, []);
    storage.close();
  });
});
