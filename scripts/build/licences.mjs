// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

/** The packages that some files belong to. @param {readonly string[]} files */
function packagesOf(files) {
  const names = files.flatMap(
    (file) => /node_modules[\\/](?!.*node_modules[\\/])((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(file)?.[1] ?? [],
  );
  return [...new Set(names.map((name) => name.replaceAll('\\', '/')))].sort();
}

/** What a package without a licence file says in its manifest. @param {string} name @param {string} folder */
function declared(name, folder) {
  const { license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} names no licence.`);
  return `Licence: ${license}`;
}

const textOf = (/** @type {string} */ name) => {
  const folder = join(ROOT, 'node_modules', name);
  const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md'].find((candidate) =>
    existsSync(join(folder, candidate)),
  );
  const words = file === undefined ? declared(name, folder) : readFileSync(join(folder, file), 'utf8').trim();
  return `${name}\n\n${words}\n`;
};

/** Writes the licences of the packages that ship inside ours. @param {string} folder @param {readonly string[]} bundled every file that went into a bundle */
export function writeLicences(folder, bundled) {
  const texts = packagesOf(bundled).map(textOf);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}
