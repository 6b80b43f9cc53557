import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { sampleEvent } from '../../support/sample-events.js';
import { sampleDetails, sampleNotice } from '../../support/sample-policy.js';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';
import { unsoundRecords, until } from '../../support/storage-contract.js';

const codes = (engine) => engine.errors.map(({ code }) => code);
const never = () => new Promise(() => undefined);

/** Real time, only 100 times as fast. */
const fastTimer = (callback, delay) => {
  const handle = setTimeout(callback, delay / 100);
  return () => clearTimeout(handle);
};

const throwing = () => {
  throw new Error('storage is broken');
};

const brokenStorages = {
  'throws at every call': {
    open: throwing,
    append: throwing,
    read: throwing,
    heads: throwing,
    close: throwing,
  },
  'rejects every call': Object.fromEntries(
    ['open', 'append', 'read', 'heads', 'close'].map((name) => [name, async () => throwing()]),
  ),
  'never answers': { open: never, append: never, read: never, heads: never, close: never },
  'resolves with nothing': Object.fromEntries(
    ['open', 'append', 'read', 'heads', 'close'].map((name) => [name, async () => undefined]),
  ),
  'is full': {
    append: async () => Promise.reject(Object.assign(new Error('full'), { code: 'storage/full' })),
  },
  'promises nonsense': { append: async () => ({ durability: 'for ever' }) },
  'rejects with nothing': { append: () => Promise.reject(undefined) },
};

describe('a storage that', () => {
  for (const [what, methods] of Object.entries(brokenStorages)) {
    it(`${what}: the person is asked and answered from memory, and the errors say so`, async () => {
      const storage = { ...core.memoryStorage(), capabilities: { durability: 'disk' }, ...methods };
      const app = createApp(core, { storage, options: { platform: { timer: fastTimer } } });
      const engine = await app.open();
      assert.equal(engine.status('sample').asks, true);
      await press(engine, 'granted');
      assert.equal(engine.status('sample').decision, 'granted');
      assert.equal(engine.status('sample').durability, 'memory');
      await withdraw(engine);
      assert.equal(engine.status('sample').decision, 'withdrawn');
      assert.equal((await engine.history()).length, 2);
      assert.ok(codes(engine).length > 0);
      assert.ok(
        codes(engine).every((code) => code.startsWith('storage/')),
        codes(engine).join(),
      );
      engine.destroy();
      assert.equal((await app.open()).status('sample').decision, 'none');
    });
  }

  for (const storage of [
    null,
    7,
    'indexeddb',
    {},
    [],
    { append: () => undefined },
    { ...core.memoryStorage(), capabilities: null },
  ]) {
    it(`is ${JSON.stringify(storage)} is replaced by memory, and said so`, async () => {
      const engine = await createApp(core).open({ storage });
      assert.deepEqual(codes(engine), ['engine/invalid-storage']);
      await press(engine, 'granted');
      assert.equal(engine.status('sample').durability, 'memory');
    });
  }

  it('throws when it is looked at is replaced by memory', async () => {
    const storage = new Proxy({}, { get: throwing });
    assert.deepEqual(codes(await createApp(core).open({ storage })), ['engine/invalid-storage']);
  });

  it('opens late is read then: the question it makes needless closes, unsaved answers follow', async () => {
    const medium = core.memoryStorage();
    await press(await createApp(core, { storage: medium }).open(), 'granted');
    let open;
    const gate = new Promise((resolve) => (open = resolve));
    const storage = {
      ...medium,
      open: () => gate,
      append: async (events) => (await gate, medium.append(events)),
    };
    const engine = await createApp(core, { storage, options: { platform: { timer: fastTimer } } }).open();
    assert.deepEqual(codes(engine), ['storage/timeout']);
    const asked = engine.ensure('sample');
    await see(engine);
    open();
    assert.equal((await asked).decision, 'granted');
    assert.equal(engine.prompt, undefined);
  });

  it('does not open at first is read as soon as it keeps something', async () => {
    const medium = core.memoryStorage();
    await press(await createApp(core, { storage: medium }).open(), 'denied');
    const storage = { ...medium, open: async () => throwing() };
    const engine = await createApp(core, { storage }).open();
    assert.equal(engine.status('sample').decision, 'none');
    await press(engine, 'granted');
    await until(() => engine.status('sample').decision === 'denied');
    assert.equal((await engine.history()).length, 2);
  });

  it('answers ready within 4 s even if it never opens', async () => {
    const started = performance.now();
    await createApp(core, { storage: { ...core.memoryStorage(), open: never } }).open();
    assert.ok(performance.now() - started < 4000);
  });

  it('holds another event in our place gets a new chain for the answers that follow', async () => {
    const storage = core.memoryStorage();
    const engine = await createApp(core, { storage }).open();
    const { event } = await press(engine, 'granted');
    await storage.append([{ ...event, sequence: 2, id: '0'.repeat(32) }]);
    const second = await withdraw(engine);
    assert.equal(second.event.sequence, 2);
    assert.deepEqual(codes(engine), ['storage/conflict']);
    const third = await press(engine, 'granted', 'user');
    assert.notEqual(third.event.writer, event.writer);
    assert.equal(await third.saved, 'memory');
    assert.equal((await storage.read()).events.length, 3);
  });

  it('changes what it is given changes no event of ours', async () => {
    const medium = core.memoryStorage();
    const storage = {
      ...medium,
      append: async (events) => {
        for (const event of events) Reflect.set(event, 'decision', 'denied');
        return medium.append(events);
      },
    };
    const engine = await createApp(core, { storage }).open();
    await press(engine, 'granted');
    assert.equal(engine.status('sample').decision, 'granted');
  });
});

