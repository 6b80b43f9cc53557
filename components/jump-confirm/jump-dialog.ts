import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { AnswerDetails, Prompt } from '../../src/engine-contract.js';
import { ConsentError } from '../../src/errors.js';
import type { JumpQuestion } from '../../src/jump/model.js';
import type { QuestionActs } from '../consent-gate/question.js';
import { questionStyles } from '../consent-gate/question.styles.js';
import { AnswerController, type AnswerDecision } from '../internal/answers.js';
import { answersStyles } from '../internal/answers.styles.js';
import { DialogController } from '../internal/dialog.js';
import { catalogueVersion, getLocale, msg } from '../internal/localize.js';
import { NoticeWatch } from '../internal/notice-watch.js';
import type { PromptView } from '../internal/prompt-controller.js';
import { promptDialogStyles } from '../internal/prompt-dialog.styles.js';
import { wear } from '../styles/wear.js';
import { jumpDialogStyles } from './jump-dialog.styles.js';
import type { LaunchTag } from './launch-tag.js';
import { renderJump } from './render-jump.js';

/** The dialog about a jump, in its element's own shadow root: loaded when there is something to ask. */
export class JumpDialog implements PromptView {
  readonly #host: LitElement;
  readonly #acts: QuestionActs;
  readonly #answers: AnswerController;
  readonly #dialog: DialogController;
  readonly #launch: LaunchTag | undefined;
  readonly #notice = new NoticeWatch((strings) => void this.#present(strings));
  #prompt: Prompt | undefined;
  #remember = false;

  /** `Launch` is there inside WeChat alone. */
  constructor(host: LitElement, acts: QuestionActs, Launch?: typeof LaunchTag) {
    this.#host = host;
    this.#acts = acts;
    wear(host, answersStyles, questionStyles, promptDialogStyles, jumpDialogStyles);
    this.#answers = new AnswerController(host, {
      record: (decision, details) => this.#record(decision, details),
      refuse: acts.refuse,
      notice: () => host.renderRoot.querySelectorAll('.view, .again, .name, .opened, .warning'),
    });
    this.#dialog = new DialogController(host, {
      open: () => !!this.#prompt,
      dismissed: () => this.#onDismiss(),
    });
    this.#launch =
      Launch &&
      new Launch(host, {
        fault: () => this.#answers.fault,
        launched: () => this.#onLaunched(),
        refuse: acts.refuse,
      });
    host.addController(this);
  }

  hostUpdated(): void {
    this.#notice.watch(this.#host.renderRoot.querySelector('.words') ?? undefined);
  }

  render(prompt: Prompt | undefined): TemplateResult | typeof nothing {
    if (prompt !== this.#prompt) {
      this.#prompt = prompt;
      this.#remember = false;
      this.#notice.forget();
      this.#launch?.reset();
    }
    return prompt?.jump ? this.#renderDialog(prompt.jump) : nothing;
  }

  #renderDialog(jump: JumpQuestion): TemplateResult {
    const { target } = jump;
    const launched = this.#launch?.serves(target) ? this.#launch.opens : undefined;
    return html`<dialog
      part="dialog"
      lang=${getLocale()}
      aria-labelledby="title name"
      @cancel=${this.#dialog.onCancel}
      @close=${this.#dialog.onClose}
    >
      <div class="view">
        <div class="words">
          ${renderJump(jump, launched)} ${target.allowed ? this.#renderChoice(jump) : nothing}
        </div>
      </div>
      <footer>${target.allowed ? this.#renderAnswers(jump) : this.#renderClose(jump)}</footer>
    </dialog>`;
  }

  #renderChoice({ mayRemember }: JumpQuestion): TemplateResult {
    return html`<p>
        ${msg('If you refuse, you stay here and nothing is opened.', { id: 'jump-confirm.free' })}
      </p>
      ${
        mayRemember
          ? html`<label class="remember" @click=${personsOnly}>
              <input type="checkbox" .checked=${this.#remember} @change=${this.#onRemember} />
              ${msg('If you agree: remember this destination and do not ask again', {
                id: 'jump-confirm.remember',
              })}
            </label>`
          : nothing
      }`;
  }

  #renderAnswers({ target }: JumpQuestion): TemplateResult {
    const launch = this.#launch;
    if (!launch?.serves(target)) return this.#answers.render();
    return html`${launch.renderSaid()}${this.#answers.render(launch.render(!this.#answers.settled))}`;
  }

  #renderClose(jump: JumpQuestion): TemplateResult {
    return html`<button type="button" class="close" part="close" @click=${() => jump.end()}>
      ${msg('Close', { id: 'jump-confirm.close' })}
    </button>`;
  }

  async #present(strings: readonly string[]): Promise<void> {
    const prompt = this.#prompt;
    const target = prompt?.jump?.target;
    if (!target?.allowed) return;
    const [refuse, agree] = this.#answers.words;
    const answers = [refuse, this.#launch?.serves(target) ? this.#launch.words : agree];
    const shown = { locale: getLocale(), catalogue: catalogueVersion, strings, answers, clauses: [] };
    await prompt?.present(shown).catch(this.#acts.fail);
  }

  #record(decision: AnswerDecision, details: AnswerDetails): void {
    try {
      this.#acts.answer(decision, { ...details, remember: this.#remember });
    } catch (error) {
      if (!(error instanceof ConsentError) || error.code !== 'jump/target-changed') throw error;
      this.#acts.refuse(error);
    }
  }

  #onDismiss(): void {
    const jump = this.#prompt?.jump;
    if (jump?.target.allowed) this.#acts.dismiss({ act: 'keyboard', visibility: this.#answers.visibility });
    else jump?.end();
  }

  #onLaunched(): void {
    try {
      this.#record('granted', { act: 'host', visibility: this.#answers.visibility });
    } catch (error) {
      this.#acts.fail(error);
    }
  }

  readonly #onRemember = ({ isTrusted, target }: Event): void => {
    if (isTrusted) this.#remember = (target as HTMLInputElement).checked;
    this.#host.requestUpdate();
  };
}

/** A script that ticks the box says nothing; the change that a press of its makes would be a trusted one. */
const personsOnly = (event: Event): void => {
  if (!event.isTrusted) event.preventDefault();
};
