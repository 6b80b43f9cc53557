import { basename, extname, resolve } from 'node:path';
import { compilePolicy, type CompileOptions, type SourceMediaType } from '../compiler/index.js';
import { ConsentError } from '../errors.js';
import type { Diagnostic, Policy } from '../policy/model.js';
import type { CompileCommand } from './command-line.js';
import { Failure } from './failure.js';
import { sourceBytes } from './source-bytes.js';
import { writeOutput } from './write-output.js';

const MEDIA_TYPES: Readonly<Record<string, SourceMediaType>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
};

/** One diagnostic as `file:line:column: severity code sentence`. */
export const lineOf = (file: string, { source, severity, code, sentence }: Diagnostic): string =>
  `${file}:${source.line}:${source.column}: ${severity} ${code} ${sentence}\n`;

function optionsOf(command: CompileCommand): CompileOptions {
  const { id, policyKind, policyVersion, language } = command;
  return {
    ...(id !== undefined && { id }),
    ...(policyKind && { kind: policyKind }),
    ...(policyVersion !== undefined && { version: policyVersion }),
    ...(language && { language }),
  };
}

/** Formats that are no text, however they are read. */
const NO_TEXT = /^\.(?:docx?|pdf|rtf|odt|wps|zip)$/;

function checkFiles({ file, output, mediaType }: CompileCommand): void {
  const ending = extname(file).toLowerCase();
  if (!mediaType && NO_TEXT.test(ending)) {
    throw new Failure(`${file} is a ${ending} file: save it as text, Markdown or HTML, and compile that.`);
  }
  if (output !== undefined && output !== '-' && resolve(output) === resolve(file)) {
    throw new Failure(`${output} is the policy itself: name another file for the output.`);
  }
}

/** Compiles the file a command names. Rejects `Failure` and what `compilePolicy` rejects. */
export async function compileFile(command: CompileCommand): Promise<Policy> {
  checkFiles(command);
  const bytes = await sourceBytes(command.file);
  const mediaType = command.mediaType ?? MEDIA_TYPES[extname(command.file).toLowerCase()] ?? 'text/plain';
  const name = command.file === '-' ? 'standard input' : basename(command.file);
  return compilePolicy({ name, mediaType, bytes: new Uint8Array(bytes) }, optionsOf(command));
}

/** What is no policy must not be put in front of anybody. */
function nothingWritten({ file }: CompileCommand): number {
  process.stderr.write(`mingshi: ${file} was not compiled; nothing was written.\n`);
  return 1;
}

/** `mingshi compile`: writes the policy, tells the diagnostics, and gives the exit code. */
export async function compile(command: CompileCommand): Promise<number> {
  try {
    const policy = await compileFile(command);
    for (const diagnostic of policy.diagnostics) process.stderr.write(lineOf(command.file, diagnostic));
    if (policy.diagnostics.some(({ severity }) => severity === 'error')) return nothingWritten(command);
    await writeOutput(`${JSON.stringify(policy, null, 2)}\n`, command.output);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure || error instanceof ConsentError)) throw error;
    process.stderr.write(`mingshi: ${error.message}\n`);
    return 1;
  }
}
