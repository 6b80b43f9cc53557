// @ts-check
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { lintChecks } from '../lint.mjs';
import { ROOT, run, runScript } from '../run.mjs';
import { measureSizes, printSizes } from '../size.mjs';
import { testComponents } from '../test-components.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

const one = (/** @type {boolean} */ passed) => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  skipped: 0,
});

/**
 * Runs a program that writes its counts to the file it is given. A run that failed without a counted failure (it crashed,
 * or found no tests) counts as one.
 * @param {(file: string) => Promise<number>} start @returns {Promise<Counts>}
 */
async function counted(start) {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-counts-'));
  const file = join(folder, 'counts.json');
  try {
    const code = await start(file);
    const counts = readCounts(file);
    const unsaid = counts.failed === 0 && (code !== 0 || counts.passed + counts.skipped === 0) ? 1 : 0;
    return { ...counts, failed: counts.failed + unsaid };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file @returns {Counts} */
function readCounts(file) {
  try {
    const answer = JSON.parse(readFileSync(file, 'utf8'));
    return { passed: answer.passed, failed: answer.failed, skipped: answer.skipped };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** Test files in a folder, at any depth. @param {string} folder @param {RegExp} pattern */
const filesIn = (folder, pattern) =>
  readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => join(folder, name));

/** @param {string} folder @param {readonly string[]} files */
const nodeTests = (folder, files) =>
  counted((counts) => {
    const chosen = files.length > 0 ? files : filesIn(folder, /\.test\.mjs$/);
    const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'].concat(
      `--test-reporter=${ROOT}scripts/test/count-node-tests.mjs`,
      `--test-reporter-destination=${counts}`,
    );
    return run(process.execPath, ['--test', '--test-concurrency=2', ...reporters, ...chosen]);
  });

/** Each part of `npm test`, in order; resolves with its counts. @type {Record<string, (files: readonly string[]) => Promise<Counts>>} */
export const suites = {
  async build() {
    await build();
    return one(true);
  },
  types: async () => one((await runScript('typescript/bin/tsc', ['-p', 'tsconfig.checked.json'])) === 0),
  async lint() {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const check of Object.values(lintChecks)) counts[(await check()) === 0 ? 'passed' : 'failed'] += 1;
    return counts;
  },
  core: (files) => nodeTests('test/core', files),
  components: (files) => counted((counts) => testComponents({ files, counts })),
  e2e: (files) =>
    counted((counts) => {
      const reporters = `--reporter=list,${ROOT}scripts/test/count-e2e-tests.mjs`;
      const env = { ...process.env, MINGSHI_COUNTS: counts };
      return runScript('playwright/cli.js', ['test', reporters, ...files], { env });
    }),
  package: (files) => nodeTests('test/package', files),
  async sizes() {
    const rows = await measureSizes();
    printSizes(rows);
    const passed = rows.filter((row) => row.passed).length;
    return { passed, failed: rows.length - passed, skipped: 0 };
  },
};
