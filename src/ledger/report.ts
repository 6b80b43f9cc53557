import type { Head } from '../storage/port.js';

/** The first link that does not hold. Where an entry is no event, `sequence` is 0 and `writer` empty. */
export interface BrokenLink {
  readonly writer: string;
  readonly sequence: number;
  readonly code:
    | 'ledger/unreadable'
    | 'ledger/missing'
    | 'ledger/out-of-order'
    | 'ledger/duplicate'
    | 'ledger/changed'
    | 'ledger/cut'
    | 'ledger/not-the-head';
  readonly sentence: string;
}

/** What holds, and still wants an explanation: an event that was erased though no request in the ledger asks for it. */
export interface LedgerFinding {
  readonly writer: string;
  readonly sequence: number;
  readonly code: 'ledger/erased-unasked';
  readonly sentence: string;
}

/** The end of a writer's chain as found, and up to which event a head held outside covers it (0 where none does). */
export interface WriterReport extends Head {
  readonly covered: number;
}

export interface LedgerReport {
  /**
   * `broken`: `broken` says where first. `consistent`: every chain holds in itself; who rewrote all of it would not be found.
   * `authentic`: every event of every chain is covered by a head that was held outside.
   */
  readonly result: 'consistent' | 'authentic' | 'broken';
  readonly broken?: BrokenLink;
  /** By writer; the record has no prototype. */
  readonly writers: Readonly<Record<string, WriterReport>>;
  /** How many events were erased, of those read. Their place and hash are proven, not what is left of their words. */
  readonly erased: number;
  /** Nothing here breaks the ledger. Empty where it is broken before its end. */
  readonly findings: readonly LedgerFinding[];
}

/** Builds a broken link. */
export const brokenAt = (
  writer: string,
  sequence: number,
  code: BrokenLink['code'],
  sentence: string,
): BrokenLink => ({ writer, sequence, code, sentence });
