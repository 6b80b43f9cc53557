import { randomBytes } from 'node:crypto';
import { access, chmod, constants, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Failure, reasonOf } from './failure.js';

/**
 * Writes to a file, or to standard output where none (or `-`) is named. A file is written beside its place and then put there, so that
 * whoever reads it meanwhile sees the old one or the new one, never half of one. Rejects a `Failure` that names the file.
 */
export async function writeOutput(words: string, output: string | undefined): Promise<void> {
  if (output === undefined || output === '-') return print(words);
  try {
    await replaceFile(await realpath(output).catch(() => output), words);
  } catch (error) {
    throw new Failure(`${output} cannot be written: ${reasonOf(error)}.`);
  }
}

/** What is no file of its own (a pipe, a device) is written to as it is; a file keeps its permissions, and what may not be written is not replaced. */
async function replaceFile(file: string, words: string): Promise<void> {
  const old = await stat(file).catch(() => undefined);
  if (old && !old.isFile()) return writeFile(file, words);
  if (old) await access(file, constants.W_OK);
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, words, { flag: 'wx' });
    if (old) await chmod(beside, old.mode);
    await renamed(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    if (!old || !isDenied(error)) throw error;
    await writeFile(file, words);
  }
}

const isDenied = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');

/** How often, and how many milliseconds apart, a file is put in its place while another program holds it (Windows). */
const TRIES = 5;
const PAUSE = 40;

async function renamed(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (attempt === TRIES || !isDenied(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
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
