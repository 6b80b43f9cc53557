// @ts-check
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { tolerateMissing } from '../rollup/tolerate-missing.mjs';
import { writeOfflinePage } from '../offline-page.mjs';
import { ROOT } from '../run.mjs';
import { writeLicences } from './licences.mjs';
import { writeManifest } from './manifest.mjs';
import { compilePolicies } from './policies.mjs';

const COMPILED = join(ROOT, 'build');
const DIST = join(ROOT, 'dist');

/** @param {string} folder @param {boolean} force */
async function bundle(folder, force) {
  const { configurations } = await import('../../rollup.config.mjs');
  for (const configuration of configurations(folder)) {
    const plugins = [...(force ? [tolerateMissing()] : []), configuration.plugins];
    const built = await rollup({ ...configuration, plugins, ...(force && { onwarn: () => undefined }) });
    for (const output of [configuration.output ?? []].flat()) await built.write(output);
    await built.close();
  }
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

/** @param {(folder: string) => unknown} step @param {string} folder @param {boolean} force */
async function attempt(step, folder, force) {
  try {
    await step(folder);
  } catch (error) {
    if (!force) throw error;
    process.stderr.write(
      `left out (--force): ${step.name}: ${error instanceof Error ? error.message : String(error)}\n`,
    );
  }
}

/** Puts the new folder where the old one was, so that a test running on `dist` never sees half of one. @param {string} folder */
function replaceDist(folder) {
  const old = join(COMPILED, `dist-old-${process.pid}`);
  if (existsSync(DIST)) renameSync(DIST, old);
  renameSync(folder, DIST);
  rmSync(old, { recursive: true, force: true });
}

/** Writes everything that ships, and the demo's compiled policies, to `dist`, from what tsc wrote to `build`. */
export async function buildDist({ force = false } = {}) {
  const folder = join(COMPILED, `dist-next-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    await bundle(folder, force);
    for (const step of [
      copyTypes,
      copySchema,
      writeLicences,
      writeManifest,
      makeRunnable,
      compilePolicies,
      writeOfflinePage,
    ]) {
      await attempt(step, folder, force);
    }
    replaceDist(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
