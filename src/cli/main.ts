#!/usr/bin/env node
import { audit } from './audit/audit.js';
import { compile } from './compile.js';
import { parseCommand } from './command-line.js';
import { diff } from './diff/diff.js';
import { HELP } from './help.js';
import { packageVersion } from './package-version.js';

/**
 * 0: done. 1: the text is no policy, or a file cannot be read or written. 2: the command line makes no sense. 10: `diff` found a
 * change that asks for consent again. 11: `audit` found an error.
 */
async function main(argv: readonly string[]): Promise<number> {
  const command = parseCommand(argv);
  if (command.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (command.kind === 'version') {
    process.stdout.write(`${packageVersion()}\n`);
    return 0;
  }
  if (command.kind === 'misuse') {
    process.stderr.write(`mingshi: ${command.sentence}\nTry \`mingshi --help\`.\n`);
    return 2;
  }
  if (command.kind === 'audit') return audit(command);
  return command.kind === 'diff' ? diff(command) : compile(command);
}

process.exitCode = await main(process.argv.slice(2));
