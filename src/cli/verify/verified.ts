import type { HeldHead, LedgerReport } from '../../ledger/index.js';

/** A receipt as it was checked. */
export interface CheckedReceipt {
  /** Its number in the file, from 1. */
  readonly number: number;
  /** The key that signed it, and when, by the server's clock. */
  readonly kid?: string;
  readonly time?: string;
  readonly heads: readonly HeldHead[];
  /** Why it does not hold. */
  readonly error?: { readonly code: string; readonly sentence: string };
}

/** A ledger as it was checked: what every format shows. */
export interface Verified {
  readonly file: string;
  readonly report: LedgerReport;
  /** The entries of the ledger, as they stand in the file. */
  readonly entries: readonly unknown[];
  /** The entry where it breaks, if there is one in that place. */
  readonly at?: unknown;
  /** How many heads from outside it was held against. */
  readonly heads: number;
  readonly receipts: readonly CheckedReceipt[];
}
