// @ts-check
// npm run bench [-- compiler | compare | engine | storage]: after `npm run build`. Prints tables; exits with 1 where a limit is broken.
import { fail } from './run.mjs';

/** What can be measured, by its name. @type {Record<string, () => Promise<number>>} */
const BENCHMARKS = {
  compiler: async () => (await import('./bench/compiler.mjs')).benchCompiler(),
  compare: async () => (await import('./bench/compare.mjs')).benchCompare(),
  engine: async () => (await import('./bench/engine-start.mjs')).benchEngineStart(),
  storage: async () => (await import('./bench/storage-save.mjs')).benchStorageSave(),
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in BENCHMARKS));
if (unknown !== undefined)
  fail(`There is no benchmark ${unknown}; there are ${Object.keys(BENCHMARKS).join(' and ')}.`);
for (const name of chosen.length > 0 ? chosen : Object.keys(BENCHMARKS)) {
  const code = await BENCHMARKS[name]?.().catch(fail);
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code ?? 0);
}
