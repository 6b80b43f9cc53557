// The contract suite as a team runs it in a browser: in Mocha, on adapters of its own.
import { describeStorage, findBrokenClauses, storageContract } from '../../../dist/src/testing/index.js';
import { memoryStorage } from '../../../dist/src/storage/memory.js';
import { webStorage } from '../../../dist/src/storage/web-storage.js';
import { expect } from '@open-wc/testing';

let made = 0;
const names = new WeakMap();
const onto = (namespace) => {
  const adapter = webStorage({ namespace });
  names.set(adapter, namespace);
  return adapter;
};
const kit = {
  create: () => onto(`testing-${Date.now()}-${++made}`),
  again: (adapter) => onto(names.get(adapter)),
};

describeStorage('mingshi/testing in Mocha', kit, { describe, it });

describe('mingshi/testing in a browser', () => {
  it('names the clause an adapter breaks', async () => {
    const create = () => ({ ...memoryStorage(), heads: async () => ({}) });
    const broken = await findBrokenClauses(storageContract({ create, again: (adapter) => adapter }));
    expect(broken.map(({ name }) => name)).to.include('the heads are the last event of each writer, by hash');
  });
});
