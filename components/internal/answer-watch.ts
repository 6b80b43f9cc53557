import type { Visibility } from '../../src/consent/model.js';
import { canBeHit } from './answer-look.js';

/** How long both answers must have been in view, unmoved and uncovered, before a grant counts; in ms. */
export const GUARD = 500;

/** How often the answers' places are looked at, in ms. */
const PERIOD = 100;

/** The second version of IntersectionObserver (Chromium), which tells whether anything was painted over an element. */
interface TrackingInit extends IntersectionObserverInit {
  readonly trackVisibility: true;
  readonly delay: number;
}

const TRACKS =
  typeof IntersectionObserverEntry === 'function' && 'isVisible' in IntersectionObserverEntry.prototype;

/** Watches the two answers while they are shown: since when they stand where they are, and whether anything covers them. */
export class AnswerWatch {
  #answers: readonly HTMLElement[] = [];
  #since = Infinity;
  #place = '';
  #covered = new Map<Element, boolean>();
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #onSettled: () => void;
  #settled = false;

  /** `onSettled` is called each time the guard ends or begins anew. */
  constructor(onSettled: () => void) {
    this.#onSettled = onSettled;
  }

  /** True where a grant may count now. Looks again first, so that a move since the last look begins the guard anew. */
  get settled(): boolean {
    this.#look();
    return performance.now() - this.#since >= GUARD;
  }

  /** True where the browser says that something is painted over an answer, or cannot say yet. */
  get covered(): boolean {
    return TRACKS && this.#answers.some((answer) => this.#covered.get(answer) !== false);
  }

  /** `verified` where the browser confirmed that nothing covers the answers. */
  get visibility(): Visibility {
    return TRACKS && !this.covered ? 'verified' : 'unverified';
  }

  /** Watches these answers; the same ones again change nothing, none stops. */
  watch(answers: readonly HTMLElement[]): void {
    if (answers.length === this.#answers.length && answers.every((answer, i) => answer === this.#answers[i]))
      return;
    this.#stop();
    this.#answers = answers;
    if (answers.length === 0) return;
    this.#observer = this.#observe();
    document.addEventListener('visibilitychange', this.#restart);
    this.#timer = setInterval(() => this.#tick(), PERIOD);
    this.#look();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#observer?.disconnect();
    document.removeEventListener('visibilitychange', this.#restart);
    this.#covered.clear();
    this.#place = '';
    this.#since = Infinity;
    this.#settled = false;
  }

  #observe(): IntersectionObserver | undefined {
    if (!TRACKS) return undefined;
    const init: TrackingInit = { threshold: 1, trackVisibility: true, delay: PERIOD };
    const observer = new IntersectionObserver((entries) => this.#onSeen(entries), init);
    for (const answer of this.#answers) observer.observe(answer);
    return observer;
  }

  #onSeen(entries: readonly IntersectionObserverEntry[]): void {
    for (const entry of entries) {
      const covered = !(entry as IntersectionObserverEntry & { isVisible?: boolean }).isVisible;
      if (this.#covered.get(entry.target) !== undefined || covered) this.#restart();
      this.#covered.set(entry.target, covered);
    }
  }

  readonly #restart = (): void => {
    this.#since = performance.now();
  };

  #look(): void {
    const place = this.#answers.map((answer) => {
      const { x, y, width, height } = answer.getBoundingClientRect();
      return [x, y, width, height, canBeHit(answer)].join(' ');
    });
    const now = place.join('; ');
    if (now === this.#place) return;
    this.#place = now;
    this.#restart();
  }

  #tick(): void {
    const settled = this.settled;
    if (settled === this.#settled) return;
    this.#settled = settled;
    this.#onSettled();
  }
}

/** True where the page stands in a frame of another origin, which may draw over it or move it unseen. */
export function isFramedByStranger(): boolean {
  try {
    for (let at: Window = window; at !== at.parent; at = at.parent) void at.parent.document;
    return false;
  } catch {
    return true;
  }
}

/** True where a stranger's frame cannot be looked through: no grant is taken there. */
export function isBlindlyFramed(): boolean {
  return !TRACKS && isFramedByStranger();
}
