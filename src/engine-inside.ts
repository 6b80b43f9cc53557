import type { Book } from './consent/book.js';
import type { Declared } from './consent/declared.js';
import type { ConsentEvent, Durability, Status } from './consent/model.js';
import type { Asking } from './engine-asking.js';
import type { ConsentEngine, EngineChange } from './engine-contract.js';
import type { EngineParts } from './engine-options.js';
import type { Records } from './engine-records.js';
import type { Rules } from './engine-requests.js';
import type { ConsentError } from './errors.js';
import type { Listeners } from './listeners.js';
import type { StorageGuard } from './storage/guard.js';

/** What the parts of the engine that are loaded when they are needed get of it. */
export interface Inside {
  readonly parts: EngineParts;
  readonly engine: ConsentEngine;
  readonly book: Book;
  readonly storage: StorageGuard;
  readonly listeners: Listeners<EngineChange>;
  /** The policy a request is asked under. Throws `engine/unknown-request`. */
  readonly find: (id: string) => Declared;
  /** Hears of events just made, before anybody else. */
  readonly add: (events: readonly ConsentEvent[], durability: Durability) => void;
  /** Hears of events the storage holds: a question they make needless closes. */
  readonly held: (events: readonly ConsentEvent[], durability: Durability) => void;
  /** What `ensure` gave and is shared, until the question it waits for closes. */
  readonly ensuring: Map<string, Promise<Status>>;
  /** Tells whoever listens where these requests stand. */
  readonly tellOf: (ids: readonly string[]) => void;
  readonly report: (error: ConsentError) => void;
  /** Calls `end` when the engine ends. */
  readonly atEnd: (end: (error: ConsentError) => void) => void;
  /** Throws `engine/destroyed` where the engine ended. */
  readonly checkAlive: () => void;
  readonly asking: () => Promise<Asking>;
  readonly records: () => Promise<Records>;
  readonly ruling: () => Promise<Rules>;
  /** What the app declared beside its policies; undefined where it declared nothing. */
  readonly rules: () => Rules | undefined;
}
