import { afterListeners } from './after-listeners.js';
import { attributeOf, parse, type ExitDesk } from './exit.js';
import { follow } from './follow.js';
import { replacesPage, targetName } from './target-name.js';

/** A link as HTML has it, or as SVG does. */
type Link = (HTMLAnchorElement | HTMLAreaElement | SVGAElement) & Partial<ElementContentEditable>;

/** Catches presses on links: by pointer, key, assistive technology or script, into this window or another. */
export function catchLinks(root: EventTarget, desk: ExitDesk): void {
  desk.listen(root, ['click', 'auxclick'], (event) => {
    // Another button than the middle one opens a menu, or goes back.
    if (!(event instanceof desk.view.MouseEvent) || (event.type === 'auxclick' && event.button !== 1)) return;
    const link = event.composedPath().find(isLink);
    if (link) afterListeners(event, () => catchLink(desk, event, link));
  });
}

function catchLink(desk: ExitDesk, event: MouseEvent, link: Link): void {
  const url = addressOf(link);
  const elsewhere = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey;
  // Inside a text being edited a plain press puts the caret there.
  if (!url || (link.isContentEditable && !elsewhere) || !desk.asks(url, [link])) return;
  event.preventDefault();
  const isDownload = attributeOf(link, 'download') !== null;
  const target = elsewhere ? '_blank' : targetName(link);
  desk.ask({
    url,
    elements: [link],
    ...(isDownload && { kind: 'download' }),
    leaves: replacesPage(target) && !isDownload,
    current: () => addressOf(link),
    go: (href) => follow(href, target, link),
  });
}

const isLink = (target: EventTarget): target is Link =>
  /^(?:a|area)$/.test((target as Partial<Element>).localName ?? '') &&
  addressOf(target as Link) !== undefined;

/** `href` as the browser reads it: with the page's own encoding in HTML, raw and perhaps animated in SVG. */
const addressOf = ({ href, baseURI }: Link): URL | undefined => {
  const address = typeof href === 'string' ? href : href?.animVal;
  return address ? parse(address, baseURI) : undefined;
};
