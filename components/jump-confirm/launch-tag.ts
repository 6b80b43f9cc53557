import { html, type LitElement, type TemplateResult } from 'lit';
import type { JumpTarget } from '../../src/jump/model.js';
import { ConsentError } from '../../src/errors.js';
import { msg } from '../internal/localize.js';
import { wear } from '../styles/wear.js';
import { launchTagStyles } from './launch-tag.styles.js';

/** The one tag that opens a mini-program inside WeChat, by the person's own press on it: no script can. */
const LAUNCH_TAG = 'wx-open-launch-weapp';

export interface LaunchActs {
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
  #said = '';

  constructor(host: LitElement, acts: LaunchActs) {
    this.#host = host;
    this.#acts = acts;
    wear(host, launchTagStyles);
    new MutationObserver(() => host.requestUpdate()).observe(host, { childList: true });
    host.addController(this);
  }

  /** Another question: nothing was said about it yet. */
  reset(): void {
    this.#reported.clear();
    this.#fault = false;
    this.#said = '';
  }

  /** True where the tag stands in the place of our agreement: there is exactly one, and it opens what is asked about. */
  serves(target: JumpTarget): boolean {
    return target.kind === 'mini-program' && this.#given.filter(isTag).length === 1;
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
      if (!this.#fault) this.#acts.launched();
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
    this.#said = fault ? unequalWords() : '';
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

const unequalWords = (): string =>
  msg('This page does not show the two answers as it must. Your agreement was not recorded.', {
    id: 'answers.fault',
  });
