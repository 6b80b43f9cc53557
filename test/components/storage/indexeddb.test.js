import { expect } from '@open-wc/testing';
import { indexedDbArchive } from '../../../dist/src/policy/indexeddb-archive.js';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { core } from '../../support/core-dist.js';
import { sampleChain } from '../../support/sample-events.js';
import { samplePolicy } from '../../support/sample-policy.js';
import { createApp, press } from '../../support/start-engine.js';
import { storageContract, until } from '../../support/storage-contract.js';

const made = [];
const places = new Map();

const newName = () => {
  const namespace = `test-${made.length}-${Math.random().toString(36).slice(2)}`;
  made.push(namespace);
  return namespace;
};

const settled = (promise) =>
  promise.then(
    () => 'resolved',
    (error) => error.code,
  );

const requested = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** A second, raw connection to a ledger's database; closes itself as a well-behaved page does, unless told otherwise. */
const rawly = async (namespace, work) => {
  const database = await requested(indexedDB.open(`mingshi/${namespace}`, 1));
  try {
    return await work(database);
  } finally {
    database.close();
  }
};

/** The browser's own database, whose `add` can be made to fail as it fails when there is no room. */
const faultyFactory = (faults) => ({
  open: (name, version) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('success', () => {
      const database = request.result;
      const transact = database.transaction.bind(database);
      database.transaction = (...parts) => {
        if (faults.lost > 0 && faults.lost--) throw new DOMException('lost', 'InvalidStateError');
        const transaction = transact(...parts);
        if (faults.error && parts[1] === 'readwrite') failLater(transaction, faults.error);
        return transaction;
      };
    });
    faults.opens = (faults.opens ?? 0) + 1;
    return request;
  },
});

/** As Chromium does at its quota: the request succeeds, then the transaction aborts with an error. */
const failLater = (transaction, error) => {
  const store = transaction.objectStore.bind(transaction);
  transaction.commit = () => undefined;
  transaction.objectStore = (name) => {
    const target = store(name);
    const add = target.add.bind(target);
    target.add = (value) => {
      const request = add(value);
      request.addEventListener('success', () => transaction.abort());
      return request;
    };
    return target;
  };
  Object.defineProperty(transaction, 'error', { get: () => error });
};

const kit = {
  create: () => {
    const faults = {};
    const namespace = newName();
    const adapter = indexedDbStorage({ namespace, factory: faultyFactory(faults) });
    places.set(adapter, { namespace, faults });
    return adapter;
  },
  again: (adapter) => {
    const { namespace } = places.get(adapter);
    const next = indexedDbStorage({ namespace });
    places.set(next, { namespace, faults: {} });
    return next;
  },
  plant: (adapter, record) =>
    rawly(places.get(adapter).namespace, (database) =>
      requested(database.transaction('events', 'readwrite').objectStore('events').add(record)),
    ),
  breakWrites: (adapter, how) => {
    const { faults } = places.get(adapter);
    faults.error = new DOMException(
      'broken for the test',
      how === 'full' ? 'QuotaExceededError' : 'NotReadableError',
    );
    return () => delete faults.error;
  },
};

const opened = async (options = {}) => {
  const namespace = newName();
  const adapter = indexedDbStorage({ namespace, ...options });
  await adapter.open();
  return { adapter, namespace };
};

