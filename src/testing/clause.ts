import type { ConsentEngine, ConsentOptions } from '../engine-contract.js';
import type { StorageAdapter } from '../storage/port.js';
import type { StorageKit } from './kit.js';

/** What of Mingshi the clauses are run with. */
export interface ContractCore {
  readonly createConsent: (options: ConsentOptions) => ConsentEngine;
  readonly hashText: (text: string) => Promise<string>;
  readonly hashRecord: (record: unknown) => Promise<string>;
}

/** What a clause has at hand. */
export interface ClauseContext {
  readonly kit: StorageKit;
  readonly core: ContractCore;
  /** An adapter just opened on an empty medium. */
  readonly opened: () => Promise<StorageAdapter>;
  /** Another one, opened, on the same medium. */
  readonly reopened: (adapter: StorageAdapter) => Promise<StorageAdapter>;
}

/** A clause's words, and what must not reject. */
export type ClauseWords = readonly [name: string, check: (context: ClauseContext) => Promise<void>];

/** Words and check together. */
export const clause = (...words: ClauseWords): ClauseWords => words;
