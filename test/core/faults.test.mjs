import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FAULTS, faultTable } from '../soak/faults.mjs';
import { findRows } from '../soak/harness/find-rows.mjs';
import { Report } from '../soak/harness/report.mjs';
import { seededRandom } from '../soak/harness/random.mjs';
import { runRow } from '../soak/harness/run-row.mjs';

const read = (file) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

describe('the table of faults', () => {
  for (const { id, soak, tests } of FAULTS) {
    it(`${id} is covered by the tests it names`, async () => {
      assert.ok(tests.length > 0);
      for (const { file, words } of tests) assert.ok(read(file).includes(words), `${file}: ${words}`);
      await findRows(soak);
    });
  }

  it('names every row of the soak', async () => {
    const named = new Set(FAULTS.flatMap(({ soak }) => soak));
    assert.deepEqual(
      (await findRows()).map(({ id }) => id).filter((id) => !named.has(id)),
      [],
    );
    assert.equal(faultTable().split('\n').length, FAULTS.length + 2);
  });
});

describe('a report', () => {
  const reported = (fill) => {
    const report = new Report();
    fill(report);
    const { lost, doubled, changed, broken, passed } = report.result;
    return [lost, doubled, changed, broken, passed];
  };

  it('passes where what was acknowledged is found once, as it was, whatever the order of its keys', () => {
    assert.deepEqual(
      reported((report) => (report.acked('1', { a: 1, b: 2 }), report.found('1', { b: 2, a: 1 }))),
      [0, 0, 0, 0, true],
    );
  });

  for (const [what, fill, expected] of [
    ['lost', (report) => report.acked('1', {}), [1, 0, 0, 0, false]],
    ['doubled', (report) => (report.found('1', {}), report.found('1', {})), [0, 1, 0, 0, false]],
    ['changed', (report) => (report.acked('1', { a: 1 }), report.found('1', { a: 2 })), [0, 0, 1, 0, false]],
    ['broken', (report) => report.check(false, 'no'), [0, 0, 0, 1, false]],
    ['empty', () => undefined, [0, 0, 0, 0, false]],
  ])
    it(`does not pass where something is ${what}`, () => assert.deepEqual(reported(fill), expected));
});

describe('a row', () => {
  const fine = async ({ report }) => report.check(true, '');
  const bad = async ({ report }) => report.check(false, '');

  it('passes only where its control is found out, without an error', async () => {
    const passed = async (run, control) =>
      (await runRow({ id: 'x', engines: ['node'], run, control })).passed;
    const fails = async () => Promise.reject(new Error('no'));
    assert.deepEqual(
      [await passed(fine, bad), await passed(fine, fine), await passed(fine, fails), await passed(bad, bad)],
      [true, false, false, false],
    );
  });

  it('makes the same choices with the same seed', () => {
    const numbers = (seed) => Array.from({ length: 20 }, seededRandom(seed).next);
    assert.deepEqual(numbers(7), numbers(7));
    assert.notDeepEqual(numbers(7), numbers(8));
  });
});
