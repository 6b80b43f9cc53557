// @ts-check
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, read } from '../run.mjs';

const SOURCES = join(ROOT, 'demo/policies');
const SOURCE = /\.(?:md|txt|html)$/;

/**
 * Compiles the demo's policies with the command line as it ships, each to `policies/<name>.json` in `folder`. Diagnostics
 * are for the policy's author, so they are shown only where compiling fails.
 * @param {string} folder the new `dist`
 */
export async function compilePolicies(folder) {
  if (!existsSync(SOURCES)) return;
  mkdirSync(join(folder, 'policies'), { recursive: true });
  for (const name of readdirSync(SOURCES).filter((file) => SOURCE.test(file))) {
    const target = join(folder, 'policies', `${basename(name).replace(SOURCE, '')}.json`);
    const cli = join(folder, 'src/cli/main.js');
    // One document in two languages: whoever agreed in one is not asked again in the other.
    const [id = name] = name.split('.');
    await read(process.execPath, [cli, 'compile', join(SOURCES, name), '--id', id, '-o', target]);
  }
}
