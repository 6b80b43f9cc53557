import { readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ConsentError } from '../../errors.js';
import { Failure, reasonOf } from '../failure.js';
import { ENTRY_SCHEMA, filesOf as filesOfEntry, type ArchiveEntry } from './archive-entry.js';
import type { Candidate, CandidateFile } from './candidate.js';
import { firstFileFault } from './file-faults.js';
import { indexFaults, type ArchiveFault } from './index-faults.js';
import { indexPath, readIndex, type IndexedEntry } from './read-index.js';
import { codeOf, refused } from './refused.js';
import { sha256 } from './sha256.js';
import { writeOnce } from './write-once.js';

/** What became of a candidate: a new entry, or the one that was there. */
export interface Added {
  readonly added: boolean;
  readonly entry: ArchiveEntry;
  /** SHA-256 of the bytes of the entry. */
  readonly hash: string;
}

/**
 * Adds a policy to the archive in a folder, which may be new. The same policy again changes nothing; the same text compiled
 * otherwise, or with its source at last, is another entry. Several processes may add at once: who comes second reads what the
 * first wrote, and judges again. Rejects `policy/changed-without-version` for another text under the id, version and language of
 * an archived one, and `Failure` where the archive is damaged or cannot be written; nothing is added then.
 */
export async function addEntry(archive: string, candidate: Candidate, now: () => number): Promise<Added> {
  const written: string[] = [];
  for (;;) {
    const entries = await soundEntries(archive);
    const known = findSame(entries, candidate);
    if (known) return await unchanged(archive, known);
    const other = findOther(entries, candidate);
    if (other) {
      await takeBack(archive, written);
      throw changedText(other.entry, candidate);
    }
    for (const file of filesOf(candidate)) if (await writeContent(archive, file)) written.push(file.path);
    const entry = entryAfter(entries[entries.length - 1], candidate, now());
    const bytes = new TextEncoder().encode(`${JSON.stringify(entry, null, 2)}\n`);
    if (await writeOnce(archive, indexPath(entry.sequence), bytes))
      return { added: true, entry, hash: sha256(bytes) };
  }
}

type SoundEntry = IndexedEntry & { readonly entry: ArchiveEntry };

async function soundEntries(archive: string): Promise<readonly SoundEntry[]> {
  const index = await readIndex(archive).catch((error: unknown) => {
    throw refused(archive, error);
  });
  const [fault] = index ? indexFaults(index) : [];
  if (fault) throw damaged(archive, fault);
  return (index?.entries ?? []) as readonly SoundEntry[];
}

const damaged = (archive: string, { path, code, sentence }: ArchiveFault): Failure =>
  new Failure(
    `${join(archive, path)}: ${code} ${sentence} Nothing was written; \`mingshi archive --check\` tells more.`,
  );

/** An entry is told to be there only where its files still are what it says. */
async function unchanged(archive: string, { entry, hash }: SoundEntry): Promise<Added> {
  const fault = await firstFileFault(archive, filesOfEntry(entry)).catch((error: unknown) => {
    throw new Failure(`${archive} cannot be read: ${reasonOf(error)}.`);
  });
  if (fault) throw damaged(archive, fault);
  return { added: false, entry, hash };
}

const filesOf = ({ files }: Candidate): readonly CandidateFile[] =>
  [files.text, files.policy, files.source].filter((file) => file !== undefined);

/** The entry that says the same of the same bytes; one with its source serves a candidate without. */
const findSame = (entries: readonly SoundEntry[], { said, files }: Candidate): SoundEntry | undefined =>
  entries.find(
    ({ entry }) =>
      isSameVersion(entry, said) &&
      entry.files.policy.sha256 === files.policy.sha256 &&
      (!files.source || entry.files.source?.sha256 === files.source.sha256),
  );

const findOther = (entries: readonly SoundEntry[], { said }: Candidate): SoundEntry | undefined =>
  entries.find(({ entry }) => isSameVersion(entry, said) && entry.hash !== said.hash);

const isSameVersion = (one: Candidate['said'], other: Candidate['said']): boolean =>
  one.id === other.id && one.version === other.version && one.language === other.language;

function changedText({ hash, archived }: ArchiveEntry, { from, said }: Candidate): ConsentError {
  const { id, version, language } = said;
  const sentence =
    `${from}: policy/changed-without-version The text of ${id} changed, its version ${version} (${language}) did not. ` +
    `Archived ${archived}: ${hash}. This one: ${said.hash}. Give the new text a version of its own.`;
  return new ConsentError('policy/changed-without-version', sentence, said.hash);
}

function entryAfter(last: SoundEntry | undefined, { said, files }: Candidate, now: number): ArchiveEntry {
  const plain = ({ path, sha256: hash, bytes }: CandidateFile) => ({ path, sha256: hash, bytes });
  return {
    schema: ENTRY_SCHEMA,
    sequence: (last?.sequence ?? 0) + 1,
    previous: last?.hash ?? '',
    archived: new Date(now).toISOString(),
    ...said,
    files: {
      text: plain(files.text),
      policy: plain(files.policy),
      ...(files.source && { source: plain(files.source) }),
    },
  };
}

/** Resolves with false where the very bytes are there, as after a run that was cut off. */
async function writeContent(archive: string, file: CandidateFile): Promise<boolean> {
  const { path, content, sha256: hash } = file;
  if (await writeOnce(archive, path, content)) return true;
  const target = join(archive, path);
  const found = await readFile(target).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Failure(`${target} cannot be read: ${reasonOf(error)}.`);
  });
  // Another process wrote it, and took it back.
  if (!found) return writeContent(archive, file);
  if (sha256(found) === hash) return false;
  throw new Failure(`${target}: archive/changed It is there with other contents. Nothing was written.`);
}

/** Another process archived another text meanwhile: no entry will ever name what was written here. */
async function takeBack(archive: string, written: readonly string[]): Promise<void> {
  for (const path of written) await unlink(join(archive, path)).catch(() => undefined);
}
