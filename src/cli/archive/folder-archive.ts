import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConsentError } from '../../errors.js';
import { own } from '../../own.js';
import type { PolicyArchive } from '../../policy/archive.js';
import { inForce } from '../../policy/in-force.js';
import type { Policy } from '../../policy/model.js';
import { addEntry } from './add-entry.js';
import type { ArchiveEntry } from './archive-entry.js';
import { candidateOf } from './candidate.js';
import { openArchive } from './open-archive.js';
import { readIndex } from './read-index.js';
import { sha256 } from './sha256.js';

/**
 * The archive in a folder, as `mingshi archive` writes it, behind the port of the core. `put` rejects
 * `policy/changed-without-version`; `get` and `at` reject `archive/changed` for a text that is not the one archived.
 */
export const folderArchive = (archive: string, now: () => number): PolicyArchive => ({
  put: async (policy) => {
    await openArchive(archive, now());
    await addEntry(archive, candidateOf(policy, undefined, policy.source.name), now);
  },
  get: async (hash) => {
    const entry = (await entriesOf(archive)).find((one) => one.hash === hash);
    return entry && readArchived(archive, entry);
  },
  at: async (date) => {
    const policies: Policy[] = [];
    for (const entry of firstOfEach(await entriesOf(archive)))
      policies.push(await readArchived(archive, entry));
    return inForce(policies, date);
  },
});

/** The sound entries of an archive, oldest first; none where there is no archive. */
export const entriesOf = async (archive: string): Promise<readonly ArchiveEntry[]> =>
  ((await readIndex(archive))?.entries ?? []).flatMap(({ entry }) => entry ?? []);

/** A policy as it was archived. Rejects `archive/changed` where its bytes are others now, or gone. */
export async function readArchived(archive: string, { files, hash }: ArchiveEntry): Promise<Policy> {
  const path = join(archive, files.policy.path);
  const bytes = await readFile(path).catch(() => undefined);
  const json: unknown =
    bytes && sha256(bytes) === files.policy.sha256 ? JSON.parse(new TextDecoder().decode(bytes)) : undefined;
  const text = own(json, 'text');
  if (typeof text === 'string' && sha256(text) === hash) return json as Policy;
  throw new ConsentError('archive/changed', `${path}: it is not what was archived.`, hash);
}

const firstOfEach = (entries: readonly ArchiveEntry[]): readonly ArchiveEntry[] => [
  ...new Map([...entries].reverse().map((entry) => [entry.hash, entry])).values(),
];
