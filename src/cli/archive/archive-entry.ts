import { hashPattern } from '../../hash.js';
import { isRecord, own } from '../../own.js';

/** The schema's name and version of an entry. */
export const ENTRY_SCHEMA = 'mingshi.archive-entry/1';

/** One file of an archive. */
export interface ArchivedFile {
  /** From the archive's folder, with `/`. */
  readonly path: string;
  /** `sha256:` and lower-case hex, of the file's bytes. */
  readonly sha256: string;
  readonly bytes: number;
}

/** One version of a document, as the index of an archive names it: one JSON file, never changed. */
export interface ArchiveEntry {
  readonly schema: typeof ENTRY_SCHEMA;
  /** From 1, without gaps. */
  readonly sequence: number;
  /** SHA-256 of the bytes of the entry before it; empty for the first. */
  readonly previous: string;
  /** When it was archived: ISO 8601 in UTC, by the clock of the machine that wrote it. */
  readonly archived: string;
  readonly id: string;
  readonly version: string;
  /** BCP 47. */
  readonly language: string;
  readonly kind: string;
  readonly title?: string;
  /** As the text states them, `YYYY-MM-DD`. */
  readonly dates: { readonly published?: string; readonly updated?: string; readonly effective?: string };
  /** SHA-256 of the text, which is what a consent event names as `policyHash`. */
  readonly hash: string;
  /** The bytes the text was compiled from; `files.source` has them, where they were at hand. */
  readonly source: { readonly name: string; readonly mediaType: string; readonly sha256: string };
  readonly compiler: { readonly name: string; readonly version: string };
  readonly files: {
    readonly text: ArchivedFile;
    readonly policy: ArchivedFile;
    readonly source?: ArchivedFile;
  };
}

/** The files of an entry. */
export const filesOf = ({ files }: ArchiveEntry): readonly ArchivedFile[] =>
  [files.text, files.policy, files.source].filter((file) => file !== undefined);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isHash = (value: unknown): boolean => typeof value === 'string' && hashPattern.test(value);

/** A path of ours: below `documents/`, and no way out of it. */
const isPath = (value: unknown): boolean =>
  isText(value) &&
  value.startsWith('documents/') &&
  !value.includes('\\') &&
  value.split('/').every((part) => part !== '' && part !== '.' && part !== '..');

const isFile = (value: unknown): boolean =>
  isPath(own(value, 'path')) && isHash(own(value, 'sha256')) && Number.isSafeInteger(own(value, 'bytes'));

const isDates = (value: unknown): boolean => isRecord(value) && Object.values(value).every(isText);

/** True for a sound entry; what else it carries is left alone. */
export function isArchiveEntry(value: unknown): value is ArchiveEntry {
  const [files, source, compiler] = [own(value, 'files'), own(value, 'source'), own(value, 'compiler')];
  const [previous, title] = [own(value, 'previous'), own(value, 'title')];
  return (
    own(value, 'schema') === ENTRY_SCHEMA &&
    Number.isSafeInteger(own(value, 'sequence')) &&
    (previous === '' || isHash(previous)) &&
    ['archived', 'id', 'version', 'language', 'kind'].every((name) => isText(own(value, name))) &&
    !Number.isNaN(Date.parse(own(value, 'archived') as string)) &&
    (title === undefined || isText(title)) &&
    isDates(own(value, 'dates')) &&
    isHash(own(value, 'hash')) &&
    isHash(own(source, 'sha256')) &&
    ['name', 'mediaType'].every((name) => isText(own(source, name))) &&
    ['name', 'version'].every((name) => isText(own(compiler, name))) &&
    isFile(own(files, 'text')) &&
    isFile(own(files, 'policy')) &&
    (own(files, 'source') === undefined || isFile(own(files, 'source')))
  );
}
