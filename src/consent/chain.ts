import { deepFreeze } from '../deep-freeze.js';
import { hashRecord } from '../hash.js';
import { isoTime } from '../iso-time.js';
import type { Platform } from '../platform.js';
import { randomToken } from '../random-token.js';
import { EVENT_SCHEMA, type ConsentEvent } from './model.js';

/** What an event says; its schema, identity, time and place in the chain are the chain's to give. */
export type EventWords = Omit<ConsentEvent, 'schema' | 'id' | 'time' | 'writer' | 'sequence' | 'previous'>;

/**
 * One writer's chain. `next` builds in the same task; the hash that the event after it needs follows, and `settled` resolves
 * with it. An event that cannot wait for that hash starts a chain of its own: `supersedes` keeps the order between the two.
 */
export class Chain {
  readonly #platform: Platform;
  #writer = '';
  #sequence = 0;
  #previous: string | undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(platform: Platform) {
    this.#platform = platform;
    this.restart();
  }

  get settled(): Promise<void> {
    return this.#settled;
  }

  /** The next events come from a new writer, whose chain starts at 1. */
  restart(): void {
    this.#writer = randomToken(this.#platform.random);
    this.#sequence = 0;
    this.#previous = '';
  }

  next(words: EventWords): ConsentEvent {
    if (this.#previous === undefined) this.restart();
    const event = deepFreeze<ConsentEvent>({
      ...words,
      schema: EVENT_SCHEMA,
      id: randomToken(this.#platform.random),
      time: isoTime(this.#platform.now()),
      writer: this.#writer,
      sequence: ++this.#sequence,
      previous: this.#previous ?? '',
    });
    this.#previous = undefined;
    this.#settled = this.#settle(event);
    return event;
  }

  async #settle(event: ConsentEvent): Promise<void> {
    const hash = await hashRecord(event, this.#platform.sha256).catch(() => undefined);
    if (event.writer === this.#writer && event.sequence === this.#sequence) this.#previous = hash;
  }
}
