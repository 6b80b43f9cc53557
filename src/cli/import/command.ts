import type { Command } from '../command.js';
import { OUTPUT } from '../common-options.js';
import { readImportArguments } from './arguments.js';
import { importFile } from './import.js';

/** `mingshi import`. */
export const importCommand: Command = {
  name: 'import',
  usage: '<androidPrivacy.json|-> [options]',
  about:
    "turns DCloud's androidPrivacy.json (the privacy dialog of uni-app and 5+ apps) into a configuration for audit. Standard error " +
    'tells what the law does not accept in it, with line, column and rule, what Mingshi has instead, which documents it links to, ' +
    'and every field that was not carried over.',
  options: [
    OUTPUT,
    { name: 'report', value: '<file>', about: 'write here, as JSON, all that was read and found' },
    { name: 'language', value: '<tag>', about: 'zh-Hans or en (default: by the letters of the dialog)' },
  ],
  run: (given) => importFile(readImportArguments(given)),
};
