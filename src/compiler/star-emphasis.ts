import type { Span } from '../policy/model.js';
import type { Edit } from './edits.js';

const RUNS = /\*{2,}|_{2,}/g;
/** A marked stretch longer than this is a pair of strangers. */
const LONGEST = 2000;
const SENTENCE_END = /[。！？；.!?;]$/;
/** Ideographs and the signs that stand beside them. */
const CJK = /[\u2018-\u201d\u2e80-\u9fff\uff00-\uffef]/;
/** Lines drawn to be filled in stand around less than this. */
const SHORTEST_UNDERSCORED = 4;

interface Marked {
  readonly emphasis: readonly Span[];
  readonly edits: readonly Edit[];
}

interface Run extends Span {
  readonly sign: string;
}

/** A stretch may run over a blank line only where a page cut its sentence. */
function holdsTogether(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const words = text.slice(start, end);
  if (!words.trim()) return false;
  const cuts = words.split(/\n[^\S\n]*\n\s*/);
  return cuts.length <= 2 && cuts.slice(0, -1).every((part) => !SENTENCE_END.test(part.trimEnd()));
}

/** Words between underscores are stressed only where an ideograph stands inside at both ends; else they are a name or a form. */
function areUnderscored(text: string, start: number, end: number): boolean {
  const words = text.slice(start, Math.min(end, start + LONGEST));
  return (
    end - start >= SHORTEST_UNDERSCORED &&
    !words.includes('\n') &&
    CJK.test(words.charAt(0)) &&
    CJK.test(text.charAt(end - 1))
  );
}

/** Two signs are bold, three bold and slanted; more hide a number's digits or draw a line, as do signs alone on a line. */
function isMark(text: string, { start, end, sign }: Run): boolean {
  if (end - start > (sign === '*' ? 3 : 2)) return false;
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return !((before === '' || before === '\n') && (after === '' || after === '\n' || after === '\r'));
}

/**
 * Bold written with stars or underscores that no Markdown reader took out: text extractions keep them, and CommonMark does not see
 * stars that stand between an ideograph and a stop. The signs go, the words between them are emphasis.
 */
export function readStars(text: string): Marked {
  const emphasis: Span[] = [];
  const edits: Edit[] = [];
  let open: Run | undefined;
  for (const { index, 0: run } of text.matchAll(RUNS)) {
    const mark = { start: index, end: index + run.length, sign: run.charAt(0) };
    if (!isMark(text, mark)) continue;
    const isPair = open?.sign === mark.sign && holdsTogether(text, open.end, mark.start);
    if (!open || !isPair || (mark.sign === '_' && !areUnderscored(text, open.end, mark.start))) {
      if (mark.sign === '*' || open?.sign !== '*') open = mark;
      continue;
    }
    emphasis.push({ start: open.end, end: mark.start });
    edits.push({ ...spanOf(open), pieces: [] }, { ...spanOf(mark), pieces: [] });
    open = undefined;
  }
  return { emphasis, edits };
}

const spanOf = ({ start, end }: Run): Span => ({ start, end });
