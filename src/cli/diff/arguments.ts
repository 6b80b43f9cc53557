import { readOutput, readTextOptions, type TextOptions } from '../common-options.js';
import type { Given } from '../given.js';
import { Misuse } from '../misuse.js';
import { refuseTwoInputs } from '../refuse-two-inputs.js';

export const DIFF_FORMATS = ['text', 'json', 'markdown'] as const;

/** What `diff` is asked. One of the two files may be `-`, standard input. */
export interface DiffArguments extends TextOptions {
  readonly before: string;
  readonly after: string;
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly output?: string;
}

/** Throws `Misuse`. */
export function readDiffArguments(given: Given): DiffArguments {
  const [before, after] = given.files;
  if (before === undefined || after === undefined || given.files.length > 2)
    throw new Misuse(`\`diff\` needs two files, the old and the new; ${given.files.length} given.`);
  refuseTwoInputs(before, after);
  const format = given.oneOf('format', DIFF_FORMATS) ?? 'text';
  return { before, after, format, ...readOutput(given), ...readTextOptions(given) };
}
