// A gate in a native app with a real view of WebKit: the choice lies in its IndexedDB, and the app is told once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { compiledPolicies, trapDocument } from '../support/compiled-policies.mjs';
import { startServer } from '../support/e2e-server.mjs';
import { openWebKitHost } from '../support/webkit-host/webkit-host.mjs';

const schema = 'mingshi.host/1';

let policies;
let policy;
let server;
let folder;
let app;
/** The choices the app was told of, in turn. */
const told = [];

// An app is started up to three times in one test, each on a screen and a bus of its own.
test.describe.configure({ timeout: 180_000 });
test.beforeAll(async () => {
  policies = compiledPolicies();
  policies.compile(trapDocument, 'traps.json');
  server = await startServer({ '/policies/': policies.folder });
  policy = await (await fetch(`${server.origin}/policies/traps.json`)).json();
});
test.afterAll(async () => {
  await server.close();
  policies.remove();
});
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingshi-host-'));
  told.length = 0;
});
test.afterEach(async () => {
  await app?.close();
  app = undefined;
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** Starts the app; `keeps` says whether it answers, `claims` what it knows. */
async function start({ handler = 'reply', keeps = true, claims = [] } = {}) {
  await app?.close();
  app = await openWebKitHost({
    handlers: { mingshi: handler },
    folder,
    onMessage: ({ body, answer }) => {
      const { id, nonce, load } = body;
      if (load) return answer({ value: { schema, nonce, claims } });
      told.push(body);
      if (keeps) answer({ value: { schema, acked: id } });
    },
  });
  await openPage();
}

async function openPage() {
  await app.open(`${server.origin}/host.html?policy=/policies/traps.json`);
  await app.run('while (!window.standing) await new Promise((resolve) => setTimeout(resolve, 20))');
}

const standing = () => app.run('return await standing()');
const deliveries = () => app.run('return deliveries');
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A choice the app knows of, about this policy. */
const claim = (changes = {}) => ({
  request: policy.id,
  decision: 'granted',
  version: policy.version,
  time: new Date(Date.now() - 60_000).toISOString(),
  evidence: 'native-0001',
  ...changes,
});

test('an app that answers is told of a choice once, and the page sees it acknowledged', async () => {
  await start();
  await app.press('同意');
  await expect.poll(deliveries).toMatchObject([{ delivery: 'acked' }]);
  await expect.poll(standing).toMatchObject({ decision: 'granted', durability: 'disk', acts: ['assistive'] });
  expect(told).toMatchObject([{ schema, request: policy.id, decision: 'granted', sequence: 1 }]);
  expect(told[0].id).toBe((await deliveries())[0].id);
  expect(JSON.stringify(told[0]).length).toBeLessThan(1000);

  // After a reload, and after the app was closed and opened again, there is nothing left to tell.
  await openPage();
  expect(await standing()).toMatchObject({ decision: 'granted', durability: 'disk' });
  await start();
  expect(await standing()).toMatchObject({ decision: 'granted' });
  await wait(500);
  expect(told).toHaveLength(1);
});

test('an app that never answers is told again at the next start, with the same id, until it answers', async () => {
  await start({ keeps: false });
  await app.press('同意');
  await expect.poll(() => told.length).toBe(1);
  await expect.poll(standing).toMatchObject({ decision: 'granted', durability: 'disk' });
  expect(await deliveries()).toEqual([]);

  await start({ keeps: true });
  await expect.poll(deliveries).toEqual([{ id: told[0].id, delivery: 'acked' }]);
  expect(told).toHaveLength(2);
  expect(told[1]).toEqual(told[0]);

  await start({ keeps: true });
  await standing();
  await wait(500);
  expect(told).toHaveLength(2);
});

test('an app whose handler has no reply is told at each start, and each time it is queued', async () => {
  await start({ handler: 'plain' });
  await app.press('同意');
  await expect.poll(deliveries, { timeout: 30_000 }).toMatchObject([{ delivery: 'queued' }]);
  await start({ handler: 'plain' });
  await expect.poll(deliveries, { timeout: 30_000 }).toMatchObject([{ delivery: 'queued' }]);
  expect(new Set(told.map(({ id }) => id)).size).toBe(1);
});

test('what the person agreed to in the app is there before the first question could be seen', async () => {
  await start({ claims: [claim()] });
  await expect.poll(standing).toMatchObject({ decision: 'granted', acts: ['host'], errors: [] });
  await expect.poll(standing).toMatchObject({ durability: 'disk' });
  await wait(500);
  expect(await app.run('return window.asked')).toBe(false);
});

test('what the app says does not count over a newer choice made here', async () => {
  await start();
  await app.press('不同意');
  await expect.poll(standing).toMatchObject({ decision: 'denied' });
  await start({ claims: [claim()] });
  expect(await standing()).toMatchObject({ decision: 'denied', acts: ['assistive'] });
});

test('a script in the page cannot say what the app would say', async () => {
  await start();
  await standing();
  await app.run(`
    const claims = [${JSON.stringify(claim())}];
    for (const nonce of [undefined, 'f'.repeat(32)]) {
      dispatchEvent(new CustomEvent('mingshi-host', { detail: { schema: '${schema}', nonce, claims } }));
      postMessage({ schema: '${schema}', nonce, claims }, '*');
    }`);
  await wait(300);
  expect(await standing()).toMatchObject({ decision: 'none', acts: [], errors: ['host/refused-claims'] });
  expect(told).toEqual([]);
});
