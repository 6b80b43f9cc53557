import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepestFocus } from './flat-tree.js';

export interface DialogOptions {
  /** True while the dialog should be open. */
  readonly open: () => boolean;
  /** The person closed it: Escape, or Back on Android. Not called when the host closes it or is removed. */
  readonly dismissed: () => void;
  /** What the person opened it by, where that went away while it was open and stands there anew. */
  readonly opener?: () => HTMLElement | null;
}

/**
 * Keeps the host's native `<dialog>` open or shut, modal while open. Focus goes to what has `autofocus` and returns to where it
 * was; the page stays where it was scrolled. Removing the host closes it and says nothing.
 */
export class DialogController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DialogOptions;
  #shown: HTMLDialogElement | undefined;
  #before: HTMLElement | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, options: DialogOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** For `@cancel`: asks the host, which shuts the dialog by its own state. What a script makes up closes nothing. */
  readonly onCancel = (event: Event): void => {
    if (!event.isTrusted || event.target !== event.currentTarget) return;
    event.preventDefault();
    this.#options.dismissed();
  };

  /** For `@close`: a browser may close without `cancel`. */
  readonly onClose = (event: Event): void => {
    if (event.target !== this.#shown || this.#shown?.open) return;
    this.#restore();
    this.#options.dismissed();
  };

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const dialog = this.#host.shadowRoot?.querySelector('dialog') ?? undefined;
    const open = this.#options.open() && this.#host.isConnected;
    if (open && dialog && !this.#shown) this.#show(dialog);
    if (!open && this.#shown) this.#shut();
  }

  hostDisconnected(): void {
    if (this.#shown) this.#shut();
  }

  #show(dialog: HTMLDialogElement): void {
    this.#before = deepestFocus();
    this.#shown = dialog;
    if (dialog.open) dialog.close();
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[autofocus]')?.focus({ preventScroll: true });
  }

  #shut(): void {
    const dialog = this.#shown;
    this.#restore();
    dialog?.close();
    const before = this.#before?.isConnected && this.#before !== document.body ? this.#before : null;
    (before ?? this.#options.opener?.())?.focus({ preventScroll: true });
    this.#before = null;
  }

  #restore(): void {
    this.#shown = undefined;
  }
}
