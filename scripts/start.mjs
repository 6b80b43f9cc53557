// @ts-check
// npm start: builds where something is newer than dist, then serves the demo.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ROOT, fail } from './run.mjs';
import { serve } from './serve.mjs';

const SOURCES = [
  'src',
  'components',
  'locales',
  'demo/policies',
  'scripts',
  'package.json',
  'rollup.config.mjs',
];

/** When anything in a file or folder was last written, in milliseconds. @param {string} path @returns {number} */
function newest(path) {
  if (!existsSync(path)) return 0;
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function isBuilt() {
  const built = join(ROOT, 'dist/mingshi.global.js');
  return existsSync(built) && SOURCES.every((source) => newest(join(ROOT, source)) < statSync(built).mtimeMs);
}

try {
  if (!isBuilt()) await build();
  const { address } = await serve();
  process.stdout.write(`Mingshi's demo is at ${address}\n`);
} catch (error) {
  fail(error);
}
