import { hashText } from '../hash.js';
import type { Platform } from '../platform.js';
import type { Policy } from './model.js';

/** Rejects `policy/hash-mismatch` where a policy's `hash` is not that of its `text`, `platform/no-sha256` where none can be made. */
export const checkHash = async (
  { id, text, hash }: Pick<Policy, 'id' | 'text' | 'hash'>,
  sha256: Platform['sha256'],
): Promise<void> => {
  const found = await hashText(text, sha256).catch((cause: unknown) => ({ cause }));
  if (found !== hash) throw (await import('./hash-fault.js')).hashFault({ id, hash }, found);
};
