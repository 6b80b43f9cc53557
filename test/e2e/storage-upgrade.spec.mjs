import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findBrowsers } from '../support/browsers.mjs';
import { openKillableChromium } from '../support/killable-chromium.mjs';
import { openSaving, saving, startStorageServer } from '../support/storage-page.mjs';

// A database of version 1 that a version to come upgrades, in a browser that is killed on the way.
const SAVES = 30;
const KILLS = 12;

let server;
let address;
let profile;

test.beforeAll(async () => ({ server, address } = await startStorageServer()));
test.afterAll(() => server.close());
test.beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'mingshi-upgrade-'))));
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const open = async () => {
  const { chromium } = await findBrowsers(['chromium']);
  const browser = await openKillableChromium({ binary: chromium, profile });
  await openSaving(browser.page, address);
  return browser;
};

test(`killed at ${KILLS} moments of an upgrade: every record is kept, and the upgrade is finished by a later run`, async () => {
  test.setTimeout(300_000);
  const first = await open();
  await saving(first.page, 'start', 'indexeddb');
  const acked = await saving(first.page, 'append', SAVES);
  await first.kill();
  let finished = 0;
  for (let round = 0; round < KILLS; round++) {
    const { page, kill } = await open();
    // Half of the kills fall into the upgrade, the others right after.
    const upgrade = saving(page, 'upgrade', 2, 400).catch(() => 'killed');
    await Promise.race([upgrade, page.waitForTimeout(round * 25).catch(() => undefined)]);
    await kill();
    if ((await upgrade) !== 'killed') finished++;
  }
  const last = await open();
  expect(await saving(last.page, 'upgrade', 2, 400)).toEqual({
    version: 2,
    ids: expect.arrayContaining(acked),
    copies: 400,
  });
  await last.kill();
  test.info().annotations.push({
    type: 'rounds',
    description: `${finished} of ${KILLS} upgrades ended before the kill`,
  });
});

test('control: an upgrade that deletes first and writes back later loses records to a kill', async () => {
  const first = await open();
  await saving(first.page, 'start', 'indexeddb');
  const acked = await saving(first.page, 'append', SAVES);
  await saving(first.page, 'deleteThenWait');
  await first.kill();
  const next = await open();
  await saving(next.page, 'start', 'indexeddb');
  const { ids } = await saving(next.page, 'stored');
  expect(acked.filter((id) => !ids.includes(id)).length).toBe(SAVES);
  await next.kill();
});
