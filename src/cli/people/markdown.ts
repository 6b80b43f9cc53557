import { oneLine } from './one-line.js';

/** Words of a policy are words, whatever signs they hold: on one line, with the signs of Markdown escaped. */
export const plainMarkdown = (words: string): string => oneLine(words).replace(/[\\`*_~[\]<>#|]/g, '\\$&');

/** A table; the cells are Markdown already. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
