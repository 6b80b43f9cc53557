import { expect, test } from 'playwright/test';
import { codesOf, openSaving, saving, startStorageServer } from '../support/storage-page.mjs';

// Everything gone while the page is open: by eviction, or because the person cleared the site's data.
let server;
let address;

test.beforeAll(async () => ({ server, address } = await startStorageServer()));
test.afterAll(() => server.close());

async function clear(page, storageTypes) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes });
  await devtools.detach();
}

for (const [kind, types] of [
  ['indexeddb', 'all'],
  ['indexeddb', 'indexeddb'],
  ['local-storage', 'local_storage'],
]) {
  test(`${kind}, ${types} cleared while open: nothing breaks, and the next start asks again`, async ({
    page,
  }) => {
    await openSaving(page, address);
    await saving(page, 'start', kind);
    await saving(page, 'answer', 'granted');
    await page.waitForTimeout(300);
    await clear(page, types);
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(1000);
    const open = await saving(page, 'look');
    expect([open.faults, open.errors.length < 3]).toEqual([[], true]);
    // Only what the browser took by itself is a loss to tell; the person who clears everything knows.
    expect(codesOf(open)).toEqual(types === 'indexeddb' ? ['storage/reset'] : []);

    const again = await saving(page, 'start', kind);
    expect([again.decision, again.asks, codesOf(again)]).toEqual(['none', true, []]);
    expect(await saving(page, 'answer', 'denied')).not.toBe('memory');
    expect((await saving(page, 'stored')).decisions).toEqual(['denied']);
  });

  test(`${kind}, ${types} cleared: a grant still held is never one of another version`, async ({ page }) => {
    await openSaving(page, address);
    await saving(page, 'start', kind);
    await saving(page, 'answer', 'granted');
    await clear(page, types);
    const next = await saving(page, 'start', kind, '2');
    expect([next.decision, next.asks]).toEqual(['none', true]);
    const { decision } = await saving(page, 'look');
    expect(decision).toBe('none');
  });
}

test('control: without clearing, the next start finds the grant', async ({ page }) => {
  await openSaving(page, address);
  await saving(page, 'start', 'indexeddb');
  await saving(page, 'answer', 'granted');
  expect((await saving(page, 'start', 'indexeddb')).decision).toBe('granted');
});

for (const kind of ['indexeddb', 'local-storage']) {
  test(`${kind} in a sandbox, where the origin is opaque: asks and answers from memory, in time`, async ({
    page,
  }) => {
    await page.route(`${new URL(address).origin}/**`, async (route) => {
      const response = await route.fetch();
      const headers = {
        ...response.headers(),
        'content-security-policy': 'sandbox allow-scripts',
        'access-control-allow-origin': '*',
      };
      await route.fulfill({ response, headers });
    });
    await openSaving(page, address);
    expect(await page.evaluate(() => origin)).toBe('null');
    const start = await saving(page, 'start', kind);
    expect([start.asks, start.milliseconds < 5000, codesOf(start)]).toEqual([
      true,
      true,
      ['storage/unavailable'],
    ]);
    expect(await saving(page, 'answer', 'granted')).toBe('memory');
    const look = await saving(page, 'look');
    expect([look.decision, look.durability, look.faults]).toEqual(['granted', 'memory', []]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
