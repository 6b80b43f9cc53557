import { realpath } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Failure } from './failure.js';

/**
 * Evidence is never written over. Rejects `Failure` where the output is one of the files that are read, or lies in the archive's
 * folder, by whatever name or link it is reached.
 */
export async function refuseOverwriting(
  output: string | undefined,
  inputs: readonly (string | undefined)[],
  archive: string | undefined,
): Promise<void> {
  if (output === undefined || output === '-') return;
  const place = await placeOf(resolve(output));
  for (const input of inputs)
    if (input !== undefined && input !== '-' && (await placeOf(resolve(input))) === place)
      throw new Failure(`${output} is a file that is read: name another file for the output.`);
  if (archive !== undefined && isWithin(place, await placeOf(resolve(archive))))
    throw new Failure(`${output} lies in the archive ${archive}: name a file elsewhere for the output.`);
}

/** Where a path leads; of what is not there yet, where its folder leads. */
async function placeOf(path: string): Promise<string> {
  const real = await realpath(path).catch(() => undefined);
  if (real !== undefined) return real;
  const folder = dirname(path);
  return folder === path ? path : join(await placeOf(folder), basename(path));
}

function isWithin(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === place;
}
