import { ConsentError } from '../errors.js';
import { Failure } from './failure.js';

/** Runs what reads a file. Rejects a `Failure` that names the file, and the code and value of what is wrong with it. */
export async function namingFile<Value>(file: string, read: () => Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConsentError)) throw error;
    throw new Failure(`${file}: ${error.code} ${error.message}${shownValue(error)}`);
  }
}

/** Their number is the size of the file, or a place in it: both in bytes. */
const SIZES = /^compiler\/(?:not-a-docx|not-a-pdf|encrypted-pdf)$/;

/** The value at fault, where it is short; for a package that is missing, how to get it. */
function shownValue({ code, value }: ConsentError): string {
  if (code === 'compiler/reader-missing') return ` (npm install ${String(value)})`;
  if (SIZES.test(code) && typeof value === 'number') return value === 0 ? '' : ` (${value} bytes)`;
  return typeof value === 'string' || typeof value === 'number' ? ` (${String(value).slice(0, 100)})` : '';
}
