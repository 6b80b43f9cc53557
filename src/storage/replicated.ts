import { attempt } from '../attempt.js';
import type { ConsentEvent, ErasedEvent } from '../consent/model.js';
import { withDeadline } from '../deadline.js';
import { lazy } from '../lazy.js';
import { Listeners } from '../listeners.js';
import { own } from '../own.js';
import { defaultPlatform, type Platform } from '../platform.js';
import type { StorageAdapter, StorageNews, StoredEvents } from './port.js';
import type { Replicator } from './replicator.js';

export interface ReplicatedOptions {
  /** Why refusals and closed questions may go to a remote that leaves the device (`server`). Default: they stay here. */
  readonly refusals?: { readonly basis: string };
  readonly platform?: Partial<Platform>;
}

/** How long a reading waits for the remote, in ms; what comes later is told as `changed`. */
const remoteDeadline = 2000;

/**
 * Keeps events in `local`, and brings them to `remote` as soon as it takes them; brings back what the remote has from elsewhere.
 * `append` issues the local write before it returns and resolves as the local storage does; where that one fails, as the remote
 * does. A remote that fails is tried again after 1 s to 5 min, and costs nobody an answer. Where both hold different events at
 * one place each keeps its own, the local one counts, and `storage/conflict` is told; what was erased in one is erased in the
 * other. Before a general policy is agreed to, nothing goes to a remote whose durability is `server`. `watch` tells the news of
 * both. For a server by HTTP use `httpStorage` alone: it keeps its own outbox.
 */
export const replicatedStorage = (
  local: StorageAdapter,
  remote: StorageAdapter,
  options: ReplicatedOptions = {},
): StorageAdapter => new Replicated(local, remote, options);

class Replicated implements StorageAdapter {
  readonly capabilities: StorageAdapter['capabilities'];
  readonly #local: StorageAdapter;
  readonly #remote: StorageAdapter;
  readonly #platform: Platform;
  readonly #listeners: Listeners<StorageNews>;
  readonly #replicator: () => Promise<Replicator>;
  #stops: readonly ((() => void) | undefined)[] | undefined;

  constructor(local: StorageAdapter, remote: StorageAdapter, options: ReplicatedOptions) {
    const twoWay = local.capabilities.twoWay || remote.capabilities.twoWay;
    this.capabilities = { ...local.capabilities, twoWay };
    this.#local = local;
    this.#remote = remote;
    const platform = (this.#platform = { ...defaultPlatform(), ...options.platform });
    this.#listeners = new Listeners(platform.timer);
    const parts = { local, remote, platform, refusals: Boolean(options.refusals?.basis) };
    const tell = (news: StorageNews): void => this.#listeners.tell(news);
    this.#replicator = lazy(async () => new (await import('./replicator.js')).Replicator({ ...parts, tell }));
    if (!local.erase) Object.defineProperty(this, 'erase', { value: undefined });
  }

  /** A local storage that is not there is no reason to ask again, where the remote is. */
  readonly open = async (): Promise<void> => {
    const here = attempt(() => this.#local.open());
    const there = attempt(() => this.#remote.open());
    this.#hangUp();
    this.#stops = [this.#local, this.#remote].map((storage) => storage.watch?.((news) => this.#heard(news)));
    there.then(this.#settle, this.#settle);
    await here.catch((error: unknown) => there.catch(() => reject(error as Error)));
  };

  readonly append: StorageAdapter['append'] = async (events) => {
    const kept = await this.#local.append(events).catch((error: unknown) => this.#appendThere(events, error));
    this.#settle();
    return kept;
  };

  readonly read: StorageAdapter['read'] = async (query) => {
    const { timer } = this.#platform;
    const reading = attempt(() => this.#remote.read(query));
    const inTime = withDeadline(reading, remoteDeadline, timer, () => 'storage/timeout');
    const [{ mergeStored }, here, there] = await Promise.all([
      import('./merge-stored.js'),
      attempt(() => this.#local.read(query)).catch((error: unknown) =>
        reading.catch(() => reject(error as Error)),
      ),
      inTime.catch(() => nothing),
    ]);
    this.#settle();
    return mergeStored(here, there).merged;
  };

  readonly heads: StorageAdapter['heads'] = async () => {
    const [{ findHeads }, { events, erased }] = await Promise.all([import('./heads.js'), this.read()]);
    return findHeads(events, this.#platform.sha256, erased);
  };

  readonly erase = async (records: readonly ErasedEvent[]): Promise<void> => {
    await this.#local.erase?.(records);
    this.#settle();
  };

  readonly watch = (callback: (news: StorageNews) => void): (() => void) => this.#listeners.add(callback);

  readonly close = (): void => {
    this.#hangUp();
    this.#local.close();
    this.#remote.close();
  };

  #heard(news: StorageNews): void {
    this.#listeners.tell(news);
    if (news.type === 'changed') this.#settle();
  }

  #hangUp(): void {
    for (const stop of this.#stops ?? []) stop?.();
    if (this.#stops) this.#call((replicator) => replicator.stop());
    this.#stops = undefined;
  }

  readonly #settle = (): void => {
    if (this.#stops) this.#call((replicator) => replicator.wake());
  };

  #call(use: (replicator: Replicator) => void): void {
    this.#replicator().then(use, () => undefined);
  }

  /** What would leave the device waits for the local storage, which knows what may. */
  #appendThere(events: readonly ConsentEvent[], error: unknown): ReturnType<StorageAdapter['append']> {
    const code = own(error, 'code');
    const isWrong = code === 'storage/conflict' || code === 'storage/invalid';
    if (isWrong || this.#remote.capabilities.durability === 'server') return reject(error as Error);
    return this.#remote.append(events).catch(() => reject(error as Error));
  }
}

const nothing: StoredEvents = { events: [], unreadable: 0 };

const reject = (error: Error): Promise<never> => Promise.reject(error);
