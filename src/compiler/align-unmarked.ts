const REFERENCE = /&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);?/iy;

/** Length of the character reference at a place of the source, 0 where there is none. */
function referenceAt(source: string, at: number): number {
  REFERENCE.lastIndex = at;
  return REFERENCE.exec(source)?.[0].length ?? 0;
}

function isSame(source: string, from: number, value: string, at: number): boolean {
  const character = source.charAt(from);
  if (character !== value.charAt(at)) return false;
  if (character === '&') return referenceAt(source, from) === 0 || value.startsWith('&', at + 1);
  return character !== '\\' || source.charAt(from + 1) !== value.charAt(at) || value.charAt(at + 1) === '\\';
}

/** Most values stand in the source as they are. */
const isPlain = (source: string, start: number, end: number, value: string): boolean =>
  end - start === value.length &&
  source.startsWith(value, start) &&
  !value.includes('&') &&
  !value.includes('\\');

/**
 * For each character of `value`, which a parser took out of `source` between two offsets: its offset in the source, or -1
 * where it came from a character reference or an escape, or where the two cannot be laid side by side.
 */
export function alignUnmarked(source: string, start: number, end: number, value: string): Int32Array {
  const offsets = new Int32Array(value.length);
  if (isPlain(source, start, end, value)) {
    for (let at = 0; at < value.length; at += 1) offsets[at] = start + at;
    return offsets;
  }
  offsets.fill(-1);
  let from = start;
  let at = 0;
  while (at < value.length && from < end) {
    if (isSame(source, from, value, at)) {
      offsets[at] = from;
      at += 1;
      from += 1;
      continue;
    }
    const reference = referenceAt(source, from);
    if (reference) {
      from += reference;
      at += (value.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    } else if (/[\\\s]/.test(source.charAt(from))) from += 1;
    else break;
  }
  return offsets;
}
