import { expect } from '@open-wc/testing';
import { webStorage } from '../../../dist/src/storage/web-storage.js';
import { core } from '../../support/core-dist.js';
import { sampleChain } from '../../support/sample-events.js';
import { storageContract } from '../../support/storage-contract.js';

const namespaces = new Map();
let made = 0;

const open = (namespace, area) => {
  const adapter = webStorage({ namespace, ...(area && { area }) });
  namespaces.set(adapter, { namespace, area });
  return adapter;
};

/** The browser's own storage; writes fail as the browser makes them fail. */
const breakable = () => {
  const faults = {};
  const area = new Proxy(localStorage, {
    get: (target, name) => {
      if (name === 'setItem' && faults.error) {
        return () => {
          throw faults.error;
        };
      }
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { area, faults };
};

const areas = new Map();

const kit = {
  create: () => {
    const { area, faults } = breakable();
    const adapter = open(`test/${++made}`, area);
    areas.set(adapter, faults);
    return adapter;
  },
  again: (adapter) => open(namespaces.get(adapter).namespace),
  plant: (adapter, record) => {
    const prefix = `mingshi/${encodeURIComponent(namespaces.get(adapter).namespace)}/`;
    localStorage.setItem(`${prefix}${record.writer}/${record.sequence}`, JSON.stringify(record));
  },
  breakWrites: (adapter, how) => {
    const faults = areas.get(adapter);
    faults.error = new DOMException(
      'broken for the test',
      how === 'full' ? 'QuotaExceededError' : 'InvalidStateError',
    );
    return () => delete faults.error;
  },
};

describe('storage in localStorage', () => {
  before(() => localStorage.clear());
  after(() => localStorage.clear());

  for (const { name, run } of storageContract(kit, core)) it(name, run);

  it('says it is seen by this browser, not that it is on disk', () => {
    expect(webStorage().capabilities.durability).to.equal('browser');
  });

  it('counts torn JSON under its own keys, and leaves the keys of others alone', async () => {
    localStorage.setItem('mingshi/torn/x/1', '{"schema":');
    localStorage.setItem('theirs', 'untouched');
    expect(await webStorage({ namespace: 'torn' }).read()).to.deep.equal({ events: [], unreadable: 1 });
    expect(localStorage.getItem('theirs')).to.equal('untouched');
  });

  it('keeps a namespace apart from one whose name begins like it', async () => {
    await webStorage({ namespace: 'a/b' }).append(await sampleChain(core.hashRecord, 1));
    expect((await webStorage({ namespace: 'a' }).read()).events).to.deep.equal([]);
  });

  it("really runs full: the browser's own quota gives storage/full, and what was there stays", async () => {
    const adapter = webStorage({ namespace: 'quota' });
    const [first, second] = await sampleChain(core.hashRecord, 2);
    await adapter.append([first]);
    let size = 4_000_000;
    for (let index = 0; size > 0; index++) {
      try {
        localStorage.setItem(`filler/${index}`, 'x'.repeat(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
    const error = await adapter.append([second]).then(
      () => undefined,
      (reason) => reason,
    );
    expect(error.code).to.equal('storage/full');
    expect((await adapter.read()).events).to.deep.equal([first]);
    for (const key of Object.keys(localStorage)) if (key.startsWith('filler/')) localStorage.removeItem(key);
    await adapter.append([second]);
    expect((await adapter.read()).events).to.deep.equal([first, second]);
  });
});
