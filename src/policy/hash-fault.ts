import { ConsentError } from '../errors.js';
import type { Policy } from './model.js';

/** What is wrong where the hash found is not a policy's, or why none was found. */
export const hashFault = (
  { id, hash }: Pick<Policy, 'id' | 'hash'>,
  found: string | { readonly cause: unknown },
): ConsentError =>
  typeof found === 'string'
    ? new ConsentError('policy/hash-mismatch', `The hash of policy ${id} is not that of its text.`, hash)
    : new ConsentError('platform/no-sha256', 'SHA-256 is not available here.', undefined, found.cause);
