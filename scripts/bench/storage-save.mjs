// @ts-check
// What saving one choice costs in IndexedDB, and reading ten thousand, against the bare library `idb` on the same bytes with
// the same durability: in turns, in one run, in Chromium on a profile on disk (one in memory hides what `strict` costs).
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import sirv from 'sirv';
import { findBrowsers } from '../../test/support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../../test/support/browsers/chromium-arguments.mjs';
import { ROOT } from '../run.mjs';
import { printTable, verdict } from './timing.mjs';

/** The most that saving one choice may take of the bare library's time, and that being ready with 10,000 may. */
const SAVE = 1.25;
const READY = 2;
const PAIRS = 300;
const PAST = 10_000;

/** Serves the built package, the tests' samples and `idb`, and an empty page. */
async function serve() {
  const files = sirv(ROOT, { dev: true });
  const server = createServer((request, response) => {
    if (request.url !== '/') return files(request, response);
    return response.setHeader('content-type', 'text/html').end('<!doctype html><title>bench</title>');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { server, address: `http://127.0.0.1:${port}/` };
}

/** Runs in the page: the times of both ways of saving, in turns, in ms. @param {number} pairs */
async function timeSaves(pairs) {
  const load = (/** @type {string} */ path) => import(path);
  const { indexedDbStorage } = await load('/dist/src/storage/indexeddb.js');
  const { sampleEvent } = await load('/test/support/sample-events.js');
  const { openDB } = await load('/node_modules/idb/build/index.js');
  const ours = indexedDbStorage({ namespace: 'bench' });
  await ours.open();
  const bare = await openDB('bare', 1, {
    upgrade: (/** @type {IDBDatabase} */ database) =>
      void database.createObjectStore('events', { keyPath: ['writer', 'sequence'] }),
  });
  const save = {
    ours: (/** @type {unknown} */ event) => ours.append([event]),
    bare: (/** @type {unknown} */ event) => {
      const transaction = bare.transaction('events', 'readwrite', { durability: 'strict' });
      transaction.store.put(event);
      return transaction.done;
    },
  };
  const times = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  const names = /** @type {const} */ (['ours', 'bare']);
  for (let pair = -20; pair < pairs; pair += 1) {
    const turn = pair % 2 === 0 ? names : /** @type {const} */ (['bare', 'ours']);
    for (const name of turn) {
      const event = sampleEvent();
      const start = performance.now();
      await save[name](event);
      if (pair >= 0) times[name].push(performance.now() - start);
      await new Promise((resolve) => setTimeout(resolve, 4));
    }
  }
  return times;
}

/** Runs in the page: the times of starting with many past events, and of reading them bare, in turns, in ms. @param {number} count */
async function timeStarts(count) {
  const load = (/** @type {string} */ path) => import(path);
  const { createConsent } = await load('/dist/src/index.js');
  const { indexedDbStorage } = await load('/dist/src/storage/indexeddb.js');
  const { sampleEvent } = await load('/test/support/sample-events.js');
  const { samplePolicy } = await load('/test/support/sample-policy.js');
  const { openDB } = await load('/node_modules/idb/build/index.js');
  const hash = `sha256:${'0'.repeat(64)}`;
  const filling = indexedDbStorage({ namespace: 'past' });
  for (let made = 0; made < count; made += 1000) {
    await filling.append(Array.from({ length: 1000 }, () => sampleEvent()));
  }
  filling.close();
  const policy = await samplePolicy(async (/** @type {string} */ text) => {
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    return bytes.byteLength === 32
      ? `sha256:${Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')}`
      : hash;
  });
  const start = {
    ours: async () => {
      const engine = createConsent({ policies: [policy], storage: indexedDbStorage({ namespace: 'past' }) });
      await engine.ready;
      return () => engine.destroy();
    },
    bare: async () => {
      const bare = await openDB('mingshi/past', 1);
      await bare.getAll('events');
      return () => bare.close();
    },
  };
  const times = { ours: /** @type {number[]} */ ([]), bare: /** @type {number[]} */ ([]) };
  for (let round = -1; round < 12; round += 1) {
    for (const name of /** @type {const} */ (['ours', 'bare'])) {
      const begun = performance.now();
      const end = await start[name]();
      if (round >= 0) times[name].push(performance.now() - begun);
      end();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  return times;
}

const median = (/** @type {readonly number[]} */ times) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;

/** Prints what saving and starting cost. Resolves with the exit code: 1 where a limit is broken. */
export async function benchStorageSave() {
  const { chromium: executablePath } = await findBrowsers(['chromium']);
  const profile = mkdtempSync(join(tmpdir(), 'mingshi-bench-'));
  const { server, address } = await serve();
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath && { executablePath }),
    args: CHROMIUM_ARGUMENTS,
  });
  try {
    const page = await context.newPage();
    await page.goto(address);
    const rows = /** @type {const} */ ([
      ['saving one choice', await page.evaluate(timeSaves, PAIRS), SAVE],
      [`ready with ${PAST} events`, await page.evaluate(timeStarts, PAST), READY],
    ]).map(([name, { ours, bare }, most]) => ({ name, ours: median(ours), bare: median(bare), most }));
    printTable(
      ['', 'ours', 'bare idb', 'ratio', 'at most'],
      rows.map(({ name, ours, bare, most }) => [
        name,
        `${ours.toFixed(2)} ms`,
        `${bare.toFixed(2)} ms`,
        `${(ours / bare).toFixed(2)} ×`,
        `${most} ×`,
      ]),
    );
    return verdict(
      rows
        .filter(({ ours, bare, most }) => ours > bare * most)
        .map(
          ({ name, ours, bare, most }) =>
            `${name} took ${(ours / bare).toFixed(2)} × the bare time, above ${most} ×.`,
        ),
    );
  } finally {
    await context.close();
    server.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
