// mingshi/testing as a team has it: installed, in its own test runner, on its own adapter.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { installedProject } from './installed-project.mjs';

/** An adapter somebody else might write, on a Map. */
const ADAPTER = `
export const media = new WeakMap();
const hashes = new Map();

export function mapStorage(texts = new Map()) {
  const key = ({ writer, sequence }) => writer + '/' + String(sequence).padStart(9, '0');
  const invalid = () => Object.assign(new Error('This is no event.'), { code: 'storage/invalid' });
  const conflict = () => Object.assign(new Error('Another event is there.'), { code: 'storage/conflict' });
  const adapter = {
    capabilities: { acknowledges: true, immediate: true, twoWay: false, durability: 'memory' },
    open: async () => undefined,
    append: async (events) => {
      if (!events.every(isEvent)) throw invalid();
      for (const event of events) {
        const text = texts.get(key(event));
        if (text !== undefined && text !== JSON.stringify(event) && process.env.CAREFUL) throw conflict();
        texts.set(key(event), JSON.stringify(event));
      }
      return { durability: 'memory' };
    },
    read: async ({ request, writer } = {}) => ({
      events: [...texts.keys()].sort().map((one) => JSON.parse(texts.get(one)))
        .filter((event) => request === undefined || event.request.id === request)
        .filter((event) => writer === undefined || event.writer === writer),
      unreadable: 0,
    }),
    heads: async () => {
      const { events } = await adapter.read();
      return findHeads(events);
    },
    close: () => undefined,
  };
  media.set(adapter, texts);
  return adapter;
}

const { isConsentEvent: isEvent } = await import('./node_modules/mingshi/dist/src/event-shape.js');
const { findHeads: heads } = await import('./node_modules/mingshi/dist/src/storage/heads.js');
const { createHash } = await import('node:crypto');
const findHeads = (events) => heads(events, async (bytes) => createHash('sha256').update(bytes).digest());
`;

const SUITE = `
import { describe, it } from 'node:test';
import { describeStorage } from 'mingshi/testing';
import { mapStorage, media } from './map-storage.mjs';

const kit = { create: () => mapStorage(), again: (adapter) => mapStorage(media.get(adapter)) };
describeStorage('storage on a Map', kit, { describe, it });
`;

describe('the storage contract of the installed package', () => {
  /** @type {Awaited<ReturnType<typeof installedProject>>} */
  let project;
  before(async () => {
    project = await installedProject();
    project.write('map-storage.mjs', ADAPTER);
    project.write('storage.test.mjs', SUITE);
  });
  after(() => project.remove());

  /** What node:test says of the suite. @param {Record<string, string>} env */
  const results = async (env) => {
    const code = `const { spawnSync } = await import('node:child_process');
      const env = { ...process.env, ...${JSON.stringify(env)} };
      delete env.NODE_TEST_CONTEXT;
      const { stdout } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', 'storage.test.mjs'], { env, encoding: 'utf8' });
      console.log(stdout);`;
    const said = await project.run(process.execPath, '--input-type=module', '-e', code);
    const lines = (/** @type {RegExp} */ pattern) =>
      [...said.matchAll(pattern)].map(([, name]) => (name ?? '').trim());
    return { failed: lines(/^ +not ok \d+ - (.+)$/gm), passed: lines(/^ +ok \d+ - (.+)$/gm) };
  };

  test('passes on a sound adapter in node:test, a test for each clause', async () => {
    const { failed, passed } = await results({ CAREFUL: 'yes' });
    assert.deepEqual(failed, []);
    assert.ok(passed.length >= 25, `${passed.length} clauses`);
  });

  test('names the clause that another adapter breaks', async () => {
    const { failed } = await results({});
    assert.deepEqual(failed, [
      'another event at a taken place is refused as a conflict, and the first one stays',
      'what it rejects with is an Error that has a sentence beside its code',
    ]);
  });
});
