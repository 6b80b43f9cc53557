import { INDEX, indexPath, type ArchiveIndex, type IndexedEntry } from './read-index.js';

/** What is wrong with one file of an archive. */
export interface ArchiveFault {
  readonly code:
    | 'archive/changed'
    | 'archive/deleted'
    | 'archive/added'
    | 'archive/broken-chain'
    | 'archive/not-the-head'
    | 'policy/changed-without-version';
  /** From the archive's folder, with `/`. */
  readonly path: string;
  readonly sentence: string;
}

/** What file managers leave behind in every folder they show. */
export const isNoise = (name: string): boolean =>
  /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i.test(name);

/** Where the entries of an index do not stand in order without a gap, each naming the hash of the one before it. */
export function indexFaults({ entries, foreign }: ArchiveIndex): readonly ArchiveFault[] {
  const faults: ArchiveFault[] = foreign
    .filter((name) => !isNoise(name))
    .map((name) => fault('archive/added', `${INDEX}/${name}`, 'It is no entry of the index.'));
  let before: IndexedEntry | undefined;
  for (const one of entries) {
    faults.push(...gapFaults(one, before), ...entryFaults(one, before));
    before = one;
  }
  return faults;
}

function gapFaults(one: IndexedEntry, before: IndexedEntry | undefined): readonly ArchiveFault[] {
  const first = (before?.sequence ?? 0) + 1;
  const missing = one.sequence - first;
  if (missing === 0) return [];
  const more = missing > 1 ? ` So are the ${missing - 1} after it.` : '';
  return [fault('archive/deleted', indexPath(first), `The entry is missing.${more}`)];
}

function entryFaults(one: IndexedEntry, before: IndexedEntry | undefined): readonly ArchiveFault[] {
  if (!one.entry) return [fault('archive/changed', one.path, 'It is not the entry that was written.')];
  const follows = (before?.sequence ?? 0) + 1 === one.sequence;
  if (!follows || one.entry.previous === (before?.hash ?? '')) return [];
  const other = before?.path ?? 'the start';
  const sentence = `It does not name ${other} as it is now: one of the two was changed.`;
  return [fault('archive/broken-chain', one.path, sentence)];
}

/** Builds a fault. */
export const fault = (code: ArchiveFault['code'], path: string, sentence: string): ArchiveFault => ({
  code,
  path,
  sentence,
});
