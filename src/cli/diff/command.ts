import type { Command } from '../command.js';
import { OUTPUT, TEXT_OPTIONS } from '../common-options.js';
import { readDiffArguments } from './arguments.js';
import { diff, MATERIAL } from './diff.js';

/** `mingshi diff`. */
export const diffCommand: Command = {
  name: 'diff',
  usage: '<old> <new> [options]',
  about:
    'tells what changed between two versions, clause by clause and fact by fact, and whether consent must be asked for ' +
    'again. Each is a compiled policy (.json) or a text that compile reads; one may be - for standard input.',
  options: [
    OUTPUT,
    {
      name: 'format',
      value: '<format>',
      about: "text (for people, in the policy's language), json or markdown (default: text)",
    },
    ...TEXT_OPTIONS,
  ],
  exitCodes: [[MATERIAL, 'diff found a material change: consent must be asked for again']],
  run: (given) => diff(readDiffArguments(given)),
};
