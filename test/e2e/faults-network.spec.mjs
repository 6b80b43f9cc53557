import { expect, test } from 'playwright/test';
import { findRows } from '../soak/harness/find-rows.mjs';
import { describeResult, runRow } from '../soak/harness/run-row.mjs';

// The short forms of the network's rows; the full ones: `npm run soak -- network --full`.
for (const row of await findRows(['network']))
  for (const engine of row.engines)
    test(`${row.id} in ${engine}: ${row.title}`, async () => {
      test.setTimeout(300_000);
      const result = await runRow(row, { engine, scale: 'short', seed: 20261123 });
      expect(result.passed, describeResult(result)).toBe(true);
    });
