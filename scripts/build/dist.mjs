// @ts-check
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { writeOfflinePage } from '../offline-page.mjs';
import { ROOT } from '../run.mjs';
import { writeLicences } from './licences.mjs';
import { writeManifest } from './manifest.mjs';
import { compilePolicies } from './policies.mjs';

const COMPILED = join(ROOT, 'build');
const DIST = join(ROOT, 'dist');

/** Writes every bundle. Resolves with the files that went into them. @param {string} folder */
async function bundle(folder) {
  const { configurations } = await import('../../rollup.config.mjs');
  const sources = [];
  for (const configuration of configurations(folder)) {
    const built = await rollup(configuration);
    for (const output of [configuration.output ?? []].flat()) await built.write(output);
    sources.push(...built.watchFiles);
    await built.close();
  }
  return sources;
}

/** @param {string} folder */
function copyTypes(folder) {
  for (const part of ['src', 'components']) {
    if (!existsSync(join(COMPILED, part))) continue;
    for (const name of readdirSync(join(COMPILED, part), { recursive: true })) {
      const path = join(part, String(name));
      if (path.endsWith('.d.ts')) cpSync(join(COMPILED, path), join(folder, path));
    }
  }
}

const copySchema = (/** @type {string} */ folder) =>
  cpSync(join(ROOT, 'src/policy/schema.json'), join(folder, 'policy.schema.json'));

const makeRunnable = (/** @type {string} */ folder) => chmodSync(join(folder, 'src/cli/main.js'), 0o755);

/** Puts the new folder where the old one was, so that a test running on `dist` never sees half of one. @param {string} folder */
function replaceDist(folder) {
  const old = join(COMPILED, `dist-old-${process.pid}`);
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(folder, DIST);
  rmSync(old, { recursive: true, force: true });
}

/** Writes everything that ships, and the demo's compiled policies, to `dist`, from what tsc wrote to `build`. */
export async function buildDist() {
  const folder = join(COMPILED, `dist-next-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    writeLicences(folder, await bundle(folder));
    for (const step of [
      copyTypes,
      copySchema,
      writeManifest,
      makeRunnable,
      compilePolicies,
      writeOfflinePage,
    ]) {
      await step(folder);
    }
    replaceDist(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
