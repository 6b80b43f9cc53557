// Builds .docx files out of WordprocessingML, and shows what was read out of them as text with marks.
import { strToU8, zipSync } from 'fflate';

const OFFICE = 'http://schemas.openxmlformats.org';
const PACKAGE = `${OFFICE}/package/2006`;
const TYPES = `${OFFICE}/officeDocument/2006/relationships`;

/** The namespaces that the XML of the tests uses. */
export const NAMESPACES = [
  `xmlns:w="${OFFICE}/wordprocessingml/2006/main"`,
  `xmlns:r="${TYPES}"`,
  `xmlns:m="${OFFICE}/officeDocument/2006/math"`,
  `xmlns:wp="${OFFICE}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:mc="${OFFICE}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

const PARTS = ['styles', 'numbering', 'footnotes', 'endnotes'];

const relationships = (list) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target], index) => `<Relationship Id="r${index}" Type="${TYPES}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

const part = (name, inner) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inner}</w:${name}>`;

/** The files of a .docx whose body and other parts hold the given elements. */
export function docxParts({ body = '', ...others }) {
  const given = PARTS.filter((name) => others[name] !== undefined);
  return {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(given.map((name) => [name, `${name}.xml`])),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    ...Object.fromEntries(given.map((name) => [`word/${name}.xml`, part(name, others[name])])),
  };
}

export const zipped = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, words]) => [
        name,
        typeof words === 'string' ? strToU8(words) : words,
      ]),
    ),
  );

/** A .docx file of a body and, if given, styles, numbering, footnotes and endnotes. */
export const docxFile = (parts) => zipped(docxParts(typeof parts === 'string' ? { body: parts } : parts));

/** A run; `look` is the inside of its properties. */
export const run = (words, look = '') =>
  `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of words or of runs; `shape` is the inside of its properties. */
export const paragraph = (inner, shape = '') =>
  `<w:p>${shape && `<w:pPr>${shape}</w:pPr>`}${inner.startsWith('<') || inner === '' ? inner : run(inner)}</w:p>`;

const OPENING = {
  heading: ({ level }) => `{H${level}:`,
  item: ({ level }) => `{I${level}:`,
  contents: () => '{T:',
  row: () => '{R:',
};

/**
 * The words of a reading with marks: `{H1:…}` headings, `{I1:…}` items, `{T:…}` lines of contents, `{R:…}` rows with their cells
 * between `|` (a cell that stands in several rows is told in each), `{B:…}` what the author stressed.
 */
export function marked({ traced: { text }, hints, emphasis }) {
  const marks = [
    ...hints.filter(({ kind }) => kind !== 'row').map((hint) => [hint.span, OPENING[hint.kind](hint)]),
    ...emphasis.map((span) => [span, '{B:']),
  ];
  const openings = new Map();
  const closings = new Map();
  for (const [{ start, end }, words] of marks) {
    openings.set(start, (openings.get(start) ?? '') + words);
    closings.set(end, `${closings.get(end) ?? ''}}`);
  }
  const words = (from, to) => {
    let out = '';
    for (let at = from; at <= to; at += 1) {
      if (at > from) out += closings.get(at) ?? '';
      if (at < to) out += (openings.get(at) ?? '') + text.charAt(at);
    }
    return out;
  };
  let out = '';
  let at = 0;
  for (const { kind, span, cells } of hints) {
    if (kind !== 'row') continue;
    const from = text.lastIndexOf('\n', span.start - 1) + 1;
    out += `${words(at, from)}{R:${cells.map((cell) => words(cell.start, cell.end)).join('|')}}`;
    at = span.end;
  }
  return out + words(at, text.length);
}
