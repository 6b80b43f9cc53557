import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { expect, test as base } from 'playwright/test';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../support/browsers/chromium-arguments.mjs';
import { codesOf, openSaving, saving, startStorageServer } from '../support/storage-page.mjs';

// No room, as the browser itself says it: by a quota set over the DevTools protocol, and by filling it to the brim.
let server;
let address;

base.beforeAll(async () => ({ server, address } = await startStorageServer()));
base.afterAll(() => server.close());

const sessions = new WeakMap();

/** Sets how much the origin may keep; the browser takes it back when the session ends. */
async function limit(page, quotaSize) {
  if (!sessions.has(page)) sessions.set(page, await page.context().newCDPSession(page));
  const origin = new URL(address).origin;
  await sessions.get(page).send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
}

/**
 * Opens the page in a browser of its own on one profile: Chromium remembers for half a minute how much room there was, so a
 * quota must stand before the first look.
 */
const test = base.extend({
  profile: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'mingshi-quota-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  reopen: async ({ profile }, use) => {
    const { chromium: executablePath } = await findBrowsers(['chromium']);
    let context;
    await use(async (quota) => {
      await context?.close();
      context = await chromium.launchPersistentContext(profile, { executablePath, args: CHROMIUM_ARGUMENTS });
      const page = context.pages()[0] ?? (await context.newPage());
      if (quota !== undefined) await limit(page, quota);
      await openSaving(page, address);
      return page;
    });
    await context?.close();
  },
});

// A quota of 0 lifts the limit in Chromium; with 1 and with 10 kB not even an empty database has room.
for (const quota of [1, 10_000, 200_000]) {
  test(`a quota of ${quota} bytes: what is kept stays, the rest is said to be in memory, and is kept with the next save`, async ({
    reopen,
  }) => {
    let page = await reopen();
    await saving(page, 'start', 'indexeddb');
    expect(await saving(page, 'answer', 'granted')).toBe('disk');
    const before = await saving(page, 'stored');
    page = await reopen(quota);
    const start = await saving(page, 'start', 'indexeddb');
    expect([start.decision, start.milliseconds < 5000]).toEqual(['granted', true]);
    await saving(page, 'fill').catch(() => undefined);
    expect(await saving(page, 'answer', 'withdrawn')).toBe('memory');
    const full = await saving(page, 'look');
    expect([full.decision, full.durability, codesOf(full)]).toEqual([
      'withdrawn',
      'memory',
      ['storage/full'],
    ]);
    expect(await saving(page, 'stored')).toEqual(before);

    await limit(page, 1_000_000_000);
    expect(await saving(page, 'answer', 'granted')).toBe('disk');
    const { decisions, ids, unreadable } = await saving(page, 'stored');
    expect([decisions.sort(), new Set(ids).size, unreadable]).toEqual([
      ['granted', 'granted', 'withdrawn'],
      3,
      0,
    ]);
    expect((await saving(page, 'look')).faults).toEqual([]);
  });
}

test('without any room from the start: asks, answers from memory, says so, and keeps it with the first save after', async ({
  reopen,
}) => {
  const page = await reopen(1);
  const start = await saving(page, 'start', 'indexeddb');
  expect([start.decision, start.asks, start.milliseconds < 5000]).toEqual(['none', true, true]);
  expect(await saving(page, 'answer', 'granted')).toBe('memory');
  expect(codesOf(await saving(page, 'look'))).toContain('storage/full');
  await limit(page, 1_000_000_000);
  expect(await saving(page, 'answer', 'withdrawn')).toBe('disk');
  expect((await saving(page, 'stored')).decisions.sort()).toEqual(['granted', 'withdrawn']);
});

test('filled to the brim by others: hundreds of saves tear none', async ({ reopen }) => {
  const page = await reopen(2_000_000);
  await saving(page, 'start', 'indexeddb');
  const kept = await saving(page, 'append', 20);
  await saving(page, 'fill');
  const error = await saving(page, 'append', 200, 'x'.repeat(20_000)).catch((reason) => reason);
  expect(String(error)).toContain('no room');
  const { ids, unreadable } = await saving(page, 'stored');
  expect([kept.every((id) => ids.includes(id)), unreadable]).toEqual([true, 0]);
  await saving(page, 'empty');
  await limit(page, 1_000_000_000);
  expect((await saving(page, 'append', 1)).length).toBe(1);
});

test('control: a save that trusts the request, not the transaction, is found to lie', async ({ reopen }) => {
  let page = await reopen();
  await saving(page, 'start', 'indexeddb');
  await saving(page, 'answer', 'granted');
  page = await reopen(10_000);
  await saving(page, 'start', 'indexeddb');
  const said = await page.evaluate(async () => {
    const open = indexedDB.open('mingshi/default');
    const database = await new Promise((resolve) => (open.onsuccess = () => resolve(open.result)));
    const store = database.transaction('events', 'readwrite').objectStore('events');
    const request = store.add({ writer: 'naive', sequence: 1, bytes: new Uint8Array(100_000) });
    return new Promise((resolve) => {
      request.onsuccess = () => resolve('kept');
      request.onerror = () => resolve('refused');
    });
  });
  expect([said, (await saving(page, 'stored')).unreadable]).toEqual(['kept', 0]);
});
