import type { PolicyKind } from '../../policy/model.js';
import { readOutput, readTextOptions, type TextOptions } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';

/** What `compile` is asked. */
export interface CompileArguments extends TextOptions {
  /** `-` is standard input. */
  readonly file: string;
  readonly output?: string;
  readonly id?: string;
  readonly policyKind?: PolicyKind;
  readonly policyVersion?: string;
  readonly format: (typeof COMPILE_FORMATS)[number];
  /** Whether to compile again and again, as the file changes. */
  readonly watch: boolean;
}

export const COMPILE_FORMATS = ['json', 'markdown', 'text'] as const;

export const KINDS: readonly PolicyKind[] = [
  'privacy-policy',
  'user-agreement',
  'authorization',
  'sdk-list',
  'info-list',
  'children-policy',
];

/** Throws `Misuse`. */
export function readCompileArguments(given: Given): CompileArguments {
  const policyKind = given.oneOf('kind', KINDS);
  const id = given.text('id');
  const policyVersion = given.text('policy-version');
  const file = oneFile(given.files);
  const output = readOutput(given);
  const watch = given.on('watch');
  if (watch) checkWatch(file, output.output);
  return {
    file,
    watch,
    format: given.oneOf('format', COMPILE_FORMATS) ?? 'json',
    ...output,
    ...readTextOptions(given),
    ...(id !== undefined && { id }),
    ...(policyKind && { policyKind }),
    ...(policyVersion !== undefined && { policyVersion }),
  };
}

function oneFile(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined) throw new Misuse('`compile` needs a file, or - for standard input.');
  if (files.length > 1)
    throw new Misuse(`\`compile\` takes one file at a time; ${files.length} given: ${files.join(', ')}.`);
  if (file === '') throw new Misuse('The name of the file is empty.');
  return file;
}

function checkWatch(file: string, output: string | undefined): void {
  if (file === '-') throw new Misuse('--watch needs a file: standard input is read once.');
  if (output === undefined || output === '-')
    throw new Misuse('--watch writes again and again: say with -o which file.');
}
