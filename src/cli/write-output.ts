import { writeFile } from 'node:fs/promises';
import { Failure, reasonOf } from './failure.js';

/** Writes to a file, or to standard output where none (or `-`) is named. Rejects a `Failure` that names the file. */
export async function writeOutput(words: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') return print(words);
  try {
    await writeFile(output, words);
  } catch (error) {
    throw new Failure(`${output} cannot be written: ${reasonOf(error)}.`);
  }
}

/** A reader that stops early, as `head` does, is no failure. */
function print(words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const ended = (error?: Error | null): void => {
      if (error && !('code' in error && error.code === 'EPIPE')) reject(new Failure(reasonOf(error)));
      else resolve();
    };
    process.stdout.once('error', ended);
    process.stdout.write(words, ended);
  });
}
