import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isArchiveEntry, type ArchiveEntry } from './archive-entry.js';
import { codeOf } from './refused.js';
import { sha256 } from './sha256.js';

/** Where the entries are, one file each. */
export const INDEX = 'index';

const DIGITS = 6;
const MOST_GAPS = 100;

/** The path of an entry, from the archive's folder. */
export const indexPath = (sequence: number): string =>
  `${INDEX}/${String(sequence).padStart(DIGITS, '0')}.json`;

/** An entry as it was found: its number by its name, and its bytes' hash. */
export interface IndexedEntry {
  readonly sequence: number;
  readonly path: string;
  readonly hash: string;
  /** Undefined where the file is no entry, or not the one its name says. */
  readonly entry: ArchiveEntry | undefined;
}

export interface ArchiveIndex {
  readonly entries: readonly IndexedEntry[];
  /** Names in the index that are none of ours. */
  readonly foreign: readonly string[];
}

/**
 * The index of an archive, in order; undefined where the folder has none. Entries that are written meanwhile may be missing at
 * the end, never in the middle. Rejects what the system refuses.
 */
export async function readIndex(archive: string): Promise<ArchiveIndex | undefined> {
  const names = await readdir(join(archive, INDEX)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  });
  if (names === undefined) return undefined;
  const known = names.flatMap((name) => numberOf(name) ?? []);
  const wanted = [...new Set([...known, ...gapsOf(known)])].sort((a, b) => a - b);
  const entries: IndexedEntry[] = [];
  for (const sequence of wanted) entries.push(...(await readEntry(archive, sequence)));
  return { entries, foreign: names.filter((name) => numberOf(name) === undefined) };
}

/** A folder that grows while it is listed may show a later name and not an earlier one: those are looked for by name. */
function gapsOf(known: readonly number[]): readonly number[] {
  const highest = Math.min(Math.max(0, ...known), known.length + MOST_GAPS);
  const there = new Set(known);
  return Array.from({ length: highest }, (_, index) => index + 1).filter((one) => !there.has(one));
}

function numberOf(name: string): number | undefined {
  const sequence = Number(/^(\d{6,15})\.json$/.exec(name)?.[1]);
  return sequence > 0 && indexPath(sequence) === `${INDEX}/${name}` ? sequence : undefined;
}

async function readEntry(archive: string, sequence: number): Promise<readonly IndexedEntry[]> {
  const path = indexPath(sequence);
  const bytes = await readFile(join(archive, path)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (!bytes) return [];
  const json = parse(bytes);
  const sound = isArchiveEntry(json) && json.sequence === sequence;
  return [{ sequence, path, hash: sha256(bytes), entry: sound ? json : undefined }];
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
