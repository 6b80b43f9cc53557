// @ts-check
import { writeFileSync } from 'node:fs';

/** @typedef {import('@web/test-runner-core').TestSuiteResult} Suite */

/** @param {Suite | undefined} suite @returns {import('@web/test-runner-core').TestResult[]} */
function testsOf(suite) {
  if (suite === undefined) return [];
  return [...suite.tests, ...suite.suites.flatMap(testsOf)];
}

/** A file that could not be loaded, or a page that broke, counts as one failure. @param {import('@web/test-runner-core').TestSession} session */
function countSession({ testResults, errors, passed }) {
  const tests = testsOf(testResults);
  const failed = tests.filter((test) => !test.passed && !test.skipped).length;
  const broken = failed === 0 && (errors.length > 0 || !passed) ? 1 : 0;
  return {
    passed: tests.filter((test) => test.passed).length,
    failed: failed + broken,
    skipped: tests.filter((test) => test.skipped).length,
  };
}

/** Says which tests an engine left out; their names say why. @param {import('@web/test-runner-core').TestSession} session */
function saySkipped({ browser, testResults }) {
  for (const { name } of testsOf(testResults).filter((test) => test.skipped)) {
    process.stdout.write(`skipped in ${browser.name}: ${name}\n`);
  }
}

/**
 * A reporter of @web/test-runner that writes `{passed, failed, skipped}` to a file, counted once per engine.
 * @param {string | undefined} file where it is absent, what was skipped is said and nothing written @returns {import('@web/test-runner-core').Reporter}
 */
export function countReporter(file) {
  return {
    stop({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        saySkipped(session);
        const { passed, failed, skipped } = countSession(session);
        counts.passed += passed;
        counts.failed += failed;
        counts.skipped += skipped;
      }
      if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
    },
  };
}
