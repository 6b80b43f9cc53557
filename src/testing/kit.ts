import type { ConsentEvent } from '../consent/model.js';
import type { StorageAdapter } from '../storage/port.js';

/** How the contract reaches the adapter under test, and its medium. */
export interface StorageKit {
  /** An adapter on an empty medium of its own; not opened yet. */
  create(): StorageAdapter | Promise<StorageAdapter>;
  /**
   * Another adapter on the same medium, as the next start of the app or another tab makes one. A medium that ends with its
   * adapter (memory) gives the same one.
   */
  again(adapter: StorageAdapter): StorageAdapter | Promise<StorageAdapter>;
  /**
   * Makes every later write fail: for want of room (`full`), or for good (`failed`). Gives what mends it. Absent: the medium
   * cannot be made to fail, and those clauses are left out.
   */
  breakWrites?(adapter: StorageAdapter, how: 'full' | 'failed'): Mend | Promise<Mend>;
  /** Writes a record that is no event to the medium, at its `writer` and `sequence`. Absent: those clauses are left out. */
  plant?(adapter: StorageAdapter, record: object): unknown;
  /**
   * Appends to the same medium from where the adapter is told of it: another tab, another process; `again` where that is
   * enough. Absent: nothing is told, or not in a test, and those clauses are left out.
   */
  elsewhere?(adapter: StorageAdapter, events: readonly ConsentEvent[]): unknown;
  /** How long one clause may take, in ms, before it counts as broken. Default 10,000. */
  readonly deadline?: number;
}

/** Undoes what was broken. */
export type Mend = () => unknown;

/** One thing every storage must do. */
export interface Clause {
  /** In words; stable, so that a report can name it. */
  readonly name: string;
  /** Rejects where the clause is broken, with what was found and what was expected. */
  readonly run: () => Promise<void>;
}
