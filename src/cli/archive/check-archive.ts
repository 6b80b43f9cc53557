import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../failure.js';
import { filesOf, type ArchiveEntry } from './archive-entry.js';
import { bytesOf, fileFault } from './file-faults.js';
import { fault, indexFaults, isNoise, type ArchiveFault } from './index-faults.js';
import { readIndex, type IndexedEntry } from './read-index.js';
import { codeOf, refused } from './refused.js';
import { README_NAME, READMES } from './readme.js';
import { entryFaults } from './entry-faults.js';

/** What a check found. */
export interface CheckedArchive {
  /**
   * `broken`: `faults` say where. `consistent`: everything holds in itself; who wrote the whole archive anew would not be found.
   * `authentic`: the entry whose hash was kept elsewhere is there, so nothing up to it was changed.
   */
  readonly result: 'broken' | 'consistent' | 'authentic';
  readonly entries: readonly IndexedEntry[];
  readonly faults: readonly ArchiveFault[];
}

/**
 * Checks an archive: every entry names the one before it, every file has the hash its entry says, the compiled policy is the one
 * the entry describes, and nothing is there that no entry names. `head` is the hash of an entry that was kept elsewhere. Rejects
 * `Failure` for what is no archive, or cannot be read.
 */
export async function checkArchive(archive: string, head: string | undefined): Promise<CheckedArchive> {
  const unreadable = (error: unknown): never => {
    throw refusedToRead(archive, error);
  };
  const index = await readIndex(archive).catch(unreadable);
  if (!index) throw new Failure(`${archive} is no archive: it has no index.`);
  const faults = [...indexFaults(index), ...headFaults(index.entries, head)];
  const seen = new Set<string>();
  for (const { entry, path } of index.entries)
    if (entry) faults.push(...(await checkEntry(archive, entry, path, seen).catch(unreadable)));
  faults.push(...versionFaults(index.entries), ...(await surplus(archive, seen).catch(unreadable)));
  faults.push(...(await readmeFaults(archive).catch(unreadable)));
  const result = faults.length > 0 ? 'broken' : head === undefined ? 'consistent' : 'authentic';
  return { result, entries: index.entries, faults };
}

const refusedToRead = (archive: string, error: unknown): Failure =>
  new Failure(refused(archive, error).message.replace('cannot be written', 'cannot be read'));

function headFaults(entries: readonly IndexedEntry[], head: string | undefined): readonly ArchiveFault[] {
  if (head === undefined || entries.some(({ hash }) => hash === head)) return [];
  const sentence = 'No entry has the hash that was kept: entries were cut off or written anew.';
  return [fault('archive/not-the-head', 'index', sentence)];
}

async function checkEntry(
  archive: string,
  entry: ArchiveEntry,
  path: string,
  seen: Set<string>,
): Promise<readonly ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  let policy: Uint8Array | undefined;
  for (const file of filesOf(entry)) {
    const bytes = await bytesOf(archive, file);
    if (file === entry.files.policy) policy = bytes;
    const wrong = seen.has(file.path) ? undefined : fileFault(file, bytes);
    seen.add(file.path);
    if (wrong) faults.push(wrong);
  }
  return [...faults, ...entryFaults(entry, path, policy)];
}

function versionFaults(entries: readonly IndexedEntry[]): readonly ArchiveFault[] {
  const first = new Map<string, ArchiveEntry>();
  return entries.flatMap(({ entry, path }) => {
    if (!entry) return [];
    const key = JSON.stringify([entry.id, entry.version, entry.language]);
    const before = first.get(key) ?? entry;
    first.set(key, before);
    if (before.hash === entry.hash) return [];
    const sentence = `Entry ${before.sequence} has another text for ${entry.id} ${entry.version} (${entry.language}).`;
    return [fault('policy/changed-without-version', path, sentence)];
  });
}

/** Who reads it follows what it says. One that is gone is written again with the next policy. */
async function readmeFaults(archive: string): Promise<readonly ArchiveFault[]> {
  const words = await readFile(join(archive, README_NAME), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (words === undefined || READMES.includes(words)) return [];
  return [fault('archive/changed', README_NAME, 'It was changed: it is not what was written.')];
}

/** What lies among the documents and no entry names. */
async function surplus(archive: string, known: ReadonlySet<string>): Promise<readonly ArchiveFault[]> {
  const faults: ArchiveFault[] = [];
  const open = ['documents'];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const found = await readdir(join(archive, folder), { withFileTypes: true }).catch((error: unknown) => {
      if (codeOf(error) === 'ENOENT') return [];
      throw error;
    });
    for (const one of found) {
      const path = `${folder}/${one.name}`;
      if (one.isDirectory()) open.push(path);
      else if (!known.has(path) && !isNoise(one.name)) faults.push(fault('archive/added', path, UNLISTED));
    }
  }
  return faults;
}

const UNLISTED =
  'No entry names it: it was added by hand, or the run that wrote it was cut off (archiving that policy again takes it up).';
