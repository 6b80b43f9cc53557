import { actionOf, sendForm } from './catch-forms.js';
import { canHold, firstAttribute, parse, type ExitDesk } from './exit.js';
import { follow } from './follow.js';

/** What is read of a `NavigateEvent`, which the oldest engines have not. */
interface NavigateEvent extends Event {
  readonly navigationType: 'push' | 'replace' | 'reload' | 'traverse';
  readonly destination: { readonly url: string };
  readonly formData: FormData | null;
  readonly downloadRequest?: string | null;
  readonly sourceElement?: Element | null;
}

/**
 * Catches what no other net does and what leaves this very window: `location`, `form.submit()`, `<meta http-equiv=refresh>`,
 * links in closed shadow trees. Does nothing where the engine lacks the Navigation API.
 */
export function catchNavigation(desk: ExitDesk): void {
  const { navigation } = desk.view as { readonly navigation?: EventTarget };
  if (navigation) desk.listen(navigation, ['navigate'], (event) => onNavigate(desk, event as NavigateEvent));
}

function onNavigate(desk: ExitDesk, event: NavigateEvent): void {
  const { navigationType, formData, downloadRequest = null, sourceElement: source } = event;
  const url = parse(event.destination.url);
  const elements = source ? [source] : [];
  const isOld = /^(?:reload|traverse)$/.test(navigationType);
  if (!url || !canHold(event) || isOld || !desk.asks(url, elements) || desk.isConfirmed(url)) return;
  event.preventDefault();
  const { location } = desk.view;
  const isDownload = downloadRequest !== null || firstAttribute(elements, 'download') !== undefined;
  desk.ask({
    url,
    elements,
    ...(isDownload && { kind: 'download' }),
    leaves: !isDownload,
    go: (href) => {
      if (formData) sendAgain(desk, href, source);
      else if (source && /^(?:a|area)$/.test(source.localName)) follow(href, '', source);
      else location[navigationType === 'replace' ? 'replace' : 'assign'](href);
    },
  });
}

/** Sends what a script or a button sent by POST. Where the engine does not say which form that was, its address does. */
function sendAgain(desk: ExitDesk, href: string, source: Element | null | undefined): void {
  const { HTMLFormElement, document } = desk.view;
  const found =
    source ?? Array.from(document.forms).find((form) => actionOf(desk, form, null)?.href === href);
  if (found instanceof HTMLFormElement) HTMLFormElement.prototype.submit.call(found);
  else if (found) sendForm(desk, (found as HTMLButtonElement).form, found);
}
