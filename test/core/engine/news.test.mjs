import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { core } from '../../support/core-build.mjs';
import { eventually } from '../../support/eventually.mjs';
import { createApp, press, see, withdraw } from '../../support/start-engine.js';

const codes = (engine) => engine.errors.map(({ code }) => code);

/** A storage two engines share, that tells each of what the other wrote. */
const sharedStorage = () => {
  const storage = core.memoryStorage();
  const watchers = new Set();
  return {
    ...storage,
    tell: (news) => watchers.forEach((watcher) => watcher(news)),
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    watchers,
  };
};

describe('what another tab wrote', () => {
  it('counts here as soon as the storage tells of it, and whoever listens hears', async () => {
    const storage = sharedStorage();
    const app = createApp(core, { storage });
    const [here, there] = [await app.open(), await app.open()];
    const heard = [];
    here.subscribe(({ type, status }) => type === 'status' && heard.push(status.decision));
    await press(there, 'granted');
    storage.tell({ type: 'changed' });
    await eventually(() => here.status('sample').decision === 'granted');
    assert.ok(heard.includes('granted'));
    await withdraw(there);
    storage.tell({ type: 'changed' });
    await eventually(() => here.status('sample').decision === 'withdrawn');
  });

  it('closes the question it answers', async () => {
    const storage = sharedStorage();
    const app = createApp(core, { storage });
    const [here, there] = [await app.open(), await app.open()];
    const asked = here.ensure('sample');
    await see(here);
    await press(there, 'denied');
    storage.tell({ type: 'changed' });
    assert.equal((await asked).decision, 'denied');
    assert.equal(here.prompt, undefined);
  });

  it('is forgotten here too where it forgets somebody', async () => {
    const storage = sharedStorage();
    const app = createApp(core, { storage, options: { subject: { id: 'user-1' } } });
    const [here, there] = [await app.open(), await app.open()];
    await press(there, 'granted');
    storage.tell({ type: 'changed' });
    await eventually(() => here.status('sample').decision === 'granted');
    await there.forget('user-1');
    storage.tell({ type: 'changed' });
    await eventually(() => here.status('sample').decision === 'none');
    const exported = async () => (await here.export('json')).includes('user-1');
    await eventually(async () => !(await exported()));
  });

  it('is read on demand too: refresh() resolves when it is told', async () => {
    const app = createApp(core);
    const [here, there] = [await app.open(), await app.open()];
    await press(there, 'granted');
    assert.equal(here.status('sample').decision, 'none');
    await here.refresh();
    assert.equal(here.status('sample').decision, 'granted');
  });

  it('that cannot be read is said: refresh() rejects, and nothing changes', async () => {
    const storage = core.memoryStorage();
    let broken = false;
    const read = (query) => (broken ? Promise.reject(new Error('no')) : storage.read(query));
    const engine = await createApp(core, { storage: { ...storage, read } }).open();
    await press(engine, 'granted');
    broken = true;
    await assert.rejects(engine.refresh(), { code: 'storage/failed' });
    assert.equal(engine.status('sample').decision, 'granted');
  });
});

describe('a storage that tells', () => {
  it('that an event is kept more safely raises its durability', async () => {
    const storage = sharedStorage();
    const engine = await createApp(core, { storage }).open();
    const { event } = await press(engine, 'granted');
    storage.tell({ type: 'kept', events: [event], durability: 'server' });
    await eventually(() => engine.status('sample').durability === 'server');
  });

  it('of an error has it reported', async () => {
    const storage = sharedStorage();
    const engine = await createApp(core, { storage }).open();
    storage.tell({ type: 'error', error: Object.assign(new Error('lost'), { code: 'storage/reset' }) });
    await eventually(() => codes(engine).includes('storage/reset'));
  });

  it('nonsense changes nothing and throws nowhere', async () => {
    const storage = sharedStorage();
    const engine = await createApp(core, { storage }).open();
    const { event } = await press(engine, 'denied');
    const forged = { ...event, decision: 'granted', sequence: 0 };
    for (const news of [undefined, 7, {}, { type: 'kept' }, { type: 'kept', events: [forged] }]) {
      storage.tell(news);
    }
    await eventually(() => codes(engine).length > 0);
    assert.equal(engine.status('sample').decision, 'denied');
    assert.ok(codes(engine).every((code) => code.startsWith('storage/')));
  });

  it('is watched until the engine ends', async () => {
    const storage = sharedStorage();
    const engine = await createApp(core, { storage }).open();
    assert.equal(storage.watchers.size, 1);
    engine.destroy();
    assert.equal(storage.watchers.size, 0);
  });
});
