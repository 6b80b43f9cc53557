import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchivedFile } from './archive-entry.js';
import { fault, type ArchiveFault } from './index-faults.js';
import { codeOf } from './refused.js';
import { sha256 } from './sha256.js';

/** The first of some files of an archive that is gone, or is not what was archived. Rejects what the system refuses. */
export async function firstFileFault(
  archive: string,
  files: readonly ArchivedFile[],
): Promise<ArchiveFault | undefined> {
  for (const file of files) {
    const wrong = fileFault(file, await bytesOf(archive, file));
    if (wrong) return wrong;
  }
  return undefined;
}

/** A link to another place is no file of the archive, whatever it leads to. */
export async function bytesOf(archive: string, { path }: ArchivedFile): Promise<Uint8Array | undefined> {
  const found = await lstat(join(archive, path)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  return found?.isFile() ? readFile(join(archive, path)) : undefined;
}

/** What is wrong with a file of these bytes; `undefined` bytes are of one that is gone. */
export function fileFault(file: ArchivedFile, bytes: Uint8Array | undefined): ArchiveFault | undefined {
  if (!bytes) return fault('archive/deleted', file.path, 'It is missing.');
  if (sha256(bytes) === file.sha256) return undefined;
  return fault('archive/changed', file.path, `It was changed: its hash was ${file.sha256}.`);
}
