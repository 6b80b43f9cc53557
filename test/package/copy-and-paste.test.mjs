// @ts-check
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright';
import sirv from 'sirv';
import { packPackage } from '../../scripts/pack.mjs';
import { ROOT, read } from '../../scripts/run.mjs';
import { CONTENT_SECURITY_POLICY } from '../../scripts/serve.mjs';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../support/browsers/chromium-arguments.mjs';

const POLICY = join(ROOT, 'demo/policies/sample-bank.zh-Hans.md');

const site = mkdtempSync(join(tmpdir(), 'mingshi-site-'));
/** @type {import('node:http').Server} */
let server;
/** @type {import('playwright').Browser} */
let browser;

/** The page that the README tells people to copy. */
function pageOfReadme() {
  const [, page] =
    /```html\n(<!doctype html>[\s\S]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  assert.ok(page, 'the README has a whole page to copy');
  return page;
}

before(async () => {
  const packed = await packPackage();
  cpSync(join(packed.folder, 'node_modules/mingshi/dist/mingshi.js'), join(site, 'mingshi.js'));
  packed.remove();
  writeFileSync(join(site, 'index.html'), pageOfReadme());
  await read(process.execPath, [
    join(ROOT, 'dist/src/cli/main.js'),
    'compile',
    POLICY,
    '-o',
    join(site, 'policy.json'),
  ]);
  const serve = sirv(site, { dev: true });
  server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', CONTENT_SECURITY_POLICY);
    // Browsers ask for an icon by themselves; the README's page has none.
    const nothing = request.url === '/favicon.ico' ? 204 : 404;
    serve(request, response, () => void response.writeHead(nothing).end());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { chromium: executablePath } = await findBrowsers(['chromium']);
  browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath && { executablePath }) });
});

after(async () => {
  await browser?.close();
  server?.close();
  rmSync(site, { recursive: true, force: true });
});

test("the README's page asks, records the agreement, and does not ask again", async () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const page = await browser.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${port}/`);

  const agree = page.getByRole('button', { name: '同意', exact: true });
  await agree.waitFor();
  await page.waitForFunction(() => {
    const gate = /** @type {any} */ (document.querySelector('ming-consent-gate'));
    return gate?.matches(':defined');
  });
  await page.waitForTimeout(1000);
  await agree.click();
  await agree.waitFor({ state: 'hidden' });

  await page.reload();
  const decision = await page.waitForFunction(() => {
    const { engine } = /** @type {any} */ (document.querySelector('ming-provider'));
    const status = engine?.status(engine.policies[0].id);
    return status && status.decision !== 'unknown' ? status.decision : undefined;
  });
  assert.equal(await decision.jsonValue(), 'granted');
  await page.waitForTimeout(500);
  assert.equal(await agree.isVisible(), false);
  assert.deepEqual(faults, []);
});

test('the names the README mentions are those of the package', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const { exports, scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const imported = [...readme.matchAll(/(?:from|import) '(mingshi[^']*)'/g)].map(
    ([, path]) => `.${path?.slice('mingshi'.length)}`,
  );
  assert.deepEqual(
    imported.filter((path) => !(path in exports)),
    [],
  );
  const commands = [...readme.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
  assert.deepEqual(
    commands.filter((name) => !(name in scripts)),
    [],
  );
});

test('every file the pages for people point to is there', () => {
  const missing = ['README.md', 'CONTRIBUTING.md', 'PRIVACY.md', 'CHANGELOG.md'].flatMap((page) => {
    const links = [...readFileSync(join(ROOT, page), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)];
    return links.map(([, path]) => path ?? '').filter((path) => !existsSync(join(ROOT, path)));
  });
  assert.deepEqual(missing, []);
});
