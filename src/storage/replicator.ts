import type { ConsentEvent, Durability } from '../consent/model.js';
import { ConsentError } from '../errors.js';
import { own } from '../own.js';
import { placeOf } from '../place.js';
import type { Platform } from '../platform.js';
import { drawDelay } from './http/backoff.js';
import { mergeStored } from './merge-stored.js';
import type { StorageAdapter, StorageNews, StoredEvents } from './port.js';

export interface ReplicatorParts {
  readonly local: StorageAdapter;
  readonly remote: StorageAdapter;
  readonly refusals: boolean;
  readonly platform: Platform;
  readonly tell: (news: StorageNews) => void;
}

const rising: readonly Durability[] = ['memory', 'browser', 'disk', 'server'];

/** Brings two storages to the same events, as often as it is woken, until both have what both may have. */
export class Replicator {
  readonly #parts: ReplicatorParts;
  readonly #told = new Set<string>();
  #again = false;
  #running = false;
  #stopped = false;
  #failures = 0;
  #end: (() => void) | undefined;

  constructor(parts: ReplicatorParts) {
    this.#parts = parts;
  }

  wake(): void {
    this.#again = true;
    this.#stopped = false;
    if (this.#running) return;
    this.#running = true;
    void this.#run().finally(() => {
      this.#running = false;
      if (this.#again && !this.#stopped) this.wake();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#end?.();
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      const done = await this.#round().then(
        () => true,
        () => false,
      );
      this.#failures = done ? 0 : this.#failures + 1;
      if (done) continue;
      this.#again = true;
      await this.#rest();
    }
  }

  /** Resolves when each has what the other had; rejects what a storage rejects. */
  async #round(): Promise<void> {
    const { local, remote } = this.#parts;
    const [here, there] = await Promise.all([local.read(), remote.read()]);
    const { first, second, conflicts } = mergeStored(here, there);
    for (const event of conflicts) this.#tellConflict(event);
    const mayGo = await this.#mayGo(here);
    await this.#copy(first.events.filter(mayGo), remote);
    await this.#copy(second.events, local);
    await this.#erase(first.erased, remote);
    await this.#erase(second.erased, local);
    const apart = new Set([...conflicts, ...first.events.filter((event) => !mayGo(event))]);
    this.#tellKept(here.events.filter((event) => !apart.has(event)));
    if (second.events.length + second.erased.length > 0) this.#parts.tell({ type: 'changed' });
  }

  async #mayGo(here: StoredEvents): Promise<(event: ConsentEvent) => boolean> {
    if (this.#parts.remote.capabilities.durability !== 'server') return () => true;
    const { findOutgoing } = await import('./http/may-leave.js');
    const outgoing = findOutgoing(here, this.#parts.refusals);
    return (event) => outgoing.has(event);
  }

  /** What a storage refuses for what it is, it is spared; everything else is tried again. */
  async #copy(events: readonly ConsentEvent[], to: StorageAdapter): Promise<void> {
    if (events.length === 0) return;
    try {
      await to.append(events);
    } catch (error) {
      if (own(error, 'code') !== 'storage/conflict') throw error;
      for (const event of events) {
        await to.append([event]).catch((one: unknown) => {
          if (own(one, 'code') !== 'storage/conflict') throw one;
          this.#tellConflict(event);
        });
      }
    }
  }

  async #erase(
    records: Parameters<NonNullable<StorageAdapter['erase']>>[0],
    from: StorageAdapter,
  ): Promise<void> {
    if (records.length === 0) return;
    if (from.erase) return from.erase(records);
    this.#tellOnce(
      'storage/cannot-erase',
      'A storage cannot erase what was erased elsewhere.',
      'cannot-erase',
    );
  }

  /** The remote has these too now. */
  #tellKept(events: readonly ConsentEvent[]): void {
    const { local, remote } = this.#parts;
    const { durability } = remote.capabilities;
    if (rising.indexOf(durability) <= rising.indexOf(local.capabilities.durability)) return;
    const kept = events.filter((event) => !this.#told.has(event.id));
    for (const { id } of kept) this.#told.add(id);
    if (kept.length > 0) this.#parts.tell({ type: 'kept', events: kept, durability });
  }

  #tellConflict(event: ConsentEvent): void {
    this.#tellOnce('storage/conflict', 'Two storages hold different events at one place.', placeOf(event));
  }

  #tellOnce(code: string, sentence: string, value: string): void {
    if (this.#told.has(code + value)) return;
    this.#told.add(code + value);
    this.#parts.tell({ type: 'error', error: new ConsentError(code, sentence, value) });
  }

  #rest(): Promise<void> {
    const { timer, random } = this.#parts.platform;
    return new Promise((resolve) => {
      const cancel = timer(resolve, drawDelay(this.#failures, random));
      this.#end = () => {
        cancel();
        resolve();
      };
    });
  }
}
