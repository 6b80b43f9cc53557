import type { Platform } from './platform.js';

/** Those who want to hear of something, each called once for each time it was added. */
export class Listeners<T> {
  readonly #timer: Platform['timer'];
  #entries: readonly { readonly call: (news: T) => void }[] = [];

  constructor(timer: Platform['timer']) {
    this.#timer = timer;
  }

  /** Returns the function that takes the listener out again. */
  add(listener: (news: T) => void): () => void {
    const entry = { call: listener };
    this.#entries = [...this.#entries, entry];
    return () => {
      this.#entries = this.#entries.filter((one) => one !== entry);
    };
  }

  clear(): void {
    this.#entries = [];
  }

  /** A listener that throws stops nobody else; its error reaches the page's own error handler. */
  tell(news: T): void {
    for (const { call } of this.#entries) {
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
