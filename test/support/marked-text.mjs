// Reads a document with marks in it: `{H2:（一）Cookie}` is a heading of level 2, `{C:…}` a clause, `{B:…}` words the author
// stressed, `{T:…}` a line of a table of contents, `{X:…}` words that must not reach the policy's text. Marks may stand in
// each other. The document is the text without the marks.

const OPENING = /\{(H[1-6]|C|B|T|X):/y;

/** @param {string} marked */
export function readMarked(marked) {
  const marks = [];
  const open = [];
  let text = '';
  for (let at = 0; at < marked.length; at += 1) {
    OPENING.lastIndex = at;
    const opening = OPENING.exec(marked);
    if (opening) {
      open.push({ kind: opening[1] ?? '', start: text.length });
      at += opening[0].length - 1;
    } else if (marked.charAt(at) === '}' && open.length > 0) {
      const mark = open.pop();
      if (mark) marks.push({ ...mark, end: text.length, words: text.slice(mark.start) });
    } else text += marked.charAt(at);
  }
  if (open.length > 0) throw new Error(`A mark is not closed: ${open[0]?.kind} at ${open[0]?.start}.`);
  return { text, marks: marks.sort((a, b) => a.start - b.start) };
}

/** @param {string} words */
export const bare = (words) => words.replace(/\s+/g, '');

const MARKUP = /<[^>]*>|\*\*|(?<=\s)\|(?=\s)/g;

/** Every section, outermost first, as `level words`. */
export function headingsOf(policy) {
  const flat = (sections) => sections.flatMap((section) => [section, ...flat(section.sections)]);
  return flat(policy.sections).map(
    ({ level, number, title }) => `${level} ${bare((number?.text ?? '') + title.text)}`,
  );
}

/** The headings a marked document has, written as `headingsOf` writes them. */
export const markedHeadings = ({ marks }) =>
  marks
    .filter(({ kind }) => kind.startsWith('H'))
    .map(({ kind, words }) => `${kind.slice(1)} ${bare(words).replace(/[：:]$/, '')}`);

/** The words of every mark of one kind, without the source's markup and white space. */
export const wordsOf = ({ marks }, kind) =>
  marks.filter((mark) => mark.kind === kind).map(({ words }) => bare(words.replace(MARKUP, '')));

export const clausesOf = (policy) =>
  policy.clauses.map(({ span }) => bare(policy.text.slice(span.start, span.end)));
