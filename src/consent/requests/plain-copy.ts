import { isRecord } from '../../own.js';
import { invalidRequest } from './invalid-request.js';

type Plain = Readonly<Record<string, unknown>>;

/**
 * A frozen copy, without a prototype, of a request's own texts, numbers and booleans, and of the one level of objects that may
 * hold such. Throws `request/invalid` for anything else.
 */
export const plainCopy = (entry: Plain, id: string): Plain => copyOf(entry, id, true);

const copyOf = (entry: Plain, id: string, mayNest: boolean): Plain => {
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(entry)) {
    const value = entry[key];
    if (value === undefined) continue;
    const nested = mayNest && isRecord(value) && !Array.isArray(value);
    if (!nested && !['string', 'boolean', 'number'].includes(typeof value)) {
      throw invalidRequest('invalid', id, `${key} must be text`, key);
    }
    copy[key] = nested ? copyOf(value, id, false) : value;
  }
  return Object.freeze(copy);
};
