import { unwatchFile, watchFile } from 'node:fs';
import { stat } from 'node:fs/promises';

/**
 * In milliseconds: how often the file is looked at; how long it must stay as it is, so that two quick saves are one change and no half
 * a file is read; how long a file that is gone is waited for, as editors that replace it let it be gone for a moment.
 */
const LOOK = 150;
const SETTLED = 200;
const GONE = 1000;

/**
 * The changes of one file, by its path: the file may be written, replaced, taken away and put back. Looking at it now and then sees
 * all of these alike, on network drives and in containers too.
 */
export class FileChanges {
  readonly #file: string;
  #changed = false;
  #first = true;
  #ended = false;
  #wake: () => void = () => undefined;

  constructor(file: string) {
    this.#file = file;
    watchFile(file, { interval: LOOK }, this.#onChange);
  }

  /** Settles with true at once, then after each change; with false after `end`. */
  async next(): Promise<boolean> {
    if (this.#first) {
      this.#first = false;
      return !this.#ended;
    }
    while (!this.#changed && !this.#ended) await this.#pause();
    await this.#settle();
    if (await this.#isGone()) {
      await this.#pause(GONE);
      await this.#settle();
    }
    return !this.#ended;
  }

  end(): void {
    this.#ended = true;
    unwatchFile(this.#file, this.#onChange);
    this.#wake();
  }

  readonly #onChange = (): void => {
    this.#changed = true;
    this.#wake();
  };

  async #settle(): Promise<void> {
    while (this.#changed && !this.#ended) {
      this.#changed = false;
      await this.#pause(SETTLED);
    }
  }

  async #isGone(): Promise<boolean> {
    return !this.#ended && !(await stat(this.#file).catch(() => undefined));
  }

  /** Waits for a change or the end, or for some milliseconds. */
  #pause(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.#wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
