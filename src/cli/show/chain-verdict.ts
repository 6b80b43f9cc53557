import type { LedgerReport } from '../../ledger/index.js';
import type { ChainEvidence } from './chain-evidence.js';
import type { ShowWords } from './show-words.js';

/** What is wrong with the record's place, else the best that proves it; a record that nothing names proves nothing. */
export function chainVerdict({ previous, next, head, ledger }: ChainEvidence, words: ShowWords): string {
  if (next === 'differs') return words.next.differs;
  if (previous === 'differs') return words.previous.differs;
  if (head === 'differs') return words.head.differs;
  if (ledger?.result === 'broken') return `${words.ledger.broken}${brokenWords(ledger, words)}`;
  if (next === 'fits') return words.next.fits;
  if (head === 'fits') return words.head.fits;
  return ledger ? words.previous[previous] : words.alone;
}

/** Where a ledger is broken; empty where it is not. */
export function brokenWords({ broken }: LedgerReport, { fault }: ShowWords): string {
  if (!broken) return '';
  return fault?.[broken.code].replace('{sequence}', String(broken.sequence)) ?? broken.sentence;
}
