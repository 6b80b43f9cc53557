import { attempt } from '../attempt.js';
import type { ConsentEvent, Durability, ErasedEvent } from '../consent/model.js';
import { withDeadline } from '../deadline.js';
import { deepFreeze } from '../deep-freeze.js';
import { isDurability } from '../durability.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent } from '../event-shape.js';
import { own } from '../own.js';
import { placeOf } from '../place.js';
import type { Platform } from '../platform.js';
import { storageErrorClass } from './error-class.js';
import { asStorageError, storageFailure } from './failure.js';
import type { StorageGuard } from './guard.js';
import type { StorageAdapter, StorageNews } from './port.js';

/** How long a storage may take to append, to erase or to be read again, in ms. */
const deadline = 3000;

export interface KeeperParts {
  readonly storage: StorageAdapter;
  /** The half that reads. */
  readonly guard: StorageGuard;
  readonly timer: Platform['timer'];
  readonly report: (error: ConsentError) => void;
  /** Events the storage keeps now, however late, or more safely than before. They are frozen. */
  readonly held: (events: readonly ConsentEvent[], durability: Durability) => void;
  /** The storage holds another event at a place this engine wrote to, or lost what this engine wrote. */
  readonly conflict: () => void;
}

/**
 * Writes to a storage of which nothing is expected. What it did not keep is sent again with the next event, and after the
 * next news. Every failure to keep is reported, none is thrown. Loaded when something is asked.
 */
export class StorageKeeper {
  readonly #parts: KeeperParts;
  #unsaved: readonly ConsentEvent[] = [];
  /** How many writes are on their way. */
  #sending = 0;
  /** True where more news came while the last was followed. */
  #again: boolean | undefined;
  /** The code of the error that following news last ended in. */
  #trouble = '';

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /**
   * Issues the write before it returns. Resolves with how safely the events are kept: `memory` where the storage failed or did
   * not answer in time; a success that comes later still counts.
   */
  keep(...events: readonly ConsentEvent[]): Promise<Durability> {
    const batch = [...this.#unsaved, ...events.map(deepFreeze)];
    this.#unsaved = [];
    return this.#send(batch);
  }

  /** True while a write is on its way: it may fail, and what is written meanwhile be kept. */
  get isSending(): boolean {
    return this.#sending > 0;
  }

  /** Erases, as the port says. Rejects `storage/cannot-erase` where the medium cannot, and what the storage rejects with. */
  async erase(records: readonly ErasedEvent[]): Promise<void> {
    const { storage, timer } = this.#parts;
    if (!storage.erase) throw new ConsentError('storage/cannot-erase', 'This storage cannot erase.');
    const erased = attempt(() => storage.erase?.(records.map(deepFreeze)));
    await withDeadline(erased, deadline, timer, late).catch((error: unknown) => {
      throw asStorageError(error, 'erase');
    });
    const places = new Set(records.map(placeOf));
    this.#unsaved = this.#unsaved.filter((event) => !places.has(placeOf(event)));
  }

  /** What a storage tells of its own. A chain whose beginning is lost goes on in another one. */
  hear(news: StorageNews): void {
    const type = own(news, 'type');
    if (type === 'changed') return void this.#renew();
    if (type === 'kept') return this.#kept(own(news, 'events'), own(news, 'durability'));
    const error = asStorageError(own(news, 'error'), 'work');
    if (error.code === 'storage/reset') this.#parts.conflict();
    this.#parts.report(error);
  }

  /** Reads again, and sends what is unsaved; news that comes meanwhile is followed once, after. Reports one trouble once. */
  async #renew(): Promise<void> {
    if (this.#again !== undefined) return void (this.#again = true);
    do {
      this.#again = false;
      await withDeadline(this.#parts.guard.refresh(), deadline, this.#parts.timer, late).then(
        () => this.#resend(),
        (error: unknown) => this.#troubled(asStorageError(error, 'read')),
      );
    } while (this.#again);
    this.#again = undefined;
  }

  async #resend(): Promise<void> {
    const batch = this.#unsaved;
    this.#unsaved = [];
    if (batch.length > 0) await this.#send(batch, this.#troubled);
    if (this.#unsaved.length === 0) this.#trouble = '';
  }

  #kept(events: unknown, durability: unknown): void {
    if (!Array.isArray(events) || !isDurability(durability)) return;
    this.#parts.held(events.filter(isConsentEvent).map(deepFreeze), durability);
  }

  #send(batch: readonly ConsentEvent[], report = this.#parts.report): Promise<Durability> {
    const { storage, timer } = this.#parts;
    this.#sending += 1;
    const kept = attempt<unknown>(() => storage.append([...batch])).then((result) =>
      this.#saved(batch, result),
    );
    return withDeadline(kept, deadline, timer, late)
      .finally(() => (this.#sending -= 1))
      .catch((error: unknown) => this.#failed(batch, asStorageError(error, 'append'), report));
  }

  /** What is wrong with one record keeps no other one away. */
  async #failed(
    batch: readonly ConsentEvent[],
    error: ConsentError,
    report: KeeperParts['report'],
  ): Promise<Durability> {
    const invalid = storageErrorClass(error) === 'invalid';
    if (invalid && batch.length > 1) {
      const kept = await Promise.all(batch.map((event) => this.#send([event], report)));
      return kept[batch.length - 1] ?? 'memory';
    }
    if (!invalid) this.#unsaved = [...batch, ...this.#unsaved];
    else if (error.code === 'storage/conflict') this.#parts.conflict();
    report(error);
    return 'memory';
  }

  #saved(batch: readonly ConsentEvent[], result: unknown): Durability {
    const durability = own(result, 'durability');
    if (!isDurability(durability)) throw storageFailure('append', result);
    const { guard, held } = this.#parts;
    this.#unsaved = this.#unsaved.filter((event) => !batch.includes(event));
    held(batch, durability);
    if (!guard.isRead) guard.refresh().catch(() => undefined);
    return durability;
  }

  readonly #troubled = (error: ConsentError): void => {
    if (error.code !== this.#trouble) this.#parts.report(error);
    this.#trouble = error.code;
  };
}

const late = (): string => 'storage/timeout';
