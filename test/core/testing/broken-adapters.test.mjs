// The contract of mingshi/testing: a sound adapter breaks no clause, and for each clause there is an adapter that breaks it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBrokenClauses, storageContract } from '../../../build/src/testing/index.js';
import { ConsentError } from '../../../build/src/errors.js';
import { core } from '../../support/core-build.mjs';
import { wholeStorage } from '../../support/whole-storage.js';

const { kit } = wholeStorage(core.hashRecord);
const never = () => new Promise(() => undefined);
const quiet = (code) => Promise.reject(Object.assign(new Error('a sentence, and its code'), { code }));
const shared = new Map();

/** For each clause, what an adapter does instead; `change(adapter, medium)` gives the methods that differ. */
const broken = {
  'the capabilities are complete, and an adapter that is told of other writers can be watched': () => ({
    capabilities: { acknowledges: true, immediate: true, twoWay: true, durability: 'tape' },
  }),
  'an empty storage opens, and reads as empty': ({ read }) => ({
    read: async (query) => ({ ...(await read(query)), unreadable: 1 }),
  }),
  'opening twice is as opening once': (_, medium) => {
    let opened = false;
    return {
      open: async () => {
        if (opened) medium.texts.clear();
        opened = true;
      },
    };
  },
  'after closing it opens again with everything in it': ({ close }, medium) => ({
    close: () => {
      close();
      medium.texts.clear();
    },
  }),
  'closing twice is as closing once, and closing what was never opened throws nothing': ({ close }) => {
    let closed = false;
    return {
      close: () => {
        if (closed) throw new Error('it is closed');
        closed = true;
        close();
      },
    };
  },
  'a namespace does not see the events of another': ({ append, read }) => ({
    append: async (events) => {
      for (const event of events) shared.set(event.id, event);
      return append(events);
    },
    read: async (query) => ({ ...(await read(query)), events: [...shared.values()] }),
  }),
  'an appended event is read back as it was, with the durability promised': ({ append }) => ({
    append: async (events) => ({ ...(await append(events)), durability: 'server' }),
  }),
  'what was appended is there for the next adapter on the same medium': ({ append }) => {
    const kept = [];
    return {
      append: async (events) => {
        kept.push(...events);
        return { durability: 'disk' };
      },
      read: async () => ({ events: [...kept], unreadable: 0 }),
      flush: () => append(kept),
    };
  },
  'append resolves when every event is there, and not before': ({ append }) => ({
    append: async (events) => {
      const first = await append(events.slice(0, 1));
      setTimeout(() => append(events.slice(1)).catch(() => undefined), 60);
      return first;
    },
  }),
  'appending the same event twice stores it once': ({ append, read }) => {
    const twice = [];
    return {
      append: async (events) => {
        const { events: before } = await read();
        twice.push(...events.filter((event) => before.some(({ id }) => id === event.id)));
        return append(events);
      },
      read: async (query) => {
        const found = await read(query);
        return { ...found, events: [...found.events, ...twice] };
      },
    };
  },
  'appends issued at the same time are all kept': (_, medium) => {
    let last = Promise.resolve();
    return {
      append: async (events) => {
        const before = new Map(medium.texts);
        await (last = last.then(() => new Promise((resolve) => setTimeout(resolve, 1))));
        for (const event of events)
          before.set(`${event.writer}/${String(event.sequence).padStart(9, '0')}`, JSON.stringify(event));
        medium.texts.clear();
        for (const [key, text] of before) medium.texts.set(key, text);
        return { durability: 'disk' };
      },
    };
  },
  'another event at a taken place is refused as a conflict, and the first one stays': (_, medium) => ({
    append: async (events) => {
      for (const event of events)
        medium.texts.set(`${event.writer}/${String(event.sequence).padStart(9, '0')}`, JSON.stringify(event));
      return { durability: 'disk' };
    },
  }),
  'what is no event is refused as invalid, and nothing is stored': ({ append }) => ({
    append: (events) =>
      append(events).catch((error) => {
        if (error.code === 'storage/invalid') return { durability: 'disk' };
        throw error;
      }),
  }),
  'what it rejects with is an Error that has a sentence beside its code': ({ append }) => ({
    append: (events) => append(events).catch(({ code }) => Promise.reject({ code })),
  }),
  'events are read by writer and sequence, whatever order they came in': ({ append, read }) => {
    const order = [];
    return {
      append: (events) => {
        order.push(...events.map(({ id }) => id));
        return append(events);
      },
      read: async (query) => {
        const found = await read(query);
        const place = ({ id }) => order.indexOf(id);
        return { ...found, events: [...found.events].sort((a, b) => place(a) - place(b)) };
      },
    };
  },
  'a query gives the events of one request, or of one writer': ({ read }) => ({
    read: ({ writer } = {}) => read({ ...(writer && { writer }) }),
  }),
  'the heads are the last event of each writer, by hash': ({ heads }) => ({
    heads: async () =>
      Object.fromEntries(
        Object.entries(await heads()).map(([writer, head]) => [
          writer,
          { ...head, sequence: head.sequence + 1 },
        ]),
      ),
  }),
  'what a caller does to an event after appending or reading it changes nothing stored': ({
    append,
    read,
  }) => {
    const held = new Map();
    return {
      append: async (events) => {
        const kept = await append(events);
        for (const event of events) held.set(event.id, event);
        return kept;
      },
      read: async (query) => {
        const found = await read(query);
        return { ...found, events: found.events.map((event) => held.get(event.id) ?? event) };
      },
    };
  },
  'frozen events, as an engine gives them, are taken': ({ append }) => ({
    append: async (events) => {
      'use strict';
      for (const event of events) event.time = String(event.time);
      return append(events);
    },
  }),
  'what it is given is not changed': ({ append }) => ({
    append: async (events) => {
      const kept = await append(events);
      if (!Object.isFrozen(events)) events.reverse();
      return kept;
    },
  }),
  'an erased event is read as what is left of it, by the next adapter too, and the heads stay the same': (
    _,
    medium,
  ) => ({
    erase: async (records) => {
      for (const { writer, sequence } of records)
        medium.texts.delete(`${writer}/${String(sequence).padStart(9, '0')}`);
    },
  }),
  'a query gives what is left of the events of one request, or of one writer': ({ read }) => ({
    read: async (query) => {
      const { erased } = await read();
      const { erased: _asked, ...found } = await read(query);
      return { ...found, ...(erased && { erased }) };
    },
  }),
  'erasing again, or where nothing stands, changes nothing': ({ erase, read }) => ({
    erase: async (records) => {
      const { events } = await read();
      const there = ({ writer, sequence }) =>
        events.some((event) => event.writer === writer && event.sequence === sequence);
      if (!records.every(there)) throw new ConsentError('storage/failed', 'Nothing stands there.');
      return erase(records);
    },
  }),
  'what is not left of the event in its place is refused as a conflict, and the event stays': (
    _,
    medium,
  ) => ({
    erase: async (records) => {
      for (const record of records) {
        const key = `${record.writer}/${String(record.sequence).padStart(9, '0')}`;
        if (medium.texts.has(key)) medium.texts.set(key, JSON.stringify(record));
      }
    },
  }),
  'an erased event that is appended again stays erased, and its place stays taken': ({ append }, medium) => ({
    append: (events) => {
      for (const event of events) {
        const key = `${event.writer}/${String(event.sequence).padStart(9, '0')}`;
        if (medium.texts.get(key)?.includes('mingshi.erased/1')) medium.texts.delete(key);
      }
      return append(events);
    },
  }),
  'what is appended elsewhere is told, and can be read then': () => ({
    watch: () => () => undefined,
  }),
  'who stopped watching, or closed, is told nothing more': ({ watch }) => ({
    watch: (callback) => {
      watch(callback);
      return () => undefined;
    },
  }),
  'a record that is no event is counted and left, and the others stay readable': ({ read }) => ({
    read: async (query) => ({ ...(await read(query)), unreadable: 0 }),
  }),
  'a full medium rejects with storage/full, keeps the older events, and recovers with the next save': ({
    append,
  }) => ({
    append: (events) =>
      append(events).catch((error) =>
        error.code === 'storage/full' ? quiet('storage/failed') : Promise.reject(error),
      ),
  }),
  'a save that fails rejects with storage/failed and leaves nothing half written': ({ append }, medium) => ({
    append: async (events) => {
      if (medium.broken !== 'failed') return append(events);
      medium.broken = undefined;
      await append(events.slice(0, 1));
      medium.broken = 'failed';
      return quiet('storage/failed');
    },
  }),
  'an answer is there after a restart, as safely kept as the storage promises': ({ read }, medium) => {
    medium.adapters = (medium.adapters ?? 0) + 1;
    const { adapters } = medium;
    return { read: async (query) => (adapters > 1 ? { events: [], unreadable: 0 } : read(query)) };
  },
  'the write is issued in the task of the answer': undefined,
  'a save that fails leaves the answer in memory, says so, and is sent again with the next one': ({
    append,
  }) => ({
    append: async (events) => (events.length === 2 ? quiet('storage/failed') : append(events)),
  }),
  'a save that never settles leaves the answer in memory within 3 s, and a late success still counts': ({
    append,
  }) => ({
    append: async (events) => ({ ...(await append(events)), durability: 'browser' }),
  }),
};

