import type { ConsentEvent, Durability } from '../consent/model.js';

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

/**
 * The port to where choices are kept. An adapter belongs to one namespace. Appending the same event twice stores it once;
 * another event at a taken `(writer, sequence)` rejects with `storage/conflict`. Nothing is ever changed or removed.
 */
export interface StorageAdapter {
  readonly capabilities: StorageCapabilities;
  /** Opens the medium. Settles within 3 s; rejects `storage/unavailable`, `storage/blocked` or `storage/timeout`. */
  open(): Promise<void>;
  /** Resolves when every event is kept, with how safely. Rejects `storage/conflict`, `storage/full` or `storage/failed`. */
  append(events: readonly ConsentEvent[]): Promise<{ readonly durability: Durability }>;
  /** Resolves with the readable events by writer and sequence; a record that is not an event is left where it is and counted. */
  read(
    query?: EventQuery,
  ): Promise<{ readonly events: readonly ConsentEvent[]; readonly unreadable: number }>;
  heads(): Promise<Readonly<Record<string, Head>>>;
  close(): void;
}
