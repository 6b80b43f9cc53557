import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkOf, contract } from '../../../demo/receiver/check-shape.mjs';
import { Receiver } from '../../../demo/receiver/receiver.mjs';
import { isConsentEvent, isErasedEvent } from '../../../build/src/event-shape.js';
import { hashRecord } from '../../../build/src/hash.js';
import { memoryStorage } from '../../../build/src/index.js';
import { defaultPlatform } from '../../../build/src/platform.js';
import { memoryDeliveries } from '../../../build/src/storage/http/memory-deliveries.js';
import { httpStorage } from '../../../build/src/storage/http/web/index.js';
import { seededRandom } from '../../soak/harness/random.mjs';
import { startFaultServer } from '../../support/fault-server.mjs';
import { sampleChain, sampleEvent } from '../../support/sample-events.js';
import { unsoundRecords, until } from '../../support/storage-contract.js';

const { sha256 } = defaultPlatform();
const hash = (record) => hashRecord(record, sha256);

let keys = 0;

const post = (receiver, events, { key = `"key-${++keys}"`, links = [], headers = {} } = {}) => {
  const body = JSON.stringify({ schema: 'mingshi.batch/1', namespace: 'default', events, links });
  const reply = receiver.answer({
    ...{ method: 'POST', url: '/events', body },
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
  });
  return { ...reply, json: JSON.parse(reply.body) };
};

const get = (receiver, path, headers = {}) =>
  JSON.parse(receiver.answer({ method: 'GET', url: path, headers }).body);

const rejectedCodes = ({ json }) => json.rejected.map(({ code }) => code);

describe('the wire contract', () => {
  it('is kept by what really is sent and answered', async () => {
    const receiver = new Receiver();
    const seen = [];
    const watched = {
      answer: (request) => {
        const reply = receiver.answer(request);
        seen.push({ request, reply });
        return reply;
      },
    };
    const server = await startFaultServer({ receiver: watched, random: seededRandom(1), rate: 0 });
    const outbox = memoryStorage();
    const deliveries = memoryDeliveries();
    const storage = httpStorage({
      endpoint: server.endpoint,
      outbox,
      deliveries,
      twoWay: true,
      refusals: { basis: 'x' },
    });
    await storage.open();
    await storage.append(await sampleChain(hash, 2, { decision: 'granted' }));
    await storage.append(
      await sampleChain(hash, 1, { decision: 'denied', request: { id: 'x', kind: 'separate' } }),
    );
    await until(() => receiver.records().length === 3);
    storage.close();
    await storage.open();
    await until(() => seen.some(({ request }) => request.method === 'GET'));
    storage.close();
    await server.close();
    const kinds = new Set(seen.map(({ request }) => request.method));
    assert.deepEqual([...kinds].sort(), ['GET', 'POST']);
    for (const { request, reply } of seen) assertDescribed(request, reply);
  });

  it('describes an event as the library reads one', async () => {
    const check = checkOf('Event');
    const [chained] = (await sampleChain(hash, 2)).slice(1);
    const sound = [
      sampleEvent(),
      chained,
      sampleEvent({ decision: 'dismissed', noticeHash: '' }),
      sampleEvent({ validity: 'until', until: '2027-01-01T00:00:00.000Z', channel: 'harmony' }),
      sampleEvent({
        platform: { verdict: 'denied', certain: true },
        request: { id: 'permission:camera', kind: 'permission' },
      }),
      sampleEvent({
        guardian: { reference: 'a', relation: 'b', verification: 'c' },
        subject: { id: 'a', ageBand: 'under-14' },
      }),
      sampleEvent({
        decision: 'requested',
        erases: [`${'a'.repeat(32)}/1`],
        request: { id: 'right:delete', kind: 'right' },
      }),
    ];
    for (const event of sound) assert.deepEqual([check(event), isConsentEvent(event)], [undefined, true]);
    const unsound = [
      ...unsoundRecords().filter(({ time }) => time !== 'yesterday'),
      sampleEvent({ validity: 'until' }),
      sampleEvent({ sequence: 0 }),
      sampleEvent({ erases: ['x'] }),
      sampleEvent({ policyHash: 'sha256:A' }),
    ];
    for (const event of unsound)
      assert.deepEqual([check(event) !== undefined, isConsentEvent(event)], [true, false]);
  });
});

