import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CLI = join(ROOT, 'dist/src/cli/main.js');
const SEEDS = join(ROOT, '../shared/seeds');

/** The real policies to test on, as absolute paths; empty where the folder is absent. */
export const seeds = existsSync(SEEDS)
  ? readdirSync(SEEDS)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(SEEDS, name))
  : [];

export const SEEDS_ABSENT = 'the folder of real policies (../shared/seeds) is absent';

export const trapDocument = join(ROOT, 'test/fixtures/traps.zh-Hans.txt');

/**
 * A folder of policies compiled by the command line of the package, removed by `remove`. `compile` returns the file's
 * name in it.
 */
export function compiledPolicies() {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-policies-'));
  return {
    folder,
    compile(source, name, ...options) {
      execFileSync(process.execPath, [CLI, 'compile', source, '-o', join(folder, name), ...options], {
        stdio: ['ignore', 'ignore', 'ignore'],
      });
      return name;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
