// @ts-check
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
// @ts-expect-error the analyser ships no types
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { ROOT } from '../run.mjs';

/** Writes `custom-elements.json`, read from the elements' doc comments. @param {string} folder */
export async function writeManifest(folder) {
  const argv = ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet'];
  const manifest = await cli({ argv, cwd: ROOT, noWrite: true });
  writeFileSync(join(folder, 'custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
