// @ts-check
import { missingTools } from './browsers/desktop.mjs';
import { commandToType, fetchMissing } from './browsers/fetch.mjs';
import { ensureHome } from './browsers/home.mjs';
import { locate } from './browsers/places.mjs';

/** @typedef {import('./browsers/places.mjs').Browser} Browser */
/** @typedef {import('./browsers/places.mjs').Engine} Engine */
/** @typedef {{headed?: boolean, nativeHost?: boolean}} Options */

export const ENGINES = /** @type {const} */ (['chromium', 'firefox', 'webkit']);

/** @param {readonly Engine[]} engines @param {Options} options */
function look(engines, options) {
  const found = engines.map((engine) => locate(engine, options)).filter((browser) => browser !== undefined);
  const there = new Set(found.map(({ engine }) => engine));
  return {
    found,
    missing: {
      engines: engines.filter((engine) => !there.has(engine)),
      tools: missingTools({ ...options, display: found.some(({ driver }) => driver === 'webdriver') }),
    },
  };
}

/** @param {{engines: readonly string[], tools: readonly string[]}} missing */
const isComplete = ({ engines, tools }) => engines.length + tools.length === 0;

/**
 * Finds the browsers to test in: for each engine one named by `MINGSHI_CHROMIUM`, `MINGSHI_FIREFOX`, `MINGSHI_WEBKIT` (with
 * `MINGSHI_WEBKIT_DRIVER`), else Playwright's own build, else the system's. What is missing is fetched, on stderr; with
 * `MINGSHI_BROWSERS=none` everything counts as missing. `headed` also asks for what assistive technology needs (a virtual
 * display, AT-SPI), `nativeHost` for what an app with a web view of its own needs. Rejects with the one command to type where
 * something is still missing.
 * @param {readonly Engine[]} engines @param {Options} [options] @returns {Promise<Browser[]>}
 */
export async function locateBrowsers(engines, options = {}) {
  ensureHome();
  const treatAsAbsent = process.env['MINGSHI_BROWSERS'] === 'none';
  const first = look(engines, options);
  if (!treatAsAbsent && isComplete(first.missing)) return first.found;
  await fetchMissing(treatAsAbsent ? { engines, tools: [] } : first.missing);
  // Fetched once: this process and its children look as usual from now on.
  delete process.env['MINGSHI_BROWSERS'];
  const second = look(engines, options);
  if (isComplete(second.missing)) return second.found;
  const names = [...second.missing.engines, ...second.missing.tools].join(', ');
  throw new Error(`To run these tests, ${names} must be installed. Type:\n\n  ${commandToType()}\n`);
}

/**
 * As `locateBrowsers`; resolves with the programs alone, by engine.
 * @param {readonly Engine[]} engines @param {Options} [options] @returns {Promise<Record<string, string>>}
 */
export async function findBrowsers(engines, options = {}) {
  const browsers = await locateBrowsers(engines, options);
  return Object.fromEntries(browsers.map(({ engine, path }) => [engine, path]));
}
