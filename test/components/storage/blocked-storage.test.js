import { expect } from '@open-wc/testing';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { core } from '../../support/core-dist.js';
import { failingRequest } from '../../support/faulty-indexeddb.js';
import { createApp, press } from '../../support/start-engine.js';

const securityError = () => new DOMException('blocked', 'SecurityError');
const throwing = () => {
  throw securityError();
};

/** How a browser keeps a page from its database. */
const FACTORIES = {
  'throws when opened': { open: throwing },
  'never answers': { open: () => ({}) },
  'fails to open, as Chromium with a broken folder': {
    open: () => failingRequest(new DOMException('Internal error opening backing store', 'UnknownError')),
  },
  'fails to open, as Firefox once did in private windows': {
    open: () => failingRequest(new DOMException('not allowed', 'InvalidStateError')),
  },
  'fails to open for lack of room': {
    open: () => failingRequest(new DOMException('full', 'QuotaExceededError')),
  },
  'opens, and whose connection throws at every call': {
    open: () => {
      const request = { result: { transaction: throwing, close: () => undefined } };
      setTimeout(() => request.onsuccess());
      return request;
    },
  },
};

const CODES = ['storage/unavailable', 'storage/timeout', 'storage/full', 'storage/failed'];

/** Everything that goes wrong unheard. */
const collectFaults = () => {
  const faults = [];
  const onError = (event) => faults.push(event.message ?? String(event.reason));
  addEventListener('error', onError);
  addEventListener('unhandledrejection', onError);
  return () => {
    removeEventListener('error', onError);
    removeEventListener('unhandledrejection', onError);
    return faults;
  };
};

/** Opening settles in 3 s, a person is asked and answered from memory, and nothing goes wrong unheard. */
const expectMemory = async (options) => {
  const end = collectFaults();
  const started = performance.now();
  const code = await indexedDbStorage(options)
    .open()
    .then(
      () => 'opened',
      (error) => error.code,
    );
  expect(performance.now() - started).to.be.below(4500);
  const engine = await createApp(core, { storage: indexedDbStorage(options) }).open();
  expect(engine.status('sample').asks).to.equal(true);
  const { saved } = await press(engine, 'granted');
  expect(await saved).to.equal('memory');
  expect([engine.status('sample').decision, engine.status('sample').durability]).to.deep.equal([
    'granted',
    'memory',
  ]);
  expect(engine.errors.map((error) => error.code).filter((one) => !CODES.includes(one))).to.deep.equal([]);
  expect(engine.errors.length).to.be.above(0);
  engine.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(end()).to.deep.equal([]);
  return code;
};

describe('a database that', () => {
  for (const [what, factory] of Object.entries(FACTORIES)) {
    it(`${what}: a person is asked and answered from memory`, async () => {
      expect(await expectMemory({ namespace: 'blocked', factory })).to.not.equal('storage/lost');
    }).timeout(30_000);
  }

  for (const [what, get] of Object.entries({
    'is null': () => null,
    'is undefined': () => undefined,
    'throws when looked up': throwing,
  })) {
    it(`${what}: a person is asked and answered from memory`, async () => {
      const found = Object.getOwnPropertyDescriptor(window, 'indexedDB');
      Object.defineProperty(window, 'indexedDB', { configurable: true, get });
      try {
        expect(await expectMemory({ namespace: 'blocked' })).to.equal('storage/unavailable');
      } finally {
        if (found) Object.defineProperty(window, 'indexedDB', found);
        else delete window.indexedDB;
      }
    }).timeout(30_000);
  }

  it('control: an engine without a guard would not start', async () => {
    const unguarded = async () => {
      await indexedDbStorage({ factory: { open: throwing } }).open();
      return 'started';
    };
    expect(await unguarded().catch((error) => error.code)).to.equal('storage/unavailable');
  });
});
