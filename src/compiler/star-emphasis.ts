import type { Span } from '../policy/model.js';
import type { Edit } from './edits.js';

const STARS = /\*\*/g;
/** A marked stretch longer than this is a pair of strangers. */
const LONGEST = 2000;
const SENTENCE_END = /[。！？；.!?;]$/;

interface Marked {
  readonly emphasis: readonly Span[];
  readonly edits: readonly Edit[];
}

/** A stretch may run over a blank line only where a page cut its sentence. */
function holdsTogether(text: string, start: number, end: number): boolean {
  const words = text.slice(start, end);
  if (!words.trim() || end - start > LONGEST) return false;
  const cuts = words.split(/\n[^\S\n]*\n\s*/);
  return cuts.length <= 2 && cuts.slice(0, -1).every((part) => !SENTENCE_END.test(part.trimEnd()));
}

/**
 * Bold written with two stars that no Markdown reader took out: text extractions keep them, and CommonMark does not see
 * stars that stand between an ideograph and a stop. The stars go, the words between them are emphasis.
 */
export function readStars(text: string): Marked {
  const emphasis: Span[] = [];
  const edits: Edit[] = [];
  let open: number | undefined;
  for (const { index } of text.matchAll(STARS)) {
    if (open === undefined || !holdsTogether(text, open + 2, index)) {
      open = index;
      continue;
    }
    emphasis.push({ start: open + 2, end: index });
    edits.push({ start: open, end: open + 2, pieces: [] }, { start: index, end: index + 2, pieces: [] });
    open = undefined;
  }
  return { emphasis, edits };
}
