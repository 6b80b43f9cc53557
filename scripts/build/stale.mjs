// @ts-check
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

const COMPILED = join(ROOT, 'build');
const OUTPUT = /\.(?:d\.ts|js|js\.map)$/;

/** Removes what tsc wrote for a source that is no longer there; tsc itself never does, and rollup would ship it. */
export function removeStale() {
  for (const folder of ['src', 'components']) {
    if (!existsSync(join(COMPILED, folder))) continue;
    for (const name of readdirSync(join(COMPILED, folder), { recursive: true })) {
      const path = join(folder, String(name));
      if (!OUTPUT.test(path) || existsSync(join(ROOT, path.replace(OUTPUT, '.ts')))) continue;
      rmSync(join(COMPILED, path));
    }
  }
}
