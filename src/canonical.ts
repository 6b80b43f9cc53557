import { ConsentError } from './errors.js';
import { isRecord } from './own.js';

/**
 * The one JSON text of a value, after RFC 8785: no spaces, keys in the order of their UTF-16 code units, numbers as
 * ECMAScript writes them. Only own properties count, and `toJSON` is not called.
 * Throws `canonical/not-json` for what JSON cannot hold (undefined, NaN, a function, a lone surrogate, a cycle).
 */
export const canonicalJson = (value: unknown): string => write(value, 0);

const maxDepth = 200;

const write = (value: unknown, depth: number): string => {
  if (depth > maxDepth) throw notJson('more than 200 levels', undefined);
  if (Array.isArray(value)) return `[${Array.from(value, (item) => write(item, depth + 1)).join()}]`;
  if (isRecord(value)) return writeRecord(value, depth);
  return writeScalar(value);
};

const writeRecord = (record: Record<string, unknown>, depth: number): string => {
  const members = Object.keys(record).sort();
  return `{${members.map((key) => `${writeScalar(key)}:${write(record[key], depth + 1)}`).join()}}`;
};

const writeScalar = (value: unknown): string => {
  const sound =
    value === null ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    (typeof value === 'string' && !loneSurrogate.test(value));
  if (!sound) throw notJson(`an unsound ${typeof value}`, value);
  return JSON.stringify(value);
};

/** Finds half of a character, which no UTF-8 can hold. */
export const loneSurrogate = /\p{Surrogate}/u;

const notJson = (what: string, value: unknown): ConsentError =>
  new ConsentError('canonical/not-json', `This is no JSON: it holds ${what}.`, value);