/** The parts of the document that say what this request and this reply must be. */
function assertDescribed({ method, url, headers, body }, reply) {
  const { pathname, searchParams } = new URL(url, 'http://x');
  const operation = contract.paths[pathname][method.toLowerCase()];
  for (const { name, in: place, required, schema } of operation.parameters) {
    const value = place === 'header' ? headers[name.toLowerCase()] : searchParams.get(name);
    assert.ok(!required || typeof value === 'string', `${name} is missing`);
    if (schema.pattern) assert.match(value, new RegExp(schema.pattern));
  }
  if (operation.requestBody) {
    assert.match(headers['content-type'], /^application\/json/);
    const batch = JSON.parse(body);
    assert.equal(nameChecked(operation.requestBody.content['application/json'])(batch), undefined);
    for (const event of batch.events) assert.equal(checkOf('Event')(event), undefined);
  }
  const described = operation.responses[reply.status];
  assert.ok(described, `${reply.status} is not described`);
  const [[media, content]] = Object.entries(described.content);
  assert.equal(reply.headers['content-type'], media);
  assert.equal(nameChecked(content)(JSON.parse(reply.body)), undefined);
}

const nameChecked = ({ schema }) => checkOf(schema.$ref.split('/').at(-1));

describe('the receiver', () => {
  it('stores each event once, says so each time, and names the heads', async () => {
    const receiver = new Receiver();
    const events = await sampleChain(hash, 3);
    const ids = events.map(({ id }) => id);
    assert.deepEqual(post(receiver, events).json.stored, ids);
    const { stored, heads, rejected } = post(receiver, events).json;
    assert.deepEqual([stored, rejected], [ids, []]);
    assert.deepEqual(heads, { [events[0].writer]: { sequence: 3, hash: await hash(events[2]) } });
    assert.deepEqual(receiver.records(), events);
  });

  it('gives the same reply to the same key and words, and 422 to other words under it', async () => {
    const receiver = new Receiver();
    const [a] = await sampleChain(hash, 1);
    const [b] = await sampleChain(hash, 1);
    const first = post(receiver, [a], { key: '"k"' });
    assert.equal(post(receiver, [a], { key: '"k"' }).body, first.body);
    assert.equal(post(receiver, [b], { key: '"k"' }).status, 422);
    assert.equal(receiver.records().length, 1);
  });

  it('refuses another event under a taken id or place, and keeps the first', async () => {
    const receiver = new Receiver();
    const events = await sampleChain(hash, 1);
    post(receiver, events);
    const forged = [
      { ...events[0], decision: 'denied' },
      { ...events[0], id: 'f'.repeat(32) },
    ];
    for (const event of forged)
      assert.deepEqual(rejectedCodes(post(receiver, [event])), ['storage/conflict']);
    assert.deepEqual(receiver.records(), events);
  });

  it('refuses what does not fit the chain, in whatever order it comes, and takes holes', async () => {
    const events = await sampleChain(hash, 4);
    const edited = { ...events[1], act: 'host' };
    for (const order of [[0, 2], [2, 0], [2, 3], [0]]) {
      const receiver = new Receiver();
      assert.deepEqual(
        post(
          receiver,
          order.map((at) => events[at]),
        ).json.rejected,
        [],
      );
      const fits = !order.includes(2);
      assert.deepEqual(rejectedCodes(post(receiver, [edited])), fits ? [] : ['ledger/broken-chain']);
    }
    assert.deepEqual(
      rejectedCodes(post(new Receiver(), [{ ...events[0], previous: `sha256:${'a'.repeat(64)}` }])),
      ['ledger/broken-chain'],
    );
  });

  it('holds an event that comes later to the link that was sent in its place', async () => {
    const receiver = new Receiver();
    const events = await sampleChain(hash, 3);
    const { writer } = events[0];
    const links = [{ writer, sequence: 1, hash: await hash(events[0]) }];
    post(receiver, [events[2]], { links });
    assert.deepEqual(rejectedCodes(post(receiver, [{ ...events[0], act: 'host' }])), ['storage/conflict']);
    assert.deepEqual(rejectedCodes(post(receiver, [events[0]])), []);
  });

  it('rejects one that is no event, and stores the others of its batch', async () => {
    const receiver = new Receiver();
    const [event] = await sampleChain(hash, 1);
    const { json } = post(receiver, [{ ...event, extra: 1, id: 'b'.repeat(32) }, event]);
    assert.deepEqual([json.stored, json.rejected.map(({ code }) => code)], [[event.id], ['storage/invalid']]);
  });

  it('refuses what is no batch, no JSON, too much, or without a key', () => {
    const receiver = new Receiver();
    const ask = (body, headers = {}) =>
      receiver.answer({
        method: 'POST',
        url: '/events',
        body,
        headers: { 'content-type': 'application/json', 'idempotency-key': '"a"', ...headers },
      }).status;
    assert.equal(ask('{}'), 422);
    assert.equal(ask('{'), 422);
    assert.equal(ask('{}', { 'content-type': 'text/plain' }), 415);
    assert.equal(ask('{}', { 'idempotency-key': '' }), 400);
    assert.equal(ask(' '.repeat(1_000_001)), 413);
  });

  it('gives an account its own events, page by page, and nobody else’s', async () => {
    const receiver = new Receiver({ account: ({ headers }) => headers.who });
    const events = await sampleChain(hash, 620);
    for (let at = 0; at < events.length; at += 100)
      post(receiver, events.slice(at, at + 100), { headers: { who: 'anna' } });
    const first = get(receiver, '/events?namespace=default&after=', { who: 'anna' });
    assert.deepEqual([first.events.length, first.more], [500, true]);
    const second = get(receiver, `/events?namespace=default&after=${first.next}`, { who: 'anna' });
    assert.deepEqual([...first.events, ...second.events], events);
    assert.deepEqual(
      [second.more, get(receiver, '/events?namespace=default&after=', { who: 'ben' }).events],
      [false, []],
    );
    assert.equal(receiver.answer({ method: 'GET', url: '/events', headers: {} }).status, 401);
    // Another account cannot take a place, nor learn by trying what is stored there.
    assert.deepEqual(rejectedCodes(post(receiver, [events[0]], { headers: { who: 'ben' } })), [
      'storage/conflict',
    ]);
  });

  it('erases what a deletion names, when it is due, also what arrives after it', async () => {
    let now = Date.parse('2026-11-23T00:00:00Z');
    const receiver = new Receiver({ now: () => now });
    const events = await sampleChain(hash, 3);
    const places = events.map(({ writer, sequence }) => `${writer}/${sequence}`);
    const ask = (erases, until) =>
      sampleEvent({
        decision: 'requested',
        request: { id: 'right:delete', kind: 'right' },
        erases,
        ...(until && { until }),
      });
    post(receiver, [
      events[0],
      ask(places.slice(0, 1)),
      ask(places.slice(1, 2)),
      ask(places.slice(2), '2026-12-01T00:00:00Z'),
      events[2],
    ]);
    post(receiver, [events[1]]);
    const { events: whole, erased } = get(receiver, '/events?namespace=default&after=');
    assert.deepEqual(erased.map(({ sequence }) => sequence).sort(), [1, 2]);
    assert.ok(
      erased.every(isErasedEvent) && erased.every((record) => checkOf('Erased')(record) === undefined),
    );
    assert.deepEqual(
      whole.filter(({ request }) => request.id === 'sample'),
      [events[2]],
    );
    assert.doesNotMatch(JSON.stringify(erased), /local-/);
    // The same event again is known, and stays erased.
    assert.deepEqual(post(receiver, [events[0]]).json.stored, [events[0].id]);
    now = Date.parse('2026-12-01T00:00:00Z');
    assert.equal(get(receiver, '/events?namespace=default&after=').erased.length, 3);
  });

  it('keeps everything through an end of its process, and a lock that was left behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mingshi-receiver-'));
    const file = join(folder, 'ledger.sqlite');
    const events = await sampleChain(hash, 2);
    const first = new Receiver({ file });
    const { body } = post(first, events, { key: '"k"' });
    first.close();
    const second = new Receiver({ file });
    assert.deepEqual(second.records(), events);
    assert.equal(post(second, events, { key: '"k"' }).body, body);
    second.close();
    assert.ok(readFileSync(file).length > 0);
    rmSync(folder, { recursive: true });
  });
});
