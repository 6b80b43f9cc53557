import type { ConsentEvent } from '../../../consent/model.js';
import { lazy } from '../../../lazy.js';
import { Listeners } from '../../../listeners.js';
import { defaultPlatform, type Platform } from '../../../platform.js';
import type { StorageNews } from '../../port.js';
import type { HttpStorageOptions } from '../options.js';
import { watchPageLife } from './page-life.js';
import type { SendLocks, SenderParts, SenderTools } from '../port.js';
import type { Sender } from '../sender.js';

/** How long another tab has to send what it wrote before this one looks, in ms: should it die, the gap stays below 2 s. */
const otherTabsTurn = 1000;

/** Knows when there may be something to send or to fetch, and loads what does it then, and not before. */
export class Courier {
  /** The one who sends; rejects `engine/not-loaded`. */
  readonly sender: () => Promise<Sender>;
  readonly #options: HttpStorageOptions;
  readonly #pull: () => Promise<void>;
  readonly #listeners: Listeners<StorageNews>;
  readonly #platform: Platform;
  #loaded: Sender | undefined;
  #agreed = false;
  #later: (() => void) | undefined;
  #stops: readonly (() => void)[] | undefined;

  constructor(options: HttpStorageOptions, url: string) {
    this.#options = options;
    this.#platform = { ...defaultPlatform(), ...options.platform };
    this.#listeners = new Listeners(this.#platform.timer);
    const parts = lazy(() =>
      partsOf(options, { url, platform: this.#platform, tell: (news) => this.#listeners.tell(news) }),
    );
    const tools = lazy(loadTools);
    this.sender = lazy(async () => {
      const [{ Sender }, ...given] = await Promise.all([import('../sender.js'), parts(), tools()]);
      return (this.#loaded = new Sender(...given));
    });
    this.#pull = async () => {
      const [{ pullEvents }, ...given] = await Promise.all([import('../pull-events.js'), parts(), tools()]);
      await pullEvents(...given);
    };
  }

  open(): void {
    const stopHearing = this.#options.outbox.watch?.((news) => this.#heard(news));
    const stopWatching = watchPageLife({
      leave: () => this.#loaded?.leave(),
      back: () => this.#wake(),
      online: () => this.#wake(),
    });
    this.close();
    this.#stops = [stopWatching, stopHearing ?? (() => undefined)];
    if (this.#agreed) this.#wake();
  }

  close(): void {
    for (const stop of this.#stops ?? []) stop();
    this.#stops = undefined;
    this.#later?.();
    this.#later = undefined;
    this.#loaded?.leave();
  }

  watch(callback: (news: StorageNews) => void): () => void {
    return this.#listeners.add(callback);
  }

  sawNew(events: readonly ConsentEvent[]): void {
    this.#agreed ||= events.some(isAgreement);
    if (this.#agreed) this.#send();
  }

  sawStored(events: readonly ConsentEvent[]): void {
    if (this.#agreed || !events.some(isAgreement)) return;
    this.#agreed = true;
    this.#wake();
  }

  #heard(news: StorageNews): void {
    this.#listeners.tell(news);
    if (news.type !== 'changed' || this.#later) return;
    this.#later = this.#platform.timer(() => {
      this.#later = undefined;
      if (this.#agreed) this.#send();
    }, otherTabsTurn);
  }

  #send(): void {
    if (!this.#stops) return;
    this.sender().then(
      (sender) => sender.wake(),
      () => undefined,
    );
  }

  #wake(): void {
    if (!this.#stops || !this.#agreed) return;
    this.sender().then(
      (sender) => sender.hurry(),
      () => undefined,
    );
    if (this.#options.twoWay) this.#pull().catch(() => undefined);
  }
}

/** Nothing leaves before it. */
const isAgreement = ({ request, decision }: ConsentEvent): boolean =>
  request.kind === 'general' && decision === 'granted';

const loadTools = async (): Promise<SenderTools> => {
  const [plan, exchange] = await Promise.all([import('../plan.js'), import('../exchange.js')]);
  return { plan, exchange };
};

const partsOf = async (
  options: HttpStorageOptions,
  given: Pick<SenderParts, 'url' | 'platform' | 'tell'>,
): Promise<SenderParts> => {
  const { outbox, namespace = 'default', locks = findLocks() } = options;
  const remembered = (): Promise<SenderParts['deliveries']> =>
    import('./indexeddb-deliveries.js').then((module) =>
      module.indexedDbDeliveries(`${namespace}/${given.url}`),
    );
  return {
    ...given,
    namespace,
    outbox,
    deliveries: options.deliveries ?? (await remembered()),
    fetch: options.fetch ?? ((address, request) => fetch(address, request)),
    headers: options.headers ?? (() => undefined),
    credentials: options.credentials ?? 'same-origin',
    locks: locks ?? undefined,
    basis: options.refusals?.basis ?? '',
    maxBatchBytes: options.maxBatchBytes ?? 60_000,
    receipts: options.receipts ?? (() => undefined),
  };
};

const findLocks = (): SendLocks | undefined =>
  typeof navigator === 'undefined' ? undefined : ((navigator as { locks?: SendLocks }).locks ?? undefined);