describe('a stored record that is no event', () => {
  it('is counted and reported, and none is read as a grant', async () => {
    const records = unsoundRecords();
    const storage = { ...core.memoryStorage(), read: async () => ({ events: records, unreadable: 2 }) };
    const engine = await createApp(core, { storage }).open();
    assert.deepEqual(codes(engine), ['storage/unreadable-records']);
    assert.equal(engine.errors[0].value, records.length + 2);
    assert.deepEqual(await engine.history(), []);
    assert.equal(engine.status('sample').decision, 'none');
  });

  it('is no grant when its answers come from a prototype', async () => {
    const { decision, ...rest } = sampleEvent();
    const inherited = Object.assign(Object.create({ decision }), rest);
    const storage = { ...core.memoryStorage(), read: async () => ({ events: [inherited], unreadable: 0 }) };
    assert.equal((await createApp(core).open({ storage })).status('sample').decision, 'none');
  });
});

describe('options that cannot be used', () => {
  const { policyOf } = createApp(core);
  const cases = {
    'no options': [() => undefined, 'engine/invalid-options'],
    'no policies': [() => ({}), 'engine/invalid-policy'],
    'a policy that is null': [() => ({ policies: [null] }), 'policy/unknown-schema'],
    'a policy of an unknown schema': [
      async () => ({ policies: [{ ...(await policyOf('1')), schema: 'mingshi.policy/9' }] }),
      'policy/unknown-schema',
    ],
    'a policy without text': [
      async () => ({ policies: [{ ...(await policyOf('1')), text: '' }] }),
      'engine/invalid-policy',
    ],
    'a policy whose version is a number': [
      async () => ({ policies: [{ ...(await policyOf('1')), version: 2 }] }),
      'engine/invalid-policy',
    ],
    'material that is no boolean': [
      async () => ({ policies: [{ policy: await policyOf('1'), material: 'no' }] }),
      'engine/invalid-policy',
    ],
    'the same policy twice': [
      async () => ({ policies: [await policyOf('1'), await policyOf('2')] }),
      'engine/duplicate-policy',
    ],
    'an unknown profile': [
      async () => ({ policies: [await policyOf('1')], profile: 'none' }),
      'engine/invalid-options',
    ],
    'a subject without an id': [
      async () => ({ policies: [await policyOf('1')], subject: {} }),
      'engine/invalid-options',
    ],
    'an empty namespace': [
      async () => ({ policies: [await policyOf('1')], namespace: '' }),
      'engine/invalid-options',
    ],
    'a clock that is no function': [
      async () => ({ policies: [await policyOf('1')], platform: { now: 7 } }),
      'engine/invalid-options',
    ],
  };
  for (const [what, [make, code]] of Object.entries(cases)) {
    it(`throw ${code}: ${what}`, async () => {
      const options = await make();
      assert.throws(() => core.createConsent(options), { code, name: 'ConsentError' });
    });
  }

  it('an archive that is none is replaced by memory and reported', async () => {
    assert.deepEqual(codes(await createApp(core).open({ archive: null })), ['engine/invalid-archive']);
  });

  it('a policy whose hash is not that of its text never becomes ready, and asks nothing', async () => {
    const policy = { ...(await policyOf('1')), text: 'another text' };
    const engine = core.createConsent({ policies: [policy] });
    await assert.rejects(engine.ready, { code: 'policy/hash-mismatch' });
    await assert.rejects(engine.ensure('sample'), { code: 'policy/hash-mismatch' });
    assert.equal(engine.status('sample').decision, 'unknown');
    assert.deepEqual(codes(engine), ['policy/hash-mismatch']);
  });

  it('a platform without SHA-256 says so', async () => {
    const platform = { sha256: async () => throwing() };
    const engine = core.createConsent({ policies: [await policyOf('1')], platform });
    await assert.rejects(engine.ready, { code: 'platform/no-sha256' });
  });
});

