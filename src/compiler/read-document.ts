import type { Span } from '../policy/model.js';
import { findContentsDiffer } from './contents-differ.js';
import { markContents } from './contents.js';
import type { Finding, PolicyDocument } from './document.js';
import { foldText } from './fold.js';
import { decideHeadings, type Decided } from './headings.js';
import { buildOutline } from './outline.js';
import type { LaidOut } from './paragraphs.js';
import { splitPieces } from './split-pieces.js';

/** A document and what was noticed while its outline was made. */
export interface ReadDocument {
  readonly document: PolicyDocument;
  readonly findings: readonly Finding[];
}

/** Whether the author stressed a line from end to end. */
function boldFinder(emphasis: readonly Span[]): (span: Span) => boolean {
  const starts = new Map(emphasis.map((span) => [span.start, span.end]));
  return ({ start, end }) => (starts.get(start) ?? -1) >= end;
}

/** Headings that stand inside a long line have no end of their own: the reader is told that it was worked out. */
function findCutHeadings({ pieces, headings }: Decided): Finding[] {
  const cut = pieces.filter((piece, index) => piece.cut && headings.has(index));
  const first = cut[0];
  if (!first) return [];
  const places = cut.length === 1 ? 'one place' : `${cut.length} places, first here`;
  const sentence = `Headings stand inside a long line; where their titles end was worked out in ${places}.`;
  return [{ code: 'layout/headings-in-line', severity: 'info', span: first.span, sentence }];
}

/** Divides a laid-out text into blocks, sections and clauses: what the fact steps read. */
export function readDocument({ traced, emphasis, paragraphs }: LaidOut, language: string): ReadDocument {
  const { text } = traced;
  const pieces = markContents(splitPieces(text, paragraphs, language), language);
  const decided = decideHeadings(pieces, language, boldFinder(emphasis));
  const outline = buildOutline(text, decided);
  return {
    document: {
      text,
      folded: foldText(text),
      language,
      ...outline,
      emphasis: emphasis.map((span) => ({ origin: 'author', span })),
    },
    findings: [...findCutHeadings(decided), ...findContentsDiffer(text, outline.blocks, outline.sections)],
  };
}
