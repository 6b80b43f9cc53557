import { afterListeners } from './after-listeners.js';
import { attributeOf, firstAttribute, parse, type ExitDesk } from './exit.js';
import { replacesPage, targetName } from './target-name.js';

/**
 * Catches forms before they are sent. `submit` does not leave a shadow tree: one that a press or a key came out of is listened
 * to as well.
 */
export function catchForms(root: EventTarget, desk: ExitDesk): void {
  const heard = new WeakSet<EventTarget>();
  const confirmed = new Map<EventTarget, string>();
  const listen = (target: EventTarget): void => {
    if (heard.has(target)) return;
    heard.add(target);
    desk.listen(target, ['submit'], (event) =>
      afterListeners(event, () => catchForm(desk, event as SubmitEvent, confirmed)),
    );
  };
  listen(root);
  desk.listen(root, ['click', 'keydown'], (event) =>
    event
      .composedPath()
      .filter((target) => target instanceof desk.view.ShadowRoot)
      .forEach(listen),
  );
}

function catchForm(desk: ExitDesk, event: SubmitEvent, confirmed: Map<EventTarget, string>): void {
  const form = event.target as HTMLFormElement;
  const { submitter } = event;
  const elements = submitter ? [submitter, form] : [form];
  const url = actionOf(desk, form, submitter);
  const method = firstAttribute(elements, 'formmethod') ?? attributeOf(form, 'method') ?? '';
  if (!url || url.href === confirmed.get(form) || /^dialog$/i.test(method) || !desk.asks(url, elements))
    return;
  event.preventDefault();
  desk.ask({
    url,
    elements,
    leaves: replacesPage(firstAttribute(elements, 'formtarget') ?? targetName(form)),
    anySearch: true,
    current: () => actionOf(desk, form, submitter),
    // Sent with what stands in it now. Where its action changed meanwhile, it is caught here again.
    go: (href) => {
      confirmed.set(form, href);
      sendForm(desk, form, submitter);
      confirmed.delete(form);
    },
  });
}

/** Sends a form again as that button did, past what its fields may be called. */
export function sendForm({ view }: ExitDesk, form: HTMLFormElement | null, submitter: Element | null): void {
  if (!form) return;
  const isThere = (submitter as HTMLButtonElement | null)?.form === form;
  view.HTMLFormElement.prototype.requestSubmit.call(form, isThere ? (submitter as HTMLElement) : null);
}

/** Where a form is sent; read from attributes, since its fields may be called `action`. */
export const actionOf = (
  { view: { document } }: ExitDesk,
  form: Element,
  submitter: Element | null,
): URL | undefined => {
  const own = submitter && attributeOf(submitter, 'formaction');
  return parse((own ?? attributeOf(form, 'action')) || document.URL, document.baseURI);
};
