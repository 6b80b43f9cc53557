/**
 * The inside of a character class (for a regular expression with `u`) from letters written by their code points, page by page:
 * `4:3033-37 1e:a1` is U+0430, U+0433 to U+0437, U+1EA1. Lists of look-alikes cannot be told apart as letters, and are half as
 * long this way.
 */
export const lettersOf = (pages: string): string =>
  pages.replace(/(\w+):(\S+) ?/g, (_, page: string, letters: string) =>
    letters.replace(/\w\w/g, (low) => `\\u{${page}${low}}`),
  );
