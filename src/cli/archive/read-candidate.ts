import { extname } from 'node:path';
import { Failure } from '../failure.js';
import { readPolicyFile, type PolicyFileOptions } from '../read-policy-file.js';
import { sourceBytes } from '../source-bytes.js';
import { candidateOf, sourceBeside, type Candidate } from './candidate.js';
import { sha256 } from './sha256.js';

/** The policy in a file, ready to be archived with the bytes it came from. Rejects `Failure`. */
export async function readCandidate(file: string, options: PolicyFileOptions): Promise<Candidate> {
  const policy = await readPolicyFile(file, options, 'archived');
  if (isCompiled(file)) return candidateOf(policy, await sourceBeside(file, policy), file);
  const bytes = new Uint8Array(await sourceBytes(file));
  if (sha256(bytes) === policy.source.sha256) return candidateOf(policy, bytes, file);
  throw new Failure(`${file} changed while it was read; nothing was archived.`);
}

/** True for a compiled policy, false for a text. */
export const isCompiled = (file: string): boolean => extname(file).toLowerCase() === '.json';
