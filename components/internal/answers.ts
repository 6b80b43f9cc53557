import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { AnswerDetails } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import { isNoticeShown, lookFault } from './answer-look.js';
import { AnswerPress, isElsewhere, isLabelled, isOn, type TrustedAct } from './answer-press.js';
import { AnswerWatch, GUARD, isBlindlyFramed } from './answer-watch.js';
import { msg } from './localize.js';

export type AnswerDecision = 'granted' | 'denied';

export interface AnswerOptions {
  /** Records an answer, in the very task of the press. It may throw: then nothing was recorded, and the person is told. */
  readonly record: (decision: AnswerDecision, details: AnswerDetails) => void;
  /** Hears why a grant was not taken. */
  readonly refuse: (error: ConsentError) => void;
  /** The box the person reads in before agreeing, then what in it must itself be readable; a grant needs them all shown. */
  readonly notice: () => Iterable<Element>;
}

/**
 * The two equal answers. Their words come from our messages alone; both are `part="answer"`, of one size and one look.
 *
 * A refusal counts at once. A grant counts only from a trusted press on the answer itself, 500 ms after both answers came into
 * view, where both are measured equal, readable and uncovered. Everything else records nothing.
 */
export class AnswerController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: AnswerOptions;
  readonly #press = new AnswerPress();
  readonly #watch: AnswerWatch;
  #said = '';

  constructor(host: ReactiveControllerHost & HTMLElement, options: AnswerOptions) {
    this.#host = host;
    this.#options = options;
    this.#watch = new AnswerWatch(() => host.requestUpdate());
    host.addController(this);
  }

  /** The words of the two answers, in the order they stand. */
  get words(): readonly [refuse: string, agree: string] {
    return [msg('Refuse', { id: 'answers.refuse' }), msg('Agree', { id: 'answers.agree' })];
  }

  /** How an answer given in another way than by these two (closing) was seen. */
  get visibility(): AnswerDetails['visibility'] {
    return this.#watch.visibility;
  }

  hostUpdated(): void {
    const answers = this.#answers();
    if (answers.length === 0) this.#said = '';
    this.#watch.watch(answers);
  }

  hostDisconnected(): void {
    this.#watch.watch([]);
    this.#said = '';
  }

  /** True where both have been in view long enough for a grant. */
  get settled(): boolean {
    return this.#watch.settled;
  }

  /** Why nothing on screen counts as agreed to, beside how the answers look; undefined where nothing forbids it. */
  get fault(): string | undefined {
    if (isBlindlyFramed()) return 'gate/framed';
    if (!isNoticeShown(this.#options.notice())) return 'gate/hidden-notice';
    return this.#watch.covered ? 'gate/hidden-answers' : undefined;
  }

  /** The answers and the line that says why a press did not count; `instead` stands in the place of the agreement. */
  render(instead?: TemplateResult): TemplateResult {
    const [refuse, agree] = this.words;
    const waits = String(!this.#watch.settled) as 'true' | 'false';
    return html`<p class="said" role="status" aria-live="polite">${this.#said}</p>
      <div class="answers">
        ${this.#renderAnswer('denied', refuse, 'false')}${instead ?? this.#renderAnswer('granted', agree, waits)}
      </div>`;
  }

  #renderAnswer(decision: AnswerDecision, words: string, waits: 'true' | 'false'): TemplateResult {
    const on = this.#press.onEvent;
    return html`<button
      type="button"
      part="answer"
      aria-disabled=${waits}
      @pointerdown=${on}
      @mousedown=${on}
      @keydown=${on}
      @keypress=${on}
      @keyup=${on}
      @focus=${on}
      @blur=${on}
      @click=${(event: MouseEvent) => this.#onClick(decision, event)}
    >
      ${words}
    </button>`;
  }

  #answers(): readonly HTMLButtonElement[] {
    const root = this.#host.shadowRoot;
    return root ? [...root.querySelectorAll<HTMLButtonElement>('button[part="answer"]')] : [];
  }

  #onClick(decision: AnswerDecision, click: MouseEvent): void {
    const pressed = this.#press.take(click);
    if (!pressed) {
      this.#ignored(decision, click);
      return;
    }
    if (decision === 'granted' && !this.#mayGrant(click, pressed)) return;
    this.#said = '';
    this.#record(decision, { act: pressed.act, visibility: this.#watch.visibility });
  }

  #record(decision: AnswerDecision, details: AnswerDetails): void {
    try {
      this.#options.record(decision, details);
    } catch (error) {
      const early = error instanceof ConsentError && error.code === 'prompt/not-presented';
      if (!early) throw error;
      this.#say(tooEarly());
    }
  }

  #ignored(decision: AnswerDecision, click: MouseEvent): void {
    if (decision === 'granted' && click.isTrusted) this.#say(pressOnce());
  }

  /** The checks of a grant, the cheap ones first. */
  #mayGrant(click: MouseEvent, { act, bare }: TrustedAct): boolean {
    const answer = click.currentTarget as HTMLButtonElement;
    const strays = bare
      ? isLabelled(answer) || isElsewhere(answer, click)
      : act !== 'keyboard' && !isOn(answer, click);
    if (strays) return this.#say(pressOnce());
    if (!this.#watch.settled || ((act === 'keyboard' || bare) && this.#press.focusedFor < GUARD))
      return this.#say(tooEarly());
    const fault = lookFault(this.#answers()) ?? this.fault;
    return fault ? this.#deny(fault) : true;
  }

  #deny(code: string): false {
    const error = new ConsentError(code, SENTENCES[code] ?? code);
    this.#say(`${faultWords()} (${code})`);
    this.#options.refuse(error);
    return false;
  }

  #say(words: string): false {
    this.#said = words;
    this.#host.requestUpdate();
    return false;
  }
}

/** For the person: the page is at fault, and nothing was agreed to. */
export const faultWords = (): string =>
  msg('This page does not show the two answers as it must. Your agreement was not recorded.', {
    id: 'answers.fault',
  });

/** For the developer: what to look for. */
const SENTENCES: Readonly<Record<string, string>> = {
  'gate/unequal-answers': 'The two answers differ in size, type or contrast; style them as one.',
  'gate/hidden-answers': 'An answer is covered, clipped, bent, pale, too small or off screen.',
  'gate/hidden-notice': 'What the person agrees to is not readable above the answers.',
  'gate/framed':
    "The page stands in another origin's frame, and this browser cannot tell what is drawn over it.",
};

const tooEarly = (): string =>
  msg('Too early: please look at both answers first, then press again.', { id: 'answers.early' });

const pressOnce = (): string =>
  msg('Not counted: please press the answer once, on itself.', { id: 'answers.once' });
