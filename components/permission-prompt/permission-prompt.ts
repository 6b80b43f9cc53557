import { LitElement, css, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { ConsentEngine } from '../../src/engine-contract.js';
import { PromptController } from '../internal/prompt-controller.js';

/**
 * The question before the system's own: which permission, what for, what refusing costs, and two equal answers. While the
 * system asks, what it is for stays on screen; where the system did not allow it, what happened and the way out.
 *
 * Put one on the page: it opens by itself when `engine.askPermission` asks. Closing it is no answer and no consent, and the
 * system is not asked. Of several on one page one shows the question.
 *
 * @tagname ming-permission-prompt
 * @event {AnsweredEvent} ming-answered - Agreed or refused, in the task of the press; the system's own answer comes later.
 * @event {DismissedEvent} ming-dismissed - Closed without an answer.
 * @event {ConsentErrorEvent} ming-error - Something went wrong; nothing was granted by it.
 * @csspart dialog - The question.
 * @csspart answer - Both answers; a style that tells them apart, or hides one, makes every agreement void.
 * @csspart error - A visible error.
 */
export class PermissionPromptElement extends LitElement {
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
    kind: 'permission',
    load: async (acts) => new (await import('./permission-view.js')).PermissionView(this, acts),
  });

  override render(): TemplateResult {
    return this.#prompts.render();
  }
}
