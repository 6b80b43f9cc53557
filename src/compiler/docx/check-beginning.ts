import { notADocx } from './not-a-docx.js';

const OLE = 'd0cf11e0';
const SAVE = 'open it in Word and save it as .docx';

/** Hexadecimal of the first bytes: what a person can compare with the file. */
function beginningOf(bytes: Uint8Array): string {
  return [...bytes.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const startsWith = (bytes: Uint8Array, words: string): boolean =>
  [...words].every((character, index) => bytes[index] === character.charCodeAt(0));

/** Whether a container of old Office files holds an encrypted package ([MS-OFFCRYPTO] 2.3.4.4): its streams are named in UTF-16. */
function holdsEncrypted(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    let same = 1;
    while (same < name.length && bytes[at + same * 2] === name.charCodeAt(same)) same += 1;
    if (same === name.length) return true;
  }
  return false;
}

/** Refuses what is no zip by its first bytes, and says what it is. Rejects `compiler/not-a-docx`. */
export function checkBeginning(bytes: Uint8Array): void {
  if (startsWith(bytes, 'PK')) return;
  const value = beginningOf(bytes);
  if (bytes.length === 0) throw notADocx('This .docx file is empty; ask for it again.', 0);
  if (value.startsWith(OLE)) {
    throw holdsEncrypted(bytes)
      ? notADocx(`This .docx file is locked with a password; ${SAVE} without one.`, value)
      : notADocx(`This is an old Office file (.doc or .wps), no .docx; ${SAVE}.`, value);
  }
  if (startsWith(bytes, '{\\rtf')) throw notADocx(`This is an RTF file, no .docx; ${SAVE}.`, value);
  if (startsWith(bytes, '%PDF'))
    throw notADocx('This is a PDF file, no .docx; compile it as application/pdf.', value);
  throw notADocx(
    `This is no .docx file: it begins with ${value}, not as a zip does; ${SAVE}, or compile it as what it is.`,
    value,
  );
}
