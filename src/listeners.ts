import type { Platform } from './platform.js';

/** Those who want to hear of something, each called once for each time it was added. */
export class Listeners<T> {
  readonly #timer: Platform['timer'];
  readonly #entries = new Set<{ readonly call: (news: T) => void }>();

  constructor(timer: Platform['timer']) {
    this.#timer = timer;
  }

  /** Returns the function that takes the listener out again. */
  add(call: (news: T) => void): () => void {
    const entry = { call };
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  clear(): void {
    this.#entries.clear();
  }

  /** A listener that throws stops nobody else; its error reaches the page's own error handler. */
  tell(news: T): void {
    for (const { call } of [...this.#entries]) {
      try {
        call(news);
      } catch (error) {
        this.#timer(() => {
          throw error;
        }, 0);
      }
    }
  }
}
