import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { findBrowsers } from '../support/browsers.mjs';
import { openKillableChromium } from '../support/killable-chromium.mjs';
import { codesOf, openSaving, saving, startStorageServer } from '../support/storage-page.mjs';

// A Chromium profile whose files are damaged while the browser is down. What is lost must be told, and nothing may break.
const SAVES = 40;

let server;
let address;
let profile;

test.beforeAll(async () => ({ server, address } = await startStorageServer()));
test.afterAll(() => server.close());
test.beforeEach(() => (profile = mkdtempSync(join(tmpdir(), 'mingshi-damage-'))));
test.afterEach(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));

const open = async () => {
  const { chromium } = await findBrowsers(['chromium']);
  const browser = await openKillableChromium({ binary: chromium, profile });
  await openSaving(browser.page, address);
  return browser;
};

/** Ends it as a person does: what waits to be written is written. */
async function close({ context, page, kill }) {
  const browser = context.browser();
  const gone = new Promise((resolve) => browser.once('disconnected', resolve));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Browser.close').catch(() => undefined);
  await gone;
  await pause(700);
  // Whatever is left of it.
  await Promise.race([kill().catch(() => undefined), pause(1000)]);
}

/** The files of the database, by the end of their name. */
function filesOf(pattern) {
  const names = readdirSync(profile, { recursive: true }).map(String);
  const ours = names.filter(
    (name) => /indexeddb\.leveldb\/[^/]+$/.test(name) || /IndexedDB\/.*\.sqlite|IndexedDB\/.*\.db/.test(name),
  );
  return ours.filter((name) => pattern.test(name)).map((name) => join(profile, name));
}

/** A number below `limit`, the same in every run. */
const seeded = (seed) => (limit) => ((seed = (seed * 16807) % 2147483647) / 2147483647) * limit;

function flip(file, seed) {
  const bytes = readFileSync(file);
  const random = seeded(seed);
  for (let times = 0; times < 16 && bytes.length > 0; times++)
    bytes[Math.floor(random(bytes.length))] ^= 1 << Math.floor(random(8));
  writeFileSync(file, bytes);
}

function overwrite(file, from, length) {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(handle);
}

const half = (file) => truncateSync(file, Math.floor(statSync(file).size / 2));
const each = (pattern, change) => () => filesOf(pattern).forEach((file) => change(file));
const LOG = /\.log$/;
const MANIFEST = /MANIFEST/;

const DAMAGES = {
  'MANIFEST garbage': each(MANIFEST, (file) => writeFileSync(file, 'garbage')),
  'MANIFEST empty': each(MANIFEST, (file) => writeFileSync(file, '')),
  'MANIFEST deleted': each(MANIFEST, (file) => rmSync(file)),
  'MANIFEST halved': each(MANIFEST, half),
  'log halved': each(LOG, half),
  'log empty': each(LOG, (file) => writeFileSync(file, '')),
  'log garbage': each(LOG, (file) => writeFileSync(file, 'garbage'.repeat(1000))),
  'log deleted': each(LOG, (file) => rmSync(file)),
  'log beginning overwritten': each(LOG, (file) => overwrite(file, 0, 512)),
  'log end cut by 100 bytes': each(LOG, (file) => truncateSync(file, Math.max(0, statSync(file).size - 100))),
  'CURRENT deleted': each(/CURRENT$/, (file) => rmSync(file)),
  'CURRENT empty': each(/CURRENT$/, (file) => writeFileSync(file, '')),
  'CURRENT names no file': each(/CURRENT$/, (file) => writeFileSync(file, 'MANIFEST-999999\n')),
  'LOCK deleted': each(/LOCK$/, (file) => rmSync(file)),
  'every file deleted': each(/./, (file) => rmSync(file)),
  'every file empty': each(/./, (file) => writeFileSync(file, '')),
  'bits flipped in the log, 1': each(LOG, (file) => flip(file, 11)),
  'bits flipped in the log, 2': each(LOG, (file) => flip(file, 222)),
  'bits flipped in MANIFEST': each(MANIFEST, (file) => flip(file, 3333)),
  'bits flipped everywhere': each(/./, (file) => flip(file, 44444)),
};

const TOLD = ['storage/reset', 'storage/unavailable', 'storage/lost', 'storage/failed'];
const isTold = (look) => codesOf(look).some((code) => TOLD.includes(code));

/** What the engine says once it told of a loss, or after so many milliseconds without. */
async function lookUntilTold(page, milliseconds) {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const look = await saving(page, 'look');
    if (isTold(look) || Date.now() > deadline) return look;
    await pause(100);
  }
}

/** Saves, closes, damages, opens again. Resolves with what the new start says and what it finds of what was acknowledged. */
async function startAfter(damage, before = () => undefined) {
  const first = await open();
  await saving(first.page, 'start', 'indexeddb');
  const acked = await saving(first.page, 'append', SAVES);
  await first.page.waitForFunction(
    (count) => localStorage['mingshi/default:witness']?.startsWith(`${count} `),
    SAVES,
  );
  await close(first);
  const damaged = filesOf(/./).length;
  damage();
  const next = await open();
  await before(next.page);
  const start = await saving(next.page, 'start', 'indexeddb');
  const found = await saving(next.page, 'stored').catch(() => ({ ids: [] }));
  const lost = acked.filter((id) => !found.ids.includes(id)).length;
  const look = await lookUntilTold(next.page, lost > 0 ? 5000 : 1000);
  const saved = await saving(next.page, 'answer', 'granted');
  await next.kill();
  return { start, look, lost, saved, damaged };
}

test.describe.configure({ timeout: 90_000 });

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`${name}: starts, tells what is lost, and goes on`, async () => {
    const { start, look, lost, saved, damaged } = await startAfter(damage);
    expect(damaged).toBeGreaterThan(3);
    expect(start.milliseconds).toBeLessThan(5000);
    process.stdout.write(`${name}: lost ${lost} of ${SAVES}, told ${codesOf(look).join()}, then ${saved}\n`);
    expect(isTold(look)).toBe(lost > 0);
    expect(look.faults).toEqual([]);
  });
}

test('control: without the witness nothing is told', async () => {
  const { look, lost } = await startAfter(DAMAGES['MANIFEST garbage'], (page) =>
    page.evaluate(() => localStorage.clear()),
  );
  expect([lost, isTold(look)]).toEqual([SAVES, false]);
});
