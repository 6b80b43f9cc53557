import { expect } from '@open-wc/testing';
import { completionOf, IndexedDbConnection } from '../../../dist/src/indexeddb-connection.js';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { core } from '../../support/core-dist.js';
import { sampleChain } from '../../support/sample-events.js';
import { createApp, press } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const made = [];
const newName = () => {
  made.push(`upgrade-${made.length}-${Math.random().toString(36).slice(2)}`);
  return made[made.length - 1];
};

const requested = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const codeOf = (promise) =>
  promise.then(
    () => 'resolved',
    (error) => error.code,
  );

/** A connection of a library to come, whose database has a store more. */
const nextVersion = (namespace, late = () => undefined) => {
  const steps = [];
  const connection = new IndexedDbConnection({
    name: `mingshi/${namespace}`,
    version: 2,
    create: (database, before) => {
      steps.push(before);
      if (before < 1) database.createObjectStore('events', { keyPath: ['writer', 'sequence'] });
      if (before < 2) database.createObjectStore('more');
    },
    late,
  });
  const names = () => connection.run(async (database) => [...database.objectStoreNames]);
  const count = () =>
    connection.run(async (database) => {
      const transaction = database.transaction('events');
      const request = transaction.objectStore('events').count();
      await completionOf(transaction, [request]);
      return request.result;
    });
  return { connection, steps, names, count };
};

describe('a database of another version', () => {
  after(() => made.forEach((namespace) => indexedDB.deleteDatabase(`mingshi/${namespace}`)));

  it('that is older gets the stores it lacks and keeps its records; our own old tab makes way', async () => {
    const namespace = newName();
    const old = indexedDbStorage({ namespace });
    const events = await sampleChain(core.hashRecord, 2);
    await old.append(events);
    const { steps, names, count, connection } = nextVersion(namespace);
    expect(await names()).to.deep.equal(['events', 'more']);
    expect([steps, await count()]).to.deep.equal([[1], 2]);
    connection.close();
    const fresh = nextVersion(newName());
    await fresh.names();
    expect(fresh.steps).to.deep.equal([0]);
    fresh.connection.close();
  });

  it('that is newer is reported, left untouched, and the person is asked and answered from memory', async () => {
    const namespace = newName();
    const newer = nextVersion(namespace);
    const [event] = await sampleChain(core.hashRecord, 1);
    await newer.connection.run(async (database) => {
      const transaction = database.transaction('events', 'readwrite');
      transaction.objectStore('events').add(event);
      await completionOf(transaction);
    });
    newer.connection.close();
    const storage = indexedDbStorage({ namespace });
    expect(await codeOf(storage.open())).to.equal('storage/newer');
    expect(await codeOf(storage.append([event]))).to.equal('storage/newer');
    const app = createApp(core, { storage });
    const engine = await app.open();
    await press(engine, 'granted');
    expect(engine.status('sample').durability).to.equal('memory');
    expect(engine.errors[0].code).to.equal('storage/newer');
    engine.destroy();
    expect([await newer.names(), await newer.count()]).to.deep.equal([['events', 'more'], 1]);
    newer.connection.close();
  });

  it('that an old tab keeps open: blocked within 3 s, and told and used once that tab is closed', async () => {
    const namespace = newName();
    const deaf = await requested(
      Object.assign(indexedDB.open(`mingshi/${namespace}`, 1), {
        onupgradeneeded: ({ target }) =>
          target.result.createObjectStore('events', { keyPath: ['writer', 'sequence'] }),
      }),
    );
    let late = 0;
    const { connection, names } = nextVersion(namespace, () => late++);
    const started = performance.now();
    expect(await codeOf(connection.open())).to.equal('storage/blocked');
    expect(performance.now() - started).to.be.below(4500);
    expect(late).to.equal(0);
    deaf.close();
    await until(() => late === 1);
    expect(await names()).to.deep.equal(['events', 'more']);
    connection.close();
  }).timeout(15_000);

  it('control: one that waits for the old tab without end is found out', async () => {
    const namespace = newName();
    const deaf = await requested(indexedDB.open(`mingshi/${namespace}`, 1));
    const naive = requested(indexedDB.open(`mingshi/${namespace}`, 2));
    const waited = await Promise.race([
      naive.then(() => 'opened'),
      new Promise((resolve) => setTimeout(resolve, 4500, 'still waiting')),
    ]);
    expect(waited).to.equal('still waiting');
    deaf.close();
    (await naive).close();
  }).timeout(15_000);

  it('blocked at the start: the engine answers from memory, then keeps it by itself once the way is free', async () => {
    const namespace = newName();
    const deaf = await requested(indexedDB.open(`mingshi/${namespace}`, 1));
    const removal = indexedDB.deleteDatabase(`mingshi/${namespace}`);
    const app = createApp(core, { storage: indexedDbStorage({ namespace }) });
    const engine = await app.open();
    await press(engine, 'granted');
    expect(engine.status('sample').durability).to.equal('memory');
    deaf.close();
    await requested(removal);
    await until(() => engine.status('sample').durability === 'disk');
    const { events } = await indexedDbStorage({ namespace }).read();
    expect(events.map(({ decision }) => decision)).to.deep.equal(['granted']);
    engine.destroy();
  }).timeout(30_000);
});
