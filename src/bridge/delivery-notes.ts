import type { HostMemory } from './port.js';

/** How many ids are remembered, newest first: far more than there are requests. */
const maxIds = 500;
/** Half of an id tells choices apart, and takes half the room. */
const keptDigits = 16;

/**
 * What is remembered of each choice from one page to the next: that it was handed over, and that it was acknowledged. In a
 * memory that fails, or without one, only this page knows.
 */
export class DeliveryNotes {
  readonly #memory: (() => HostMemory) | undefined;
  readonly #key: string;
  #tried = new Set<string>();
  #acked = new Set<string>();

  constructor(memory: (() => HostMemory) | undefined, key: string) {
    this.#memory = memory;
    this.#key = key;
    this.#read();
  }

  wasTried(id: string): boolean {
    return this.#tried.has(short(id));
  }

  isAcked(id: string): boolean {
    return this.#acked.has(short(id));
  }

  noteTried(id: string): void {
    if (this.wasTried(id)) return;
    this.#tried.add(short(id));
    this.#write();
  }

  noteAcked(id: string): void {
    if (this.isAcked(id)) return;
    this.#acked.add(short(id));
    this.#tried.delete(short(id));
    this.#write();
  }

  /** Adds what is written there: another tab may have written too. */
  #read(): void {
    const [acked, tried] = this.#stored().split('|');
    this.#acked = newest([...idsIn(acked), ...this.#acked]);
    this.#tried = newest([...idsIn(tried), ...this.#tried].filter((id) => !this.#acked.has(id)));
  }

  #stored(): string {
    try {
      return this.#memory?.().getItem(this.#key) ?? '';
    } catch {
      return '';
    }
  }

  #write(): void {
    this.#read();
    try {
      this.#memory?.().setItem(this.#key, `${[...this.#acked].join('')}|${[...this.#tried].join('')}`);
    } catch {
      // This page goes on knowing; the next one sends again, and the native side takes each id once.
    }
  }
}

const short = (id: string): string => id.slice(0, keptDigits);

const idsIn = (text: string | undefined): readonly string[] => text?.match(/[0-9a-f]{16}/g) ?? [];

const newest = (ids: readonly string[]): Set<string> => new Set([...new Set(ids)].slice(-maxIds));
