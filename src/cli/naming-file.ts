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

/** What the number of an error counts. */
const UNITS: Readonly<Record<string, string>> = {
  'compiler/not-a-docx': 'bytes',
  'compiler/not-a-pdf': 'bytes',
  'compiler/encrypted-pdf': 'bytes',
  'compiler/no-words-in-pdf': 'pages',
};

/** The value at fault, where it is short; for a package that is missing, how to get it. */
function shownValue({ code, value }: ConsentError): string {
  if (code === 'compiler/reader-missing') return ` (npm install ${String(value)})`;
  const unit = UNITS[code];
  if (unit !== undefined && typeof value === 'number')
    return value === 0 ? '' : ` (${value} ${value === 1 ? unit.slice(0, -1) : unit})`;
  return typeof value === 'string' || typeof value === 'number' ? ` (${String(value).slice(0, 100)})` : '';
}
