import { createHash } from 'node:crypto';

/** The one JSON text of an event (RFC 8785): keys in order, no spaces. Events hold texts, whole numbers, booleans, lists and records. */
export function canonicalText(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key])}`).join()}}`;
}

/** The hash that the next event of the same writer names as `previous`. */
export const hashOf = (event) =>
  `sha256:${createHash('sha256').update(canonicalText(event), 'utf8').digest('hex')}`;
