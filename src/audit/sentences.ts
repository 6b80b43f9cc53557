import type { Policy, Span } from '../policy/model.js';

/** A sentence, and the form of it that patterns are tried on: in Chinese without white space, which line breaks leave behind. */
export interface Sentence {
  readonly span: Span;
  readonly bare: string;
  /** The span in `policy.text` of a stretch of `bare`. */
  readonly spanOf: (start: number, end: number) => Span;
}

/** Longer ones are cut: no pattern looks further, and none may be slow. */
const LONGEST = 1200;

/** What a full stop does not end a sentence after. */
const ABBREVIATION = /(?:\b(?:Ltd|Inc|Co|Corp|No|Art|etc)|e\.g|i\.e)$/i;

function isEnd(text: string, at: number, language: 'zh' | 'en'): boolean {
  const character = text.charAt(at);
  if (language === 'zh') return /[。；;！？!?\n]/.test(character);
  if (character !== '.') return /[;!?\n]/.test(character);
  return /^\s?$/.test(text.charAt(at + 1)) && !ABBREVIATION.test(text.slice(Math.max(0, at - 5), at));
}

/** Cuts every clause into its sentences, in reading order. */
export function sentencesOf(policy: Policy, language: 'zh' | 'en'): readonly Sentence[] {
  return policy.clauses.flatMap(({ span }) => cut(policy.text, span, language));
}

function cut(text: string, span: Span, language: 'zh' | 'en'): Sentence[] {
  const found: Sentence[] = [];
  let start = span.start;
  for (let at = span.start; at <= span.end; at += 1) {
    if (at !== span.end && at - start < LONGEST && !isEnd(text, at, language)) continue;
    const one = sentence(text, start, at, language);
    if (one) found.push(one);
    start = at === span.end || at - start >= LONGEST ? at : at + 1;
  }
  return found;
}

function sentence(text: string, from: number, to: number, language: 'zh' | 'en'): Sentence | undefined {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return undefined;
  const offsets: number[] = [];
  let bare = '';
  for (let at = start; at < end; at += 1) {
    const character = text.charAt(at);
    const space = /\s/.test(character);
    if (space && language === 'zh') continue;
    bare += space ? ' ' : character;
    offsets.push(at);
  }
  const spanOf = (first: number, last: number): Span => ({
    start: offsets[first] ?? start,
    end: (offsets[last - 1] ?? end - 1) + 1,
  });
  return { span: { start, end }, bare, spanOf };
}