describe('storage in IndexedDB', () => {
  after(() => {
    for (const namespace of made) {
      indexedDB.deleteDatabase(`mingshi/${namespace}`);
      indexedDB.deleteDatabase(`mingshi-archive/${namespace}`);
    }
  });

  for (const { name, run } of storageContract(kit, core)) it(name, run);

  it('issues the write and the commit before append returns, with strict durability', async () => {
    const { adapter } = await opened();
    const calls = [];
    const { transaction } = IDBDatabase.prototype;
    const { add } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    IDBDatabase.prototype.transaction = function (...parts) {
      calls.push(['transaction', parts[1], parts[2]?.durability]);
      return transaction.apply(this, parts);
    };
    IDBObjectStore.prototype.add = function (...parts) {
      calls.push(['add']);
      return add.apply(this, parts);
    };
    IDBTransaction.prototype.commit = function () {
      calls.push(['commit']);
      return commit.call(this);
    };
    let appended;
    try {
      appended = adapter.append(
        await sampleChain(core.hashRecord, 1).then((events) => (calls.splice(0), events)),
      );
      expect(calls).to.deep.equal([['transaction', 'readwrite', 'strict'], ['add'], ['commit']]);
    } finally {
      Object.assign(IDBDatabase.prototype, { transaction });
      Object.assign(IDBObjectStore.prototype, { add });
      Object.assign(IDBTransaction.prototype, { commit });
    }
    expect(await appended).to.deep.equal({ durability: 'disk' });
  });

  it('acknowledges when the transaction is complete: another connection then finds the event', async () => {
    const { adapter, namespace } = await opened();
    const [event] = await sampleChain(core.hashRecord, 1);
    await adapter.append([event]);
    const stored = await rawly(namespace, (database) =>
      requested(database.transaction('events').objectStore('events').get([event.writer, 1])),
    );
    expect(stored).to.deep.equal(event);
  });

  it('closes when another tab wants a newer version, then says newer, and never hangs', async () => {
    const { adapter, namespace } = await opened();
    const newer = await requested(indexedDB.open(`mingshi/${namespace}`, 2));
    expect(newer.version).to.equal(2);
    expect(await settled(adapter.append(await sampleChain(core.hashRecord, 1)))).to.equal('storage/newer');
    newer.close();
  });

  it('settles in 3 s where an old tab blocks it, and works once that tab is closed', async () => {
    const namespace = newName();
    const old = await requested(indexedDB.open(`mingshi/${namespace}`, 1));
    const removal = indexedDB.deleteDatabase(`mingshi/${namespace}`);
    const adapter = indexedDbStorage({ namespace });
    const started = performance.now();
    expect(await settled(adapter.open())).to.equal('storage/timeout');
    expect(performance.now() - started).to.be.below(4000);
    old.close();
    await requested(removal);
    const events = await sampleChain(core.hashRecord, 1);
    await adapter.append(events);
    expect((await adapter.read()).events).to.deep.equal(events);
  }).timeout(10_000);

  it('says blocked where the browser says so', async () => {
    const request = {};
    const adapter = indexedDbStorage({
      factory: { open: () => (setTimeout(() => request.onblocked(), 10), request) },
    });
    expect(await settled(adapter.open())).to.equal('storage/blocked');
  }).timeout(10_000);

  it('opens a lost connection once more, and keeps the event', async () => {
    const faults = {};
    const { adapter } = await opened({ factory: faultyFactory(faults) });
    const events = await sampleChain(core.hashRecord, 1);
    faults.lost = 1;
    await adapter.append(events);
    expect((await adapter.read()).events).to.deep.equal(events);
    expect(faults.opens).to.equal(2);
  });

  it('does not try for ever: a connection that is lost again rejects, after three more openings', async () => {
    const faults = {};
    const { adapter } = await opened({ factory: faultyFactory(faults) });
    faults.lost = 99;
    expect(await settled(adapter.append(await sampleChain(core.hashRecord, 1)))).to.equal('storage/lost');
    expect(faults.opens).to.equal(4);
  });

  it('opens again when the browser closed the connection', async () => {
    const faults = {};
    const { adapter } = await opened({ factory: faultyFactory(faults) });
    const events = await sampleChain(core.hashRecord, 1);
    adapter.close();
    await adapter.append(events);
    expect((await adapter.read()).events).to.deep.equal(events);
  });

  for (const [what, factory] of Object.entries({
    'throws when opened': {
      open: () => {
        throw new DOMException('opaque origin', 'SecurityError');
      },
    },
    'fails to open': {
      open: () => {
        const request = { error: new DOMException('broken', 'UnknownError') };
        setTimeout(() => request.onerror(), 5);
        return request;
      },
    },
  })) {
    it(`that ${what}: the person is asked and answered from memory`, async () => {
      const app = createApp(core, { storage: indexedDbStorage({ factory }) });
      const engine = await app.open();
      await press(engine, 'granted');
      expect(engine.status('sample').durability).to.equal('memory');
      expect(engine.errors[0].code).to.equal('storage/unavailable');
    });
  }

  for (const [what, get] of Object.entries({
    null: () => null,
    undefined: () => undefined,
    forbidden: () => {
      throw new DOMException('blocked', 'SecurityError');
    },
  })) {
    it(`where indexedDB is ${what} is unavailable`, async () => {
      const found = Object.getOwnPropertyDescriptor(window, 'indexedDB');
      Object.defineProperty(window, 'indexedDB', { configurable: true, get });
      try {
        expect(await settled(indexedDbStorage().open())).to.equal('storage/unavailable');
      } finally {
        if (found) Object.defineProperty(window, 'indexedDB', found);
        else delete window.indexedDB;
      }
    });
  }

  it('works as ever on a page that polluted Object.prototype', async () => {
    const pollution = {
      autoIncrement: true,
      keyPath: 'x',
      durability: 'relaxed',
      multiEntry: true,
      granted: true,
    };
    const events = await sampleChain(core.hashRecord, 2);
    Object.assign(Object.prototype, pollution);
    let read;
    try {
      const { adapter } = await opened();
      await adapter.append(events);
      read = await adapter.read();
    } finally {
      for (const name of Object.keys(pollution)) delete Object.prototype[name];
    }
    expect(read).to.deep.equal({ events, unreadable: 0 });
  });

  it('survives a navigation in the task of the answer', async () => {
    const namespace = newName();
    const frame = document.createElement('iframe');
    frame.src = new URL('./append-and-leave.html', import.meta.url).href + `?${namespace}`;
    document.body.append(frame);
    const { adapter } = { adapter: indexedDbStorage({ namespace }) };
    let left = false;
    addEventListener('message', (message) => (left ||= message.data === `left ${namespace}`));
    await until(() => left);
    frame.remove();
    expect((await adapter.read()).events.map(({ sequence }) => sequence)).to.deep.equal([1]);
  }).timeout(10_000);
});

