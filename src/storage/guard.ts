import { attempt } from '../attempt.js';
import type { ConsentEvent, Durability } from '../consent/model.js';
import { withDeadline } from '../deadline.js';
import { deepFreeze } from '../deep-freeze.js';
import { isDurability } from '../durability.js';
import type { ConsentError } from '../errors.js';
import { own } from '../own.js';
import type { Platform } from '../platform.js';
import { isChecked } from './checked.js';
import type { StorageAdapter, StorageNews } from './port.js';

/** How long a storage may take to open and be read before the engine goes on from memory, in ms. */
const loadDeadline = 3500;

export interface GuardParts {
  readonly storage: StorageAdapter;
  readonly timer: Platform['timer'];
  readonly report: (error: ConsentError) => void;
  /** Events the storage holds: read from it, or kept by it, however late. They are frozen. */
  readonly held: (events: readonly ConsentEvent[], durability: Durability) => void;
  /** What the storage tells of its own. */
  readonly news: (news: StorageNews) => void;
}

/**
 * Stands before a storage of which nothing is expected: it may throw, reject, never answer, answer nonsense, or change what
 * it is given. Every failure is reported, none is thrown. This half reads, at every start; `StorageKeeper` does the rest.
 */
export class StorageGuard {
  readonly #parts: GuardParts;
  #unreadable: number | undefined;
  #unwatch: (() => void) | undefined;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** True once it was read. */
  get isRead(): boolean {
    return this.#unreadable !== undefined;
  }

  /** Opens, watches and reads. Resolves within the deadline; a storage that answers later is read then. */
  async load(): Promise<void> {
    const { storage, timer, news } = this.#parts;
    const watched = attempt(() => {
      this.#unwatch = storage.watch?.(news);
    });
    const loaded = attempt(() => storage.open()).then(() => this.refresh());
    const read = withDeadline(loaded, loadDeadline, timer, () => 'storage/timeout');
    for (const one of [watched, read]) await one.catch((error: unknown) => this.#failed(error));
  }

  /** Reads what the storage holds now. */
  async refresh(): Promise<void> {
    const { storage, held } = this.#parts;
    const [found, shape] = await Promise.all([
      attempt<unknown>(() => storage.read()),
      isChecked(storage) ? undefined : import('../event-shape.js'),
    ]);
    const records = own(found, 'events');
    if (!Array.isArray(records)) throw new TypeError('A storage reads as {events, unreadable}.');
    const sound = shape ? records.filter(shape.isConsentEvent) : (records as readonly ConsentEvent[]);
    const events = sound.map(deepFreeze);
    const { durability } = storage.capabilities;
    held(events, isDurability(durability) ? durability : 'memory');
    const unreadable = own(found, 'unreadable');
    await this.#count(
      records.length - events.length + (Number.isSafeInteger(unreadable) ? (unreadable as number) : 0),
    );
  }

  close(): void {
    for (const end of [() => this.#unwatch?.(), () => this.#parts.storage.close()]) {
      attempt(end).catch(() => undefined);
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { asStorageError } = await import('./failure.js');
    this.#parts.report(asStorageError(error, 'open'));
  }

  async #count(unreadable: number): Promise<void> {
    const before = this.#unreadable ?? 0;
    this.#unreadable = unreadable;
    if (unreadable === before) return;
    this.#parts.report((await import('./failure.js')).unreadableRecords(unreadable));
  }
}
