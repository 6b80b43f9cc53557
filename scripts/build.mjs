// @ts-check
// npm run build: TypeScript → build/, then everything that ships → dist/. `--force` goes on after type errors.
import { buildDist } from './build/dist.mjs';
import { removeStale } from './build/stale.mjs';
import { fail, runScript } from './run.mjs';

/** @param {{force?: boolean}} [options] */
export async function build({ force = false } = {}) {
  removeStale();
  const code = await runScript('typescript/bin/tsc', ['-b']);
  if (code !== 0 && !force)
    throw new Error('The TypeScript programs have errors; nothing was written to dist.');
  await buildDist();
}

if (process.argv[1] === import.meta.filename) {
  await build({ force: process.argv.includes('--force') }).catch(fail);
}
