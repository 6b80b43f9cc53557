import { html, type LitElement, type TemplateResult } from 'lit';
import type { JumpTarget } from '../../src/jump/model.js';
import { ConsentError } from '../../src/errors.js';
import { faultWords } from '../internal/answers.js';
import { msg } from '../internal/localize.js';
import { plainWords } from '../internal/plain-words.js';
import { wear } from '../styles/wear.js';
import { launchTagStyles } from './launch-tag.styles.js';

/** The one tag that opens a mini-program inside WeChat, by the person's own press on it: no script can. */
const LAUNCH_TAG = 'wx-open-launch-weapp';

/** What a tag opens, as its attributes say; shown, and part of the notice. */
const OPENS = ['username', 'appid', 'path'];

export interface LaunchActs {
  /** Why nothing on screen counts as agreed to now; undefined where nothing forbids it. */
  readonly fault: () => string | undefined;
  /** It opened: the person's press on the tag was their agreement. */
  readonly launched: () => void;
  /** Why nothing was agreed to. */
  readonly refuse: (error: ConsentError) => void;
}

/**
 * WeChat's own tag in the place of our agreement, in the `launch` slot; of the size of our refusal, or not at all. Loaded inside
 * WeChat alone.
 */
export class LaunchTag {
  /** What a notice says of the answer that is not ours. */
  readonly words = `<${LAUNCH_TAG}>`;
  readonly #host: LitElement;
  readonly #acts: LaunchActs;
  readonly #reported = new Set<string>();
  #fault = false;
  /** True once a press on the tag could reach it: WeChat may tell what came of it as late as the page is back on screen. */
  #pressable = false;
  #said = '';

  constructor(host: LitElement, acts: LaunchActs) {
    this.#host = host;
    this.#acts = acts;
    wear(host, launchTagStyles);
    const attributeFilter = ['slot', ...OPENS];
    new MutationObserver(() => host.requestUpdate()).observe(host, {
      childList: true,
      subtree: true,
      attributeFilter,
    });
    host.addController(this);
  }

  /** Another question: nothing was said about it yet. */
  reset(): void {
    this.#reported.clear();
    this.#fault = this.#pressable = false;
    this.#said = '';
  }

  /**
   * True where the tag stands in the place of our agreement: there is exactly one, and it names no other mini-program than
   * the one asked about.
   */
  serves({ kind, href }: JumpTarget): boolean {
    const tags = this.#given.filter(isTag);
    const [tag] = tags;
    if (kind !== 'mini-program' || !tag || tags.length > 1) return false;
    const [asked, opened] = [/[?&]appid=(\w+)/.exec(href)?.[1], tag.getAttribute('appid')];
    if (!asked || !opened || asked === opened) return true;
    const sentence = `<${LAUNCH_TAG}> opens another mini-program than the one asked about.`;
    this.#report(new ConsentError('jump/launch-not-allowed', sentence, opened));
    return false;
  }

  /** What the tag opens, by its own word. */
  get opens(): string {
    const [tag] = this.#given.filter(isTag);
    return OPENS.map((name) => plainWords(tag?.getAttribute(name) ?? ''))
      .filter(Boolean)
      .join(' ');
  }

  hostUpdated(): void {
    const open = this.#host.renderRoot.querySelector('dialog[open]');
    if (!open) return;
    const given = this.#given;
    if (given.length > 1 || !given.every(isTag)) {
      const sentence = `The launch slot takes one <${LAUNCH_TAG}> and nothing else.`;
      this.#report(new ConsentError('jump/launch-not-allowed', sentence, given));
    }
    this.#measure(open.querySelector('.launch'));
  }

  /** The place of the tag; `waits` while a press on it may not count. */
  render(waits: boolean): TemplateResult {
    this.#pressable ||= !waits && !this.#fault;
    return html`<div class=${waits || this.#fault ? 'launch waits' : 'launch'}>
      <slot name="launch" @launch=${this.#onLaunch} @error=${this.#onError}></slot>
    </div>`;
  }

  /** The line that says why nothing was agreed to. */
  renderSaid(): TemplateResult {
    return html`<p class="said" role="status">${this.#said}</p>`;
  }

  // The tag's events are heard on their way down, since they may not bubble.
  readonly #onLaunch = {
    capture: true,
    handleEvent: ({ target, currentTarget }: Event): void => {
      if (!isTag(target)) return;
      this.#measure((currentTarget as Element).parentElement);
      const fault = this.#pressable ? this.#acts.fault() : 'gate/too-early';
      if (this.#fault) return;
      if (!fault) return this.#acts.launched();
      const sentence = 'The tag says that it opened where no press on it could count.';
      this.#report(new ConsentError('jump/launch-not-counted', sentence, fault));
      this.#said = faultWords();
      this.#host.requestUpdate();
    },
  };

  readonly #onError = {
    capture: true,
    handleEvent: (event: Event): void => {
      if (!isTag(event.target)) return;
      this.#said = msg('WeChat did not open it. Nothing was agreed to.', {
        id: 'jump-confirm.launch-failed',
      });
      this.#host.requestUpdate();
      const detail: unknown = event instanceof CustomEvent ? event.detail : undefined;
      this.#acts.refuse(new ConsentError('jump/launch-failed', 'The launch tag reported an error.', detail));
    },
  };

  get #given(): readonly Element[] {
    return [...this.#host.children].filter(({ slot }) => slot === 'launch');
  }

  /** Looks whether the tag is of the size of the refusal; where it is not, no press on it counts. */
  #measure(place: Element | null): void {
    const fault = !!place && !isAsLarge(place);
    if (fault) {
      const sentence = `<${LAUNCH_TAG}> is not of the size of the refusal beside it.`;
      this.#report(new ConsentError('gate/unequal-answers', sentence));
    }
    if (fault === this.#fault) return;
    this.#fault = fault;
    this.#said = fault ? faultWords() : '';
    this.#host.requestUpdate();
  }

  /** Each fault once a question. */
  #report(error: ConsentError): void {
    if (this.#reported.has(error.code)) return;
    this.#reported.add(error.code);
    this.#acts.refuse(error);
  }
}

const isTag = (target: EventTarget | null): target is Element =>
  target instanceof Element && target.localName === LAUNCH_TAG;

/** True where the tag, and its place, are of the size of the refusal beside it. */
function isAsLarge(place: Element): boolean {
  const refuse = place.previousElementSibling;
  const [tag] = place.querySelector('slot')?.assignedElements().filter(isTag) ?? [];
  if (!refuse || !tag) return false;
  const wanted = refuse.getBoundingClientRect();
  return [tag, place].every((one) => {
    const { width, height } = one.getBoundingClientRect();
    return Math.abs(width - wanted.width) <= 1 && Math.abs(height - wanted.height) <= 1;
  });
}
