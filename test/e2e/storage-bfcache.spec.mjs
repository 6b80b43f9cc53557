import { expect, test as base } from 'playwright/test';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../support/browsers/chromium-arguments.mjs';
import { openSaving, saving, startStorageServer } from '../support/storage-page.mjs';
import { chromium } from 'playwright';

// A choice that changes while a tab is frozen in the back/forward cache, which Playwright turns off by default.
const test = base.extend({
  context: async ({}, use) => {
    const { chromium: executablePath } = await findBrowsers(['chromium']);
    const context = await chromium.launchPersistentContext('', {
      executablePath,
      args: CHROMIUM_ARGUMENTS,
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    });
    await use(context);
    await context.close();
  },
});

let server;
let address;

test.beforeAll(async () => ({ server, address } = await startStorageServer()));
test.afterAll(() => server.close());

/** Leaves the page, has another tab answer, and goes back. The page itself reports, as no driver follows it into the cache. */
async function leaveAndReturn(context, page, kind) {
  await openSaving(page, address);
  await saving(page, 'start', kind);
  await saving(page, 'answer', 'granted');
  await saving(page, 'reportReturn');
  await page.goto(`${server.origin}/page.html?elsewhere`);
  const other = await context.newPage();
  await openSaving(other, address);
  await saving(other, 'start', kind);
  await saving(other, 'answer', 'withdrawn');
  await page.evaluate(() => history.back()).catch(() => undefined);
  return other;
}

for (const kind of ['indexeddb', 'local-storage']) {
  test(`${kind}: the page is frozen and comes back, and then shows what another tab answered meanwhile`, async ({
    context,
  }) => {
    const id = server.reports.length;
    const other = await leaveAndReturn(context, await context.newPage(), kind);
    expect(await server.nextReport(id + 1)).toEqual({ persisted: true, reasons: 'null' });
    await server.reportThat(
      (report) => server.reports.indexOf(report) > id && report.decision === 'withdrawn',
    );
    // The line between the tabs is there again.
    const after = server.reports.length;
    await saving(other, 'answer', 'granted');
    await server.reportThat(
      (report) => server.reports.indexOf(report) >= after && report.decision === 'granted',
    );
  });

  test(`${kind}: two tabs in view agree within a second, with messages and, at the next look, without`, async ({
    context,
  }) => {
    const tabs = [await context.newPage(), await context.newPage()];
    await tabs[1].addInitScript(() => {
      if (location.search.includes('deaf')) delete window.BroadcastChannel;
    });
    for (const tab of tabs) {
      await openSaving(tab, address);
      await saving(tab, 'start', kind);
    }
    await saving(tabs[0], 'answer', 'denied');
    await expect.poll(async () => (await saving(tabs[1], 'look')).decision, { timeout: 5000 }).toBe('denied');

    await openSaving(tabs[1], `${address}?deaf`);
    await saving(tabs[1], 'start', kind);
    await saving(tabs[0], 'answer', 'granted');
    await tabs[1].evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await expect.poll(async () => (await saving(tabs[1], 'look')).decision).toBe('granted');
  });
}

test('control: a page that hears nothing of its return shows what was true before', async ({ context }) => {
  const id = server.reports.length;
  const page = await context.newPage();
  await page.addInitScript(() => {
    delete window.BroadcastChannel;
    window.keptListener = { passive: true };
    const listen = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const isOurs = /^(pageshow|visibilitychange)$/.test(type) && options !== window.keptListener;
      return isOurs ? undefined : listen.call(this ?? window, type, listener, options);
    };
  });
  await leaveAndReturn(context, page, 'indexeddb');
  expect(await server.nextReport(id + 1)).toEqual({ persisted: true, reasons: 'null' });
  await page.waitForTimeout(1000);
  expect(server.reports.slice(id + 1).filter(({ decision }) => decision === 'withdrawn')).toEqual([]);
});