describe('the archive in IndexedDB', () => {
  it('keeps a policy under its hash, once, over a restart', async () => {
    const namespace = newName();
    const policy = await samplePolicy(core.hashText);
    const archive = indexedDbArchive({ namespace });
    await archive.put(policy);
    await archive.put({ ...policy, id: 'changed' });
    const next = indexedDbArchive({ namespace });
    expect(await next.get(policy.hash)).to.deep.equal(policy);
    expect(await next.get('sha256:none')).to.equal(undefined);
  });

  it('gives the policies in force on a date, latest first', async () => {
    const archive = indexedDbArchive({ namespace: newName() });
    const dated = (iso) =>
      samplePolicy(core.hashText, {
        text: `text of ${iso}`,
        dates: { effective: { iso, text: iso, span: { start: 8, end: 18 } } },
      });
    for (const iso of ['2025-01-01', '2027-01-01', '2026-01-01']) await archive.put(await dated(iso));
    const days = (await archive.at('2026-06-01')).map(({ dates }) => dates.effective.iso);
    expect(days).to.deep.equal(['2026-01-01', '2025-01-01']);
  });

  it('shows the agreed text again after the app moved on', async () => {
    const namespace = newName();
    const places = { storage: indexedDbStorage({ namespace }), archive: indexedDbArchive({ namespace }) };
    const app = createApp(core, places);
    const { event } = await press(await app.open(), 'granted');
    const engine = await app.open({
      version: '2',
      storage: indexedDbStorage({ namespace }),
      archive: indexedDbArchive({ namespace }),
    });
    expect(engine.status('sample').durability).to.equal('disk');
    expect((await engine.agreedPolicy(event)).text).to.equal((await app.policyOf('1')).text);
  });
});
