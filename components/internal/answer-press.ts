import type { Act } from '../../src/consent/model.js';
import { parentOf } from './flat-tree.js';

/** A press that has begun on an answer; without an act it does not count (a held key, a key pressed elsewhere). */
interface Press {
  readonly answer: EventTarget | null;
  readonly act: Exclude<Act, 'host'> | undefined;
}

/** An act a person did, as far as the browser can tell; `bare` where a click came without any press before it. */
export interface TrustedAct {
  readonly act: Exclude<Act, 'host'>;
  readonly bare: boolean;
}

const isPressKey = (event: Event): boolean =>
  event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ');

/**
 * Tells how an answer was pressed. A pointer event makes a click `pointer`, a key `keyboard`; a mouse event without a pointer
 * event, or nothing at all, is how Firefox and WebKit pass on a screen reader's press: `assistive`.
 */
export class AnswerPress {
  #press: Press | undefined;
  #focused = -Infinity;

  /** Listens on one answer. Bind it to `pointerdown`, `mousedown`, `keydown`, `keypress`, `keyup`, `focus` and `blur`. */
  readonly onEvent = (event: Event): void => {
    if (!event.isTrusted) return;
    const answer = event.currentTarget;
    if (event.type === 'focus') this.#focused = performance.now();
    else if (event.type === 'blur') this.#press = undefined;
    else if (event.type === 'pointerdown') this.#press = { answer, act: 'pointer' };
    else if (event.type === 'mousedown') this.#onMouse(answer);
    else if (isPressKey(event)) this.#onKey(event as KeyboardEvent, answer);
  };

  /** Takes the press a click ends, or undefined where the click is no act of a person. */
  take(click: MouseEvent): TrustedAct | undefined {
    const press = this.#press;
    this.#press = undefined;
    if (!click.isTrusted || click.detail > 1) return undefined;
    if (!press) return { act: 'assistive', bare: true };
    return press.answer === click.currentTarget && press.act ? { act: press.act, bare: false } : undefined;
  }

  /** How long the answer in focus has had it, in ms. */
  get focusedFor(): number {
    return performance.now() - this.#focused;
  }

  #onMouse(answer: EventTarget | null): void {
    if (this.#press?.answer !== answer || this.#press?.act !== 'pointer')
      this.#press = { answer, act: 'assistive' };
  }

  #onKey(event: KeyboardEvent, answer: EventTarget | null): void {
    if (event.repeat) event.preventDefault();
    if (event.type === 'keydown') this.#press = { answer, act: event.repeat ? undefined : 'keyboard' };
    else this.#press ??= { answer, act: undefined };
  }
}

/** True where the place of a press lies on the answer. */
export function isOn(answer: Element, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = answer.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}

/** True where a click that no press on the answer began happened elsewhere: the page caught the pointer for the answer. */
export function isElsewhere(answer: Element, click: MouseEvent): boolean {
  const hasPlace = click.detail > 0 || click.clientX !== 0 || click.clientY !== 0;
  return hasPlace && !isOn(answer, click);
}

/** True where a `<label>` could have passed a press on to this answer. */
export function isLabelled(answer: HTMLButtonElement): boolean {
  let labelled = answer.labels.length > 0;
  for (let at: Element | null = answer; at; at = parentOf(at)) labelled ||= at.localName === 'label';
  return labelled;
}
