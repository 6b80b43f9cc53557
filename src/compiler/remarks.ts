import type { Diagnostic } from '../policy/model.js';

/** Something noticed about the source before the text is final; `source` is an offset of the decoded source. */
export interface Remark {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly source: number;
  readonly sentence: string;
}

type Sentence = (count: number, words: readonly string[]) => string;

const places = (count: number): string => (count === 1 ? 'one place' : `${count} places, first here`);

/** A message names the first few of what was left out. */
const MOST_WORDS = 6;

const quoted = (words: readonly string[]): string => (words.length > 0 ? `: ${words.join(', ')}` : '');

/** Pages by their number, the first few of them. */
const pagesOf = (pages: readonly string[]): string =>
  `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}${pages.length < MOST_WORDS ? '' : ' …'}`;

/** Every kind of change the compiler makes to a text, and how it is reported: once for each kind, at its first place. */
const KINDS = {
  'source/not-utf-8': ['warning', () => 'The bytes are no UTF-8; they were read as GB18030.'],
  'source/broken-characters': [
    'warning',
    () => 'Some bytes are no text in the encoding of the others; they are shown as �.',
  ],
  'source/byte-order-mark': ['info', () => 'A byte order mark at the beginning was left out.'],
  'source/declared-characters': [
    'info',
    (_, words) => `The page declares its characters as ${words.join(', ')}; its bytes were read so.`,
  ],
  'source/styles-elsewhere': [
    'info',
    () =>
      'The page takes style sheets from elsewhere; emphasis and hidden words that they make are not known.',
  ],
  'source/styles-incomplete': [
    'warning',
    () => "The page's style sheets are too large to be read whole; emphasis and hidden words may be missed.",
  ],
  'source/shown-by-scripts': [
    'info',
    () => 'Nearly all of the page is hidden until its scripts run; its words were read as shown.',
  ],
  'source/markup-too-deep': [
    'warning',
    () =>
      'The markup is nested or repeated beyond all reason; the words were read without it, hidden ones too.',
  ],
  'source/tracked-changes': [
    'warning',
    (n) =>
      `Changes that nobody accepted or rejected yet stand in ${places(n)}; they were read as if they were accepted.`,
  ],
  'source/part-not-read': [
    'warning',
    (n) => `Another file is embedded in this one and was not read, in ${places(n)}.`,
  ],
  'source/undecoded-characters': [
    'warning',
    (_, pages) =>
      `Some fonts do not say which characters they show; where they stand is �, or nothing, on ${pagesOf(pages)}.`,
  ],
  'source/recognised-words': [
    'warning',
    (_, pages) => `The words of ${pagesOf(pages)} were made by text recognition; letters may be wrong.`,
  ],
  'layout/page-without-words': [
    'warning',
    (n, pages) =>
      `${n === 1 ? 'A page is a picture' : `${n} pages are pictures`} whose words cannot be read: ${pagesOf(pages)}.`,
  ],
  'layout/large-picture': [
    'info',
    (_, pages) => `Pictures take much of ${pagesOf(pages)}; words in them are not read.`,
  ],
  'layout/turned-text': [
    'warning',
    (_, pages) => `Words that run aslant, such as a watermark, were left out on ${pagesOf(pages)}.`,
  ],
  'layout/markup-removed': [
    'info',
    (n, words) => `Left out as no part of the policy's words, in ${places(n)}${quoted(words)}.`,
  ],
  'layout/lines-joined': ['info', (n) => `Lines cut by the page's width were joined in ${places(n)}.`],
  'layout/page-break-joined': ['info', (n) => `Sentences cut by a blank line were joined in ${places(n)}.`],
  'layout/row-joined': [
    'info',
    (n) => `Table rows written over several lines were put together in ${places(n)}.`,
  ],
  'layout/link-annotation': [
    'info',
    (n) => `Link addresses that the extraction put between the lines were left out in ${places(n)}.`,
  ],
  'layout/hidden-text': [
    'warning',
    (n, words) =>
      `Words that a reader of the original does not see were left out in ${places(n)}${quoted(words)}.`,
  ],
  'layout/notes-moved': [
    'info',
    (n) => `Footnotes and endnotes were put after the paragraph that refers to them, in ${places(n)}.`,
  ],
  'layout/file-name': ['warning', (n) => `Names of files on somebody's disk were left out in ${places(n)}.`],
  'layout/page-number': ['info', (n) => `Page numbers were left out in ${places(n)}.`],
  'layout/running-head': [
    'info',
    (n) => `Lines repeated at the top or foot of pages were left out in ${places(n)}.`,
  ],
  'layout/repeated-text': ['warning', (n) => `Lines that repeat earlier text were left out in ${places(n)}.`],
} as const satisfies Record<string, readonly [Diagnostic['severity'], Sentence]>;

export type RemarkKind = keyof typeof KINDS;

interface Found {
  count: number;
  readonly source: number;
  readonly words: Set<string>;
}

/** Collects what the steps notice, counted by kind. */
export class RemarkList {
  readonly #found = new Map<RemarkKind, Found>();

  /** `words` say what it is about, if the kind's sentence tells that. */
  add(kind: RemarkKind, source: number, words?: string): void {
    const known = this.#found.get(kind) ?? { count: 0, source, words: new Set() };
    known.count += 1;
    if (words && known.words.size < MOST_WORDS) known.words.add(words);
    this.#found.set(kind, known);
  }

  list(): Remark[] {
    return [...this.#found].map(([code, { count, source, words }]) => {
      const [severity, sentence] = KINDS[code];
      return { code, severity, source, sentence: sentence(count, [...words]) };
    });
  }
}
