import { expect } from '@open-wc/testing';
import { indexedDbStorage } from '../../../dist/src/storage/indexeddb.js';
import { webStorage } from '../../../dist/src/storage/web-storage.js';
import { core } from '../../support/core-dist.js';
import { erasedOf, sampleChain } from '../../support/sample-events.js';
import { until } from '../../support/storage-contract.js';

let made = 0;
const newName = () => `news-${++made}-${Math.random().toString(36).slice(2)}`;

/** An adapter and what it told. */
const listening = async (adapter) => {
  const news = [];
  const stop = adapter.watch((one) => news.push(one));
  await adapter.open();
  return { adapter, news, stop };
};

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const show = (persisted) => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
const hide = () => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
const look = () => document.dispatchEvent(new Event('visibilitychange'));
const changed = { type: 'changed' };

const ADAPTERS = { IndexedDB: indexedDbStorage, localStorage: webStorage };

for (const [name, storage] of Object.entries(ADAPTERS)) {
  describe(`news of ${name}`, () => {
    it('come when the page is seen again, and when it comes back from the back/forward cache', async () => {
      const { news, adapter } = await listening(storage({ namespace: newName() }));
      look();
      expect(news).to.deep.equal([changed]);
      hide();
      show(true);
      expect(news).to.deep.equal([changed, changed]);
      show(false);
      expect(news.length).to.equal(2);
      adapter.close();
    });

    it('end when they are stopped, and when the storage is closed; they go on when it opens again', async () => {
      const { news, adapter, stop } = await listening(storage({ namespace: newName() }));
      adapter.close();
      look();
      expect(news).to.deep.equal([]);
      await adapter.open();
      look();
      expect(news.length).to.equal(1);
      stop();
      look();
      expect(news.length).to.equal(1);
      adapter.close();
    });

    it('leave no listener behind', async () => {
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const listeners = new Set();
      let number = 0;
      const ids = new Map();
      const idOf = (listener) => ids.get(listener) ?? (ids.set(listener, ++number), number);
      EventTarget.prototype.addEventListener = function (type, listener, ...rest) {
        if (this === document || this === window || this === undefined) listeners.add(type + idOf(listener));
        return addEventListener.call(this ?? window, type, listener, ...rest);
      };
      EventTarget.prototype.removeEventListener = function (type, listener, ...rest) {
        listeners.delete(type + idOf(listener));
        return removeEventListener.call(this ?? window, type, listener, ...rest);
      };
      try {
        const { adapter } = await listening(storage({ namespace: newName() }));
        expect(listeners.size).to.be.above(2);
        adapter.close();
        expect([...listeners]).to.deep.equal([]);
      } finally {
        Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      }
    });
  });
}

describe('news between tabs of IndexedDB', () => {
  it('come after an event was written and after one was erased, and can be read by then; none come of one’s own', async () => {
    const namespace = newName();
    const here = await listening(indexedDbStorage({ namespace }));
    const there = await listening(indexedDbStorage({ namespace }));
    const [event] = await sampleChain(core.hashRecord, 1);
    await there.adapter.append([event]);
    await until(() => here.news.length === 1);
    expect((await here.adapter.read()).events).to.deep.equal([event]);
    await there.adapter.append([event]);
    const erased = await erasedOf(event, core.hashRecord);
    await there.adapter.erase([erased]);
    await until(() => here.news.length === 2);
    expect((await here.adapter.read()).erased).to.deep.equal([erased]);
    expect(there.news).to.deep.equal([]);
    here.adapter.close();
    there.adapter.close();
  });

  it('do not reach another namespace', async () => {
    const here = await listening(indexedDbStorage({ namespace: newName() }));
    const there = await listening(indexedDbStorage({ namespace: newName() }));
    await there.adapter.append(await sampleChain(core.hashRecord, 1));
    await pause(200);
    expect(here.news).to.deep.equal([]);
    here.adapter.close();
    there.adapter.close();
  });

  it('do not come while the page is left, whose channel is given up; it is there again when the page is shown', async () => {
    const namespace = newName();
    const open = new Set();
    const Own = BroadcastChannel;
    window.BroadcastChannel = class extends Own {
      constructor(...parts) {
        super(...parts);
        open.add(this);
      }
      close() {
        super.close();
        open.delete(this);
      }
    };
    try {
      const here = await listening(indexedDbStorage({ namespace }));
      expect(open.size).to.equal(1);
      hide();
      expect(open.size).to.equal(0);
      show(true);
      expect(open.size).to.equal(1);
      here.adapter.close();
      expect(open.size).to.equal(0);
    } finally {
      window.BroadcastChannel = Own;
    }
  });

  it('are missed without BroadcastChannel, and made up for at the next look at the page', async () => {
    const namespace = newName();
    const Own = BroadcastChannel;
    delete window.BroadcastChannel;
    try {
      const here = await listening(indexedDbStorage({ namespace }));
      const there = await listening(indexedDbStorage({ namespace }));
      const events = await sampleChain(core.hashRecord, 1);
      await there.adapter.append(events);
      look();
      expect(here.news).to.deep.equal([changed]);
      expect((await here.adapter.read()).events).to.deep.equal(events);
      here.adapter.close();
      there.adapter.close();
    } finally {
      window.BroadcastChannel = Own;
    }
  });
});

describe('news between tabs of localStorage', () => {
  it('come from another tab’s write and from clearing, not from the keys of others', async () => {
    const namespace = newName();
    const { news, adapter } = await listening(webStorage({ namespace }));
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const theirs = frame.contentWindow.localStorage;
    theirs.setItem('theirs', 'x');
    theirs.setItem(`mingshi/${namespace}/${'a'.repeat(32)}/1`, '{}');
    await until(() => news.length > 0);
    expect(news).to.deep.equal([changed]);
    theirs.clear();
    await until(() => news.length === 2);
    frame.remove();
    adapter.close();
  });
});
