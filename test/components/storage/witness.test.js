import { expect } from '@open-wc/testing';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { core } from '../../support/core-dist.js';
import { erasedOf, sampleChain, sampleEvent } from '../../support/sample-events.js';
import { createApp, press } from '../../support/start-engine.js';
import { until } from '../../support/storage-contract.js';

const made = [];
const newName = () => {
  made.push(`witness-${made.length}-${Math.random().toString(36).slice(2)}`);
  return made[made.length - 1];
};
const lineOf = (namespace) => localStorage.getItem(`mingshi/${namespace}:witness`);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const requested = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Does something to the records behind the library's back. */
const behind = async (namespace, work) => {
  const database = await requested(indexedDB.open(`mingshi/${namespace}`));
  await work(database.transaction('events', 'readwrite').objectStore('events'));
  database.close();
};

/** Writes events through an adapter and closes it, once the witness knows. */
const wrote = async (namespace, count) => {
  const events = await sampleChain(core.hashRecord, count);
  const adapter = indexedDbStorage({ namespace });
  await adapter.open();
  for (const event of events) await adapter.append([event]);
  await until(() => lineOf(namespace)?.startsWith(`${count} `));
  adapter.close();
  return events;
};

/** Opens and reads as a new page would. Resolves with the errors told, after the witness had its say. */
const errorsOnStart = async (options) => {
  const adapter = indexedDbStorage(options);
  const errors = [];
  adapter.watch((news) => news.type === 'error' && errors.push(news.error));
  await adapter.open();
  await adapter.read();
  await pause(250);
  adapter.close();
  return errors.map(({ code, value }) => ({ code, value }));
};

describe('the witness of a database', () => {
  after(() => {
    for (const namespace of made) {
      indexedDB.deleteDatabase(`mingshi/${namespace}`);
      localStorage.removeItem(`mingshi/${namespace}:witness`);
    }
  });

  it('keeps a count, a place and a hash in one line of at most 200 bytes, and nothing before the first record', async () => {
    const namespace = newName();
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
    expect(lineOf(namespace)).to.equal(null);
    const events = await wrote(namespace, 3);
    const hash = await core.hashRecord(events[2]);
    expect(lineOf(namespace)).to.equal(`3 ${events[2].writer}/3 ${hash}`);
    expect(`mingshi/${namespace}:witness${lineOf(namespace)}`.length).to.be.below(201);
  });

  it('finds out that the database came back empty, says how much is missing, once', async () => {
    const namespace = newName();
    const events = await wrote(namespace, 3);
    await requested(indexedDB.deleteDatabase(`mingshi/${namespace}`));
    const place = `${events[2].writer}/3`;
    expect(await errorsOnStart({ namespace })).to.deep.equal([
      { code: 'storage/reset', value: { expected: 3, found: 0, missing: 3, place } },
    ]);
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
  });

  it('finds out that some records are gone, and goes by what is left', async () => {
    const namespace = newName();
    const events = await wrote(namespace, 4);
    await behind(namespace, (store) => requested(store.delete([events[0].writer, 1])));
    expect(await errorsOnStart({ namespace })).to.deep.equal([
      { code: 'storage/reset', value: { expected: 4, found: 3, missing: 1 } },
    ]);
    expect(lineOf(namespace).startsWith('3 ')).to.equal(true);
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
  });

  it('finds out that the record it knows was replaced by another', async () => {
    const namespace = newName();
    const events = await wrote(namespace, 2);
    await behind(namespace, (store) => requested(store.put({ ...events[1], decision: 'granted' })));
    const [{ code, value }] = await errorsOnStart({ namespace });
    expect([code, value.missing, value.place]).to.deep.equal(['storage/reset', 0, `${events[1].writer}/2`]);
  });

  it('control: without it, nobody notices', async () => {
    const namespace = newName();
    await wrote(namespace, 3);
    await requested(indexedDB.deleteDatabase(`mingshi/${namespace}`));
    localStorage.removeItem(`mingshi/${namespace}:witness`);
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
  });

  it('is heard by the engine: it reports the loss, asks again, and its next answer starts a sound chain', async () => {
    const namespace = newName();
    const app = createApp(core, { storage: indexedDbStorage({ namespace }) });
    const engine = await app.open();
    await press(engine, 'granted');
    await until(() => lineOf(namespace));
    engine.destroy();
    await requested(indexedDB.deleteDatabase(`mingshi/${namespace}`));
    const next = await app.open({ storage: indexedDbStorage({ namespace }) });
    await until(() => next.errors.length > 0);
    expect(next.errors.map(({ code }) => code)).to.deep.equal(['storage/reset']);
    expect(next.status('sample').decision).to.equal('none');
    const { event } = await press(next, 'denied');
    expect([event.sequence, event.previous]).to.deep.equal([1, '']);
    next.destroy();
  });

  it('tells an error to one who only listens later', async () => {
    const namespace = newName();
    await wrote(namespace, 1);
    await requested(indexedDB.deleteDatabase(`mingshi/${namespace}`));
    const adapter = indexedDbStorage({ namespace });
    await adapter.open();
    await adapter.read();
    await pause(250);
    const news = [];
    adapter.watch((one) => news.push(one.error.code));
    expect(news).to.deep.equal(['storage/reset']);
    adapter.close();
  });
});

