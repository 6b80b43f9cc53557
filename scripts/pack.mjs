// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from './run.mjs';

/**
 * Packs what `dist` holds now, as npm would publish it. `tarball` is the file; `folder` a project in which
 * `node_modules/mingshi` is the unpacked package, without its dependencies; `files` what is inside. `remove` cleans up.
 */
export async function packPackage() {
  const base = mkdtempSync(join(tmpdir(), 'mingshi-pack-'));
  const remove = () => rmSync(base, { recursive: true, force: true });
  try {
    const answer = await read('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', base]);
    const [{ filename, files }] = listOf(JSON.parse(answer));
    const tarball = join(base, filename);
    const installed = join(base, 'project/node_modules/mingshi');
    mkdirSync(installed, { recursive: true });
    await read('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1']);
    return {
      tarball,
      folder: join(base, 'project'),
      files: /** @type {string[]} */ (files.map(pathOf)),
      remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** npm 10 answers with a list, npm 11 may answer with a record by name. @param {any} answer @returns {any[]} */
const listOf = (answer) => (Array.isArray(answer) ? answer : Object.values(answer));

/** @param {{path: string}} file */
const pathOf = ({ path }) => path;
