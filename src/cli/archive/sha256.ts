import { createHash } from 'node:crypto';

/** SHA-256 of bytes, written `sha256:` and lower-case hex, at once. */
export const sha256 = (bytes: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
