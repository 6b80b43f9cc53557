import type { ConsentEngine } from '../../engine-contract.js';
import { ConsentError } from '../../errors.js';
import { catchForms } from './catch-forms.js';
import { catchLinks } from './catch-links.js';
import { catchNavigation } from './catch-navigation.js';
import { catchWindows } from './catch-windows.js';
import { describeExit, type JumpDescription } from './describe-exit.js';
import { attributeOf, type Exit, type ExitDesk } from './exit.js';
import { OnePass } from './one-pass.js';
import { isOutside } from './outside.js';

export type { JumpDescription } from './describe-exit.js';

/**
 * A net that exits are caught in. `links`: presses on links, by any means. `forms`: forms being sent. `navigation`: whatever
 * else leaves the window, where the browser has the Navigation API (Chrome 102, Safari 26.2, Firefox 147). `windows`:
 * `window.open`, which is replaced meanwhile and gives null for what is asked about.
 */
export type GuardLayer = 'links' | 'forms' | 'navigation' | 'windows';

export interface GuardOptions {
  /** Asks: what `createConsent` gave. */
  readonly engine: Pick<ConsentEngine, 'confirmJump'>;
  /**
   * Hosts that are the app's own besides the page's origin, with all hosts below them: `bank.example` is also
   * `pay.bank.example`, never `notbank.example`. Default: none.
   */
  readonly ownHosts?: readonly string[];
  /**
   * Says whether a target leaves the app, in place of the rule below and of `ownHosts`. `element` is what leads there; undefined
   * for what a script did. Where it throws, the target is asked about.
   */
  readonly isOutside?: (url: URL, element: Element | undefined) => boolean;
  /** Says what the app knows of a target; what it leaves out comes from the link's `data-ming-*`. */
  readonly describe?: (element: Element | undefined, url: URL) => JumpDescription | undefined;
  /**
   * Default: `links`, `forms` and `navigation` for a document, `links` and `forms` for a part of one, since a navigation is the
   * window's as a whole. `windows` is for you to choose.
   */
  readonly layers?: readonly GuardLayer[];
  /** The system asks by itself before it opens this target (HarmonyOS): ours is left out. Default false. */
  readonly deferToSystem?: boolean | ((url: URL) => boolean);
}

/** What leaves the page waits for the answer to be kept, at most this long, in ms. */
const LEAVES_WITHIN = 300;

/**
 * Confirms exits before they are taken (R-J1): a press on a link, a form being sent or a script that would lead out of the app
 * is held back, `engine.confirmJump` asks the person, and only a yes goes there. Links keep their real `href`; nothing is
 * rewritten, so copying an address and looking at it work as ever. Guard a document once.
 *
 * **Asked about** is what leaves the app: another origin than the page's own that is no `ownHosts`; every scheme other than
 * `http` and `https` (`tel:`, `mailto:`, an app's own), but not `blob:`, `about:` and a `javascript:` that does nothing; a
 * link with `download`, but not a file the page made itself (`blob:`, `data:`); and always what is marked `data-ming-jump`.
 *
 * **What the app knows** of a target stands on the link (or button, or form): `data-ming-name`, `data-ming-operator`,
 * `data-ming-about`, `data-ming-permissions`, `data-ming-data`, `data-ming-policy` with `data-ming-policy-url`, and
 * `data-ming-kind`; or `describe` says it.
 *
 * **After a yes** the very address that was shown is opened. What keeps the page (a new window, a frame, an app, a call, a
 * download) opens inside the confirming press; a new window gets no opener and no referrer. What leaves it goes once the
 * answer is kept, after 300 ms at the latest. A form is sent again, by the same button, with what stands in it then: its
 * `submit` listeners run twice. A `target` that changed since the question is asked about anew. After a no the page stays,
 * and so does the focus.
 *
 * **What the app handles itself is left alone**: the guard decides after the page's own listeners, wherever they stop the
 * event, and does nothing where one of them called `preventDefault`.
 *
 * **A courtesy, not a security boundary.** It serves people on a page that means well, and cannot hold a page that does not.
 * Never caught: "open in a new tab" of a context menu, a link dragged to the tab bar, the address bar and history, a
 * redirect by a server, what native code does; a frame's `src` and links inside frames (guard a frame of the same origin by
 * itself; one of another origin is out of reach); `window.open` without `windows`, or taken before it (`document.open` with
 * three parameters too); and, where it opens another window: a script's `form.submit()`; a link that a script clicks while it
 * is in no document, or by an event that cannot be cancelled; a link or a form in a closed shadow tree, unless that tree is
 * guarded itself; an event that a listener stopped with `stopImmediatePropagation`, or on the window itself before it came
 * here. Where the browser lacks the Navigation API, these are not caught in this window either, nor is what a script does to
 * `location`. In Firefox a script's `location` to an app's scheme is not.
 *
 * Returns the function that stops guarding and puts `window.open` back; a question that is open stays. Call it before the engine
 * is destroyed: a `confirmJump` that rejects opens nothing and is reported as an unhandled rejection. Throws `jump/invalid-guard` for a root without a window and
 * for an engine that is none.
 */
