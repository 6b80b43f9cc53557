import { readFile } from 'node:fs/promises';
import { Failure, reasonOf } from './failure.js';

/** The bytes of a file; `-` is standard input. Rejects a `Failure` that names the file. */
export async function sourceBytes(file: string): Promise<Uint8Array> {
  try {
    if (file !== '-') return await readFile(file);
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part as Buffer);
    return Buffer.concat(parts);
  } catch (error) {
    throw new Failure(`${file} cannot be read: ${reasonOf(error)}.`);
  }
}
