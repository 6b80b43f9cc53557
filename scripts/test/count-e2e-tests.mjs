// @ts-check
import { writeFileSync } from 'node:fs';

/** A reporter of playwright/test that writes `{passed, failed, skipped}`; a test that passed on a second try failed. */
export default class CountReporter {
  /** @type {import('playwright/types/testReporter').Suite | undefined} */
  #suite;
  #errors = 0;

  /** @param {unknown} _config @param {import('playwright/types/testReporter').Suite} suite */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** An error outside every test: a file that could not be loaded, a fixture that could not be set up. */
  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const file = process.env['MINGSHI_COUNTS'];
    if (file === undefined) return;
    const outcomes = (this.#suite?.allTests() ?? []).map((test) => test.outcome());
    const count = (/** @type {string} */ outcome) => outcomes.filter((one) => one === outcome).length;
    const failed = count('unexpected') + count('flaky') + this.#errors;
    writeFileSync(file, JSON.stringify({ passed: count('expected'), failed, skipped: count('skipped') }));
  }

  printsToStdio() {
    return false;
  }
}
