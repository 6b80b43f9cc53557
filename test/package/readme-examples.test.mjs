// @ts-check
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { chromium } from 'playwright';
import sirv from 'sirv';
import { ROOT, read } from '../../scripts/run.mjs';
import { permissionKinds } from '../../build/src/permission/index.js';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../support/browsers/chromium-arguments.mjs';
import { installedProject } from './installed-project.mjs';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const POLICY = join(ROOT, 'demo/policies/sample-bank.zh-Hans.md');

/** The code block of a language that has these words. @param {string} language @param {string} words */
function example(language, words) {
  const blocks = [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))];
  const [found] = blocks.map(([, code]) => code ?? '').filter((code) => code.includes(words));
  assert.ok(found, `the README has an example with ${words}`);
  return found;
}

describe('what the README says of permissions', () => {
  test('its table has every kind there is, as the code has it', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)` +\|(.*)\|$/gm)]
      .map(([, kind, rest = '']) => [kind, ...rest.split('|').map((cell) => cell.trim().replaceAll('`', ''))])
      .filter(([, , asked]) => asked === 'browser' || asked === 'host');
    const kinds = Object.values(permissionKinds).map(({ kind, zh, asked, w3c = '', picker, sensitive }) => {
      const notes = [picker && 'picker', sensitive && 'sensitive'].filter(Boolean).join(', ');
      return [kind, zh, asked === 'web' ? 'browser' : 'host', w3c, notes];
    });
    assert.deepEqual(rows, kinds);
  });

  const typesOf = (/** @type {string} */ file, /** @type {RegExp} */ where) =>
    [...(where.exec(readFileSync(join(ROOT, file), 'utf8'))?.[1] ?? '').matchAll(/'([a-z-]+)'/g)].map(
      ([, name]) => name ?? '',
    );

  test('its table of verdicts has each there is, in order, with what it means to the app', () => {
    const verdicts = typesOf('src/consent/model.ts', /export type Verdict =([^;]+);/);
    const [, table = ''] = /\n\| verdict +\|[^\n]*\n([\s\S]*?)\n\n/.exec(readme) ?? [];
    const rows = [...table.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\| (.+?) +\|$/gm)];
    assert.ok(verdicts.length > 10, 'the type was found');
    assert.deepEqual(
      rows.map(([, verdict]) => verdict),
      verdicts,
    );
  });

  test('it names every reason, and every rejection of the question', () => {
    const reasons = typesOf('src/permission/model.ts', /readonly reason: ([^;]+);/);
    const source = readFileSync(join(ROOT, 'src/permission/asked.ts'), 'utf8');
    const rejections = [...source.matchAll(/ConsentError\(\s*'([a-z/-]+)'/g)].map(([, code]) => code);
    assert.ok(reasons.length >= 5 && rejections.length >= 3, 'both were found');
    assert.deepEqual(
      [...reasons, ...rejections].filter((name) => !readme.includes(`\`${name}\``)),
      [],
    );
  });

  test('its example without elements does what it says', async () => {
    const project = await installedProject();
    try {
      await project.run('npx', '--no-install', 'mingshi', 'compile', POLICY, '-o', 'policy.json');
      project.write('permission.js', example('js', 'requesters: { camera }'));
      assert.equal((await project.run(process.execPath, 'permission.js')).trim(), 'true a picture');
    } finally {
      project.remove();
    }
  });
});

test('PRIVACY.md and disclosure.json name each call that can prompt, as the code makes it', () => {
  const { prompts } = JSON.parse(readFileSync(join(ROOT, 'disclosure.json'), 'utf8'));
  const inBrowser = Object.values(permissionKinds).filter(({ asked }) => asked === 'web');
  assert.deepEqual(
    Object.keys(prompts.calls),
    inBrowser.map(({ kind }) => kind),
  );
  const privacy = readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8');
  const rows = [...privacy.matchAll(/^\| `([a-z-]+)` +\| `(.+)` +\|$/gm)].map(([, kind, call]) => [
    kind,
    call,
  ]);
  assert.deepEqual(Object.fromEntries(rows), prompts.calls);
  for (const [kind, call] of Object.entries(prompts.calls)) {
    const code = readFileSync(join(ROOT, `src/permission/web/${kind}.ts`), 'utf8');
    const made = call.startsWith('<input') ? 'fileRequester' : call.slice(call.lastIndexOf('.') + 1);
    assert.ok(code.includes(made), `${kind} makes ${call}`);
  }
});

