// @ts-check
// npm test: every suite in order. `node scripts/test.mjs core [files]` runs one. The last line is the tally.
import { existsSync } from 'node:fs';
import { ENGINES, locateBrowsers } from '../test/support/browsers.mjs';
import { ensureHome } from '../test/support/browsers/home.mjs';
import { ROOT, read } from './run.mjs';
import { suites } from './test/suites.mjs';

/** @typedef {{name: string, passed: number, failed: number, skipped: number, seconds: number}} Result */

const NEEDS_BROWSERS = ['components', 'e2e', 'package'];

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

/** @param {string} name @param {readonly string[]} files @returns {Promise<Result>} */
async function runSuite(name, files) {
  say(`\n── ${name}`);
  const start = Date.now();
  const counts = await suites[name]?.(files).catch((/** @type {unknown} */ error) => {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return undefined;
  });
  return { name, ...(counts ?? { passed: 0, failed: 1, skipped: 0 }), seconds: (Date.now() - start) / 1000 };
}

/** What git knows to have changed or to be new; undefined outside a repository. */
const changes = () =>
  existsSync(`${ROOT}.git`) ? read('git', ['status', '--porcelain']) : Promise.resolve(undefined);

/** Tests must leave nothing behind. A tree that was not clean at first says nothing. @param {string | undefined} before @returns {Promise<Result>} */
async function checkTree(before) {
  const result = { name: 'clean tree', passed: 0, failed: 0, skipped: 0, seconds: 0 };
  if (before !== '') {
    say(
      `\nclean tree: skipped, ${before === undefined ? 'this is no git repository' : 'it had changes before the tests'}.`,
    );
    return { ...result, skipped: 1 };
  }
  const after = (await changes()) ?? '';
  if (after !== '') say(`\nThe tests left these behind:\n${after}`);
  return after === '' ? { ...result, passed: 1 } : { ...result, failed: 1 };
}

/** @param {readonly Result[]} results */
function tally(results) {
  say('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    say(
      `${name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped} skipped  (${seconds.toFixed(1)} s)`,
    );
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

/** @param {string | undefined} only @param {readonly string[]} files */
async function main(only, files) {
  if (only !== undefined && !(only in suites))
    throw new Error(`No suite ${only}. There are: ${Object.keys(suites).join(', ')}.`);
  ensureHome();
  const names = only === undefined ? Object.keys(suites) : [only];
  const before = only === undefined ? await changes() : undefined;
  // Once for all suites, before the long work: what is missing is fetched here, or the command to type is printed.
  if (names.some((name) => NEEDS_BROWSERS.includes(name)))
    await locateBrowsers(ENGINES, { headed: only !== 'package' });

  const results = [];
  for (const name of names) {
    results.push(await runSuite(name, files));
    if (name === 'build' && results.some(({ failed }) => failed > 0)) break;
  }
  if (only === undefined) results.push(await checkTree(before));
  tally(results);
}

const [only, ...files] = process.argv.slice(2);
await main(only, files).catch((error) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
