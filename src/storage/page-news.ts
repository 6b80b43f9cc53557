import { Listeners } from '../listeners.js';
import { defaultPlatform } from '../platform.js';
import type { StorageAdapter, StorageNews } from './port.js';

/** A way to hear of other tabs while the page is shown, and to tell them. */
export interface TabLine {
  /** Tells the other tabs that something was written. */
  readonly post?: () => void;
  readonly close: () => void;
}

/**
 * What a storage of this browser hears: other tabs by a line that is open while the page is shown and given up when it is
 * left (an open one may cost the back/forward cache); and that the page is seen again, when whatever was missed must be read.
 * Nothing depends on messages: without a line the next look at the page is enough.
 */
export class PageNews {
  readonly #openLine: (heard: () => void) => TabLine | undefined;
  readonly #listeners = new Listeners<StorageNews>(defaultPlatform().timer);
  #line: TabLine | undefined;
  #isOpen = false;
  /** Errors that nobody was there to hear. */
  #untold: StorageNews[] = [];
  #heard = 0;

  constructor(openLine: (heard: () => void) => TabLine | undefined) {
    this.#openLine = openLine;
  }

  /** What a storage that can be opened and closed does with this beside it. */
  around(
    storage: Pick<StorageAdapter, 'open' | 'close'>,
  ): Required<Pick<StorageAdapter, 'open' | 'watch' | 'close'>> {
    return {
      open: () => {
        this.#listen();
        return storage.open();
      },
      watch: (callback) => this.#watch(callback),
      close: () => {
        this.#isOpen = false;
        this.#hangUp();
        for (const [target, type, listener] of this.#listening) target.removeEventListener(type, listener);
        storage.close();
      },
    };
  }

  #listen(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#call();
    for (const [target, type, listener] of this.#listening) target.addEventListener(type, listener);
  }

  #watch(callback: (news: StorageNews) => void): () => void {
    const stop = this.#listeners.add(callback);
    this.#heard += 1;
    for (const news of this.#untold.splice(0)) this.tell(news);
    return () => {
      this.#heard -= 1;
      stop();
    };
  }

  tell(news: StorageNews): void {
    if (this.#heard > 0) this.#listeners.tell(news);
    else if (news.type === 'error') this.#untold.push(news);
  }

  /** Tells the other tabs that something was written. */
  post(): void {
    this.#line?.post?.();
  }

  #call(): void {
    this.#line ??= this.#openLine(this.#changed);
  }

  readonly #changed = (): void => this.tell({ type: 'changed' });

  readonly #hangUp = (): void => {
    this.#line?.close();
    this.#line = undefined;
  };

  readonly #onShow = (event: Event): void => {
    this.#call();
    if ((event as PageTransitionEvent).persisted) this.#changed();
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'visible') this.#changed();
  };

  /** Nothing in a worker, which has no page. */
  readonly #listening: readonly (readonly [EventTarget, string, (event: Event) => void])[] =
    typeof document === 'undefined'
      ? []
      : [
          [window, 'pageshow', this.#onShow],
          [window, 'pagehide', this.#hangUp],
          [document, 'visibilitychange', this.#onVisibility],
        ];
}
