import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashRecord, hashText } from '../../../build/src/hash.js';
import { createConsent, memoryStorage } from '../../../build/src/index.js';
import { defaultPlatform } from '../../../build/src/platform.js';
import { replicatedStorage } from '../../../build/src/storage/replicated.js';
import { sampleChain } from '../../support/sample-events.js';
import { storageContract } from '../../support/storage-contract.js';

const { sha256 } = defaultPlatform();
const hash = (record) => hashRecord(record, sha256);
const core = { createConsent, hashText: (text) => hashText(text, sha256), hashRecord: hash };

const soon = (callback, delay) => {
  const timer = setTimeout(callback, delay / 100);
  return () => clearTimeout(timer);
};

/** Resolves as soon as `condition` resolves with something true; rejects after 10 s. */
async function until(condition) {
  const end = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`this never came true: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const quiet = () => new Promise((resolve) => setTimeout(resolve, 60));

const erasedOf = async ({
  writer,
  sequence,
  previous,
  time,
  request,
  decision,
  policyHash,
  policy,
  ...rest
}) => ({
  schema: 'mingshi.erased/1',
  ...{ writer, sequence, previous, time, decision, policyHash, policy },
  hash: await hash({ writer, sequence, previous, time, request, decision, policyHash, policy, ...rest }),
  request: { id: request.id, kind: request.kind },
});

/** A storage that can be switched off, and that says it is a server. */
const serverLike = (storage, state = { up: true }) => {
  const gate =
    (work) =>
    (...given) =>
      state.up ? work(...given) : Promise.reject(new Error('offline'));
  const calls = { append: 0 };
  return {
    ...storage,
    state,
    calls,
    capabilities: { ...storage.capabilities, durability: 'server' },
    append: gate((events) => {
      calls.append += 1;
      return storage.append(events);
    }),
    read: gate(storage.read),
    heads: gate(storage.heads),
    erase: gate(storage.erase),
  };
};

async function start(local, remote, options) {
  const news = [];
  const storage = replicatedStorage(local, remote, { platform: { timer: soon }, ...options });
  storage.watch((one) => news.push(one));
  await storage.open();
  const codes = () => news.flatMap(({ error }) => (error ? [error.code] : []));
  return { storage, news, codes };
}

const eventsOf = async (storage) => (await storage.read()).events;

describe('replicated storage', () => {
  const media = new Map();
  const onto = (medium) => {
    const storage = replicatedStorage(...medium);
    media.set(storage, medium);
    return storage;
  };
  const kit = {
    create: () => onto([memoryStorage(), memoryStorage()]),
    again: (adapter) => onto(media.get(adapter)),
  };
  for (const { name, run } of storageContract(kit, core)) it(name, run);

  it('brings what one has to the other, and tells what came and what is kept more safely', async () => {
    const [local, remote] = [memoryStorage(), serverLike(memoryStorage())];
    const [mine, theirs] = [await sampleChain(hash, 2), await sampleChain(hash, 2)];
    await local.append(mine);
    await remote.append(theirs);
    const { storage, news } = await start(local, remote);
    await until(() => news.some(({ type }) => type === 'changed'));
    await until(async () => (await eventsOf(remote)).length === 4);
    assert.equal((await eventsOf(local)).length, 4);
    const kept = news.filter(({ type }) => type === 'kept');
    assert.equal(kept[0].durability, 'server');
    assert.deepEqual(
      kept.flatMap(({ events }) => events.map(({ id }) => id)).sort(),
      mine.map(({ id }) => id).sort(),
    );
    storage.close();
  });

  it('answers from the local storage while the remote fails, and catches up when it is back', async () => {
    const [local, remote] = [memoryStorage(), serverLike(memoryStorage(), { up: false })];
    const { storage } = await start(local, remote);
    const events = await sampleChain(hash, 3);
    assert.deepEqual(await storage.append(events), { durability: 'memory' });
    assert.deepEqual(await eventsOf(storage), events);
    await quiet();
    remote.state.up = true;
    await until(async () => (await eventsOf(remote)).length === 3);
    storage.close();
  });

  it('reads the remote at once where the local storage was emptied or does not work', async () => {
    const remote = memoryStorage();
    const events = await sampleChain(hash, 2);
    await remote.append(events);
    const { storage } = await start(memoryStorage(), remote);
    assert.deepEqual(await eventsOf(storage), events);
    storage.close();
    const no = () => Promise.reject(Object.assign(new Error('no'), { code: 'storage/unavailable' }));
    const broken = { ...memoryStorage(), open: no, append: no, read: no, heads: no };
    const second = await start(broken, remote);
    assert.deepEqual(await eventsOf(second.storage), events);
    const more = await sampleChain(hash, 1);
    assert.deepEqual(await second.storage.append(more), { durability: 'memory' });
    assert.equal((await eventsOf(remote)).length, 3);
    second.storage.close();
  });

  it('rejects as the local storage does where neither works', async () => {
    const no = () => Promise.reject(Object.assign(new Error('no'), { code: 'storage/unavailable' }));
    const broken = { ...memoryStorage(), open: no, append: no, read: no };
    const storage = replicatedStorage(broken, { ...broken });
    await assert.rejects(storage.open(), { code: 'storage/unavailable' });
    await assert.rejects(storage.append(await sampleChain(hash, 1)), { code: 'storage/unavailable' });
    storage.close();
  });

  it('sends nothing to a server before a general policy is agreed to, and no refusals without a basis', async () => {
    const remote = serverLike(memoryStorage());
    const { storage } = await start(memoryStorage(), remote);
    const refused = await sampleChain(hash, 1, { decision: 'denied' });
    await storage.append(refused);
    await quiet();
    assert.equal(remote.calls.append, 0);
    const agreed = await sampleChain(hash, 1, { request: { id: 'second', kind: 'general' } });
    await storage.append(agreed);
    await until(() => remote.calls.append > 0);
    assert.deepEqual(await eventsOf(remote), agreed);
    storage.close();
    const stated = await start(memoryStorage(), remote, { refusals: { basis: 'x' } });
    await stated.storage.append([...refused, ...agreed]);
    await until(async () => (await eventsOf(remote)).length === 2);
    stated.storage.close();
  });

  it('keeps each its own where they differ, counts the local one, and tells of it once', async () => {
    const [local, remote] = [memoryStorage(), memoryStorage()];
    const [event] = await sampleChain(hash, 1);
    const [other] = await sampleChain(hash, 1);
    await local.append([event]);
    await remote.append([{ ...event, decision: 'denied' }, other]);
    const { storage, codes } = await start(local, remote);
    await until(async () => (await eventsOf(local)).length === 2);
    assert.deepEqual(
      (await eventsOf(storage)).find(({ id }) => id === event.id),
      event,
    );
    await quiet();
    await storage.append(await sampleChain(hash, 1));
    await quiet();
    assert.deepEqual(codes(), ['storage/conflict']);
    assert.equal((await eventsOf(remote)).find(({ id }) => id === event.id).decision, 'denied');
    storage.close();
  });

  it('erases in both what is erased in one, also when the remote was away', async () => {
    const [local, remote] = [memoryStorage(), serverLike(memoryStorage())];
    const events = await sampleChain(hash, 2);
    await local.append(events);
    const { storage } = await start(local, remote);
    await until(async () => (await eventsOf(remote)).length === 2);
    remote.state.up = false;
    await storage.erase([await erasedOf(events[0])]);
    assert.equal((await storage.read()).erased.length, 1);
    remote.state.up = true;
    await until(async () => (await remote.read()).erased?.length === 1);
    await remote.erase([await erasedOf(events[1])]);
    storage.close();
    await storage.open();
    await until(async () => (await local.read()).erased?.length === 2);
    assert.deepEqual((await eventsOf(storage)).length, 0);
    storage.close();
  });

  it('never shows a person again who was forgotten in one of them', async () => {
    const [local, remote] = [memoryStorage(), memoryStorage()];
    const [event] = await sampleChain(hash, 1);
    await local.append([event]);
    await remote.append([event]);
    await remote.erase([await erasedOf(event)]);
    const { storage } = await start(local, remote);
    const { events, erased } = await storage.read();
    assert.deepEqual([events.length, erased.length], [0, 1]);
    storage.close();
  });
});
