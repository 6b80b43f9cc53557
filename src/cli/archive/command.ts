import type { Command } from '../command.js';
import { OUTPUT, TEXT_OPTIONS } from '../common-options.js';
import { compileCommand } from '../compile/command.js';
import { archive } from './archive.js';
import { readArchiveArguments } from './arguments.js';

const TO_COMPILE = ['id', 'kind', 'policy-version'];

/** `mingshi archive`. */
export const archiveCommand: Command = {
  name: 'archive',
  usage: '<policy…> --to <folder> [options]\n       mingshi archive --check --to <folder> [options]',
  about:
    'keeps every version of a policy (compiled, or a text that compile reads) in a folder where nothing is ever changed: the ' +
    'text, the compiled policy, the file it came from, and an entry whose hash the next one names. The same again changes ' +
    'nothing; another text under the same id, version and language is refused. --check tells what was changed, deleted or added ' +
    'by hand, with exit code 1.',
  options: [
    { name: 'to', value: '<folder>', about: 'the archive; made where it is missing' },
    { name: 'check', about: 'check every hash of the archive instead of adding to it' },
    {
      name: 'head',
      value: '<hash>',
      about:
        'with --check: the hash of an entry you kept elsewhere; proves that nothing up to it was changed',
    },
    OUTPUT,
    { name: 'format', value: '<format>', about: 'text or json (default: text)' },
    ...compileCommand.options.filter(({ name }) => TO_COMPILE.includes(name)),
    ...TEXT_OPTIONS,
  ],
  run: (given) => archive(readArchiveArguments(given)),
};
