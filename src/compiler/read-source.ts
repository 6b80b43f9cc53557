import { ConsentError } from '../errors.js';
import { decodeSource } from './decode.js';
import { editText } from './edits.js';
import { DOCX, type SourceMediaType } from './media-types.js';
import type { Hint, SourceReading } from './reading.js';
import { declaredCharacters } from './html/declared-characters.js';
import { readText } from './read-text.js';
import type { RemarkList } from './remarks.js';
import { readStars } from './star-emphasis.js';

type TextReader = (source: string) => SourceReading | Promise<SourceReading>;
type FileReader = (bytes: Uint8Array) => Promise<SourceReading>;

/** What few sources need is loaded by those that need it. */
const TEXT_READERS: ReadonlyMap<unknown, TextReader> = new Map<SourceMediaType, TextReader>([
  ['text/plain', readText],
  ['text/markdown', async (source) => (await import('./markdown/read-markdown.js')).readMarkdown(source)],
  ['text/html', async (source) => (await import('./html/read-html.js')).readHtml(source)],
]);

const FILE_READERS: ReadonlyMap<unknown, FileReader> = new Map<SourceMediaType, FileReader>([
  [DOCX, async (bytes) => (await import('./docx/read-docx.js')).readDocx(bytes)],
  ['application/pdf', async (bytes) => (await import('./pdf/read-pdf.js')).readPdf(bytes)],
]);

/** Takes out the stars that the source's own reader left, and moves everything else along. */
function withoutStars(reading: SourceReading): SourceReading {
  const stars = readStars(reading.traced.text);
  if (stars.edits.length === 0) return reading;
  const edited = editText(reading.traced, stars.edits);
  const moved = (hint: Hint): Hint =>
    hint.kind === 'row'
      ? { ...hint, span: edited.place(hint.span), cells: hint.cells.map((cell) => edited.place(cell)) }
      : { ...hint, span: edited.place(hint.span) };
  return {
    ...reading,
    traced: edited.traced,
    emphasis: [...reading.emphasis, ...stars.emphasis]
      .map((span) => edited.place(span))
      .sort((a, b) => a.start - b.start),
    hints: reading.hints.map(moved),
  };
}

/** A source that was read. */
export interface ReadSource {
  /** As received; a text that came as a string is counted as UTF-8. */
  readonly bytes: Uint8Array;
  /** The characters that source positions count: the decoded source, or of a file that is no text the words taken out of it. */
  readonly text: string;
  readonly reading: SourceReading;
}

/**
 * Reads a source by its media type. Rejects `compiler/not-text`, `compiler/not-bytes`, `compiler/unknown-media-type`,
 * `compiler/reader-missing`, and what the reader of a file rejects.
 */
export async function readSource(
  source: { text?: unknown; bytes?: unknown },
  mediaType: unknown,
  remarks: RemarkList,
): Promise<ReadSource> {
  const readFile = FILE_READERS.get(mediaType);
  if (readFile) return readBinary(source.bytes, mediaType, readFile, remarks);
  const read = TEXT_READERS.get(mediaType);
  if (!read) {
    const known = [...TEXT_READERS.keys(), ...FILE_READERS.keys()].join(', ');
    throw new ConsentError('compiler/unknown-media-type', `A policy source is one of ${known}.`, mediaType);
  }
  const declaredIn = mediaType === 'text/html' ? declaredCharacters : undefined;
  const { text, bytes } = decodeSource(source, remarks, declaredIn);
  if (text.startsWith('\ufeff')) remarks.add('source/byte-order-mark', 0);
  const reading = withoutStars(await read(text));
  remarkHidden(reading, remarks);
  return { bytes, text, reading };
}

async function readBinary(
  bytes: unknown,
  mediaType: unknown,
  read: FileReader,
  remarks: RemarkList,
): Promise<ReadSource> {
  if (!(bytes instanceof Uint8Array))
    throw new ConsentError(
      'compiler/not-bytes',
      `A source of ${String(mediaType)} is read from \`bytes\`.`,
      bytes,
    );
  const written = await read(bytes);
  remarkHidden(written, remarks);
  return { bytes, text: written.source ?? written.traced.text, reading: withoutStars(written) };
}

function remarkHidden({ hidden, leftOut }: SourceReading, remarks: RemarkList): void {
  for (const offset of hidden ?? []) remarks.add('layout/hidden-text', offset);
  for (const { kind, source, words } of leftOut ?? []) remarks.add(kind, source, words);
}
