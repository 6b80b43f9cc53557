import type { Span } from '../../src/policy/model.js';

/**
 * Where `query` stands in `text`, as spans in rising order that do not overlap. Case, full-width forms and look-alike CJK
 * radicals make no difference; neither do spaces between two Chinese characters, which page layouts leave behind. An empty
 * query is found nowhere.
 */
export function findWords(text: string, query: string): readonly Span[] {
  const pattern = patternOf(fold(query.trim()));
  if (!pattern) return [];
  return Array.from(fold(text).matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const HAN = /[\u2e80-\u9fff\uf900-\ufaff]/;
/** Radicals of the supplement that NFKC leaves as they are, each followed by the character it looks like. */
const RADICALS = new Map(
  ['⺠民', '⻛风', '⻔门', '⻓长', '⻨麦', '⻚页', '⻋车', '⻢马', '⻝食'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

/** Same length as `text`, so that a place in one is the place in the other. */
function fold(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff\uff01-\uff5e\u00a0\u3000]/g, (one) => {
    const folded = RADICALS.get(one) ?? one.normalize('NFKC');
    return folded.length === 1 ? folded : one;
  });
}

function patternOf(query: string): RegExp | undefined {
  if (query === '') return undefined;
  let source = '';
  let before = '';
  for (const one of query) {
    if (/\s/.test(one)) source += before === ' ' ? '' : '\\s+';
    else source += (HAN.test(before) && HAN.test(one) ? '\\s*' : '') + escape(one);
    before = /\s/.test(one) ? ' ' : one;
  }
  return new RegExp(source, 'giu');
}

function escape(one: string): string {
  return one.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
}
