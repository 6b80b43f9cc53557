import type { Diagnostic } from '../policy/model.js';

/** Something noticed about the source before the text is final; `source` is an offset of the decoded source. */
export interface Remark {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly source: number;
  readonly sentence: string;
}

type Sentence = (count: number) => string;

const places = (count: number): string => (count === 1 ? 'one place' : `${count} places, first here`);

/** Every kind of change the compiler makes to a text, and how it is reported: once for each kind, at its first place. */
const KINDS = {
  'source/not-utf-8': ['warning', () => 'The bytes are no UTF-8; they were read as GB18030.'],
  'source/broken-characters': [
    'warning',
    () => 'Some bytes are no text in UTF-8 or GB18030; they are shown as �.',
  ],
  'source/byte-order-mark': ['info', () => 'A byte order mark at the beginning was left out.'],
  'layout/markup-removed': [
    'info',
    (n) => `Markup that is no part of the words was left out in ${places(n)}.`,
  ],
  'layout/lines-joined': ['info', (n) => `Lines cut by the page's width were joined in ${places(n)}.`],
  'layout/page-break-joined': ['info', (n) => `Sentences cut by a blank line were joined in ${places(n)}.`],
  'layout/row-joined': ['info', (n) => `Table rows cut by a page were put together in ${places(n)}.`],
  'layout/link-annotation': [
    'info',
    (n) => `Link addresses that the extraction put between the lines were left out in ${places(n)}.`,
  ],
  'layout/hidden-text': [
    'warning',
    (n) => `Words that a reader of the original does not see were left out in ${places(n)}.`,
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

/** Collects what the steps notice, counted by kind. */
export class RemarkList {
  readonly #found = new Map<RemarkKind, { count: number; source: number }>();

  add(kind: RemarkKind, source: number): void {
    const known = this.#found.get(kind);
    if (known) known.count += 1;
    else this.#found.set(kind, { count: 1, source });
  }

  list(): Remark[] {
    return [...this.#found].map(([code, { count, source }]) => {
      const [severity, sentence] = KINDS[code];
      return { code, severity, source, sentence: sentence(count) };
    });
  }
}
