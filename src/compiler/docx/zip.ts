import { loadReader } from '../load-reader.js';
import { crc32 } from './crc32.js';
import { notADocx } from './not-a-docx.js';

type Fflate = typeof import('fflate');

interface Entry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** All parts together may not unpack to more: a policy of 2,000 pages needs a tenth of it. */
export const MOST_UNPACKED = 128 * 1024 * 1024;
const CHUNK = 16 * 1024;
const AGAIN = 'save the document again in Word, or ask for it again';

const broken = (why: string, value: unknown, cause?: unknown): Error =>
  notADocx(`This .docx file is broken (${why}); ${AGAIN}.`, value, cause);

/** The end record of the directory; behind it stands at most a comment of 64 KiB. */
function endRecord(view: DataView): number {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at >= last - 0xffff; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw broken('the end of the zip is missing', view.byteLength);
}

/** Sizes that do not fit stand in an extra field (APPNOTE 4.5.3). */
function wideFields(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const count = view.getUint16(at + 2, true) >> 3;
    return Array.from({ length: count }, (_, index) => Number(view.getBigUint64(at + 4 + index * 8, true)));
  }
  return [];
}

function entryAt(view: DataView, at: number): { entry: Entry; next: number } {
  if (view.getUint32(at, true) !== 0x02014b50) throw broken('its directory cannot be read', view.byteLength);
  const [nameLength, extraLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
  const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength));
  const wide = wideFields(view, at + 46 + nameLength, extraLength);
  const field = (place: number): number => {
    const value = view.getUint32(at + place, true);
    return value === 0xffffffff ? (wide.shift() ?? value) : value;
  };
  const size = field(24);
  const packed = field(20);
  return {
    entry: {
      name: name.replace(/\\/g, '/').replace(/^\/+/, ''),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed,
      size,
      offset: field(42),
    },
    next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true),
  };
}

/** The files in a zip. Only those that are asked for are unpacked, and never more than `MOST_UNPACKED` of them. */
export class Zip {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #fflate: Fflate;
  readonly #entries = new Map<string, Entry>();
  #unpacked = 0;

  constructor(bytes: Uint8Array, fflate: Fflate) {
    this.#bytes = bytes;
    this.#fflate = fflate;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#readDirectory();
  }

  #readDirectory(): void {
    const end = endRecord(this.#view);
    let at = this.#view.getUint32(end + 16, true);
    for (let count = this.#view.getUint16(end + 10, true); count > 0; count -= 1) {
      const { entry, next } = entryAt(this.#view, at);
      this.#entries.set(entry.name.toLowerCase(), entry);
      at = next;
    }
  }

  /** Names of the files, as written. */
  get names(): string[] {
    return [...this.#entries.values()].map(({ name }) => name);
  }

  /** A file's bytes; undefined where the zip has none of that name, in upper or lower case. */
  read(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return undefined;
    if (entry.flags & 1) throw notADocx('This zip is locked with a password; save it without one.', name);
    this.#count(entry.size, entry);
    const packed = this.#packed(entry);
    const bytes = entry.method === 0 ? packed : this.#inflate(packed, entry);
    if (bytes.length !== entry.size || crc32(bytes) !== entry.checksum)
      throw broken(`${entry.name} is damaged`, entry.name);
    return bytes;
  }

  #count(size: number, { name }: Entry): void {
    this.#unpacked += size;
    if (this.#unpacked <= MOST_UNPACKED) return;
    throw notADocx(
      `This .docx file unpacks to more than ${MOST_UNPACKED / 1024 / 1024} MB (${name}), which no policy needs; it is not read.`,
      this.#unpacked,
    );
  }

  #packed({ name, offset, packed, method }: Entry): Uint8Array {
    if (method !== 0 && method !== 8) throw broken(`${name} is packed in an unknown way`, name);
    if (this.#view.getUint32(offset, true) !== 0x04034b50)
      throw broken(`${name} is not where it should be`, name);
    const start =
      offset + 30 + this.#view.getUint16(offset + 26, true) + this.#view.getUint16(offset + 28, true);
    if (start + packed > this.#bytes.length) throw broken(`${name} is cut off`, name);
    return this.#bytes.subarray(start, start + packed);
  }

  /** Unpacks bit by bit, so that a file which says less than it holds stops at what it said. */
  #inflate(packed: Uint8Array, { name, size }: Entry): Uint8Array {
    const bytes = new Uint8Array(size);
    let length = 0;
    const inflate = new this.#fflate.Inflate((chunk) => {
      if (length + chunk.length > size) throw broken(`${name} holds more than it says`, size);
      bytes.set(chunk, length);
      length += chunk.length;
    });
    try {
      for (let at = 0; at < packed.length; at += CHUNK)
        inflate.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'ConsentError') throw cause;
      throw broken(`${name} cannot be unpacked`, name, cause);
    }
    return bytes.subarray(0, length);
  }
}

/** Reads the directory of a zip. Rejects `compiler/not-a-docx` and `compiler/reader-missing`. */
export async function openZip(bytes: Uint8Array): Promise<Zip> {
  const fflate = await loadReader('fflate', () => import('fflate'));
  try {
    return new Zip(bytes, fflate);
  } catch (cause) {
    if (cause instanceof RangeError) throw broken('its directory is cut off', bytes.length, cause);
    throw cause;
  }
}
