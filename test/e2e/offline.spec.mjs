import { mkdtempSync, readFileSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '../support/watched-test.mjs';
import { openWebKit } from '../support/webkit-page.mjs';

const GLOBAL = fileURLToPath(new URL('../../dist/mingshi.global.js', import.meta.url));

const offlinePage = (policy) => `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>offline</title>
<script src="mingshi.global.js"></script></head>
<body><ming-provider storage="indexeddb">
<script type="application/json">${policy.replaceAll('<', '\\u003c')}</script>
<ming-consent-gate></ming-consent-gate></ming-provider></body></html>`;

let folder;
let address;

test.beforeAll(({ policies }) => {
  folder = mkdtempSync(join(tmpdir(), 'mingshi-offline-'));
  copyFileSync(GLOBAL, join(folder, 'mingshi.global.js'));
  const policy = readFileSync(join(policies.folder, 'traps.json'), 'utf8');
  writeFileSync(join(folder, 'index.html'), offlinePage(policy));
  address = pathToFileURL(join(folder, 'index.html')).href;
});

test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('from an offline package the first run works from file:// in Chromium, with no request made', async ({
  page,
  gate,
}) => {
  const requests = [];
  page.on('request', (request) => requests.push(request.url()));
  await gate.open(address);
  await gate.expectAsking();
  await gate.gate.locator('ming-policy-summary').getByRole('button').nth(1).click();
  await expect(gate.gate.locator('ming-policy-reader')).toBeVisible();
  await gate.pressAgree();
  await expect(gate.dialog).toBeHidden();
  await gate.expectStatus({ decision: 'granted' });
  await page.reload();
  await gate.expectNotAsking();
  const own = [address, pathToFileURL(join(folder, 'mingshi.global.js')).href];
  expect(requests.filter((url) => !own.includes(url))).toEqual([]);
});

test('from an offline package the first run works from file:// in WebKit', async () => {
  const webkit = await openWebKit();
  try {
    await webkit.open(address);
    await webkit.press('ming-consent-gate', '同意');
    const status = await webkit.status();
    expect(status.decision).toBe('granted');
    const own = pathToFileURL(join(folder, 'mingshi.global.js')).href;
    expect((await webkit.resources()).filter((url) => url !== own)).toEqual([]);
  } finally {
    await webkit.close();
  }
});
