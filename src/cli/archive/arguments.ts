import { hashPattern } from '../../hash.js';
import { readOutput, readTextOptions } from '../common-options.js';
import { KINDS } from '../compile/arguments.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import type { PolicyFileOptions } from '../read-policy-file.js';
import { isCompiled } from './read-candidate.js';

export const ARCHIVE_FORMATS = ['text', 'json'] as const;

/** What `archive` is asked. */
export interface ArchiveArguments {
  /** The policies to add; none where the archive is checked. */
  readonly files: readonly string[];
  /** The archive's folder. */
  readonly archive: string;
  readonly options: PolicyFileOptions;
  readonly check: boolean;
  /** The hash of an entry that was kept elsewhere. */
  readonly head?: string;
  readonly format: (typeof ARCHIVE_FORMATS)[number];
  readonly output?: string;
}

/** Throws `Misuse`. */
export function readArchiveArguments(given: Given): ArchiveArguments {
  const { files } = given;
  const archive = given.text('to');
  if (archive === undefined) throw new Misuse('`archive` needs the archive: --to <folder>.');
  const check = given.on('check');
  if (check && files.length > 0)
    throw new Misuse(`--check takes no policies; ${files.join(' ')} is too much.`);
  if (!check && files.length === 0) throw new Misuse('`archive` needs a policy or several, or --check.');
  if (files.includes('-')) throw new Misuse('`archive` needs files: what it keeps must have a name.');
  const head = given.text('head');
  if (head !== undefined && !check) throw new Misuse('--head is for --check.');
  if (head !== undefined && !hashPattern.test(head))
    throw new Misuse('--head is `sha256:` and 64 lower-case hex digits, as `archive` told it.');
  const format = given.oneOf('format', ARCHIVE_FORMATS) ?? 'text';
  const options = readOptions(given);
  return { files, archive, check, format, options, ...(head && { head }), ...readOutput(given) };
}

/** What a compiled policy says of itself stands. */
function readOptions(given: Given): PolicyFileOptions {
  const policyKind = given.oneOf('kind', KINDS);
  const id = given.text('id');
  const policyVersion = given.text('policy-version');
  if (id !== undefined && given.files.length > 1)
    throw new Misuse('--id names one document: archive the others on their own.');
  const options = {
    ...readTextOptions(given),
    ...(id !== undefined && { id }),
    ...(policyKind && { policyKind }),
    ...(policyVersion !== undefined && { policyVersion }),
  };
  const compiled = given.files.find(isCompiled);
  if (compiled !== undefined && Object.keys(options).length > 0)
    throw new Misuse(`${compiled} is compiled: its id, version, kind and language are those it has.`);
  return options;
}
