#!/usr/bin/env node
import { ConsentError } from '../errors.js';
import { readCommandLine } from './command-line.js';
import { COMMANDS } from './commands.js';
import { Failure } from './failure.js';
import { helpOf } from './help.js';
import { Misuse } from './misuse.js';
import { packageVersion } from './package-version.js';

/** 0: done. 1: a file is no policy, or cannot be read or written. 2: the command line makes no sense. Others: a command's own. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    return await answer(argv);
  } catch (error) {
    if (!(error instanceof Misuse || error instanceof Failure || error instanceof ConsentError)) throw error;
    const wrong = error instanceof Misuse;
    process.stderr.write(`mingshi: ${error.message}\n${wrong ? 'Try `mingshi --help`.\n' : ''}`);
    return wrong ? 2 : 1;
  }
}

async function answer(argv: readonly string[]): Promise<number> {
  const request = readCommandLine(argv, COMMANDS);
  if (request.kind === 'run') return request.command.run(request.given);
  process.stdout.write(
    request.kind === 'version'
      ? `${packageVersion()}\n`
      : helpOf(request.command ? [request.command] : COMMANDS),
  );
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
