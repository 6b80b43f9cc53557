// What a written policy is made of, and how it looks as plain text, Markdown and HTML.
import fc from 'fast-check';

/** @typedef {{kind: 'title' | 'heading' | 'paragraph' | 'item' | 'line', text: string} | {kind: 'table', rows: string[][]}} WrittenBlock */

export const blocks = {
  title: (text) => ({ kind: 'title', text }),
  heading: (number, text) => ({ kind: 'heading', text: number + text }),
  paragraph: (text) => ({ kind: 'paragraph', text }),
  item: (text) => ({ kind: 'item', text }),
  line: (text) => ({ kind: 'line', text }),
  table: (rows) => ({ kind: 'table', rows }),
};

/** Some of a list, in any order. */
export const some = (list, least) => fc.shuffledSubarray(list, { minLength: least });

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July'].concat([
  'August',
  'September',
  'October',
  'November',
  'December',
]);
const two = (number) => String(number).padStart(2, '0');

const DATE_FORMS = {
  zh: [
    (y, m, d) => `${y}年${m}月${d}日`,
    (y, m, d) => `${y}年${two(m)}月${two(d)}日`,
    (y, m, d) => `${y}-${two(m)}-${two(d)}`,
    (y, m, d) => `${y}.${two(m)}.${two(d)}`,
  ],
  en: [
    (y, m, d) => `${d} ${MONTHS[m - 1]} ${y}`,
    (y, m, d) => `${MONTHS[m - 1]} ${d}, ${y}`,
    (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  ],
};

/** A date as it is written in a language, with its ISO form. */
export const dateWords = (language) =>
  fc
    .tuple(
      fc.integer({ min: 2019, max: 2027 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom(...DATE_FORMS[language]),
    )
    .map(([y, m, d, form]) => ({ words: form(y, m, d), iso: `${y}-${two(m)}-${two(d)}` }));

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

const tableHtml = (rows) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</table>`;

const tableMarkdown = ([header, ...rows]) =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** The same policy in every kind of source. */
export const asSource = {
  'text/plain': (policy) => asLines(policy).join('\n\n'),
  'text/markdown': ({ blocks: list }) =>
    list
      .map(({ kind, text, rows }) => {
        if (kind === 'title') return `# ${text}`;
        if (kind === 'heading') return `## ${text}`;
        return kind === 'table' ? tableMarkdown(rows) : text;
      })
      .join('\n\n'),
  'text/html': ({ blocks: list }) =>
    list
      .map(({ kind, text, rows }) => {
        if (kind === 'title') return `<h1>${escaped(text)}</h1>`;
        if (kind === 'heading') return `<h2>${escaped(text)}</h2>`;
        return kind === 'table' ? tableHtml(rows) : `<p>${escaped(text)}</p>`;
      })
      .join('\n'),
};

/** A line for each block; the rows of a table stand together. */
export const asLines = ({ blocks: list }) =>
  list.map(({ kind, text, rows }) =>
    kind === 'table' ? rows.map((row) => row.join('\t')).join('\n') : text,
  );
