import { ConsentError } from '../errors.js';
import { editText } from './edits.js';
import type { Hint, SourceReading } from './reading.js';
import { readHtml } from './read-html.js';
import { readMarkdown } from './read-markdown.js';
import { readText } from './read-text.js';
import type { RemarkList } from './remarks.js';
import { readStars } from './star-emphasis.js';

export type SourceMediaType = 'text/plain' | 'text/markdown' | 'text/html';

const READERS: ReadonlyMap<unknown, (source: string) => SourceReading | Promise<SourceReading>> = new Map<
  SourceMediaType,
  (source: string) => SourceReading | Promise<SourceReading>
>([
  ['text/plain', readText],
  ['text/markdown', readMarkdown],
  ['text/html', readHtml],
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
    traced: edited.traced,
    emphasis: [...reading.emphasis, ...stars.emphasis]
      .map((span) => edited.place(span))
      .sort((a, b) => a.start - b.start),
    hints: reading.hints.map(moved),
    exactLines: reading.exactLines,
    ...(reading.hidden && { hidden: reading.hidden }),
  };
}

/** Offset of the first character that the reader left out of the words, if any. */
function firstRemoved(source: string, { traced }: SourceReading): number | undefined {
  if (traced.text === source) return undefined;
  let at = 0;
  for (const [, from, length] of traced.runs) {
    if (from !== at && source.slice(at, from).trim()) return at;
    at = from + length;
  }
  return source.slice(at).trim() ? at : undefined;
}

/** Reads a decoded source by its media type. Rejects `compiler/unknown-media-type` and `compiler/reader-missing`. */
export async function readSource(
  source: string,
  mediaType: unknown,
  remarks: RemarkList,
): Promise<SourceReading> {
  const read = READERS.get(mediaType);
  if (!read) {
    throw new ConsentError(
      'compiler/unknown-media-type',
      'A policy source is text/plain, text/markdown or text/html.',
      mediaType,
    );
  }
  if (source.startsWith('\ufeff')) remarks.add('source/byte-order-mark', 0);
  const reading = withoutStars(await read(source));
  for (const offset of reading.hidden ?? []) remarks.add('layout/hidden-text', offset);
  const removed = firstRemoved(source.replace(/^\ufeff/, ' '), reading);
  if (removed !== undefined) remarks.add('layout/markup-removed', removed);
  return reading;
}
