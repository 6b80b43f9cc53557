import { basename, dirname, extname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { unversioned } from '../../consent/declared.js';
import type { Policy } from '../../policy/model.js';
import type { ArchiveEntry, ArchivedFile } from './archive-entry.js';
import { safeName } from './safe-name.js';
import { sha256 } from './sha256.js';

/** A file on its way into an archive. */
export interface CandidateFile extends ArchivedFile {
  readonly content: Uint8Array;
}

/** A policy on its way into an archive: what its entry will say, and the files it names. */
export interface Candidate {
  /** What it was read from, for messages. */
  readonly from: string;
  readonly said: Omit<ArchiveEntry, 'schema' | 'sequence' | 'previous' | 'archived' | 'files'>;
  readonly files: {
    readonly text: CandidateFile;
    readonly policy: CandidateFile;
    readonly source?: CandidateFile;
  };
}

/** A policy and the bytes it was compiled from, if they are at hand, as they are archived. */
export function candidateOf(policy: Policy, source: Uint8Array | undefined, from: string): Candidate {
  const { id, language, kind, hash, compiler } = policy;
  const version = policy.version ?? unversioned;
  const { name, mediaType, sha256: sourceHash } = policy.source;
  const folder = ['documents', ...[id, version, language].map(safeName), hash.slice(7)].join('/');
  const title = policy.title?.text.replace(/\s+/g, ' ').trim();
  return {
    from,
    said: {
      id,
      version,
      language,
      kind,
      ...(title && { title }),
      dates: datesOf(policy),
      hash,
      source: { name, mediaType, sha256: sourceHash },
      compiler: { name: compiler.name, version: compiler.version },
    },
    files: filesOf(policy, source, folder),
  };
}

function datesOf({ dates }: Policy): ArchiveEntry['dates'] {
  const { published, updated, effective } = dates;
  return {
    ...(published && { published: published.iso }),
    ...(updated && { updated: updated.iso }),
    ...(effective && { effective: effective.iso }),
  };
}

/** The folder is named after the text; what else may differ for one text is named after itself. */
function filesOf(policy: Policy, source: Uint8Array | undefined, folder: string): Candidate['files'] {
  const encode = (words: string): Uint8Array => new TextEncoder().encode(words);
  const json = encode(`${JSON.stringify(policy, null, 2)}\n`);
  const ending = safeName(extname(policy.source.name).toLowerCase().slice(1)) || 'bytes';
  return {
    text: file(`${folder}/text.txt`, encode(policy.text)),
    policy: file(`${folder}/policy-${short(json)}.json`, json),
    ...(source && { source: file(`${folder}/source-${short(source)}.${ending}`, source) }),
  };
}

const file = (path: string, content: Uint8Array): CandidateFile => ({
  path,
  sha256: sha256(content),
  bytes: content.byteLength,
  content,
});

const short = (content: Uint8Array): string => sha256(content).slice(7, 23);

/** The bytes a compiled policy came from, where the file it names stands beside it unchanged. */
export async function sourceBeside(file: string, { source }: Policy): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(dirname(file), basename(source.name))).catch(() => undefined);
  return bytes && sha256(bytes) === source.sha256 ? bytes : undefined;
}
