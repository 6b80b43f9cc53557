import { expect, test } from 'playwright/test';
import { findRows } from '../soak/harness/find-rows.mjs';
import { describeResult, runRow } from '../soak/harness/run-row.mjs';

// The short forms of the soak's rows that need a browser, each with its negative control, always with the same choices.
const SEED = 1;

/** What is run here, and in which engines; the rest is for `npm run soak`. */
const SHORT = {
  'F-S1': ['chromium', 'firefox'],
  'F-S2': ['chromium', 'firefox'],
  'F-S3': ['chromium'],
  'F-N5-local': ['chromium'],
  'F-L1': ['chromium'],
  'F-L2': ['chromium', 'firefox'],
};

test.describe.configure({ mode: 'parallel' });

for (const row of await findRows(Object.keys(SHORT))) {
  for (const engine of SHORT[row.id]) {
    test(`${row.id} in ${engine}: ${row.title}`, async () => {
      test.setTimeout(300_000);
      const result = await runRow(row, { engine, scale: 'short', seed: SEED });
      expect(result.passed, describeResult(result)).toBe(true);
    });
  }
}
