import type { LoadingTask, PdfDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ConsentError } from '../../errors.js';
import { loadReader } from '../load-reader.js';

export type { PdfDocument, PdfPage } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** An open document; `close` frees what pdf.js keeps of it. */
export interface OpenPdf {
  readonly document: PdfDocument;
  readonly ops: Readonly<Record<string, number>>;
  close(): Promise<void>;
}

async function loadPdfjs(): Promise<Pdfjs> {
  const library = await loadReader('pdfjs-dist', () => import('pdfjs-dist/legacy/build/pdf.mjs'));
  await loadReader('pdfjs-dist', () => import('pdfjs-dist/legacy/build/pdf.worker.mjs'));
  return library;
}

/**
 * Where the package's tables for Chinese, Japanese and Korean fonts that are not embedded lie, as pdf.js wants it: a path in
 * Node, an address elsewhere. Undefined where the platform cannot say where a package lies, as after bundling.
 */
function characterMaps(): string | undefined {
  try {
    const place = import.meta.resolve('pdfjs-dist/package.json').replace(/package\.json$/, 'cmaps/');
    if (!place.startsWith('file:')) return place;
    return decodeURIComponent(place.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, ''));
  } catch {
    return undefined;
  }
}

/** A policy that nobody but those with a password can read is no notice. */
function refusal(cause: unknown, bytes: Uint8Array): ConsentError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    const sentence = 'The PDF is encrypted with a password; save it without one, and compile that.';
    return new ConsentError('compiler/encrypted-pdf', sentence, bytes.length, cause);
  }
  const sentence = 'The bytes are no PDF, or one too broken to be read.';
  return new ConsentError('compiler/not-a-pdf', sentence, bytes.length, cause);
}

/** Opens a PDF. Rejects `compiler/reader-missing`, `compiler/not-a-pdf` and `compiler/encrypted-pdf`. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const { getDocument, OPS } = await loadPdfjs();
  const cMapUrl = characterMaps();
  let task: LoadingTask | undefined;
  try {
    task = getDocument({
      // pdf.js takes what it is given; ours is hashed later.
      data: bytes.slice(),
      ...(cMapUrl !== undefined && { cMapUrl }),
      fontExtraProperties: true,
      // Pictures are not looked at: only where they stand is told.
      maxImageSize: 0,
      isEvalSupported: false,
      useSystemFonts: false,
      useWasm: false,
      verbosity: 0,
    });
    const open = task;
    return { document: await open.promise, ops: OPS, close: () => open.destroy() };
  } catch (cause) {
    await task?.destroy().catch(() => undefined);
    throw refusal(cause, bytes);
  }
}
