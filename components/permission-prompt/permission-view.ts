import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Prompt } from '../../src/engine-contract.js';
import type { PermissionQuestion } from '../../src/permission/model.js';
import type { QuestionActs } from '../consent-gate/question.js';
import { questionStyles } from '../consent-gate/question.styles.js';
import { AnswerController } from '../internal/answers.js';
import { answersStyles } from '../internal/answers.styles.js';
import { DialogController } from '../internal/dialog.js';
import { catalogueVersion, getLocale } from '../internal/localize.js';
import { NoticeWatch } from '../internal/notice-watch.js';
import type { PromptView } from '../internal/prompt-controller.js';
import { promptDialogStyles } from '../internal/prompt-dialog.styles.js';
import { wear } from '../styles/wear.js';
import { renderBanner, showBanner } from './banner.js';
import { permissionViewStyles } from './permission-view.styles.js';
import { renderQuestion } from './render-question.js';
import { renderResult } from './render-result.js';

/** A permission's prompt in its element's shadow root: our question, the banner beside the system's, and the result. */
export class PermissionView implements PromptView, ReactiveController {
  readonly #host: LitElement;
  readonly #acts: QuestionActs;
  readonly #answers: AnswerController;
  readonly #question: DialogController;
  readonly #result: DialogController;
  readonly #notice = new NoticeWatch((strings) => void this.#present(strings));
  #prompt: Prompt | undefined;

  constructor(host: LitElement, acts: QuestionActs) {
    this.#host = host;
    this.#acts = acts;
    wear(host, answersStyles, questionStyles, promptDialogStyles, permissionViewStyles);
    this.#answers = new AnswerController(host, {
      record: acts.answer,
      refuse: acts.refuse,
      notice: () => host.renderRoot.querySelectorAll('.view, #title, #purpose'),
    });
    // Two dialogs, one a phase: where the system answers before the question is gone, each still opens and shuts on its own.
    this.#question = this.#dialog('asking', () =>
      acts.dismiss({ act: 'keyboard', visibility: this.#answers.visibility }),
    );
    this.#result = this.#dialog('result', () => this.#end());
    host.addController(this);
  }

  hostUpdated(): void {
    this.#notice.watch(this.#host.renderRoot.querySelector('#notice') ?? undefined);
    showBanner(this.#host.renderRoot.querySelector<HTMLElement>('.banner'));
  }

  /** The open question, the banner or the result, whichever is due, beside a live region that is always there. */
  render(prompt: Prompt | undefined): TemplateResult {
    if (prompt !== this.#prompt) this.#notice.forget();
    this.#prompt = prompt;
    const { permission } = prompt ?? {};
    const banner = permission?.phase === 'system' && (permission.systemOpen || permission.slow);
    return html`<div role="status">${banner ? renderBanner(permission, () => this.#end()) : nothing}</div>
      ${prompt && permission ? this.#renderDialog(prompt, permission) : nothing}`;
  }

  #renderDialog(prompt: Prompt, permission: PermissionQuestion): TemplateResult | typeof nothing {
    if (permission.phase === 'asking')
      return renderQuestion(prompt, permission, this.#answers.render(), this.#question);
    if (permission.phase === 'result')
      return renderResult(permission, navigator, () => this.#end(), this.#result);
    return nothing;
  }

  #dialog(phase: PermissionQuestion['phase'], dismissed: () => void): DialogController {
    return new DialogController(this.#host, {
      open: () => this.#prompt?.permission?.phase === phase,
      dismissed,
    });
  }

  #end(): void {
    this.#prompt?.permission?.end();
  }

  async #present(strings: readonly string[]): Promise<void> {
    await this.#prompt
      ?.present({
        locale: getLocale(),
        catalogue: catalogueVersion,
        strings,
        answers: this.#answers.words,
        clauses: [],
      })
      .catch(this.#acts.fail);
  }
}
