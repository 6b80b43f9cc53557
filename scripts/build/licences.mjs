// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.mjs';

/** The packages whose code stands inside a `mingshi.*.js` or `vendor/`. */
const INLINED = [
  ...['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', '@lit/localize'],
  ...['@noble/hashes', 'tslib', 'tldts', 'tldts-core'],
];

const textOf = (/** @type {string} */ name) => {
  const folder = join(ROOT, 'node_modules', name);
  const file = ['LICENSE', 'LICENSE.txt', 'LICENSE.md'].find((candidate) =>
    existsSync(join(folder, candidate)),
  );
  if (file === undefined) throw new Error(`${name} has no licence file.`);
  return `${name}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
};

/** Writes the licences of the packages that ship inside ours. @param {string} folder */
export function writeLicences(folder) {
  const texts = INLINED.map(textOf);
  writeFileSync(join(folder, 'THIRD-PARTY-LICENSES.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}