describe('the witness gives no false alarm', () => {
  it('when tabs write and read at once', async () => {
    const namespace = newName();
    const errors = [];
    const tabs = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const adapter = indexedDbStorage({ namespace });
        adapter.watch((news) => news.type === 'error' && errors.push(news.error));
        await adapter.open();
        return { adapter, events: await sampleChain(core.hashRecord, 30) };
      }),
    );
    await Promise.all(
      tabs.map(async ({ adapter, events }) => {
        for (const event of events) {
          await adapter.append([event]);
          await adapter.read();
        }
      }),
    );
    await pause(250);
    for (const { adapter } of tabs) adapter.close();
    expect(errors).to.deep.equal([]);
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
    expect(lineOf(namespace).startsWith('90 ')).to.equal(true);
  }).timeout(30_000);

  it('when records were erased, also the one it knows', async () => {
    const namespace = newName();
    const events = await wrote(namespace, 2);
    const adapter = indexedDbStorage({ namespace });
    await adapter.erase(await Promise.all(events.map((event) => erasedOf(event, core.hashRecord))));
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
  });

  it('when a newer version of the library wrote records this one cannot read', async () => {
    const namespace = newName();
    await wrote(namespace, 1);
    const newer = sampleEvent({ schema: 'mingshi.event/2' });
    await behind(namespace, (store) => requested(store.add(newer)));
    localStorage.setItem(
      `mingshi/${namespace}:witness`,
      `2 ${newer.writer}/1 ${await core.hashRecord(newer)}`,
    );
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
  });

  it('when an event is appended again, or only the witness was cleared, or its line is torn', async () => {
    const namespace = newName();
    const events = await wrote(namespace, 2);
    const adapter = indexedDbStorage({ namespace });
    await adapter.append(events);
    expect(await errorsOnStart({ namespace })).to.deep.equal([]);
    for (const line of [null, 'garbage', '-1 x y', '9'.repeat(400), '{}']) {
      if (line === null) localStorage.removeItem(`mingshi/${namespace}:witness`);
      else localStorage.setItem(`mingshi/${namespace}:witness`, line);
      expect(await errorsOnStart({ namespace })).to.deep.equal([]);
      expect(lineOf(namespace).startsWith('2 ')).to.equal(true);
    }
  });

  it('where there is no place for it: everything works as without', async () => {
    const namespace = newName();
    const throwing = new Proxy(localStorage, {
      get: () => {
        throw new DOMException('blocked', 'SecurityError');
      },
    });
    const adapter = indexedDbStorage({ namespace, witness: throwing });
    const events = await sampleChain(core.hashRecord, 2);
    await adapter.append(events);
    expect((await adapter.read()).events).to.deep.equal(events);
    expect(await errorsOnStart({ namespace, witness: throwing })).to.deep.equal([]);
    expect(lineOf(namespace)).to.equal(null);
  });
});
