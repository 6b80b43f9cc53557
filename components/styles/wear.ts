import type { CSSResult, LitElement } from 'lit';
import { base } from './base.js';
import { tokens } from './tokens.js';

/**
 * Gives an element its tokens, the base and `more` when there is something to show: an element that mostly shows nothing
 * loads no styles before. Its own styles stay
 * the last ones.
 */
export function wear({ renderRoot }: LitElement, ...more: readonly CSSResult[]): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  const sheets = [tokens, base, ...more].flatMap((styles) => sheetFor(styles, renderRoot.ownerDocument));
  renderRoot.adoptedStyleSheets = [...new Set([...sheets, ...renderRoot.adoptedStyleSheets])];
}

/** A sheet belongs to one document: an element that was moved into another wears a copy that is made there. */
function sheetFor({ styleSheet, cssText }: CSSResult, { defaultView }: Document): readonly CSSStyleSheet[] {
  if (!styleSheet || !defaultView) return [];
  if (defaultView === window) return [styleSheet];
  const copy = new defaultView.CSSStyleSheet();
  copy.replaceSync(cssText);
  return [copy];
}