describe('an archive that', () => {
  for (const [what, put] of Object.entries({
    throws: throwing,
    rejects: async () => throwing(),
    'never answers': never,
  })) {
    it(`${what} is reported; the grant stands`, async () => {
      const archive = { ...core.memoryArchive(), put };
      const engine = await createApp(core, { archive, options: { platform: { timer: fastTimer } } }).open();
      await press(engine, 'granted');
      await until(() => codes(engine).includes('archive/put-failed'));
      assert.equal(engine.status('sample').decision, 'granted');
    });
  }

  it('fails once is given the text again when the grant is kept', async () => {
    const archive = core.memoryArchive();
    let failures = 1;
    const failing = {
      ...archive,
      put: (policy) => (failures-- > 0 ? Promise.reject(new Error('no')) : archive.put(policy)),
    };
    const engine = await createApp(core, { archive: failing }).open();
    const { event } = await press(engine, 'granted');
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal((await archive.get(event.policyHash)).text, engine.policies[0].text);
    assert.deepEqual(codes(engine), ['archive/put-failed']);
  });

  it('gives back another text is not believed', async () => {
    const app = createApp(core);
    const { event } = await press(await app.open(), 'granted');
    const forged = await app.policyOf('1', { text: '别的文字', hash: event.policyHash });
    const archive = { ...app.archive, get: async () => forged };
    const engine = await app.open({ version: '2', archive });
    assert.equal(await engine.agreedPolicy(event), undefined);
    assert.deepEqual(codes(engine), ['archive/hash-mismatch']);
  });

  it('is given the text before it is agreed to', async () => {
    const app = createApp(core);
    const engine = await app.open();
    await see(engine);
    assert.equal((await app.archive.get(engine.policies[0].hash)).text, engine.policies[0].text);
  });
});

describe('a page that polluted Object.prototype', () => {
  const pollution = {
    granted: true,
    decision: 'granted',
    reason: 'answered',
    asks: false,
    storage: { open: throwing },
    archive: {},
    subject: { id: 'attacker' },
    platform: { now: () => 0 },
    signal: { aborted: true, addEventListener: () => undefined },
    material: false,
    trigger: 'user',
    durability: 'server',
    act: 'pointer',
    visibility: 'verified',
    strings: ['forged'],
    version: '9',
    effective: { iso: '2999-01-01' },
    toJSON: () => 'forged',
    answer: { decision: 'granted' },
    refused: {},
    events: [sampleEvent()],
    get: throwing,
    value: 1,
  };

  it('changes no default, makes no answer, and none of the record', async () => {
    const app = createApp(core);
    const policy = await app.policyOf('1');
    const names = Object.keys(pollution);
    for (const [name, value] of Object.entries(pollution)) {
      Object.defineProperty(Object.prototype, name, {
        __proto__: null,
        value,
        configurable: true,
        writable: true,
        enumerable: true,
      });
    }
    let engine, json, thrown, first;
    try {
      engine = core.createConsent({ policies: [policy], storage: app.storage });
      await engine.ready;
      first = engine.status('sample');
      engine.ensure('sample').catch(() => undefined);
      for (let tries = 0; !engine.prompt && tries < 500; tries++)
        await new Promise((resolve) => setTimeout(resolve, 1));
      await engine.prompt.present(sampleNotice);
      try {
        engine.prompt.answer('granted', {});
      } catch (error) {
        thrown = error.code;
      }
      await engine.prompt.answer('denied', sampleDetails).saved;
      json = await engine.export('json');
    } finally {
      for (const name of names) delete Object.prototype[name];
    }
    assert.deepEqual(first, { decision: 'none', reason: 'unanswered', version: '1', asks: true });
    assert.equal(thrown, 'prompt/invalid-answer');
    assert.equal(engine.status('sample').decision, 'denied');
    const [event] = JSON.parse(json).events;
    assert.equal(event.policy.version, '1');
    assert.match(event.subject.id, /^local-/);
    assert.equal(event.noticeHash, await core.hashRecord(sampleNotice));
    assert.deepEqual((await app.storage.read()).events, [event]);
  });
});

describe('a clock', () => {
  for (const now of [NaN, Infinity, -8.64e15, 8.64e15, 0]) {
    it(`that says ${now} loses no answer`, async () => {
      const app = createApp(core, { options: { platform: { now: () => now } } });
      await press(await app.open(), 'granted');
      assert.equal((await app.open()).status('sample').decision, 'granted');
    });
  }

  it('that runs backwards changes no order: the later answer counts', async () => {
    let now = Date.UTC(2030, 0);
    const app = createApp(core, { options: { platform: { now: () => (now -= 86_400_000) } } });
    const engine = await app.open();
    await press(engine, 'granted');
    await withdraw(engine);
    const next = await app.open();
    assert.equal(next.status('sample').decision, 'withdrawn');
    assert.deepEqual(
      (await next.history()).map(({ decision }) => decision),
      ['granted', 'withdrawn'],
    );
  });
});

describe('a page without crypto.subtle', () => {
  it('hashes with the portable implementation, to the same hashes', async () => {
    const { defaultPlatform } = await import('../../../build/src/platform.js');
    const bytes = new TextEncoder().encode('明示 consent');
    const native = await defaultPlatform().sha256(bytes);
    const found = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
    Object.defineProperty(globalThis, 'crypto', {
      configurable: true,
      value: { getRandomValues: (array) => array.fill(7) },
    });
    try {
      assert.deepEqual([...(await defaultPlatform().sha256(bytes))], [...native]);
    } finally {
      Object.defineProperty(globalThis, 'crypto', found);
    }
  });
});
