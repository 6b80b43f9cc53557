import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { isNoise } from './index-faults.js';
import { README, README_NAME } from './readme.js';
import { INDEX } from './read-index.js';
import { codeOf, refused } from './refused.js';
import { UNFINISHED, writeOnce } from './write-once.js';

/** What no run that still goes on has left, in ms. */
const STALE = 24 * 60 * 60 * 1000;

const OWN = [INDEX, 'documents', UNFINISHED, README_NAME];

/** Makes a folder ready to be archived in. Rejects `Failure` for one that holds other things and is no archive. */
export async function openArchive(archive: string, now: number): Promise<void> {
  const names = await readdir(archive).catch((error: unknown): string[] => {
    if (codeOf(error) === 'ENOENT') return [];
    throw refused(archive, error);
  });
  const foreign = names.find((name) => !OWN.includes(name) && !isNoise(name));
  if (!names.includes(INDEX) && foreign !== undefined)
    throw new Failure(
      `${archive} is no archive, and not empty (${foreign}): name a new folder, or an archive.`,
    );
  if (!names.includes(README_NAME)) await writeOnce(archive, README_NAME, new TextEncoder().encode(README));
  await sweep(join(archive, UNFINISHED), now);
}

/** Takes away what runs that were cut off left; none of it was ever part of the archive. */
async function sweep(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > STALE) await unlink(path).catch(() => undefined);
  }
}
