import { html, type TemplateResult } from 'lit';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { AnswerPress } from '../internal/answer-press.js';
import { catalogueVersion, getLocale } from '../internal/localize.js';
import { shownStrings } from '../internal/shown-strings.js';

/** One thing that can be withdrawn. */
export interface Withdrawable {
  readonly id: string;
  /** What the button says. */
  readonly words: string;
  /** Its name for those who do not see what it stands beside; begins with `words`. Default: `words`. */
  readonly name?: string;
  readonly part: 'withdraw' | 'forget';
  /** The clauses that say how. */
  readonly clauses: readonly string[];
}

/** How it was withdrawn, and what the person was told. */
export type WithdrawalDetails = Parameters<ConsentEngine['withdraw']>[1];

export interface WithdrawalParts {
  readonly withdraw: (id: string, details: WithdrawalDetails) => Promise<void>;
}

/**
 * The buttons that withdraw, by one press each, as agreeing took. What stands in the nearest element with `data-request`
 * around a button is what the person was told.
 */
export class Withdrawal {
  readonly #press = new AnswerPress();
  readonly #parts: WithdrawalParts;

  constructor(parts: WithdrawalParts) {
    this.#parts = parts;
  }

  render(what: Withdrawable): TemplateResult {
    const on = this.#press.onEvent;
    return html`<button
      type="button"
      part=${what.part}
      aria-label=${what.name ?? what.words}
      @pointerdown=${on}
      @mousedown=${on}
      @keydown=${on}
      @keyup=${on}
      @focus=${on}
      @blur=${on}
      @click=${(click: MouseEvent) => this.#onClick(what, click)}
    >
      ${what.words}
    </button>`;
  }

  #onClick({ id, words, clauses }: Withdrawable, click: MouseEvent): void {
    const act = this.#press.take(click)?.act;
    const told = (click.currentTarget as Element).closest('[data-request]');
    if (!act || !told) return;
    const notice = {
      locale: getLocale(),
      catalogue: catalogueVersion,
      strings: shownStrings(told),
      answers: [words],
      clauses,
    };
    void this.#parts.withdraw(id, { act, visibility: 'unverified', notice });
  }
}
