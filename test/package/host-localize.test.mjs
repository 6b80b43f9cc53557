// @ts-check
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import { packPackage } from '../../scripts/pack.mjs';
import { ROOT } from '../../scripts/run.mjs';
import { findBrowsers } from '../support/browsers.mjs';
import { CHROMIUM_ARGUMENTS } from '../support/browsers/chromium-arguments.mjs';

/** @type {Awaited<ReturnType<typeof packPackage>>} */
let packed;
/** @type {import('playwright').Browser} */
let browser;
before(async () => {
  packed = await packPackage();
  writeFileSync(join(packed.folder, 'host.js'), HOST);
  const { chromium: executablePath } = await findBrowsers(['chromium']);
  browser = await chromium.launch({ args: CHROMIUM_ARGUMENTS, ...(executablePath && { executablePath }) });
});
after(async () => {
  await browser?.close();
  packed?.remove();
});

// Modules run in the order in which they are imported.
const OURS = `import 'mingshi/define'; import * as ours from 'mingshi/locale';`;
const THEIRS = `import { host, msg } from './host.js';`;

/** A host that sets up its own copy of @lit/localize, with French, and counts what it hears. */
const HOST = `
  import { configureLocalization } from '@lit/localize';
  export { msg } from '@lit/localize';
  export const host = configureLocalization({
    sourceLocale: 'en', targetLocales: ['fr'],
    loadLocale: () => Promise.resolve({ templates: { hello: 'Bonjour' } }),
  });
  window.heard = [];
  window.addEventListener('lit-localize-status', ({ detail }) => window.heard.push(detail.status));`;

const SCENE = `
  window.play = async () => {
    await ours.setLocale('zh-CN');
    const afterOurs = [host.getLocale(), msg('Hello', { id: 'hello' }), ours.getLocale(), [...window.heard]];
    await host.setLocale('fr');
    const afterTheirs = [host.getLocale(), msg('Hello', { id: 'hello' }), ours.getLocale(), [...window.heard]];
    return [afterOurs, afterTheirs];
  };`;

/** @param {string} contents */
async function play(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: packed.folder },
    nodePaths: [join(ROOT, 'node_modules')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'error',
  });
  const page = await browser.newPage();
  try {
    await page.setContent('<!doctype html><title>A host</title>');
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
    return await page.evaluate(() => /** @type {any} */ (window).play());
  } finally {
    await page.close();
  }
}

const UNTOUCHED = [
  ['en', 'Hello', 'zh-Hans', []],
  ['fr', 'Bonjour', 'zh-Hans', ['loading', 'ready']],
];

test('a host that sets up @lit/localize before us notices nothing of us', async () => {
  assert.deepEqual(await play(`${THEIRS}\n${OURS}\n${SCENE}`), UNTOUCHED);
});

test('a host that sets up @lit/localize after us notices nothing of us', async () => {
  assert.deepEqual(await play(`${OURS}\n${THEIRS}\n${SCENE}`), UNTOUCHED);
});
