import type { BrokenLink, LedgerReport } from '../../ledger/index.js';

/** Everything `verify` says, in one language. */
export interface VerifyWords {
  readonly title: string;
  readonly sections: Readonly<Record<'result' | 'broken' | 'findings' | 'chains' | 'receipts', string>>;
  readonly labels: Readonly<
    Record<
      'file' | 'result' | 'events' | 'erased' | 'heads' | 'what' | 'where' | 'record' | 'means' | 'chain',
      string
    >
  >;
  readonly result: Readonly<Record<LedgerReport['result'], string>>;
  /** `{events}` in `{chains}` chains. */
  readonly events: string;
  /** `{count}` of them. */
  readonly erased: string;
  /** `{count}` from outside; none. */
  readonly heads: string;
  readonly noHeads: string;
  /** `{sequence}` is the number of the record in its writer's chain. */
  readonly fault: Readonly<Record<BrokenLink['code'], string>>;
  /** What a fault means, and what to do. */
  readonly means: Readonly<Record<BrokenLink['code'], string>>;
  /** `{sequence}`, `{writer}`. */
  readonly place: string;
  /** `{sequence}` of `{writer}`. */
  readonly unasked: string;
  /** Up to where a chain goes, `{sequence}`, and how far a head from outside covers it, `{covered}`. */
  readonly covered: string;
  readonly partly: string;
  readonly uncovered: string;
  /** A receipt that holds: `{kid}`, `{heads}`; when it was signed is added. */
  readonly receipt: string;
  /** One that does not: `{code}`, `{sentence}`. */
  readonly badReceipt: string;
  readonly number: string;
}
