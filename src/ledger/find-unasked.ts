import { isErased, type LedgerEntry } from './ledger-entries.js';
import type { LedgerFinding } from './report.js';

/**
 * The erased events that no request to delete names. `erases` counts in the record of the right to delete only (PIPL 47):
 * elsewhere it would let any event hide another.
 */
export const findUnasked = (entries: readonly LedgerEntry[]): readonly LedgerFinding[] => {
  const asked = new Set(entries.flatMap(askedBy));
  return entries
    .filter(isErased)
    .filter((record) => !asked.has(`${record.writer}/${record.sequence}`))
    .map(({ writer, sequence }) => ({
      writer,
      sequence,
      code: 'ledger/erased-unasked',
      sentence: `Event ${sequence} was erased, and no request to delete in the ledger names it.`,
    }));
};

const askedBy = (entry: LedgerEntry): readonly string[] =>
  !isErased(entry) && entry.request.kind === 'right' && entry.request.id === 'right:delete'
    ? (entry.erases ?? [])
    : [];
