// @ts-check
// npm run soak [-- area or row … --full --seed N --engine chromium|firefox|node --list --table]: faults, in real browsers and
// processes, after `npm run build`. Prints acked / found / lost / doubled / changed; exits with 1 where a row did not hold.
import { parseArgs } from 'node:util';
import { ensureHome } from '../test/support/browsers/home.mjs';
import { faultTable } from '../test/soak/faults.mjs';
import { findRows } from '../test/soak/harness/find-rows.mjs';
import { describeResult, runRow } from '../test/soak/harness/run-row.mjs';
import { fail } from './run.mjs';

const say = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);

function readArguments() {
  const { values, positionals } = parseArgs({
    options: {
      full: { type: 'boolean', default: false },
      seed: { type: 'string' },
      engine: { type: 'string', multiple: true },
      list: { type: 'boolean', default: false },
      table: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`--seed takes a whole number, not ${values.seed}.`);
  return { ...values, seed, chosen: positionals };
}

async function main() {
  const { chosen, full, seed, engine, list, table } = readArguments();
  if (table) return say(faultTable());
  const rows = await findRows(chosen);
  if (list)
    return rows.forEach(({ area, id, engines, title }) =>
      say(`${area} ${id} (${engines.join(', ')}): ${title}`),
    );
  ensureHome();
  const results = [];
  for (const row of rows) {
    for (const one of row.engines.filter((/** @type {string} */ name) => !engine || engine.includes(name))) {
      const result = await runRow(row, { engine: one, scale: full ? 'full' : 'short', seed });
      say(describeResult(result));
      results.push(result);
    }
  }
  const failed = results.filter(({ passed }) => !passed).length;
  say(`\n${results.length - failed} held, ${failed} did not (seed ${seed})`);
  process.exitCode = failed > 0 || results.length === 0 ? 1 : 0;
}

// So that what a row started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
await main().catch(fail);
