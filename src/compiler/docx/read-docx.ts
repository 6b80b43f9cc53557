import { ConsentError } from '../../errors.js';
import { PlainWriter } from '../plain-writer.js';
import type { SourceReading } from '../reading.js';
import { BodyWriter } from './body-writer.js';
import { checkBeginning } from './check-beginning.js';
import { LineWriter } from './line-writer.js';
import { notADocx } from './not-a-docx.js';
import { readParts, type DocxParts } from './parts.js';
import { loadXmlParser } from './xml.js';
import { openZip } from './zip.js';

/** Where all is bold, bold stresses nothing. */
function stressedOf({ out, common, written }: LineWriter): void {
  const length = common.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length * 2 <= written) for (const span of common) out.emphasis.push(span);
}

function write(parts: DocxParts): SourceReading {
  const lines = new LineWriter(new PlainWriter());
  new BodyWriter(parts, lines).document(parts.document);
  stressedOf(lines);
  return lines.out.finish(true);
}

/**
 * The words of a .docx file (ECMA-376, Transitional or Strict), as Word shows them: with the numbers of its lists, without hidden
 * words, deletions nobody accepted yet, comments, headers and footers. Notes stand after the paragraph that refers to them.
 * Rejects `compiler/not-a-docx` for anything else, also a broken, locked or swollen file, and `compiler/reader-missing`.
 */
export async function readDocx(bytes: Uint8Array): Promise<SourceReading> {
  checkBeginning(bytes);
  const parser = await loadXmlParser();
  const zip = await openZip(bytes);
  try {
    return write(readParts(zip, parser));
  } catch (cause) {
    if (cause instanceof ConsentError) throw cause;
    throw notADocx(
      'This .docx file is broken in a way that keeps it from being read; save the document again in Word.',
      bytes.length,
      cause,
    );
  }
}
