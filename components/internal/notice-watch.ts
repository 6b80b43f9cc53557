import { shownStrings } from './shown-strings.js';

/** Reads what a notice shows, again whenever it changes: the strings recorded are the strings on screen. */
export class NoticeWatch {
  #root: Element | undefined;
  #last: string | undefined;
  readonly #observer = new MutationObserver(() => this.read());
  readonly #shown: (strings: readonly string[]) => void;

  /** `shown` is called with the strings when they are first there, and whenever they differ. */
  constructor(shown: (strings: readonly string[]) => void) {
    this.#shown = shown;
  }

  /** Watches another notice, or none. */
  watch(root: Element | undefined): void {
    if (root === this.#root) return this.read();
    this.#observer.disconnect();
    this.#root = root;
    this.forget();
    this.read();
  }

  /** Takes the strings for new when they are next read: somebody else asks. */
  forget(): void {
    this.#last = undefined;
  }

  /** Reads now. */
  read(): void {
    if (!this.#root) return;
    this.#observe(this.#root);
    const strings = shownStrings(this.#root, (root) => this.#observe(root));
    const now = JSON.stringify(strings);
    if (now === this.#last) return;
    this.#last = now;
    this.#shown(strings);
  }

  #observe(root: Node): void {
    const attributeFilter = ['hidden', 'open', 'aria-hidden'];
    this.#observer.observe(root, { subtree: true, childList: true, characterData: true, attributeFilter });
  }
}
