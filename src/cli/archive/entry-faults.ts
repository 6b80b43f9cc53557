import { unversioned } from '../../consent/declared.js';
import { own } from '../../own.js';
import type { ArchiveEntry } from './archive-entry.js';
import { fault, type ArchiveFault } from './index-faults.js';
import { sha256 } from './sha256.js';

/** Where an entry says other things than the compiled policy it names, which only one that was written by hand does. */
export function entryFaults(
  entry: ArchiveEntry,
  path: string,
  policy: Uint8Array | undefined,
): readonly ArchiveFault[] {
  const wrong = [...ownFaults(entry), ...(policy ? policyFaults(entry, parse(policy)) : [])];
  return wrong.map((what) => fault('archive/changed', path, `It does not fit its files: ${what}.`));
}

function* ownFaults({ hash, files, source }: ArchiveEntry): Generator<string> {
  if (files.text.sha256 !== hash) yield 'the text has another hash';
  if (files.source && files.source.sha256 !== source.sha256) yield 'the source has another hash';
}

function* policyFaults(entry: ArchiveEntry, policy: unknown): Generator<string> {
  const text = own(policy, 'text');
  const same = (name: 'id' | 'language' | 'hash'): boolean => own(policy, name) === entry[name];
  if (typeof text !== 'string' || sha256(text) !== entry.hash) yield 'the compiled policy has another text';
  if (!same('id') || !same('language') || !same('hash')) yield 'the compiled policy is another document';
  if ((own(policy, 'version') ?? unversioned) !== entry.version)
    yield 'the compiled policy is another version';
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
