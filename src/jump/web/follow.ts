import { attributeOf } from './exit.js';
import { replacesPage } from './target-name.js';

/**
 * Follows a link to an address as a press would, in this very task: by a link of our own that no listener of the page hears,
 * with the manners of `like`. A new window gets neither an opener nor a referrer.
 */
export function follow(href: string, target: string, like: Element): void {
  // A page in XML makes elements without a namespace otherwise.
  const link = like.ownerDocument.createElementNS('http://www.w3.org/1999/xhtml', 'a') as HTMLAnchorElement;
  for (const name of ['rel', 'referrerpolicy', 'download']) {
    const value = attributeOf(like, name);
    if (value !== null) link.setAttribute(name, value);
  }
  if (!replacesPage(target)) link.rel = 'noopener noreferrer';
  // The page's `<base>` would name another one.
  link.target = target || '_self';
  link.href = href;
  link.click();
}
