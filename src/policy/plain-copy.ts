import { ConsentError } from '../errors.js';

/** Deeper than any policy: sections nest a handful of levels. */
const DEEPEST = 64;

const invalid = (path: string, value: unknown): ConsentError =>
  new ConsentError('policy/invalid', `The policy is no plain JSON at ${path || 'its root'}.`, value);

/**
 * A copy of JSON-like data made of arrays and objects without a prototype, so that nothing a page planted on
 * `Object.prototype` can be taken for a fact. Throws `policy/invalid` for anything JSON cannot hold, and for nesting
 * deeper than 64 (a cycle is endless nesting).
 */
export function plainCopy(value: unknown, path = '', depth = 0): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value)) return value;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) throw invalid(path, value);
  if (Array.isArray(value))
    return Array.from(value, (item, index) => plainCopy(item, `${path}[${index}]`, depth + 1));
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(value))
    copy[key] = plainCopy((value as Record<string, unknown>)[key], path ? `${path}.${key}` : key, depth + 1);
  return copy;
}
