import { ConsentError } from '../errors.js';
import type { RemarkList } from './remarks.js';

/** What the decoding knows of the source. */
export interface Decoded {
  readonly text: string;
  /** As received; a text that came as a string is counted as UTF-8. */
  readonly bytes: Uint8Array;
}

const strict = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const lenient = (label: string, bytes: Uint8Array): string =>
  new TextDecoder(label, { ignoreBOM: true }).decode(bytes);

/** UTF-16 is believed only with its mark: without one nothing tells it from a legacy encoding. */
const utf16 = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

function decodeBytes(bytes: Uint8Array, remarks: RemarkList): string {
  const wide = utf16(bytes);
  if (wide) return lenient(wide, bytes);
  const utf8 = strict('utf-8', bytes);
  if (utf8 !== undefined) return utf8;
  const legacy = strict('gb18030', bytes);
  if (legacy !== undefined) {
    remarks.add('source/not-utf-8', 0);
    return legacy;
  }
  remarks.add('source/broken-characters', 0);
  return lenient('utf-8', bytes);
}

/**
 * The source as a string: UTF-8, UTF-16 with a mark, else GB18030. Broken bytes become U+FFFD and are remarked on.
 * Rejects `compiler/not-text` where neither `text` nor `bytes` is what it should be.
 */
export function decodeSource(source: { text?: unknown; bytes?: unknown }, remarks: RemarkList): Decoded {
  if (typeof source.text === 'string') {
    return { text: source.text, bytes: new TextEncoder().encode(source.text) };
  }
  if (source.bytes instanceof Uint8Array) {
    return { text: decodeBytes(source.bytes, remarks), bytes: source.bytes };
  }
  throw new ConsentError(
    'compiler/not-text',
    'A policy is compiled from a string (`text`) or a Uint8Array (`bytes`); this source has neither.',
    source,
  );
}
