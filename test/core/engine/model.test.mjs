import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeResult, runRow } from '../../soak/harness/run-row.mjs';
import { row as choices } from '../../soak/consent/same-choice-twice.row.mjs';
import { row as clocks } from '../../soak/model/clock.row.mjs';
import { row as model } from '../../soak/model/model.row.mjs';

// The soak's rows that need no browser, in their short form, with the seeds that once found something.
const SEEDS = { 'F-M': [1, 3], 'F-N7': [5], 'F-C8': [5] };

describe('any order of what may happen', () => {
  for (const row of [model, clocks, choices])
    for (const seed of SEEDS[row.id])
      it(`${row.id}, seed ${seed}: ${row.title}`, async () => {
        const result = await runRow(row, { seed });
        assert.ok(result.passed, describeResult(result));
      });
});
