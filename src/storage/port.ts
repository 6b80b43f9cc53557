import type { ConsentEvent, Durability, ErasedEvent } from '../consent/model.js';
import type { ConsentError } from '../errors.js';

/** The last event of a writer's chain. */
export interface Head {
  readonly sequence: number;
  /** `sha256:…` of the event's canonical bytes. */
  readonly hash: string;
}

export interface StorageCapabilities {
  /** True where `append` resolves only after the medium confirmed. */
  readonly acknowledges: boolean;
  /** True where `append` issues its write before it returns, so that an answer survives a navigation in the same task. */
  readonly immediate: boolean;
  /** True where the medium can tell of events written elsewhere. */
  readonly twoWay: boolean;
  readonly maxBytes?: number;
  /** The best `append` can promise. */
  readonly durability: Durability;
}

export interface EventQuery {
  readonly request?: string;
  readonly writer?: string;
}

/** What a storage tells by itself. */
export type StorageNews =
  /** Another tab or device wrote: what `read` gives is new. Also after a page came back from the back/forward cache. */
  | { readonly type: 'changed' }
  /** Events that are kept more safely than `append` promised: a server has them now. */
  | { readonly type: 'kept'; readonly events: readonly ConsentEvent[]; readonly durability: Durability }
  /** What went wrong outside a call: a record parked for good, a database that lost what it held (`storage/reset`). */
  | { readonly type: 'error'; readonly error: ConsentError };

/** What a storage holds. `erased` is what is left of events whose person was forgotten; absent: none. */
export interface StoredEvents {
  readonly events: readonly ConsentEvent[];
  /** How many records are no events; they are left where they are. */
  readonly unreadable: number;
  readonly erased?: readonly ErasedEvent[];
}

/**
 * The port to where choices are kept. An adapter belongs to one namespace. Appending the same event twice stores it once;
 * another event at a taken `(writer, sequence)` rejects with `storage/conflict`. Nothing is ever changed or removed, but by
 * `erase`. Errors say in their code what may follow: `storage/timeout`, `storage/blocked`, `storage/lost` are transient,
 * `storage/full` is a matter of room, `storage/conflict` and `storage/invalid` of the record, the others are final.
 */
export interface StorageAdapter {
  readonly capabilities: StorageCapabilities;
  /** Opens the medium. Settles within 3 s; rejects `storage/unavailable`, `storage/blocked` or `storage/timeout`. */
  open(): Promise<void>;
  /** Resolves when every event is kept, with how safely. Rejects `storage/conflict`, `storage/full` or `storage/failed`. */
  append(events: readonly ConsentEvent[]): Promise<{ readonly durability: Durability }>;
  /** Resolves with the readable events by writer and sequence; a record that is not an event is left where it is and counted. */
  read(query?: EventQuery): Promise<StoredEvents>;
  heads(): Promise<Readonly<Record<string, Head>>>;
  /**
   * Puts each record in the place of the event it is left of (PIPL 47), whose hash it must have: `storage/conflict` otherwise.
   * A place that holds the same record already, or nothing, is passed over. Absent: the medium cannot erase.
   */
  erase?(records: readonly ErasedEvent[]): Promise<void>;
  /** Calls back with news, from `open` to `close`; returns the function that stops it. */
  watch?(callback: (news: StorageNews) => void): () => void;
  close(): void;
}
