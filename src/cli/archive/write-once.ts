import { randomUUID } from 'node:crypto';
import { link, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf, refused } from './refused.js';

/** Where files are written before they get their name. */
export const UNFINISHED = '.unfinished';

/** Owner, group and others may read, and nobody write. */
const READ_ONLY = 0o444;

/**
 * Writes a file of an archive that nobody may ever write again. It gets its name only when its bytes are on the disk, so that a
 * power cut leaves all of it or nothing, and only where no file has it, so that of several writers one wins. `path` is from the
 * archive's folder. Resolves with false where a file of that name was there, which stays as it was. Rejects `Failure`.
 */
export async function writeOnce(archive: string, path: string, bytes: Uint8Array): Promise<boolean> {
  const target = join(archive, path);
  const draft = join(archive, UNFINISHED, randomUUID());
  try {
    await makeFolder(dirname(target));
    await writeDraft(draft, bytes);
    await link(draft, target);
    await syncFolder(dirname(target));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw refused(target, error);
  } finally {
    await unlink(draft).catch(() => undefined);
  }
}

async function writeDraft(draft: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(dirname(draft));
  const file = await open(draft, 'wx', READ_ONLY);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a folder and those above it; their names are on the disk when it resolves. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made.length <= first.length) return;
  }
}

/** Windows cannot sync a folder, and needs not. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
}
