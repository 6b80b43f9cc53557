/** Letters that take two columns of a terminal (East Asian Width W and F), as part of a character class. */
const WIDE_LETTERS =
  '\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u4dbf\\u4e00-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe4f\\uff00-\\uff60\\uffe0-\\uffe6' +
  '\\u{1f300}-\\u{1faff}\\u{20000}-\\u{3fffd}';
const WIDE = new RegExp(`[${WIDE_LETTERS}]`, 'u');

/** What may not begin a line, and what may not end one. */
const CLOSING = /^[、。，．：；！？）】》」』〉”’…·!),.:;?\]}%]$/u;
const OPENING = /^[（【《「『〈“‘([{]$/u;

/** A run of letters without a place to break, or one wide letter. */
const TOKEN = new RegExp(`[${WIDE_LETTERS}“”‘’…]| +|[^ ${WIDE_LETTERS}“”‘’…]+`, 'gu');

/** How many columns of a terminal words take. */
export function columnsOf(words: string): number {
  let columns = 0;
  for (const letter of words) columns += WIDE.test(letter) ? 2 : 1;
  return columns;
}

/** Words up to a column count. */
export const padded = (words: string, columns: number): string =>
  words + ' '.repeat(Math.max(0, columns - columnsOf(words)));

/**
 * Words in lines of at most `width` columns, the first after `first`, the others after `rest`. Lines break at spaces and between Chinese
 * characters, never before a closing mark or after an opening one; what cannot be broken, such as an address, stays whole.
 */
export function wrap(words: string, width: number, first: string, rest: string): string[] {
  const lines: string[] = [];
  let line = first;
  let used = columnsOf(first);
  let empty = true;
  for (const piece of unbreakable(words)) {
    const columns = columnsOf(piece.trimEnd());
    if (!empty && used + columns > width) {
      lines.push(line.trimEnd());
      line = rest;
      used = columnsOf(rest);
    }
    line += piece;
    used += columnsOf(piece);
    empty = false;
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Tokens put together where no line may break between them. */
function unbreakable(words: string): string[] {
  const pieces: string[] = [];
  let holds = false;
  for (const [token] of words.matchAll(TOKEN)) {
    const last = pieces.length - 1;
    const joins = holds || CLOSING.test(token) || token.startsWith(' ');
    if (joins && last >= 0) pieces[last] = `${pieces[last] ?? ''}${token}`;
    else pieces.push(token);
    holds = OPENING.test(token);
  }
  return pieces;
}
