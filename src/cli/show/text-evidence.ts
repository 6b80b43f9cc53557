import type { ConsentEvent } from '../../consent/model.js';
import { ConsentError } from '../../errors.js';
import type { Policy } from '../../policy/model.js';
import type { ArchiveEntry } from '../archive/archive-entry.js';
import { readArchived } from '../archive/folder-archive.js';
import { firstFileFault } from '../archive/file-faults.js';
import { readIndex } from '../archive/read-index.js';
import { Failure, reasonOf } from '../failure.js';

/** Whether the archive holds the text an event is about. */
export interface TextEvidence {
  /**
   * `verified`: the archived text has the event's `policyHash`. `changed`: it was archived, and is not what was archived.
   * `another`: another text is archived under the event's id, version and language. `missing`: none is. `unsought`: no archive
   * was named.
   */
  readonly status: 'verified' | 'changed' | 'another' | 'missing' | 'unsought';
  /** The entry of the archive, or that of the other text. */
  readonly entry?: ArchiveEntry;
  /** The file that was changed or is gone, from the archive's folder. */
  readonly changed?: string;
  /** The policy, where it is verified. */
  readonly policy?: Policy;
}

/** Looks for the text of an event in the archive in a folder. Rejects `Failure` for what is no archive. */
export async function textEvidence(event: ConsentEvent, archive: string | undefined): Promise<TextEvidence> {
  if (archive === undefined) return { status: 'unsought' };
  const entries = await readEntries(archive);
  const same = entries.filter(({ hash }) => hash === event.policyHash);
  const entry = nearest(same.filter(isAbout(event)), event) ?? nearest(same, event);
  if (entry) return readText(archive, entry);
  const another = entries.find(isAbout(event));
  return another ? { status: 'another', entry: another } : { status: 'missing' };
}

async function readEntries(archive: string): Promise<readonly ArchiveEntry[]> {
  const index = await readIndex(archive).catch((error: unknown) => {
    throw new Failure(`${archive} cannot be read: ${reasonOf(error)}.`);
  });
  if (!index) throw new Failure(`${archive} is no archive: it has no index.`);
  return index.entries.flatMap(({ entry }) => entry ?? []);
}

const isAbout =
  ({ policy }: ConsentEvent) =>
  ({ id, version, language }: ArchiveEntry): boolean =>
    id === policy.id && version === policy.version && language === policy.language;

/** One text may be archived several times, compiled otherwise: the last before the event, else the first. */
const nearest = (entries: readonly ArchiveEntry[], { time }: ConsentEvent): ArchiveEntry | undefined =>
  entries.filter(({ archived }) => Date.parse(archived) <= Date.parse(time)).pop() ?? entries[0];

async function readText(archive: string, entry: ArchiveEntry): Promise<TextEvidence> {
  const { text, policy } = entry.files;
  const wrong = await firstFileFault(archive, [text, policy]).catch((error: unknown) => {
    throw new Failure(`${archive} cannot be read: ${reasonOf(error)}.`);
  });
  if (wrong) return { status: 'changed', entry, changed: wrong.path };
  try {
    return { status: 'verified', entry, policy: await readArchived(archive, entry) };
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    return { status: 'changed', entry, changed: policy.path };
  }
}
