import { sha256 } from './sha256.js';

/** Names longer than this many bytes are cut; every file system takes 255. */
const LONGEST = 120;
const SHOWN = 32;
const SAFE = /^[\p{L}\p{M}\p{N}_.+@()-]$/u;
/** What Windows takes for a device, whatever its ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * An id or a version as the name of one folder: letters and digits of any script stay, the rest is written `%XX`, and no name
 * leads out of its folder.
 */
export function safeName(name: string): string {
  const letters = [...name.normalize('NFC')];
  const written = letters.map((letter, index) => (isSafe(letter, index, letters) ? letter : escaped(letter)));
  if (DEVICE.test(name)) written[0] = escaped(letters[0] ?? '');
  const whole = written.join('');
  if (Buffer.byteLength(whole) <= LONGEST) return whole || '%';
  return `${written.slice(0, SHOWN).join('')}~${sha256(name).slice(7, 23)}`;
}

const isSafe = (letter: string, index: number, { length }: readonly string[]): boolean =>
  SAFE.test(letter) && !(letter === '.' && (index === 0 || index === length - 1));

const escaped = (letter: string): string =>
  [...new TextEncoder().encode(letter)]
    .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
    .join('');
