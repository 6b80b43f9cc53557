import { basename } from 'node:path';
import { compilePolicy, type CompileOptions } from '../../compiler/index.js';
import type { Policy } from '../../policy/model.js';
import { namingFile } from '../naming-file.js';
import { sourceBytes } from '../source-bytes.js';
import type { CompileArguments } from './arguments.js';
import { recognise } from './media-type.js';
import { showProgress } from './progress.js';

/** What of a command line says how a file is compiled. */
export type CompileFileOptions = Pick<
  CompileArguments,
  'file' | 'id' | 'policyKind' | 'policyVersion' | 'language' | 'mediaType'
>;

/** A policy and the bytes it was made of. */
export interface CompiledFile {
  readonly policy: Policy;
  readonly bytes: Uint8Array;
}

/** Compiles a file; tells on standard error where its name and its bytes disagree. Rejects a `Failure` that names the file. */
export async function compileFile(wanted: CompileFileOptions): Promise<CompiledFile> {
  const { file } = wanted;
  const bytes = new Uint8Array(await sourceBytes(file));
  const { mediaType, note } = recognise(file, bytes, wanted.mediaType);
  if (note !== undefined) process.stderr.write(`mingshi: ${note}\n`);
  const name = file === '-' ? 'standard input' : basename(file);
  const progress = showProgress(name);
  try {
    const options = { ...optionsOf(wanted), onProgress: progress.step };
    return {
      bytes,
      policy: await namingFile(file, () => compilePolicy({ name, mediaType, bytes }, options)),
    };
  } finally {
    progress.end();
  }
}

function optionsOf({ id, policyKind, policyVersion, language }: CompileFileOptions): CompileOptions {
  return {
    ...(id !== undefined && { id }),
    ...(policyKind && { kind: policyKind }),
    ...(policyVersion !== undefined && { version: policyVersion }),
    ...(language && { language }),
  };
}