export function guardLinks(root: Document | Element | ShadowRoot, options: GuardOptions): () => void {
  // A document is owned by none.
  const document = root?.ownerDocument ?? root;
  const view = document?.defaultView;
  if (!view || typeof options.engine?.confirmJump !== 'function') {
    throw new ConsentError(
      'jump/invalid-guard',
      'guardLinks needs a part of a page in a window, and an engine.',
      root,
    );
  }
  const whole = root === document ? (['navigation'] as const) : [];
  const layers = options.layers ?? ['links', 'forms', ...whole];
  const stop = new view.AbortController();
  const desk = new Desk(view, stop.signal, options);
  const target = root === document ? view : root;
  if (layers.includes('links')) catchLinks(target, desk);
  if (layers.includes('forms')) catchForms(target, desk);
  if (layers.includes('navigation')) catchNavigation(desk);
  if (layers.includes('windows')) catchWindows(desk);
  return () => stop.abort();
}

class Desk implements ExitDesk {
  readonly view: ExitDesk['view'];
  readonly signal: AbortSignal;
  readonly #options: GuardOptions;
  readonly #pass = new OnePass();
  readonly #asked = new Set<string>();

  constructor(view: ExitDesk['view'], signal: AbortSignal, options: GuardOptions) {
    this.view = view;
    this.signal = signal;
    this.#options = options;
  }

  listen(target: EventTarget, types: readonly string[], listener: (event: Event) => void): void {
    for (const type of types) target.addEventListener(type, listener, { capture: true, signal: this.signal });
  }

  asks(url: URL, elements: readonly Element[]): boolean {
    const { isOutside: ownRule, ownHosts = [] } = this.#options;
    const has = (name: string): boolean => elements.some((element) => attributeOf(element, name) !== null);
    if (has('data-ming-jump')) return true;
    if (ownRule) return tried(() => ownRule(url, elements[0]), true);
    return isOutside(url, { view: this.view, ownHosts, download: has('download') });
  }

  isConfirmed(url: URL): boolean {
    return this.#pass.take(url);
  }

  ask(exit: Exit): void {
    // The second press of a double click is no second question.
    if (this.#asked.has(exit.url.href)) return;
    this.#asked.add(exit.url.href);
    this.#focus(exit);
    void this.#confirm(exit).finally(() => {
      this.#asked.delete(exit.url.href);
      this.#focus(exit);
    });
  }

  async #confirm(exit: Exit): Promise<void> {
    const { engine, describe, deferToSystem = false } = this.#options;
    const { url, elements, current } = exit;
    const told = describe && tried(() => describe(elements[0], url), undefined);
    const defers =
      typeof deferToSystem === 'function' ? tried(() => deferToSystem(url), false) : deferToSystem;
    await engine.confirmJump({
      url: url.href,
      base: this.view.document.baseURI,
      ...describeExit(exit, told),
      deferToSystem: defers,
      open: (href, saved) => this.#open(exit, href, saved),
      ...(current && { current: () => current()?.href ?? '' }),
    });
  }

  #open(exit: Exit, href: string, saved: Promise<unknown>): void {
    const go = (): void => {
      this.#pass.give(href, exit.anySearch);
      exit.go(href);
    };
    if (!exit.leaves || !/^https?:/.test(href)) return go();
    const late = new Promise((resolve) => setTimeout(resolve, LEAVES_WITHIN));
    void Promise.race([saved, late]).then(go, go);
  }

  /** Safari gives a pressed link no focus: a dialog could not return it to where the person was. */
  #focus({ elements: [pressed] }: Exit): void {
    const { activeElement, body } = this.view.document;
    const element = pressed as Element & Partial<HTMLOrSVGElement>;
    // A form's field may be called `focus`.
    if ((!activeElement || activeElement === body) && typeof element?.focus === 'function') {
      element.focus({ preventScroll: true });
    }
  }
}

/** What the app's own function says; where it throws, `otherwise`, and the error is the page's to report. */
const tried = <T>(call: () => T, otherwise: T): T => {
  try {
    return call();
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
    return otherwise;
  }
};