/** A clause about the engine alone is proven by a core that breaks it. */
const slowCore = {
  ...core,
  createConsent: (options) => {
    const { storage } = options;
    const append = async (events) => {
      await null;
      return storage.append(events);
    };
    return core.createConsent({ ...options, storage: { ...storage, append } });
  },
};

describe('the contract suite', () => {
  const names = storageContract(kit()).map(({ name }) => name);

  it('finds nothing wrong with a sound adapter that has everything', async () => {
    const found = await findBrokenClauses(storageContract(kit()));
    assert.deepEqual(
      found.map(({ name, error }) => `${name}: ${error.message}`),
      [],
    );
  });

  it('has a way to break each of its clauses in this test, and each has its own name', () => {
    assert.deepEqual(Object.keys(broken).sort(), [...names].sort());
    assert.equal(new Set(names).size, names.length);
  });

  for (const [name, change] of Object.entries(broken))
    if (change)
      it(`names: ${name}`, async () => {
        const clauses = storageContract(kit(change, { deadline: 8000 }));
        const clause = clauses.find((one) => one.name === name);
        await assert.rejects(clause.run(), Error);
      });

  it('names: the write is issued in the task of the answer', async () => {
    const { contractFor } = await import('../../../build/src/testing/contract.js');
    const clauses = contractFor(slowCore)(kit());
    const late = await findBrokenClauses(clauses.filter(({ name }) => /in the task/.test(name)));
    assert.equal(late.length, 1);
  });

  it('names a clause by the method that hangs, and goes on with the others', async () => {
    const clauses = storageContract(kit(() => ({ heads: never }), { deadline: 300 }));
    const found = await findBrokenClauses(clauses);
    const hanging = found.filter(({ error }) => /did not settle within 300 ms/.test(error.message));
    assert.ok(hanging.some(({ name }) => name === 'the heads are the last event of each writer, by hash'));
    assert.ok(!found.some(({ name }) => name === 'opening twice is as opening once'));
  });

  it('leaves out what the kit cannot do, and passes what the adapter does not have', async () => {
    const plain = kit(() => ({
      capabilities: { acknowledges: true, immediate: true, twoWay: false, durability: 'disk' },
      erase: undefined,
      watch: undefined,
    }));
    const clauses = storageContract({ create: plain.create, again: plain.again });
    assert.equal(clauses.length, names.length - 5);
    assert.deepEqual(await findBrokenClauses(clauses), []);
  });

  it('takes an adapter whose methods need their object', async () => {
    class Adapter {
      #inner;
      constructor(inner) {
        this.#inner = inner;
        this.capabilities = { ...inner.capabilities, twoWay: false };
      }
      open() {
        return this.#inner.open();
      }
      append(events) {
        return this.#inner.append(events);
      }
      read(query) {
        return this.#inner.read(query);
      }
      heads() {
        return this.#inner.heads();
      }
      close() {
        return this.#inner.close();
      }
      get inner() {
        return this.#inner;
      }
    }
    const whole = kit();
    const found = await findBrokenClauses(
      storageContract({
        create: () => new Adapter(whole.create()),
        again: ({ inner }) => new Adapter(whole.again(inner)),
      }),
    );
    assert.deepEqual(found, []);
  });
});