test('the limits of the README are the budgets of package.json, one by one', () => {
  const { budgets } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, table = ''] = /## What it weighs([\s\S]*?)\n## /.exec(readme) ?? [];
  const limits = [...table.matchAll(/\| ([\d.]+) KB +\|$/gm)].map(([, limit]) => Number(limit) * 1000);
  assert.deepEqual(limits, Object.values(budgets));
});

describe('its examples in a page', () => {
  const site = mkdtempSync(join(tmpdir(), 'mingshi-readme-'));
  /** @type {import('node:http').Server} */
  let server;
  /** @type {import('playwright').Browser} */
  let browser;
  /** @type {import('playwright').Page} */
  let page;

  before(async () => {
    cpSync(join(ROOT, 'dist/mingshi.js'), join(site, 'mingshi.js'));
    const compile = [join(ROOT, 'dist/src/cli/main.js'), 'compile', POLICY, '-o', join(site, 'policy.json')];
    await read(process.execPath, compile);
    writeFileSync(join(site, 'index.html'), pageOf());
    writeFileSync(join(site, 'scanner.js'), 'window.scanners = (window.scanners ?? 0) + 1;');
    const serve = sirv(site, { dev: true });
    server = createServer((request, response) =>
      serve(request, response, () => void response.writeHead(404).end()),
    );
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { chromium: executablePath } = await findBrowsers(['chromium']);
    const args = [...CHROMIUM_ARGUMENTS, '--use-fake-device-for-media-stream'];
    browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const origin = `http://127.0.0.1:${port}`;
    const context = await browser.newContext({ locale: 'zh-CN' });
    await context.grantPermissions(['camera'], { origin });
    page = await context.newPage();
    await page.goto(origin);
    await agree('ming-consent-gate');
  });

  after(async () => {
    await browser?.close();
    server?.close();
    rmSync(site, { recursive: true, force: true });
  });

  /** The README's elements and examples, with the app around them that they speak of. */
  const pageOf = () => `<!doctype html>
    <html lang="zh-Hans"><title>My app</title>
    <script type="importmap">{ "imports": { "mingshi/guard-links": "./mingshi.js" } }</script>
    <ming-provider policy="policy.json" storage="memory">
      <ming-consent-gate></ming-consent-gate>
      <ming-permission-prompt></ming-permission-prompt>
      <ming-jump-confirm></ming-jump-confirm>
      <button id="scan" disabled>Pay by code</button> <video></video>
      ${example('html', 'data-ming-requires')}
      ${example('html', 'data-ming-name')}
    </ming-provider>
    <script type="module">
      const scanButton = document.querySelector('#scan');
      const video = document.querySelector('video');
      ${example('js', 'scanButton')}
    </script>
    <script type="module">${example('js', 'guardLinks(document')}</script>
    <script type="module" src="mingshi.js"></script></html>`;

  const agree = async (/** @type {string} */ tag) => {
    const button = page.locator(tag).getByRole('button', { name: '同意', exact: true });
    await button.waitFor();
    await page.waitForTimeout(800);
    await button.click();
    await button.waitFor({ state: 'hidden' });
  };

  test('the camera is asked for, and what requires it comes and runs', async () => {
    assert.equal(await page.evaluate(() => Reflect.get(window, 'scanners')), undefined);
    await page.locator('#scan').click();
    await agree('ming-permission-prompt');
    await page.waitForFunction(() => document.querySelector('video')?.srcObject !== null);
    await page.waitForFunction(() => Reflect.get(window, 'scanners') === 1);
  });

  test('a provider that builds another engine tells of it, and the guard of the example asks that one', async () => {
    const again = page.evaluate(
      () =>
        new Promise((resolve) =>
          document.addEventListener('ming-ready', () => resolve(true), { once: true }),
        ),
    );
    await page.evaluate(() => Object.assign(document.querySelector('ming-provider') ?? {}, { options: {} }));
    assert.equal(await again, true);
    // What was agreed to was kept in memory alone.
    await agree('ming-consent-gate');
  });

  test('the link is confirmed before it is followed, with what the app says of it', async () => {
    const asked = page.locator('ming-jump-confirm').getByRole('dialog');
    await page.route('https://partner.example/**', (route) => route.fulfill({ body: 'there' }));
    await page.getByText('Offers of our partner').click();
    await asked.waitFor();
    for (const words of ['partner.example', 'Partner Insurance Company Limited', 'Nothing of yours'])
      assert.ok((await asked.innerText()).includes(words), words);
    assert.match(page.url(), /127\.0\.0\.1/);
    await agree('ming-jump-confirm');
    await page.waitForURL('https://partner.example/offers');
  });
});
