import { attempt } from '../attempt.js';
import type { ConsentEvent, Durability } from '../consent/model.js';
import { withDeadline } from '../deadline.js';
import { ConsentError } from '../errors.js';
import { isConsentEvent } from '../event-shape.js';
import { own } from '../own.js';
import type { Platform } from '../platform.js';
import type { StorageAdapter } from './port.js';

/** How long a storage may take to open and be read before the engine goes on from memory, in ms. */
const loadDeadline = 3500;
/** How long a storage may take to append before the answer counts as kept in memory only, in ms. */
const appendDeadline = 3000;

const durabilities: readonly unknown[] = ['memory', 'browser', 'disk', 'server'];

export interface GuardParts {
  readonly storage: StorageAdapter;
  readonly timer: Platform['timer'];
  readonly report: (error: ConsentError) => void;
  /** Events the storage holds: read from it, or kept by it, however late. */
  readonly held: (events: readonly ConsentEvent[], durability: Durability) => void;
  /** The storage holds another event at a place this engine wrote to. */
  readonly conflict: () => void;
}

/**
 * Stands before a storage of which nothing is expected: it may throw, reject, never answer, or answer nonsense. What it did
 * not keep is sent again with the next event. Every failure is reported, none is thrown.
 */
export class StorageGuard {
  readonly #parts: GuardParts;
  #unsaved: readonly ConsentEvent[] = [];
  #read = false;
  #unreadable = 0;

  constructor(parts: GuardParts) {
    this.#parts = parts;
  }

  /** Opens and reads. Resolves within the deadline; a storage that answers later is read then. */
  load(): Promise<void> {
    const { timer, report } = this.#parts;
    const loaded = attempt(() => this.#parts.storage.open()).then(() => this.refresh());
    return withDeadline(loaded, loadDeadline, timer, late).catch((error: unknown) =>
      report(asStorageError(error, 'open')),
    );
  }

  /** Reads what the storage holds now. */
  async refresh(): Promise<void> {
    const found = await attempt<unknown>(() => this.#parts.storage.read());
    const records = own(found, 'events');
    if (!Array.isArray(records)) throw failed('read', found);
    const events = records.filter(isConsentEvent);
    this.#reportUnreadable(records.length - events.length + countOf(own(found, 'unreadable')));
    this.#read = true;
    this.#parts.held(events, this.#best());
  }

  /**
   * Issues the write before it returns. Resolves with how safely the event is kept: `memory` where the storage failed or did
   * not answer in time; a success that comes later still counts.
   */
  keep(event: ConsentEvent): Promise<Durability> {
    const { storage, timer, report } = this.#parts;
    const batch = [...this.#unsaved, event];
    this.#unsaved = [];
    const kept = attempt<unknown>(() => storage.append(batch)).then((result) => this.#saved(batch, result));
    return withDeadline(kept, appendDeadline, timer, late).catch((error: unknown): Durability => {
      const known = asStorageError(error, 'append');
      if (known.code === 'storage/conflict') this.#parts.conflict();
      else this.#unsaved = [...batch, ...this.#unsaved];
      report(known);
      return 'memory';
    });
  }

  close(): void {
    attempt(() => this.#parts.storage.close()).catch(() => undefined);
  }

  #saved(batch: readonly ConsentEvent[], result: unknown): Durability {
    const durability = own(result, 'durability');
    if (!isDurability(durability)) throw failed('append', result);
    this.#unsaved = this.#unsaved.filter((event) => !batch.includes(event));
    this.#parts.held(batch, durability);
    if (!this.#read) this.refresh().catch(() => undefined);
    return durability;
  }

  #best(): Durability {
    const { durability } = this.#parts.storage.capabilities;
    return isDurability(durability) ? durability : 'memory';
  }

  #reportUnreadable(count: number): void {
    if (count === this.#unreadable) return;
    this.#unreadable = count;
    const sentence = `${count} stored record(s) are no events and were left alone.`;
    this.#parts.report(new ConsentError('storage/unreadable-records', sentence, count));
  }
}

const isDurability = (value: unknown): value is Durability => durabilities.includes(value);

const countOf = (value: unknown): number => (Number.isSafeInteger(value) ? (value as number) : 0);

const late = (): string => 'storage/timeout';

const failed = (what: string, value: unknown, cause?: unknown): ConsentError =>
  new ConsentError('storage/failed', `The storage failed to ${what}.`, value, cause);

/** A coded error stays what it is, also one that another copy of the library made. */
const asStorageError = (error: unknown, what: string): ConsentError => {
  if (error instanceof ConsentError) return error;
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('storage/')
    ? new ConsentError(code, String((error as { message?: unknown }).message), undefined, error)
    : failed(what, undefined, error);
};
