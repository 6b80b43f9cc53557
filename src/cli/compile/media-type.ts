import { extname } from 'node:path';
import { MEDIA_TYPE_OF_ENDING, type SourceMediaType } from '../../compiler/index.js';
import { Failure } from '../failure.js';

/** A format, known by how its files begin. `mediaType` is absent where nothing here reads it. */
interface Signature {
  readonly begins: string;
  readonly what: string;
  readonly mediaType?: SourceMediaType;
}

const PDF = MEDIA_TYPE_OF_ENDING['pdf'] as SourceMediaType;
const DOCX = MEDIA_TYPE_OF_ENDING['docx'] as SourceMediaType;

/** The first bytes of formats, each byte as a Latin-1 letter. */
const SIGNATURES: readonly Signature[] = [
  { begins: '%PDF-', what: 'a PDF', mediaType: PDF },
  { begins: 'PK\x03\x04', what: 'a .docx (ZIP)', mediaType: DOCX },
  { begins: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', what: 'a Word 97–2003 (.doc)' },
  { begins: '{\\rtf', what: 'an RTF' },
];

/** Endings of formats that no reader here reads. */
const UNREAD = /^\.(?:doc|rtf|odt|wps|pages|zip)$/;
const SAVE = 'save it as .docx, PDF, HTML, Markdown or text, and compile that';
const HTML = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html)[\s>]/i;

/** What a source is read as, and a sentence where its name says something else. */
export interface Recognised {
  readonly mediaType: SourceMediaType;
  readonly note?: string;
}

/**
 * What the bytes of a file are read as: by their first bytes where these say it, else as asked, else by the ending of the file's name,
 * else text. Throws a `Failure` for a format that nothing here reads, and where the bytes are not what was asked for or named.
 */
export function recognise(file: string, bytes: Uint8Array, asked?: SourceMediaType): Recognised {
  const first = String.fromCharCode(...bytes.subarray(0, 512));
  const found = SIGNATURES.find(({ begins }) => first.startsWith(begins));
  const ending = extname(file).toLowerCase();
  if (found && !found.mediaType)
    throw new Failure(`${file} is ${found.what} file by its first bytes: ${SAVE}.`);
  if (asked) return { mediaType: confirmed(file, asked, found) };
  if (found?.mediaType) return { mediaType: found.mediaType, ...noteOf(file, ending, found) };
  if (UNREAD.test(ending)) throw new Failure(`${file} is a ${ending} file: ${SAVE}.`);
  const named = MEDIA_TYPE_OF_ENDING[ending.slice(1)];
  if (named === PDF || named === DOCX)
    throw new Failure(
      `${file} is named ${ending}, but ${notReally(named)}: name it by what it is, or say it with --media-type.`,
    );
  return { mediaType: named ?? (HTML.test(first) ? 'text/html' : 'text/plain') };
}

function confirmed(file: string, asked: SourceMediaType, found: Signature | undefined): SourceMediaType {
  if (found && found.mediaType !== asked)
    throw new Failure(
      `${file} is ${found.what} file by its first bytes, not ${asked}: leave --media-type out.`,
    );
  if (!found && (asked === PDF || asked === DOCX))
    throw new Failure(`${file} is to be read as ${asked}, but ${notReally(asked)}.`);
  return asked;
}

const notReally = (mediaType: SourceMediaType): string => {
  const signature = SIGNATURES.find((one) => one.mediaType === mediaType);
  return `its first bytes are not those of ${signature?.what ?? mediaType} file`;
};

function noteOf(file: string, ending: string, { what, mediaType }: Signature): { note?: string } {
  if (file === '-' || MEDIA_TYPE_OF_ENDING[ending.slice(1)] === mediaType) return {};
  return { note: `${file} is ${what} file by its first bytes, whatever its name says, and is read as one.` };
}
