import { canonicalJson } from './canonical.js';
import type { Platform } from './platform.js';

/** How every hash of ours is written. */
export const hashPattern = /^sha256:[0-9a-f]{64}$/;

/** Lower-case hex digits, two for each byte. */
export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** SHA-256 of a text as UTF-8, written `sha256:` and 64 lower-case hex digits. */
export const hashText = async (text: string, sha256: Platform['sha256']): Promise<string> =>
  `sha256:${hex(await sha256(new TextEncoder().encode(text)))}`;

/** SHA-256 of a JSON value's canonical bytes (RFC 8785), written as `hashText` does. Rejects `canonical/not-json`. */
export const hashRecord = async (record: unknown, sha256: Platform['sha256']): Promise<string> =>
  hashText(canonicalJson(record), sha256);
