/** Characters a terminal acts upon, and those that turn the direction of what follows: words of a document may not do either. */
const ACTING = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Words of a document without line ends, made harmless for a terminal; spaces at their ends stay. */
export const spaced = (words: string): string => words.replace(/\s+/g, ' ').replace(ACTING, '\ufffd');

/** Words of a document on one line, made harmless for a terminal. */
export const oneLine = (words: string): string => spaced(words).trim();

/** The same, with at most `most` letters, and `…` where there were more. */
export function brief(words: string, most: number): string {
  const letters = [...oneLine(words.slice(0, 4 * most))];
  if (letters.length <= most && words.length <= 4 * most) return letters.join('');
  return `${letters.slice(0, most).join('').trimEnd()}…`;
}
