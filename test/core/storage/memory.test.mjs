import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { createConsent, memoryStorage } from '../../../build/src/index.js';
import { hashRecord, hashText } from '../../../build/src/hash.js';
import { defaultPlatform } from '../../../build/src/platform.js';
import { checkEvents } from '../../../build/src/storage/stored.js';
import { textStorage } from '../../../build/src/storage/text-storage.js';
import { ConsentError } from '../../../build/src/errors.js';
import { findBrokenClauses, storageContract } from '../../support/storage-contract.js';

const { sha256 } = defaultPlatform();
const core = {
  createConsent,
  hashText: (text) => hashText(text, sha256),
  hashRecord: (record) => hashRecord(record, sha256),
};

const memoryKit = { create: memoryStorage, again: (adapter) => adapter };

/** The same code as memory and localStorage, on a medium the test can reach into. */
const textKit = () => {
  const media = new Map();
  const capabilities = { acknowledges: true, immediate: true, twoWay: false, durability: 'browser' };
  const onto = (texts, faults) => {
    const adapter = textStorage(
      {
        check: () => undefined,
        get: (key) => texts.get(key),
        set: (key, text) => {
          if (faults.code) throw new ConsentError(faults.code, 'The medium was broken for the test.');
          texts.set(key, text);
        },
        keys: (prefix) => [...texts.keys()].filter((key) => key.startsWith(prefix)),
      },
      'ledger/',
      capabilities,
    );
    media.set(adapter, { texts, faults });
    return adapter;
  };
  return {
    create: () => onto(new Map([['another/key', 'not ours']]), {}),
    again: (adapter) => onto(media.get(adapter).texts, media.get(adapter).faults),
    plant: (adapter, record) => {
      const { texts } = media.get(adapter);
      texts.set(`ledger/${record.writer}/${record.sequence}`, JSON.stringify(record));
    },
    breakWrites: (adapter, how) => {
      const { faults } = media.get(adapter);
      faults.code = `storage/${how}`;
      return () => delete faults.code;
    },
  };
};

describe('memory storage', () => {
  for (const { name, run } of storageContract(memoryKit, core)) it(name, run);
});

describe('storage of texts under keys', () => {
  for (const { name, run } of storageContract(textKit(), core)) it(name, run);

  it('counts a text that is no JSON, and one that stands under another place than it names', async () => {
    const kit = textKit();
    const adapter = kit.create();
    kit.plant(adapter, { writer: 'torn', sequence: 1, toJSON: undefined });
    kit.plant(adapter, { ...(await import('../../support/sample-events.js')).sampleEvent(), writer: 'a/b' });
    assert.equal((await adapter.read()).unreadable, 2);
  });
});

describe('the contract suite itself', () => {
  const brokenNames = async (change) => {
    const create = () => {
      const adapter = memoryStorage();
      return { ...adapter, ...change(adapter) };
    };
    const clauses = storageContract({ create, again: (adapter) => adapter }, core);
    return (await findBrokenClauses(clauses)).map(({ name }) => name);
  };

  it('finds nothing wrong with a sound adapter', async () => {
    assert.deepEqual(await brokenNames(() => ({})), []);
  });

  it('names the clause an adapter breaks that overwrites what it holds', async () => {
    const overwriting = () => {
      const kept = new Map();
      return {
        erase: undefined,
        append: async (events) => {
          checkEvents(events);
          for (const event of events) {
            kept.set(`${event.writer}/${String(event.sequence).padStart(9, '0')}`, JSON.stringify(event));
          }
          return { durability: 'memory' };
        },
        read: async ({ request, writer } = {}) => ({
          events: [...kept.keys()]
            .sort()
            .map((key) => JSON.parse(kept.get(key)))
            .filter((event) => (request ?? event.request.id) === event.request.id)
            .filter((event) => (writer ?? event.writer) === event.writer),
          unreadable: 0,
        }),
        heads: async () => {
          const heads = {};
          for (const key of [...kept.keys()].sort()) {
            const event = JSON.parse(kept.get(key));
            heads[event.writer] = { sequence: event.sequence, hash: await core.hashRecord(event) };
          }
          return heads;
        },
      };
    };
    assert.deepEqual(await brokenNames(overwriting), [
      'another event at a taken place is refused as a conflict, and the first one stays',
      'what it rejects with is an Error that has a sentence beside its code',
    ]);
  });

  it('names the clauses an adapter breaks that says "stored" and forgets', async () => {
    const names = await brokenNames(() => ({ append: async () => ({ durability: 'memory' }) }));
    assert.ok(
      names.includes('an appended event is read back as it was, with the durability promised'),
      names.join(),
    );
    assert.ok(names.includes('what was appended is there for the next adapter on the same medium'));
    assert.ok(names.includes('an answer is there after a restart, as safely kept as the storage promises'));
  });

  it('names the clause an adapter breaks that promises more than it keeps', async () => {
    const names = await brokenNames((adapter) => ({
      append: async (events) => (await adapter.append(events), { durability: 'server' }),
    }));
    assert.ok(names.includes('an appended event is read back as it was, with the durability promised'));
  });
});
