// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packPackage } from '../../scripts/pack.mjs';
import { read } from '../../scripts/run.mjs';

/**
 * An empty project in which the packed package was installed by npm, with its dependencies. `write` puts a file in it, `run`
 * runs a program there and resolves with its stdout (rejects where it fails), `remove` cleans up.
 */
export async function installedProject() {
  const folder = mkdtempSync(join(tmpdir(), 'mingshi-project-'));
  const packed = await packPackage();
  const write = (/** @type {string} */ name, /** @type {string} */ text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const run = (/** @type {string} */ command, /** @type {string[]} */ ...parameters) =>
    read(command, parameters, { cwd: folder });
  try {
    write('package.json', JSON.stringify({ name: 'an-app', private: true, type: 'module' }));
    await run('npm', 'install', '--prefer-offline', '--no-audit', '--no-fund', packed.tarball);
  } finally {
    packed.remove();
  }
  return { folder, write, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
