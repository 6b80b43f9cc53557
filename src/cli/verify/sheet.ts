import type { WriterReport } from '../../ledger/index.js';
import { own } from '../../own.js';
import { oneLine } from '../people/one-line.js';
import type { Tongue } from '../people/tongue.js';
import type { Row, Sheet, SheetSection } from '../show/sheet.js';
import type { CheckedReceipt, Verified } from './verified.js';
import type { VerifyWords } from './verify-words.js';
import { VERIFY_WORDS } from './words/index.js';

/** This many findings are told one by one. */
const TOLD = 20;

/** Puts into words what was found. Sections that have nothing to say are left out. */
export function sheetOf(verified: Verified, tongue: Tongue): Sheet {
  const words = VERIFY_WORDS[tongue];
  const parts: readonly (readonly [keyof VerifyWords['sections'], readonly Row[]])[] = [
    ['result', resultRows(verified, words)],
    ['broken', brokenRows(verified, words)],
    ['findings', findingRows(verified, words)],
    ['chains', chainRows(verified, words)],
    ['receipts', verified.receipts.map((receipt) => receiptRow(receipt, words))],
  ];
  const sections = parts
    .filter(([, rows]) => rows.length > 0)
    .map(([name, rows]) => plain({ title: words.sections[name], rows }));
  return { tongue, title: words.title, sections };
}

/** Words with `{names}`, filled in. */
const fill = (words: string, values: Readonly<Record<string, string | number>>): string =>
  words.replace(/\{([a-z]+)\}/g, (_, name: string) => String(values[name] ?? ''));

/** Words of a file may not act on a terminal. */
const plain = ({ title, rows }: SheetSection): SheetSection => ({
  title,
  rows: rows.map(({ label, value }) => ({ label, value: oneLine(value) })),
});

function resultRows({ file, report, entries, heads }: Verified, words: VerifyWords): readonly Row[] {
  const { labels } = words;
  const chains = Object.keys(report.writers).length;
  const erased = { label: labels.erased, value: fill(words.erased, { count: report.erased }) };
  return [
    { label: labels.file, value: file },
    { label: labels.result, value: words.result[report.result] },
    { label: labels.events, value: fill(words.events, { events: entries.length, chains }) },
    ...(report.erased > 0 ? [erased] : []),
    { label: labels.heads, value: heads > 0 ? fill(words.heads, { count: heads }) : words.noHeads },
  ];
}

function brokenRows({ report: { broken }, at }: Verified, words: VerifyWords): readonly Row[] {
  if (!broken) return [];
  const { labels } = words;
  const { writer, sequence } = broken;
  // An entry that is no event has no place; which one it is, the check itself says.
  const what =
    broken.code === 'ledger/unreadable'
      ? `${words.fault[broken.code]} (${broken.sentence})`
      : fill(words.fault[broken.code], { sequence });
  return [
    { label: labels.what, value: `${what} (${broken.code})` },
    ...(writer === '' ? [] : [{ label: labels.where, value: fill(words.place, { writer, sequence }) }]),
    ...(at === undefined ? [] : [{ label: labels.record, value: recordWords(at) }]),
    { label: labels.means, value: words.means[broken.code] },
  ];
}

const recordWords = (entry: unknown): string =>
  [own(entry, 'time'), own(own(entry, 'request'), 'id'), own(entry, 'decision'), own(entry, 'id')]
    .filter((value) => typeof value === 'string')
    .join('  ');

function findingRows({ report: { findings } }: Verified, words: VerifyWords): readonly Row[] {
  const told = findings.slice(0, TOLD).map(({ code, writer, sequence }) => ({
    label: code,
    value: fill(words.unasked, { writer, sequence }),
  }));
  const more = findings.length - told.length;
  return more > 0 ? [...told, { label: '…', value: `+ ${more}` }] : told;
}

const chainRows = ({ report }: Verified, words: VerifyWords): readonly Row[] =>
  Object.entries(report.writers).map(([writer, chain]) => ({
    label: `${words.labels.chain} ${writer}`,
    value: fill(coverWords(chain, words), { sequence: chain.sequence, covered: chain.covered }),
  }));

function coverWords({ sequence, covered }: WriterReport, words: VerifyWords): string {
  if (covered === 0) return words.uncovered;
  return covered === sequence ? words.covered : words.partly;
}

function receiptRow({ number, kid, time, heads, error }: CheckedReceipt, words: VerifyWords): Row {
  const held = fill(words.receipt, { kid: kid ?? '', heads: heads.length });
  return {
    label: fill(words.number, { number }),
    value: error ? fill(words.badReceipt, { ...error }) : [held, time].filter(Boolean).join('; '),
  };
}
