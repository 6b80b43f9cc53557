// Where a compiled policy's words stand in the source they came from.
import { hashWords, withoutSpace } from './seed-reading.mjs';

/** Every `{text, span}` in a policy, with the path that leads to it, such as `thirdParties.3.name`. */
export function* everyWords(policy) {
  yield* wordsUnder(policy, '', true);
}

function* wordsUnder(value, path, root = false) {
  if (value === null || typeof value !== 'object') return;
  if (!root && typeof value.text === 'string' && value.span)
    yield { path, text: value.text, span: value.span };
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'runs' || key === 'lines') continue;
    yield* wordsUnder(inner, path === '' ? key : `${path}.${key}`);
  }
}

/** Every span in a policy (words, sections, clauses, emphasis, contacts, diagnostics), with its path. */
export function* everySpan(value, path = '') {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.start === 'number' && typeof value.end === 'number') yield { path, span: value };
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'runs' && key !== 'lines') yield* everySpan(inner, path === '' ? key : `${path}.${key}`);
  }
}

/** The pieces of a span that were copied from the source: `[textStart, sourceStart, length]`, cut to the span. */
export function copiedPieces(policy, span) {
  const pieces = [];
  for (const [text, source, length] of policy.source.runs) {
    const start = Math.max(text, span.start);
    const end = Math.min(text + length, span.end);
    if (start < end) pieces.push([start, source + (start - text), end - start]);
  }
  return pieces;
}

/** The source range a span covers, from its first copied character to its last; null where nothing was copied. */
export function sourceRange(policy, span) {
  const pieces = copiedPieces(policy, span);
  const first = pieces[0];
  const last = pieces[pieces.length - 1];
  return first && last ? { start: first[1], end: last[1] + last[2] } : null;
}

/** The span's own characters, without what the compiler wrote between runs and without white space. */
export const bareWords = (policy, span) =>
  withoutSpace(
    copiedPieces(policy, span)
      .map(([start, , length]) => policy.text.slice(start, start + length))
      .join(''),
  );

/** The hash a reading of the source would give the span. */
export const hashOfSpan = (policy, span) => hashWords(bareWords(policy, span));

/** All sections in reading order, with the span of number and title together, no colon at its end. */
export function headingsOf(policy) {
  const found = [];
  const visit = (sections) => {
    for (const section of sections) {
      const span = {
        start: section.number?.span.start ?? section.title.span.start,
        end: section.title.span.end,
      };
      while (/[：:\s]/.test(policy.text.charAt(span.end - 1))) span.end -= 1;
      found.push({ level: section.level, span, words: policy.text.slice(span.start, span.end) });
      visit(section.sections);
    }
  };
  visit(policy.sections);
  return found;
}
