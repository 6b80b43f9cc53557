// @ts-check
// npm run lint: ESLint on the sources, Prettier on every file, and the floor's linter on what was built.
import { existsSync } from 'node:fs';
import { ROOT, run, runScript } from './run.mjs';

/** Each check by name; resolves with its exit code. */
export const lintChecks = {
  eslint: () => runScript('eslint/bin/eslint.js', ['.', '--max-warnings=0']),
  prettier: () => runScript('prettier/bin/prettier.cjs', ['--check', '--log-level=warn', '.']),
  'the floor': () =>
    runScript('eslint/bin/eslint.js', ['-c', 'scripts/floor.config.mjs', 'dist', '--max-warnings=0']),
  'shell scripts': () => run('bash', ['-n', '.ci/run']),
};

if (process.argv[1] === import.meta.filename) {
  for (const [name, check] of Object.entries(lintChecks)) {
    if (name === 'the floor' && !existsSync(`${ROOT}dist`)) continue;
    if ((await check()) !== 0) process.exitCode = 1;
  }
}
