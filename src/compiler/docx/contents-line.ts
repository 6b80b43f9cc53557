import type { Inline } from './inline.js';

const PAGE = /^\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$/i;

/** A line of a table of contents without the page it leads to. */
export function withoutPage(pieces: readonly Inline[]): readonly Inline[] {
  let tab = pieces.length - 1;
  while (tab >= 0 && pieces[tab]?.kind !== 'tab') tab -= 1;
  const after = pieces.slice(tab + 1);
  const words = after.map((piece) => (piece.kind === 'words' ? piece.words : '')).join('');
  if (tab < 1 || !PAGE.test(words)) return pieces;
  return [...pieces.slice(0, tab), ...after.filter(({ kind }) => kind !== 'words' && kind !== 'break')];
}

/** Whether all words of a paragraph stand in a table of contents that Word keeps. */
export function isContents(pieces: readonly Inline[]): boolean {
  const words = pieces.flatMap((piece) => (piece.kind === 'words' && piece.words.trim() ? [piece] : []));
  return words.length > 0 && words.every(({ contents }) => contents);
}
