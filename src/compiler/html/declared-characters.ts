/** A page must declare its characters in its first 1024 bytes; saved pages are seen to do so later. */
const HEAD = 4096;

const META = /<meta\b[^>]{0,1000}>/gi;
const CHARSET = /\bcharset\s*=\s*["']?\s*([\w:.-]{2,40})/i;
const XML = /^\s*<\?xml\b[^>]{0,200}\bencoding\s*=\s*["']([\w:.-]{2,40})["']/i;

/** UTF-16 without a mark: every other byte of the first tags is zero. */
function wideOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 ? 'utf-16be' : undefined;
}

/**
 * The character encoding that a page declares in a `<meta>` or in an XML declaration, in lower case; undefined where it declares
 * none. One that is written in single bytes cannot be UTF-16, whatever it says.
 */
export function declaredCharacters(bytes: Uint8Array): string | undefined {
  const wide = wideOf(bytes);
  if (wide) return wide;
  let head = '';
  for (const byte of bytes.subarray(0, HEAD)) head += String.fromCharCode(byte);
  const bare = head.replace(/<!--[\s\S]*?-->/g, ' ');
  const declared = [...bare.matchAll(META)]
    .map(([tag]) => CHARSET.exec(tag)?.[1])
    .find((name) => name !== undefined);
  const name = (declared ?? XML.exec(bare)?.[1])?.toLowerCase();
  return name?.startsWith('utf-16') || name?.startsWith('utf16') ? 'utf-8' : name;
}
