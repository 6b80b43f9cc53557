import { ConsentError } from '../../errors.js';
import type { SourceReading } from '../reading.js';
import { TableCounter, type Block } from './block.js';
import { BlockWriter } from './block-writer.js';
import { isSpace, type Glyph } from './glyph.js';
import { joinPages } from './join-pages.js';
import { openPdf, type OpenPdf } from './open-pdf.js';
import type { PageContent } from './page-content.js';
import { layOutPages } from './lay-out-pages.js';
import { printSource } from './printed-source.js';
import { leftOutOf } from './left-out-of.js';
import { pageReader } from './read-page.js';
import { findStress } from './stress.js';
import { structureOf, type StructureNode } from './structure.js';

/** A page as read: what it shows, and its part of the file's structure. */
export interface ReadPage {
  readonly content: PageContent;
  readonly structure: StructureNode;
}

async function readPages(pdf: OpenPdf): Promise<ReadPage[]> {
  const reader = await pageReader(pdf);
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.document.numPages; number += 1) {
    const { content, page } = await reader.read(number);
    pages.push({ content, structure: structureOf(await page.getStructTree()) });
    page.cleanup();
  }
  return pages;
}

/** Reads all pages, and closes the document whatever happens. What pdf.js trips over is a broken file. */
async function pagesOf(bytes: Uint8Array): Promise<ReadPage[]> {
  const pdf = await openPdf(bytes);
  try {
    return await readPages(pdf);
  } catch (cause) {
    const sentence = 'The PDF is too broken to be read.';
    throw new ConsentError('compiler/not-a-pdf', sentence, bytes.length, cause);
  } finally {
    await pdf.close().catch(() => undefined);
  }
}

function* letters(pages: readonly ReadPage[]): Generator<Glyph> {
  for (const { content } of pages) for (const glyph of content.glyphs) if (!isSpace(glyph)) yield glyph;
}

function checkWords(pages: readonly ReadPage[]): void {
  let decoded = 0;
  for (const { text } of letters(pages)) if (text !== '\ufffd') decoded += 1;
  if (decoded > 0) return;
  const sentence =
    'No words can be read in this PDF: its pages are pictures, or its fonts do not say which characters they show. ' +
    'Run text recognition on it, or hand in the file it was made from.';
  throw new ConsentError('compiler/no-words-in-pdf', sentence, pages.length);
}

/**
 * Reads a PDF: its words in reading order, headings, lists and tables by the file's structure where it holds the words, else by where
 * they stand; bold from fonts. Running heads, page numbers and what nobody sees are left out and said to be.
 * Positions count lines of pages. Rejects `compiler/reader-missing` without pdfjs-dist, `compiler/not-a-pdf`,
 * `compiler/encrypted-pdf`, and `compiler/no-words-in-pdf` for a scan without recognised text.
 */
export async function readPdf(bytes: Uint8Array): Promise<SourceReading> {
  const pages = await pagesOf(bytes);
  checkWords(pages);
  const { blocks: loose, edges } = layOutPages(pages, new TableCounter());
  const blocks: readonly Block[] = joinPages(loose);
  const source = printSource(blocks, pages.length);
  const writer = new BlockWriter(source, findStress(letters(pages)));
  writer.write(blocks);
  const reading = writer.out.finish(true);
  const contents = pages.map(({ content }) => content);
  return {
    ...reading,
    source: source.text,
    pages: source.pages,
    leftOut: [...leftOutOf(contents, edges, source.pages), ...writer.changes],
  };
}
