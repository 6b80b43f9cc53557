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

/** Fewer bytes beyond ASCII than these may be UTF-8 by chance. */
const CHANCE = 24;

const beyondAscii = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = 0; at < bytes.length && count <= CHANCE; at += 1) if ((bytes[at] ?? 0) > 0x7f) count += 1;
  return count;
};

const isUnicode = (label: string): boolean => /^(?:utf-?8|unicode-1-1-utf-8|x-user-defined)$/.test(label);

/** What the bytes 80 to 9F are in windows-1252; some platforms decode them as the control characters of Latin-1. */
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const IS_WESTERN = /^(?:windows-1252|cp1252|iso-?8859-?1|latin1|l1|us-ascii|ascii)$/;

/** GB18030 holds all of its forebears. */
const IS_CHINESE = /^(?:gbk|x-gbk|gb2312|gb_2312(?:-80)?|csgb2312|csiso58gb231280|chinese|cp936)$/;

const western = (text: string): string =>
  text.replace(/[\x80-\x9f]/g, (sign) => WESTERN.charAt(sign.charCodeAt(0) - 0x80));

/** By the encoding a page declares; undefined where that is none, or where the bytes are plainly UTF-8 all the same. */
function decodeDeclared(bytes: Uint8Array, label: string, remarks: RemarkList): string | undefined {
  if (isUnicode(label) || (beyondAscii(bytes) > CHANCE && strict('utf-8', bytes) !== undefined))
    return undefined;
  try {
    const decoded = lenient(IS_CHINESE.test(label) ? 'gb18030' : label, bytes);
    const text = IS_WESTERN.test(label) ? western(decoded) : decoded;
    remarks.add('source/declared-characters', 0, label);
    if (text.includes('\ufffd')) remarks.add('source/broken-characters', 0);
    return text;
  } catch {
    return undefined;
  }
}

function decodeBytes(bytes: Uint8Array, remarks: RemarkList, declared: string | undefined): string {
  const wide = utf16(bytes);
  if (wide) return lenient(wide, bytes);
  const said = declared === undefined ? undefined : decodeDeclared(bytes, declared, remarks);
  if (said !== undefined) return said;
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
 * The source as a string: UTF-8, UTF-16 with a mark, else GB18030; a page by the encoding it declares, which `declaredIn` finds in
 * its bytes, unless they are plainly UTF-8. Broken bytes become U+FFFD and are remarked on.
 * Rejects `compiler/not-text` where neither `text` nor `bytes` is what it should be.
 */
export function decodeSource(
  source: { text?: unknown; bytes?: unknown },
  remarks: RemarkList,
  declaredIn: (bytes: Uint8Array) => string | undefined = () => undefined,
): Decoded {
  if (typeof source.text === 'string') {
    return { text: source.text, bytes: new TextEncoder().encode(source.text) };
  }
  if (source.bytes instanceof Uint8Array) {
    return { text: decodeBytes(source.bytes, remarks, declaredIn(source.bytes)), bytes: source.bytes };
  }
  throw new ConsentError(
    'compiler/not-text',
    'A policy is compiled from a string (`text`) or a Uint8Array (`bytes`); this source has neither.',
    source,
  );
}
