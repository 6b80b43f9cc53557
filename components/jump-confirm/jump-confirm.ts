import { LitElement, css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { PromptController } from '../internal/prompt-controller.js';

/**
 * The question before a person leaves for another app, site or handler: where it really leads, who is there, what goes along,
 * whose policy applies, what is wrong with the address, and two equal answers.
 *
 * Put one on the page: it opens by itself when `engine.confirmJump` asks. Refusing or closing it stays, with the focus where it
 * was, and nothing is opened. An address that is never opened has no answers, only why.
 *
 * @tagname ming-jump-confirm
 * @slot launch - Inside WeChat, for a mini-program: the host's own `<wx-open-launch-weapp>`, which then stands in the place of
 * our agreement, with what it opens named in the question. Anything else is `jump/launch-not-allowed`, and is not shown.
 * @event {AnsweredEvent} ming-answered - Agreed or refused, in the task of the press.
 * @event {DismissedEvent} ming-dismissed - Closed without an answer.
 * @event {ConsentErrorEvent} ming-error - Something went wrong; nothing was granted by it.
 * @csspart dialog - The question.
 * @csspart answer - Both answers; a style that tells them apart, or hides one, makes every agreement void.
 * @csspart close - What closes the notice about an address that is never opened.
 * @csspart error - A visible error.
 */
export class JumpConfirmElement extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  /** The engine that asks. Default: the provider's. */
  @property({ attribute: false }) engine: ConsentEngine | undefined;

  /** Loads what the question needs soon after the page opened, so that the first one opens at once. Default false. */
  @property({ type: Boolean }) prefetch = false;

  #prompts = new PromptController(this, {
    kind: 'jump',
    load: async (acts) => {
      const inWeChat = navigator.userAgent.includes('MicroMessenger');
      const [{ JumpDialog }, launch] = await Promise.all([
        import('./jump-dialog.js'),
        inWeChat ? import('./launch-tag.js') : undefined,
      ]);
      return new JumpDialog(this, acts, launch?.LaunchTag);
    },
  });

  override render(): TemplateResult {
    return this.#prompts.render();
  }
}
