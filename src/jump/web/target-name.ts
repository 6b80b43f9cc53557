import { firstAttribute } from './exit.js';

/** The frame or window a link or form opens in: its own `target`, else the one of the page's `<base>`; empty for this one. */
export const targetName = (element: Element): string =>
  firstAttribute([element, ...element.ownerDocument.querySelectorAll('base[target]')], 'target') ?? '';

/** True where what is opened there takes the place of this page, or of the page around it. */
export const replacesPage = (target: string): boolean => /^(?:_self|_top|_parent)?$/i.test(target);
